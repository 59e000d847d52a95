package vn.gov.hanoi.kernel.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay. */
@ConfigMapping(prefix = "congvu.outbox")
public interface OutboxConfig {
    /** Whether this process runs a relay; replicas may, only one is active at a time. */
    @WithDefault("true")
    boolean enabled();

    /** Most events of one cycle. */
    @WithDefault("500")
    int batchSize();

    /** How long to sleep without a wake-up: the safety net. */
    @WithDefault("1s")
    Duration pollInterval();

    /**
     * Rest after each full batch, so that a backlog does not take the processors from the work that makes it. For machines that the
     * service shares with its consumers; one event or few never wait.
     */
    @WithDefault("0s")
    Duration backlogPause();

    /**
     * Rest between batches of bulk events while {@link BulkWork} goes on in this process; what it tells then mostly waits for its end. For
     * machines that the service shares with its consumers; single acts never wait.
     */
    @WithDefault("0s")
    Duration bulkRest();

    /** Longest wait between attempts while the broker is away. */
    @WithDefault("3s")
    Duration longestBackOff();
}
