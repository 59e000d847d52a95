package vn.gov.hanoi.evaluation.appointment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of appointments that wait for their day. */
@ConfigMapping(prefix = "congvu.appointments")
interface AppointmentConfig {
    /** How often those whose day has come are carried out; {@code off} for never. */
    @WithDefault("1m")
    String every();

    /** Most that are carried out in one look. */
    @WithDefault("500")
    int most();
}
