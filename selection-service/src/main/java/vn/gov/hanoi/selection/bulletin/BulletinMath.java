package vn.gov.hanoi.selection.bulletin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the verifier computes with, from the JDK alone. Marks are rounded only where they are told: two decimals, half up. */
final class BulletinMath {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BulletinMath() {}

    /** Nothing for what is not hexadecimal: then nothing fits. */
    static byte[] hex(BulletinJson field) {
        try {
            return HexFormat.of().parseHex(field.text());
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static BigDecimal sum(List<BulletinJson> numbers) {
        return numbers.stream().map(BulletinJson::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal half(BigDecimal one, BigDecimal other) {
        return one.add(other).divide(BigDecimal.TWO, MathContext.DECIMAL128);
    }

    static BigDecimal deducted(BigDecimal exact, BigDecimal percent) {
        return exact.multiply(HUNDRED.subtract(percent)).divide(HUNDRED, MathContext.DECIMAL128);
    }

    static String shown(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String told(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP).toPlainString();
    }

    static String sha256(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
