package vn.gov.hanoi.kernel.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the feed. */
@ConfigMapping(prefix = "congvu.feed")
interface FeedConfig {
    /** How long sent events are kept; a position before them is refused. */
    @WithDefault("400d")
    Duration retention();

    /** Most rows that one purge portion looks at. */
    @WithDefault("5000")
    int purgePortion();

    /** Most events of the log that one reading looks at, visible or not. */
    @WithDefault("5000")
    int scan();

    /** How often the log is looked at while somebody waits. */
    @WithDefault("250ms")
    Duration look();

    /** Silence after which a stream sends a comment. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Most requests of this process that wait for events at once; past it 503. */
    @WithDefault("500")
    int waiters();

    /** Most streams of this process at once; past it 503. */
    @WithDefault("1000")
    int streams();

    /** Most streams and waiting requests of one person or system at once; past it 429. */
    @WithDefault("8")
    int perCaller();
}
