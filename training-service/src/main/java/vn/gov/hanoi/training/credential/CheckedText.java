package vn.gov.hanoi.training.credential;

import java.util.Optional;

/** What a text that is said to be a certificate turns out to be, by its signature alone. */
public sealed interface CheckedText {
    /** A key of the issuer signed this certificate while it was in use. */
    record Sound(Credential credential, PublishedKey key) implements CheckedText {}

    /** No certificate of this issuer; ALTERED or UNKNOWN. */
    record Unsound(Verdict verdict) implements CheckedText {}

    static CheckedText of(String compact, KeySet keys) {
        return switch (Jws.read(compact, keys)) {
            case Jws.Altered() -> new Unsound(Verdict.ALTERED);
            case Jws.ForeignKey() -> new Unsound(Verdict.UNKNOWN);
            case Jws.Signed(var payload, var key) -> {
                var credential = payload.path("iss").asText().equals(keys.issuer())
                        ? Credential.read(payload)
                        : Optional.<Credential>empty();
                // Whoever got hold of a replaced key must not issue with it.
                yield credential
                        .filter(each -> key.signedAt(each.issuedAt()))
                        .<CheckedText>map(each -> new Sound(each, key))
                        .orElseGet(() -> new Unsound(Verdict.UNKNOWN));
            }
        };
    }
}
