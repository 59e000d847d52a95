package vn.gov.hanoi.evaluation.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the workers behind operations. */
@ConfigMapping(prefix = "congvu.operations")
interface OperationConfig {
    /** Whether this process works on operations; replicas may, one of them works on each kind at a time. */
    @WithDefault("true")
    boolean enabled();

    /** How long to sleep without a wake-up: the safety net. */
    @WithDefault("1s")
    Duration pollInterval();
}
