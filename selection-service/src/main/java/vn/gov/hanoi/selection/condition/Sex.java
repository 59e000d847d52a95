package vn.gov.hanoi.selection.condition;

/** The retirement age depends on it. */
public enum Sex {
    FEMALE,
    MALE
}
