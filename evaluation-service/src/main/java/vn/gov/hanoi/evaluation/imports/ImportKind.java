package vn.gov.hanoi.evaluation.imports;

/** What the rows of a file are. */
public enum ImportKind {
    /** Units; a parent is recorded already or stands above its children. */
    UNITS,
    /** Officers with their main post. */
    OFFICERS,
    /** Tasks that the City, or another unit above, assigns to units. */
    UNIT_TASKS,
    /** What was scored and decided of people in a month, on paper or in another system. */
    EVALUATION_SCORES
}
