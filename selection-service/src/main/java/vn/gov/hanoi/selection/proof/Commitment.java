package vn.gov.hanoi.selection.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What fixes a sealed sheet before it is opened: who knows the digest learns nothing of the sheet, and who sealed it cannot change it.
 *
 * @param salt 32 random bytes in hexadecimal; told when the sheet is opened
 * @param digest SHA-256 over the bytes of the salt and the canonical JSON of the sheet, in hexadecimal; told at once
 */
public record Commitment(String salt, String digest) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    /** Commits to a sheet with a new salt. */
    public static Commitment to(Object sheet) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(HexFormat.of().formatHex(salt), digest(salt, sheet));
    }

    /** Whether the sheet is the one that was sealed. */
    public boolean fits(Object sheet) {
        return digest(HexFormat.of().parseHex(salt), sheet).equals(digest);
    }

    private static String digest(byte[] salt, Object sheet) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return HexFormat.of()
                    .formatHex(sha.digest(CanonicalJson.write(sheet).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
