package vn.gov.hanoi.evaluation.annual;

/** What the authority has to look into. A flag starts nothing by itself. */
public enum Consequence {
    /** Miễn nhiệm. */
    RELIEF,
    /** Cho thôi việc. */
    DISMISSAL,
    /** Xem xét bố trí vị trí việc làm thấp hơn hoặc cho thôi việc. */
    CONSIDER_LOWER_POSITION
}
