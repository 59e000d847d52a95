package vn.gov.hanoi.selection.condition;

/** Where a candidate comes from (nguồn dự tuyển). */
public enum CandidateSource {
    /** In the plan (quy hoạch) of the post, works in the unit. */
    PLANNED_INSIDE,
    /** In the plan of an equivalent post of another unit. */
    PLANNED_OUTSIDE,
    /** Not in a plan; nominated by the leadership collective with written consent of its party committee. */
    NOMINATED
}
