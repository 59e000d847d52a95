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
        // When
        var first = withToken(Token.usual().header("kid", "new").signedByStranger());
        var second = withToken(Token.usual().header("kid", "new").signedByStranger());

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(503);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(503);
    }
}
