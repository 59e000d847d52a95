package vn.gov.hanoi.localstack.city;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps tokens for two of their five minutes, so that many calls do not log in as often. */
public final class TokenCache implements TokenSource {
    private static final long KEPT = Duration.ofMinutes(2).toNanos();

    private record Token(String value, long since) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final TokenSource source;

    public TokenCache(TokenSource source) {
        this.source = source;
    }

    /** The next one is new, since the suite refused this one. */
    void forget(String user) {
        tokens.remove(user);
    }

    @Override
    public String token(String user) {
        return tokens.compute(
                        user,
                        (_, known) -> known != null && System.nanoTime() - known.since() < KEPT
                                ? known
                                : new Token(source.token(user), System.nanoTime()))
                .value();
    }
}
