package vn.gov.hanoi.evaluation.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of imports. */
@ConfigMapping(prefix = "congvu.imports")
interface ImportConfig {
    /** Rows that are applied in one transaction. */
    @WithDefault("2000")
    int chunkRows();

    /** Chunks that are applied at the same time, each with a connection of its own, if their kind allows it. */
    @WithDefault("3")
    int lanes();

    /** Chunks for each lane in a step. All other changes of the directory wait for the end of a step. */
    @WithDefault("2")
    int chunksInLane();

    /** Most rows of a file. */
    @WithDefault("500000")
    int mostRows();

    /** Largest file in bytes: 64 MiB. */
    @WithDefault("67108864")
    long mostBytes();

    /** Longest transaction of an import that is recorded as a whole. */
    @WithDefault("10m")
    Duration longestTransaction();
}
