package vn.gov.hanoi.kernel.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the consumer. */
@ConfigMapping(prefix = "congvu.inbox")
public interface InboxConfig {
    /** Whether this process consumes events. */
    @WithDefault("true")
    boolean enabled();
}
