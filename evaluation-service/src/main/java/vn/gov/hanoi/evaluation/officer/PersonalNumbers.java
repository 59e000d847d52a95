package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.seal.Sealer;

/**
 * Seals personal numbers, and makes the blind index that finds an exact number without opening any. The index has a key of its own:
 * with 10^12 possible numbers, whoever holds that key could try them all.
 */
@ApplicationScoped
class PersonalNumbers {
    private static final String ALGORITHM = "HmacSHA256";

    private final Sealer sealer;
    private final SecretKeySpec key;

    /** @param encodedKey 32 bytes in base64, from the environment; it never changes, or no number is found any more */
    PersonalNumbers(Sealer sealer, @ConfigProperty(name = "congvu.directory.number-key") String encodedKey) {
        this.sealer = sealer;
        byte[] bytes = Base64.getDecoder().decode(encodedKey);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("congvu.directory.number-key must be 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @param digits without fault; null if there is no number */
    @Nullable
    SealedNumber seal(UUID officerId, @Nullable String digits) {
        return digits == null
                ? null
                : new SealedNumber(
                        sealer.seal(digits.getBytes(StandardCharsets.US_ASCII), context(officerId)), index(digits));
    }

    byte[] index(String digits) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the number cannot be indexed", e);
        }
    }

    /** The number of an officer; empty if none is recorded. */
    Optional<PersonalNumber> open(Officer officer) {
        var number = officer.identity().number();
        if (number == null) {
            return Optional.empty();
        }
        byte[] digits = sealer.open(number.sealed(), context(officer.id()))
                .orElseThrow(() -> new IllegalStateException("a personal number was sealed by another key"));
        return Optional.of(new PersonalNumber(new String(digits, StandardCharsets.US_ASCII)));
    }

    private static String context(UUID officerId) {
        return "officer-number|" + officerId;
    }
}
