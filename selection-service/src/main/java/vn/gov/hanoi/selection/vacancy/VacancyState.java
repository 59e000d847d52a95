package vn.gov.hanoi.selection.vacancy;

/** Where a vacancy stands. Later steps of a selection are those of its round. */
public enum VacancyState {
    /** Prepared; seen by officials only. */
    DRAFT,
    /** Published; seen by everybody, not changed any more. */
    ANNOUNCED,
    /** Its round was suspended or cancelled; everybody still sees it. A suspended one can be announced again. */
    CLOSED;

    boolean canBecome(VacancyState next) {
        return switch (this) {
            case DRAFT, CLOSED -> next == ANNOUNCED;
            case ANNOUNCED -> next == CLOSED;
        };
    }
}
