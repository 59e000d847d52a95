package vn.gov.hanoi.gateway.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.GatewayConfig;

/**
 * Tokens whose signature was verified, so that it need not be computed again for each request. An entry is found by the
 * SHA-256 of the whole token only, and ends when the token does, after the time of a re-check, at any change of the key
 * set, and at the logout of its subject or session. Failures are not kept; what depends on the request is not kept.
 */
@ApplicationScoped
class TokenCache {
    private record Entry(Caller caller, long untilMillis) {}

    private final Clock clock;
    private final int size;
    private final Duration recheck;
    private final UnaryOperator<String> key;
    private final Counter hits;
    private final Counter misses;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long generation;

    @Inject
    TokenCache(GatewayConfig config, Clock clock, MeterRegistry meters) {
        this(config.tokenCacheSize(), config.tokenCacheRecheck(), clock, meters, TokenCache::digest);
    }

    /** @param key what an entry is found by; only a test that shows why it must be the whole token gives another one */
    TokenCache(int size, Duration recheck, Clock clock, MeterRegistry meters, UnaryOperator<String> key) {
        this.size = size;
        this.recheck = recheck;
        this.clock = clock;
        this.key = key;
        this.hits = meters.counter("gateway_token_cache_lookups_total", "outcome", "hit");
        this.misses = meters.counter("gateway_token_cache_lookups_total", "outcome", "miss");
        meters.gauge("gateway_token_cache_entries", this, TokenCache::size);
    }

    /** Who the token is of, if it was verified a short time ago. */
    Optional<Caller> find(String token) {
        var found = lookUp(key.apply(token));
        (found == null ? misses : hits).increment();
        return found == null ? Optional.empty() : Optional.of(found.caller());
    }

    private synchronized @Nullable Entry lookUp(String digest) {
        var found = entries.get(digest);
        if (found != null && found.untilMillis() <= clock.millis()) {
            entries.remove(digest);
            return null;
        }
        return found;
    }

    /** Number of the key set; a verification that began under another one is not kept. */
    synchronized long generation() {
        return generation;
    }

    void keep(String token, Caller caller, long verifiedUnder) {
        long until = Math.min(
                caller.expiresAt() * 1000, clock.instant().plus(recheck).toEpochMilli());
        put(key.apply(token), new Entry(caller, until), verifiedUnder);
    }

    private synchronized void put(String digest, Entry entry, long verifiedUnder) {
        if (verifiedUnder != generation) {
            return;
        }
        entries.put(digest, entry);
        if (entries.size() > size) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** The keys of the issuer changed. */
    synchronized void forgetAll() {
        generation++;
        entries.clear();
    }

    /** Ends the entries of a session of the issuer, or all of a subject. */
    synchronized void forget(@Nullable String subject, @Nullable String session) {
        entries.values()
                .removeIf(entry -> session == null
                        ? entry.caller().subject().equals(subject)
                        : session.equals(entry.caller().session()));
    }

    synchronized int size() {
        return entries.size();
    }

    static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1));
            return new String(digest, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
