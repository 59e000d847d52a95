package vn.gov.hanoi.evaluation.authority;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of delegations. */
@ConfigMapping(prefix = "congvu.delegations")
interface DelegationConfig {
    /** Longest delegation in days, unless its order itself allows a longer one. A rule of the City, not of the law (legal_check). */
    @WithDefault("366")
    int longestDays();
}
