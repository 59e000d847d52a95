package vn.gov.hanoi.evaluation.exports;

/** What the rows of an export are. */
public enum ExportKind {
    /** Units in force on the day. */
    UNITS,
    /** Officers with their main post on the day. */
    OFFICERS
}
