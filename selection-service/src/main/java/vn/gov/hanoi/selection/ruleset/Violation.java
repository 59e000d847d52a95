package vn.gov.hanoi.selection.ruleset;

/** What can happen in the exam room: reprimand (khiển trách), warning (cảnh cáo), suspension (đình chỉ). */
public enum Violation {
    REPRIMAND,
    WARNING,
    SUSPENSION
}
