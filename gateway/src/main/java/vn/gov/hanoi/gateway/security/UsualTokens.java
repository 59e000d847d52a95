package vn.gov.hanoi.gateway.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens that look exactly as our issuer makes them, in a fraction of the time that the library takes for any token there may be. What is not of that
 * form is not judged here but left to the library: another header, another algorithm, an unknown key, a claim twice or of another kind, another issuer, a
 * time before which the token does not hold, a key that it is bound to. So nothing passes here that the library would refuse.
 */
@ApplicationScoped
class UsualTokens {
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String ROLES = "realm_access";
    private static final Set<String> TEXTS =
            Set.of("iss", "sub", "typ", "sid", "azp", "unit", "organisation", "name", "upn", "preferred_username");
    private static final Set<String> TIMES = Set.of("iat", "exp");
    private static final Set<String> NEEDED = Set.of("iss", "sub", "typ", "aud", "iat", "exp");
    /** Claims that change what a token is worth, in ways that our issuer does not use. */
    private static final Set<String> UNUSUAL = Set.of("nbf", "cnf", "crit", "b64");

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final int DEEPEST = 10;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** One for each event loop, since it holds the state of a computation. */
    private final ThreadLocal<@Nullable Checker> checkers = new ThreadLocal<>();

    private final Function<String, Optional<RSAPublicKey>> keys;
    private final String issuer;

    @Inject
    UsualTokens(KeyWatch keys, @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this(keys::rsaKey, issuer);
    }

    UsualTokens(Function<String, Optional<RSAPublicKey>> keys, String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * What was found.
     *
     * @param judged whether nobody else needs to look; if not, the library decides
     * @param caller whom the token is of; null unless its signature is good
     */
    record Reading(boolean judged, @Nullable Caller caller) {
        private static final Reading UNUSUAL = new Reading(false, null);
        private static final Reading FORGED = new Reading(true, null);
    }

    /** Whose the token is, by its signature. Its time and audience are left to {@link AccessTokenRules}, as for every request. */
    Reading read(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 1 || second < 0) {
            return Reading.UNUSUAL;
        }
        try {
            var key = key(DECODER.decode(token.substring(0, first)));
            var claims = key.isEmpty() ? null : claims(DECODER.decode(token.substring(first + 1, second)));
            if (key.isEmpty() || claims == null || !issuer.equals(claims.get("iss"))) {
                return Reading.UNUSUAL;
            }
            return isSigned(key.get(), token, second) ? new Reading(true, Caller.of(claims)) : Reading.FORGED;
        } catch (IOException | IllegalArgumentException _) {
            return Reading.UNUSUAL;
        } catch (GeneralSecurityException _) {
            // Nothing of this token may be left in the computation of the next one.
            checkers.remove();
            return Reading.UNUSUAL;
        }
    }

    /** The parser would guess other encodings than UTF-8 from zeros. */
    private static JsonParser parser(byte[] text) throws IOException {
        if (text.length < 2 || text[0] != '{' || text[1] == 0) {
            throw new IOException("no object in UTF-8");
        }
        return JSON.createParser(text);
    }

    private Optional<RSAPublicKey> key(byte[] header) throws IOException {
        var members = new HashMap<String, String>();
        try (var json = parser(header)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                var value = json.nextTextValue();
                if (value == null) {
                    return Optional.empty();
                }
                members.put(name, value);
            }
            if (json.nextToken() != null) {
                return Optional.empty();
            }
        }
        var id = members.remove("kid");
        boolean usual = "RS256".equals(members.remove("alg")) && "JWT".equals(members.remove("typ"));
        return id != null && usual && members.isEmpty() ? keys.apply(id) : Optional.empty();
    }

    /** Claims that somebody here reads; null if anything is not as usual. */
    private static @Nullable Map<String, Object> claims(byte[] payload) throws IOException {
        var found = new HashMap<String, Object>();
        try (var json = parser(payload)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (!take(name, json, found)) {
                    return null;
                }
            }
            boolean ended = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return ended && found.keySet().containsAll(NEEDED) ? found : null;
        }
    }

    /** @return false if the value is not of the usual kind */
    private static boolean take(String name, JsonParser json, Map<String, Object> found) throws IOException {
        if (TEXTS.contains(name)) {
            found.put(name, json.getText());
            return json.currentToken() == JsonToken.VALUE_STRING
                    && !json.getText().isEmpty();
        }
        if (TIMES.contains(name)) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return false;
            }
            long seconds = json.getLongValue();
            found.put(name, seconds);
            return seconds >= 0 && seconds <= LATEST;
        }
        return switch (name) {
            case "aud" -> texts(name, json, found) || text(name, json, found);
            case "purposes" -> texts(name, json, found);
            case ROLES -> roles(json, found);
            default -> {
                json.skipChildren();
                yield !UNUSUAL.contains(name);
            }
        };
    }

    private static boolean text(String name, JsonParser json, Map<String, Object> found) throws IOException {
        found.put(name, List.of(json.getText()));
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    private static boolean texts(String name, JsonParser json, Map<String, Object> found) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        var texts = new ArrayList<String>();
        for (var text = json.nextTextValue(); text != null; text = json.nextTextValue()) {
            texts.add(text);
        }
        found.put(name, texts);
        return json.currentToken() == JsonToken.END_ARRAY;
    }

    /** Nothing but the list of roles may stand there. */
    private static boolean roles(JsonParser json, Map<String, Object> found) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT || !"roles".equals(json.nextFieldName())) {
            return false;
        }
        json.nextToken();
        return texts(ROLES, json, found) && json.nextToken() == JsonToken.END_OBJECT;
    }

    /** The one way to write the signature, for the bits that are left over could be anything. */
    private boolean isSigned(RSAPublicKey key, String token, int dot) throws GeneralSecurityException {
        var written = token.substring(dot + 1);
        var signature = DECODER.decode(written);
        return ENCODER.encodeToString(signature).equals(written)
                && checker(key).isGood(token.substring(0, dot).getBytes(StandardCharsets.ISO_8859_1), signature);
    }

    private Checker checker(RSAPublicKey key) throws GeneralSecurityException {
        var known = checkers.get();
        if (known == null || !known.key().equals(key)) {
            known = Checker.of(key);
            checkers.set(known);
        }
        return known;
    }

    private record Checker(RSAPublicKey key, Signature signature) {
        static Checker of(RSAPublicKey key) throws GeneralSecurityException {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            return new Checker(key, signature);
        }

        boolean isGood(byte[] signed, byte[] by) throws GeneralSecurityException {
            signature.update(signed);
            return signature.verify(by);
        }
    }
}
