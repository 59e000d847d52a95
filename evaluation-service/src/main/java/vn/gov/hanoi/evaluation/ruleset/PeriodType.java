package vn.gov.hanoi.evaluation.ruleset;

/** Length of an evaluated period (kỳ đánh giá). */
public enum PeriodType {
    MONTH,
    QUARTER,
    HALF,
    YEAR,
    /** Nhiệm kỳ: any number of days. */
    TERM
}
