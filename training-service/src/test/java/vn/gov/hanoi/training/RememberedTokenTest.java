package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.TestPlan;

/** Remembered tokens over the wire: what is found, and what is verified each time. */
@QuarkusTest
@WithStack
class RememberedTokenTest {
    private static final String PATH = "/training/v1/plans";

    private final MeterRegistry meters;

    RememberedTokenTest(MeterRegistry meters) {
        this.meters = meters;
    }

    /** It makes the unit that the callers are of known. */
    @BeforeEach
    void makeAPlan() {
        TestPlan.roomy();
    }

    @Test
    void shouldVerifyATokenOnceAndStillAskForTheRole() {
        // Given
        var token = reader("remembered");
        Api.as(token).get(PATH).then().statusCode(200);
        double hits = count("hit");
        double misses = count("miss");

        // When
        var again = Api.as(token).get(PATH);
        var forbidden =
                Api.as(token).header("Idempotency-Key", Api.key()).body("{").post("/training/v1/ledger-entries");

        // Then
        again.then().statusCode(200);
        forbidden.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        assertThat(count("hit") - hits).isEqualTo(2);
        assertThat(count("miss") - misses).isZero();
    }

    @Test
    void A16_shouldVerifyEveryTokenThatDiffersFromARememberedOne() {
        // Given
        var token = reader("original");
        Api.as(token).get(PATH).then().statusCode(200);
        int signature = token.lastIndexOf('.') + 1;
        var payload = token.substring(0, token.indexOf('.') + 1);
        double hits = count("hit");

        // When Then
        for (int place : new int[] {2, token.indexOf('.') + 5, signature - 3, signature, token.length() - 20}) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            unauthenticated(Api.as(token.substring(0, place) + other + token.substring(place + 1))
                    .get(PATH));
        }
        unauthenticated(Api.as(token.substring(0, token.length() - 4)).get(PATH));
        unauthenticated(Api.as(payload + reader("somebody").split("\\.")[1] + token.substring(signature - 1))
                .get(PATH));
        assertThat(count("hit") - hits).isZero();
    }

    @Test
    void shouldRememberNoRefusal() {
        // Given
        var refused = List.of(
                Tokens.user("expired").roles("training-reader").expired().token(),
                Tokens.user("foreign")
                        .roles("training-reader")
                        .audience("other-app")
                        .token(),
                Tokens.user("identity").roles("training-reader").type("ID").token());
        double hits = count("hit");

        // When Then
        for (var token : refused) {
            unauthenticated(Api.as(token).get(PATH));
            unauthenticated(Api.as(token).get(PATH));
        }
        assertThat(count("hit") - hits).isZero();
    }

    @Test
    void shouldKnowEachPersonByTheOwnToken() {
        // Given
        var reader = reader("may-read");
        var stranger = Tokens.user("may-not").unit("H26").token();

        // When Then
        for (int i = 0; i < 3; i++) {
            Api.as(reader).get(PATH).then().statusCode(200);
            Api.as(stranger).get(PATH).then().statusCode(403);
            unauthenticated(Api.anonymous().get(PATH));
        }
    }

    private static String reader(String user) {
        return Tokens.user(user).unit("H26").roles("training-reader").token();
    }

    private static void unauthenticated(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(at("code", equalTo("auth.unauthenticated")));
    }

    private double count(String outcome) {
        return meters.counter("token_memory_lookups_total", "outcome", outcome).count();
    }
}
