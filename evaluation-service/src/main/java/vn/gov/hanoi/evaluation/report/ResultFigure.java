package vn.gov.hanoi.evaluation.report;

/** Places of a {@link Count} of results. Behind them stand the reasons of {@link ResultKind}. */
enum ResultFigure {
    PEOPLE,
    A,
    B,
    C,
    D,
    INSUFFICIENT_DATA,
    OPEN,
    HEADS,
    HEADS_A,
    HEADS_B,
    HEADS_C,
    HEADS_D,
    /** Sum of the points of the rated. */
    POINTS;

    static final int REASONS = values().length;

    java.math.BigDecimal of(Count count) {
        return count.at(ordinal());
    }
}
