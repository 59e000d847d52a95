package vn.gov.hanoi.kernel.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Topics that this service writes or reads, by name: {@code congvu.topics."directory.unit".compacted=true}. */
@ConfigMapping(prefix = "congvu.topics")
public interface TopicsConfig {
    @WithParentName
    Map<String, Topic> topics();

    interface Topic {
        /** Partitions at creation; never changed later, because order per key rests on it. */
        @WithDefault("6")
        int partitions();

        /** Copies in the cluster; 3 in production. */
        @WithDefault("1")
        short replication();

        /** Whether only the newest record of a key is kept. */
        @WithDefault("false")
        boolean compacted();

        /** Largest record in bytes; the default is the broker's own. */
        @WithDefault("1048588")
        int largestRecord();
    }
}
