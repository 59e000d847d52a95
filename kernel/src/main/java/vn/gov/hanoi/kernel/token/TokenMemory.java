package vn.gov.hanoi.kernel.token;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Identities of tokens that were verified a short time ago. An entry is found by the SHA-256 of the whole token only, and ends when the
 * token does, after the time of a re-check, and at any change of the issuer's keys. Failures are not kept.
 */
@ApplicationScoped
class TokenMemory {
    private record Entry(SecurityIdentity identity, long untilMillis) {}

    private final Clock clock;
    private final int most;
    private final Duration recheck;
    private final Counter hits;
    private final Counter misses;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long keySet;

    @Inject
    TokenMemory(TokenConfig config, Clock clock, MeterRegistry meters) {
        this(config.most(), config.recheck(), clock, meters);
    }

    TokenMemory(int most, Duration recheck, Clock clock, MeterRegistry meters) {
        this.most = most;
        this.recheck = recheck;
        this.clock = clock;
        this.hits = meters.counter("token_memory_lookups_total", "outcome", "hit");
        this.misses = meters.counter("token_memory_lookups_total", "outcome", "miss");
        meters.gauge("token_memory_entries", this, TokenMemory::size);
    }

    /** Who the token is of; null if it must be verified. */
    @Nullable
    SecurityIdentity find(String token) {
        var found = lookUp(digest(token));
        (found == null ? misses : hits).increment();
        return found;
    }

    private synchronized @Nullable SecurityIdentity lookUp(String digest) {
        var found = entries.get(digest);
        if (found == null) {
            return null;
        }
        if (found.untilMillis() <= clock.millis()) {
            entries.remove(digest);
            return null;
        }
        return found.identity();
    }

    /** Number of the key set; a verification that began under another one is not kept. */
    synchronized long keySet() {
        return keySet;
    }

    /** @param verifiedUnder number of the key set when the verification began */
    void keep(String token, SecurityIdentity identity, long verifiedUnder) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return;
        }
        long until = Math.min(
                claims.getExpirationTime() * 1000, clock.instant().plus(recheck).toEpochMilli());
        put(digest(token), new Entry(withoutRequest(identity), until), verifiedUnder);
    }

    /** The library's identity leads to the request it came with; another request must not find that. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    private synchronized void put(String digest, Entry entry, long verifiedUnder) {
        if (verifiedUnder != keySet) {
            return;
        }
        entries.put(digest, entry);
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** The keys of the issuer changed. */
    synchronized void forgetAll() {
        keySet++;
        entries.clear();
    }

    synchronized int size() {
        return entries.size();
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
