package vn.gov.hanoi.evaluation.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of simulations. */
@ConfigMapping(prefix = "congvu.simulations")
interface SimulationConfig {
    /** Longest transaction in which the months are read and the counts are kept. */
    @WithDefault("60m")
    Duration longestTransaction();

    /** Sheets that the database sends at a time, and after which the progress is told. */
    @WithDefault("1000")
    int fetchRows();

    /** Fewest compared sheets of a group that are shown by themselves to who does not see points. */
    @WithDefault("5")
    int smallestGroup();
}
