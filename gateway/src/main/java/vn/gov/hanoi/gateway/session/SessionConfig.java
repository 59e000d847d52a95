package vn.gov.hanoi.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of sessions of browsers; each can be given by the environment, for example CONGVU_SESSION_IDLE_LIMIT=15m. */
@ConfigMapping(prefix = "congvu.session")
public interface SessionConfig {
    /** Keys that seal cookies, {@code name=base64 of 32 bytes}, separated by commas: the first seals, each of them opens. */
    String keys();

    /** Client of the gateway at the issuer. */
    @WithDefault("congvu-gateway")
    String clientId();

    /** Secret of that client. */
    String clientSecret();

    /** A session ends when nothing was asked with it for so long. */
    @WithDefault("30m")
    Duration idleLimit();

    /** A session ends so long after the login, whatever was done with it. */
    @WithDefault("10h")
    Duration absoluteLimit();

    /** Longest time from the start of a login to its end. */
    @WithDefault("10m")
    Duration loginLimit();

    /** An access token is renewed when it has less than this to live. */
    @WithDefault("60s")
    Duration renewBefore();

    /** Longest wait for an answer of the issuer at login, renewal and logout. */
    @WithDefault("10s")
    Duration issuerTimeout();
}
