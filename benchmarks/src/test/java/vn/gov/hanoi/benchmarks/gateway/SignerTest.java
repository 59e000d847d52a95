package vn.gov.hanoi.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that everybody who verifies RS256 must take for good. */
class SignerTest {
    private final Signer signer = new Signer("http://issuer");

    @Test
    void shouldSignAsTheKeyOfItsKeySetVerifies(@TempDir Path folder) throws Exception {
        // Given
        var key = publicKey();

        // When
        var file = signer.write(folder.resolve("tokens"), 30);

        // Then
        var all = Files.readString(file.file());
        assertThat(all).hasSize(file.length() * file.count());
        for (int i = 0; i < file.count(); i++) {
            assertThat(isGood(all.substring(i * file.length(), (i + 1) * file.length()), key))
                    .isTrue();
        }
    }

    @Test
    void shouldSignNothingElse() throws Exception {
        // Given
        var token = signer.tokens(1).getFirst();

        // When
        var changed = token.replaceFirst("\\.e", ".f");

        // Then
        assertThat(isGood(changed, publicKey())).isFalse();
    }

    private PublicKey publicKey() throws Exception {
        var key = new ObjectMapper().readTree(signer.keySet()).path("keys").get(0);
        var modulus =
                new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asText()));
        assertThat(modulus.bitLength()).isEqualTo(2048);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
    }

    private static boolean isGood(String token, PublicKey key) throws Exception {
        int end = token.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }
}
