package vn.gov.hanoi.kernel.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the memory of verified tokens. */
@ConfigMapping(prefix = "congvu.tokens")
interface TokenConfig {
    /** Most tokens that are remembered; 0 remembers none. */
    @WithDefault("10000")
    int most();

    /** Past this time a remembered token is verified again, also when it has not expired. */
    @WithDefault("60s")
    Duration recheck();

    /** How often the issuer's keys are fetched again, read by {@link KeyWatch}'s schedule; a withdrawn key is refused after this time. */
    @WithDefault("60s")
    Duration keyRefresh();
}
