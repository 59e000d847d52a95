package vn.gov.hanoi.selection.ruleset;

/** What a third marking is for. */
public enum ThirdMark {
    /** The mean of the two marks that lie nearest to each other; of all three if the middle one lies halfway. */
    NEAREST_TWO,
    /** The third mark alone, as for bailiffs. */
    THIRD_DECIDES
}
