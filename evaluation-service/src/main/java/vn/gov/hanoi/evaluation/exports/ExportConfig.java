package vn.gov.hanoi.evaluation.exports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of exports. */
@ConfigMapping(prefix = "congvu.exports")
interface ExportConfig {
    /** How long a file is kept after its export has ended. */
    @WithDefault("24h")
    Duration kept();

    /** How long a link of a manifest works. */
    @WithDefault("1h")
    Duration linkValid();

    /** Longest transaction in which a file is written. */
    @WithDefault("10m")
    Duration longestTransaction();

    /** Rows that the database sends at a time, and after which the progress is told. */
    @WithDefault("1000")
    int fetchRows();
}
