package vn.gov.hanoi.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.support.WithFront;

/** What is asked of a token for each request, so also of one whose signature is remembered. */
@QuarkusTest
@WithFront
class AccessTokenRulesTest {
    @Inject
    AccessTokenRules rules;

    @Inject
    Revocations revocations;

    @Test
    void A9_rememberedTokenIsStillAskedForWhomItIs() {
        // When Then
        assertThat(rules.allow(token(claims -> {}))).isTrue();
        assertThat(rules.allow(token(claims -> claims.setAudience("account", "congvu"))))
                .isTrue();
        assertThat(rules.allow(token(claims -> claims.setAudience("account")))).isFalse();
        assertThat(rules.allow(token(claims -> claims.unsetClaim("aud")))).isFalse();
        assertThat(rules.allow(token(claims -> claims.setStringClaim("typ", "ID"))))
                .isFalse();
    }

    @Test
    void A7_rememberedTokenIsStillAskedForItsTime() {
        // Given
        long now = Instant.now().getEpochSecond();

        // When Then
        assertThat(rules.allow(token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now - 30)))))
                .isFalse();
        assertThat(rules.allow(token(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now + 60)))))
                .isFalse();
    }

    @Test
    void A11_rememberedTokenIsStillAskedForALogout() {
        // Given
        var token = token(claims -> claims.setStringClaim("sid", "ended"));
        assertThat(rules.allow(token)).isTrue();

        // When
        revocations.endSession("ended");

        // Then
        assertThat(rules.allow(token)).isFalse();
        assertThat(rules.allow(token(claims -> claims.setStringClaim("sid", "other"))))
                .isTrue();
    }

    private static Caller token(Consumer<JwtClaims> change) {
        long now = Instant.now().getEpochSecond();
        var claims = new JwtClaims();
        claims.setSubject("giang");
        claims.setAudience("congvu");
        claims.setStringClaim("typ", "Bearer");
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + 300));
        change.accept(claims);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .build();
        return Caller.of(identity).orElseThrow();
    }
}
