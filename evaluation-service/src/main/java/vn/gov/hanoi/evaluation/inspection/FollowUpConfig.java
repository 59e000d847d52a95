package vn.gov.hanoi.evaluation.inspection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of re-inspections that nobody ordered. */
@ConfigMapping(prefix = "congvu.re-inspections")
interface FollowUpConfig {
    /** How often findings are looked through; {@code off} for never. */
    @WithDefault("1h")
    String every();

    /** Findings that are looked at in one transaction. */
    @WithDefault("100")
    int chunk();
}
