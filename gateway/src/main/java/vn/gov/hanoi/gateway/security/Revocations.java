package vn.gov.hanoi.gateway.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.GatewayConfig;

/**
 * Sessions and subjects that the issuer, or the person, ended. Tokens of them are refused although their signature is
 * good. Remembered as long as such a token could live, by this replica only.
 */
@ApplicationScoped
public class Revocations {
    private static final Logger LOGGER = Logger.getLogger(Revocations.class);
    private static final int MOST = 100_000;

    private final Clock clock;
    private final GatewayConfig config;
    private final TokenCache cache;
    private final Map<String, Instant> sessions = new LinkedHashMap<>();
    private final Map<String, Instant> subjects = new LinkedHashMap<>();

    Revocations(Clock clock, GatewayConfig config, TokenCache cache) {
        this.clock = clock;
        this.config = config;
        this.cache = cache;
    }

    /** Ends one session of the issuer, by its {@code sid}. */
    public void endSession(String session) {
        remember(sessions, session);
        cache.forget(null, session);
    }

    /** Ends all that a subject has begun up to now. */
    public void endSubject(String subject) {
        remember(subjects, subject);
        cache.forget(subject, null);
    }

    /** @param since when the session or token was begun */
    public synchronized boolean covers(@Nullable String subject, @Nullable String session, Instant since) {
        var ended = subject == null ? null : subjects.get(subject);
        return (session != null && sessions.containsKey(session)) || (ended != null && !since.isAfter(ended));
    }

    boolean covers(Caller caller) {
        return covers(caller.subject(), caller.session(), Instant.ofEpochSecond(caller.issuedAt()));
    }

    private synchronized void remember(Map<String, Instant> ended, String id) {
        var now = clock.instant();
        // In the order of time, so the first one is the oldest.
        ended.remove(id);
        ended.put(id, now);
        var oldest = now.minus(config.revocationMemory());
        ended.values().removeIf(each -> each.isBefore(oldest));
        if (ended.size() > MOST) {
            ended.remove(ended.keySet().iterator().next());
            LOGGER.warn("more logouts than can be remembered; the oldest is forgotten");
        }
    }
}
