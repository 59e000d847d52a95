package vn.gov.hanoi.evaluation.imports;

/** What happens to the good rows of a file. */
public enum ImportMode {
    /** All checks, nothing recorded. */
    VALIDATE,
    /** Good rows are recorded, wrong ones refused. */
    PARTIAL,
    /** All rows or none. */
    ATOMIC
}
