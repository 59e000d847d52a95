package vn.gov.hanoi.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Requests allowed in one window, for each replica; each can be given by the environment, for example CONGVU_LIMITS_USER_READ=900. */
@ConfigMapping(prefix = "congvu.limits")
public interface LimitConfig {
    /** The window; an allowance fills up evenly within it. */
    @WithDefault("60s")
    Duration window();

    /** Readings of one person. */
    @WithDefault("600")
    int userRead();

    /** Changes of one person. */
    @WithDefault("120")
    int userWrite();

    /** Exports, imports, bulk calls, dossiers and free-text searches of one person. */
    @WithDefault("20")
    int userHeavy();

    /** Readings by one client for one organisation. */
    @WithDefault("6000")
    int clientRead();

    /** Changes by one client for one organisation. */
    @WithDefault("1200")
    int clientWrite();

    /** Heavy operations by one client for one organisation. */
    @WithDefault("120")
    int clientHeavy();

    /** Readings of one organisation: an agency with all units below it. */
    @WithDefault("12000")
    int orgRead();

    /** Changes of one organisation. */
    @WithDefault("2400")
    int orgWrite();

    /** Heavy operations of one organisation. */
    @WithDefault("240")
    int orgHeavy();

    /** Clients that load and test: each is counted apart, with allowances of its own; only where no person can use such a client by chance. */
    Optional<Set<String>> tools();

    /** How many times the usual allowances such a client has. */
    @WithDefault("2000")
    int toolFactor();

    /** Persons, clients and organisations that are counted at once; past it the one that asked longest ago is forgotten. */
    @WithDefault("300000")
    int remembered();
}
