package vn.gov.hanoi.evaluation.annual;

/** What conditions ask about. Facts come as evidence of the authority, or are counted by the rules from records of the system. */
public enum Fact {
    /** Chấp hành tốt về chính trị tư tưởng, đạo đức, lối sống, tác phong, kỷ luật. */
    CONDUCT_EXEMPLARY(Kind.STATEMENT),
    /** Meets the same criteria. */
    CONDUCT_MET(Kind.STATEMENT),
    /** Tasks completed of tasks assigned. */
    TASKS_COMPLETED(Kind.SHARE),
    /** Tasks completed on time and of quality, of tasks assigned. */
    TASKS_ON_TIME_AND_GOOD(Kind.SHARE),
    TASKS_HIGH_EFFECT(Kind.STATEMENT),
    /** Tasks completed beyond what was asked, of tasks assigned. */
    TASKS_EXCEEDED(Kind.SHARE),
    /** Tasks that lack quality or progress, of tasks assigned. */
    TASKS_LACKING(Kind.SHARE),
    /** Criteria of results that are not met, of all such criteria. */
    CRITERIA_NOT_MET(Kind.SHARE),
    /** Targets that the unit led has completed, of its targets; the next two likewise. */
    UNIT_TARGETS_COMPLETED(Kind.SHARE),
    UNIT_TARGETS_ON_TIME_AND_GOOD(Kind.SHARE),
    UNIT_TARGETS_EXCEEDED(Kind.SHARE),
    /** Units under direct authority at "hoàn thành" or better, of all of them. */
    SUBUNITS_COMPLETED(Kind.SHARE),
    /** Units under direct authority at "tốt" or better, of those at "hoàn thành" or better. */
    SUBUNITS_GOOD(Kind.SHARE),
    /** A unit under direct authority or a member of the leadership was disciplined. */
    COLLECTIVE_DISCIPLINED(Kind.STATEMENT),
    /** Degradation or "tự diễn biến, tự chuyển hóa" concluded by the authority. */
    DEGRADATION_CONCLUDED(Kind.STATEMENT),
    /** Acts forbidden to party members, concluded by the authority. */
    FORBIDDEN_ACT(Kind.STATEMENT),
    /** Breach of the duty to set an example that harms prestige. */
    EXAMPLE_BREACHED(Kind.STATEMENT),
    /** The unit led is tied to embezzlement, corruption or waste handled by law. */
    UNIT_IN_CORRUPTION(Kind.STATEMENT),

    /** Counted: disciplined in the year for a violation in duty. */
    DISCIPLINED_IN_DUTY(Kind.STATEMENT),
    /** Counted: mean points of the periods rated, 0..100 and exact. */
    MEAN_SCORE(Kind.SHARE),
    /** Counted: periods of the year rated A, C, D. */
    PERIODS_A(Kind.SHARE),
    PERIODS_C(Kind.SHARE),
    PERIODS_D(Kind.SHARE);

    /** Form of the answer. */
    enum Kind {
        STATEMENT,
        /** Exact quotient of two numbers. */
        SHARE
    }

    private final Kind kind;

    Fact(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the answer is yes or no; else it is a share. */
    public boolean isStatement() {
        return kind == Kind.STATEMENT;
    }

    /** Whether the rules count the fact themselves, so that nobody can state it. */
    public boolean isCounted() {
        return compareTo(DISCIPLINED_IN_DUTY) >= 0;
    }
}
