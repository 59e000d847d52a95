package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;

/** What candidates are ranked by (2424/BNV-CCVC leaves it open; both are practised). */
public enum RankingRule {
    /** The mean of the defence alone. */
    PROJECT,
    /** The written mark and the mean of the defence together. */
    SUM;

    /** @param written 0..100 */
    Mean total(BigDecimal written, Mean project) {
        return this == PROJECT ? project : project.plus(written);
    }
}
