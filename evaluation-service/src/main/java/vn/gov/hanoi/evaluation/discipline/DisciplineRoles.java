package vn.gov.hanoi.evaluation.discipline;

/** Roles about discipline; each holds in the units of the caller. */
final class DisciplineRoles {
    /** Opens cases and proposes forms. */
    static final String OFFICER = "discipline-officer";
    /** Decides what others have proposed. */
    static final String AUTHORITY = "discipline-authority";
    /** Reads. */
    static final String READER = "discipline-reader";
    /** Reads the own sanctions. */
    static final String SELF = "evaluation-participant";

    private DisciplineRoles() {}
}
