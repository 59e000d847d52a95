package vn.gov.hanoi.evaluation.annual;

import vn.gov.hanoi.evaluation.timeline.Validity;

/** Lawful absence from work (nghỉ không tham gia công tác). The yearly leave is none. */
public record Leave(Kind kind, Validity validity) {
    public enum Kind {
        /** Nghỉ thai sản. */
        MATERNITY,
        /** Any other absence that the law allows. */
        OTHER
    }
}
