package vn.gov.hanoi.selection.ruleset;

/** What happens if, after somebody has withdrawn between the rounds, only one candidate is left for a post. */
public enum WithdrawalRule {
    /** The contest goes on. */
    CONTINUE,
    /** It goes on only with a decision of the authority. */
    DECISION
}
