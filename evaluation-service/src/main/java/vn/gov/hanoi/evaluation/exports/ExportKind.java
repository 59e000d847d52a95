package vn.gov.hanoi.evaluation.exports;

/** What the rows of an export are. */
public enum ExportKind {
    /** Units in force on the day. */
    UNITS("directory-reader"),
    /** Officers with their main post on the day. */
    OFFICERS("directory-reader"),
    /** Sheets of a month of an agency, with their points. */
    EVALUATION_SCORES("evaluation-keeper");

    private final String role;

    ExportKind(String role) {
        this.role = role;
    }

    /** The role that exports of this kind need, and their files as long as they are read. */
    String role() {
        return role;
    }

    /** Whether a month of one agency is exported as it stands, and not a day of many units. */
    boolean isOfMonth() {
        return this == EVALUATION_SCORES;
    }
}
