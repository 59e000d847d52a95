package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes RS256 tokens like those of the suite's realm, hundreds of thousands of them. Its modulus of 2048 bits is the product of sixteen primes: that makes
 * signing some ten times as fast, and such a key worthless for anything else. Who verifies computes the same as with any other key of this length.
 */
final class Signer {
    static final String KEY_ID = "bench";
    static final String AUDIENCE = "congvu";
    private static final long LIFE_SECONDS = 6 * 3600;

    private static final int BATCH = 10_000;
    private static final int PRIMES = 16;
    private static final int BITS = 2048;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final byte[] SHA256_PREFIX = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final BigInteger[] primes;
    private final BigInteger[] exponents = new BigInteger[PRIMES];
    private final BigInteger[] weights = new BigInteger[PRIMES];
    private final BigInteger modulus;
    private final String issuer;
    private final long born = Instant.now().getEpochSecond();
    private final String header = part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}");

    Signer(String issuer) {
        this.issuer = issuer;
        var random = new SecureRandom();
        primes = Stream.generate(() -> prime(random)).distinct().limit(PRIMES).toArray(BigInteger[]::new);
        modulus = Arrays.stream(primes).reduce(BigInteger.ONE, BigInteger::multiply);
        for (int i = 0; i < PRIMES; i++) {
            exponents[i] = EXPONENT.modInverse(primes[i].subtract(BigInteger.ONE));
            var others = modulus.divide(primes[i]);
            weights[i] = others.multiply(others.modInverse(primes[i]));
        }
    }

    private static BigInteger prime(SecureRandom random) {
        int bits = BITS / PRIMES;
        // Even sixteen of the smallest are longer than 2047 bits together.
        var high = BigInteger.valueOf(31).shiftLeft(bits - 5);
        while (true) {
            var candidate = new BigInteger(bits, random).or(high).setBit(0);
            if (candidate.isProbablePrime(64)
                    && candidate.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
                return candidate;
            }
        }
    }

    /** Tokens of so many persons. */
    List<String> tokens(int count) {
        return IntStream.range(0, count).mapToObj(this::token).toList();
    }

    /** The same, one behind the other in a file. */
    TokenFile write(Path file, int count) {
        int length = token(0).length();
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int from = 0; from < count; from += BATCH) {
                var batch = IntStream.range(from, Math.min(count, from + BATCH))
                        .parallel()
                        .mapToObj(this::token)
                        .toList();
                for (var token : batch) {
                    if (token.length() != length) {
                        throw new IllegalStateException("tokens of different lengths");
                    }
                    out.write(token);
                }
            }
            return new TokenFile(file, length, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token(int person) {
        var claims = """
                {"exp":%d,"iat":%d,"jti":"%s","iss":"%s","aud":"%s","sub":"%s","typ":"Bearer","azp":"congvu-spa","sid":"%s","acr":"1",\
                "realm_access":{"roles":["officer","unit-head","default-roles-congvu"]},"scope":"openid profile","unit":"H26.%02d.%02d",\
                "name":"Nguyen Van %06d","preferred_username":"an.nguyen.%06d"}""".formatted(
                        born + LIFE_SECONDS,
                        born,
                        UUID.randomUUID(),
                        issuer,
                        AUDIENCE,
                        new UUID(0x4a000, person),
                        UUID.randomUUID(),
                        10 + person % 50,
                        10 + person % 20,
                        person,
                        person);
        var signed = header + "." + part(claims);
        return signed + "." + URL.encodeToString(sign(signed));
    }

    private byte[] sign(String text) {
        var digest = sha256(text.getBytes(StandardCharsets.US_ASCII));
        var padded = new byte[BITS / 8];
        Arrays.fill(padded, (byte) 0xff);
        padded[0] = 0;
        padded[1] = 1;
        int start = padded.length - digest.length - SHA256_PREFIX.length;
        padded[start - 1] = 0;
        System.arraycopy(SHA256_PREFIX, 0, padded, start, SHA256_PREFIX.length);
        System.arraycopy(digest, 0, padded, padded.length - digest.length, digest.length);
        var message = new BigInteger(1, padded);
        var sum = BigInteger.ZERO;
        for (int i = 0; i < PRIMES; i++) {
            sum = sum.add(message.mod(primes[i]).modPow(exponents[i], primes[i]).multiply(weights[i]));
        }
        return unsigned(sum.mod(modulus));
    }

    /** The key set as the issuer publishes it. */
    String keySet() {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + URL.encodeToString(unsigned(modulus)) + "\",\"e\":\"AQAB\"}]}";
    }

    void writePem(Path file) {
        try {
            var key = (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
            var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[BITS / 8];
        int from = Math.max(0, bytes.length - fixed.length);
        System.arraycopy(bytes, from, fixed, fixed.length - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
