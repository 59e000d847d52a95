package vn.gov.hanoi.evaluation.ruleset;

/** Mức xếp loại: the four levels of every regime, the best first. */
public enum Grade {
    /** Hoàn thành xuất sắc nhiệm vụ. */
    A,
    /** Hoàn thành tốt nhiệm vụ. */
    B,
    /** Hoàn thành nhiệm vụ. */
    C,
    /** Không hoàn thành nhiệm vụ. */
    D;

    /** This grade, or the ceiling if this one is better. */
    public Grade atMost(Grade ceiling) {
        return isBetterThan(ceiling) ? ceiling : this;
    }

    public boolean isBetterThan(Grade other) {
        return compareTo(other) < 0;
    }
}
