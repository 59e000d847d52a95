package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.withToken;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider goes away while the gateway runs. */
@QuarkusTest
@WithStage
class IssuerAwayTest {
    @BeforeEach
    void away() {
        withToken(Token.usual().signed());
        Call.stage("/stage/issuer/stop");
        Call.seen();
    }

    @AfterEach
    void back() {
        Call.stage("/stage/issuer/start");
    }

    @Test
    void shouldGoOnWithTheKeysItKnows() {
        // When
        var answer = withToken(Token.usual().signed());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void shouldStillRefuseForgedTokens() {
        // When Then
        Call.assertUnauthenticated(withToken(Token.usual().signedByStranger()));
        Call.assertUnauthenticated(withToken(Token.usual().header("alg", "none").unsigned()));
    }

    @Test
    void shouldAdmitNobodyWithAKeyItDoesNotKnow() {
        // When Then
        Call.assertUnauthenticated(withToken(Token.usual().header("kid", "new").signedByStranger()));
    }

    @Test
    void A12_unknownKeysCauseNoStormOfFetches() {
        // Given
        Call.stage("/stage/issuer/start");
        int before = Call.stage("/stage/issuer/key-fetches").asInt();

        // When
        for (int i = 0; i < 50; i++) {
            Call.assertUnauthenticated(
                    withToken(Token.usual().header("kid", "unknown-" + i).signedByStranger()));
        }

        // Then
        assertThat(Call.stage("/stage/issuer/key-fetches").asInt() - before)
                .as("fetches for 50 unknown keys")
                .isLessThan(5);
        assertThat(withToken(Token.usual().signed()).statusCode()).isEqualTo(200);
    }
}
