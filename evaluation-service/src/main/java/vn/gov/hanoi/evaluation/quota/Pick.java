package vn.gov.hanoi.evaluation.quota;

/**
 * The decider's choice of one person for the top grade.
 *
 * @param reason why this person; may be blank where nobody had to be left out
 */
public record Pick(String memberId, String reason) {}
