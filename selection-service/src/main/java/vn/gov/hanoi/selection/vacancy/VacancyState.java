package vn.gov.hanoi.selection.vacancy;

/** Where a vacancy stands. Later steps of a selection round will follow ANNOUNCED. */
public enum VacancyState {
    /** Prepared; seen by officials only. */
    DRAFT,
    /** Published; seen by everybody, not changed any more. */
    ANNOUNCED;

    boolean canBecome(VacancyState next) {
        return switch (this) {
            case DRAFT -> next == ANNOUNCED;
            case ANNOUNCED -> false;
        };
    }
}
