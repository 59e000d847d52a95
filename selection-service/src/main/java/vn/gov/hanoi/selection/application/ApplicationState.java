package vn.gov.hanoi.selection.application;

/** Whether a person stands for the post. */
public enum ApplicationState {
    RECEIVED,
    WITHDRAWN,
    /** Need not sit although planned: illness, maternity, studies abroad, force majeure. */
    EXEMPT,
    /** Appointed to another post; stands again if that is revoked. */
    CHOSEN_ELSEWHERE
}
