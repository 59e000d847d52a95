package vn.gov.hanoi.evaluation.fairness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Settings of fairness flags; choices of the City, not of a law. Decision 019 says what a change does to the rate of false alarms. */
@ConfigMapping(prefix = "congvu.fairness")
interface FairnessConfig {
    /** Fewest other raters with whom one is compared. */
    @WithDefault("5")
    int peers();

    /** Fewest people of a month of an agency, and fewest results of a group, about which anything is told. */
    @WithDefault("10")
    int results();

    /** Probability, 0-1, below which a fair group shows what is flagged; each test of a group has it for itself. */
    @WithDefault("0.0005")
    BigDecimal probability();

    /** Width in points of the strip above a threshold. */
    @WithDefault("0.5")
    BigDecimal width();

    /** Distance in points from the threshold to the strips below and above with which the first one is compared. */
    @WithDefault("1")
    BigDecimal distance();

    /** Greatest share, 0-1, of the people of the three strips that a smooth density puts into the first; a third if it is a line. */
    @WithDefault("0.40")
    BigDecimal fairShare();

    /** Fewest published months in which a cap had a place. */
    @WithDefault("4")
    int closings();

    /** Most months of one question. */
    @WithDefault("24")
    int months();
}
