package vn.gov.hanoi.evaluation.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of reports; choices of the City, not of a law. */
@ConfigMapping(prefix = "congvu.reports")
interface ReportConfig {
    /** Fewest rated people of whom a mean is told. */
    @WithDefault("5")
    int smallestGroup();
}
