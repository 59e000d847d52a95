package vn.gov.hanoi.selection.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/**
 * A lot that can be drawn again by everybody. Seed and codes are fixed, and committed to, before anybody knows which codes take part; those that do stand in
 * the order of SHA-256 over the bytes of the seed and the code in UTF-8.
 *
 * @param codes all that were given, ascending
 * @param seed 32 random bytes in hexadecimal
 */
public record Lot(List<String> codes, String seed) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 32;
    private static final int CODES = 1_000_000;

    public Lot {
        codes = codes.stream().sorted().toList();
    }

    /** A new lot with different codes of six digits. @param many at most 10,000 */
    public static Lot of(int many) {
        var given = new HashSet<String>();
        while (given.size() < many) {
            given.add("%06d".formatted(RANDOM.nextInt(CODES)));
        }
        var seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return new Lot(List.copyOf(given), HexFormat.of().formatHex(seed));
    }

    /** The codes in an order that says nothing, to be given out. */
    public List<String> shuffled() {
        var mixed = new ArrayList<>(codes);
        java.util.Collections.shuffle(mixed, RANDOM);
        return mixed;
    }

    /** Those of the codes that take part, first the first. */
    public List<String> order(Collection<String> taking) {
        return taking.stream()
                .filter(codes::contains)
                .sorted(Comparator.comparing(this::digest))
                .toList();
    }

    private String digest(String code) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(seed));
            return HexFormat.of().formatHex(sha.digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
