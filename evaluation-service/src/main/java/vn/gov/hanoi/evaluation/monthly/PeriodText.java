package vn.gov.hanoi.evaluation.monthly;

/** How months are written in requests. */
final class PeriodText {
    static final String PATTERN = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private PeriodText() {}
}
