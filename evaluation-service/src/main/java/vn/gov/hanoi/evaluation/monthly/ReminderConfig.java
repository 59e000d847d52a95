package vn.gov.hanoi.evaluation.monthly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of reminders. */
@ConfigMapping(prefix = "congvu.reminders")
interface ReminderConfig {
    /** How often open closings are looked through; {@code off} for never. */
    @WithDefault("15m")
    String every();

    /** Closings that are looked through in one transaction. */
    @WithDefault("200")
    int chunk();
}
