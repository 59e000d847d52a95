package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.assertUnauthenticated;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open to everybody, and what only looks so. */
@QuarkusTest
@WithStage
class PublicRouteTest {
    private static final String PUBLIC = "/selection/v1/public/vacancies";

    @BeforeEach
    void forget() {
        Call.seen();
    }

    @Test
    void shouldShowPublicDataWithoutToken() {
        // When
        var answer = Call.get(PUBLIC + "?limit=5");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Call.seen().at("/0/target").asText()).isEqualTo(PUBLIC + "?limit=5");
    }

    @Test
    void shouldShowTheCatalogueOfEventsToEverybody() {
        // When
        var answer = Call.get("/platform/v1/asyncapi");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/yaml; charset=utf-8");
        assertThat(answer.body()).startsWith("asyncapi: 3.0.0").contains("vn.gov.hanoi.evaluation.result.published.v1");
        assertThat(Call.seen()).isEmpty();
    }

    @Test
    void shouldShowPublicDataWithAToken() {
        // When
        var answer = Call.get(PUBLIC, "Authorization", "Bearer " + Token.usual().signed());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Call.seen()).hasSize(1);
    }

    @Test
    void shouldRefuseABadTokenWhereNoneIsNeeded() {
        // When Then
        for (var bad : List.of(
                Token.usual().time("exp", -60).signed(),
                Token.usual().signedByStranger(),
                Token.usual().claim("aud", "account").signed(),
                "garbage")) {
            assertUnauthenticated(Call.get(PUBLIC, "Authorization", "Bearer " + bad));
            assertUnauthenticated(Call.get("/training/v1/openapi", "Authorization", "Bearer " + bad));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void shouldOnlyReadWhatIsPublic(String method) {
        // When
        var answer = Call.send(method, PUBLIC);

        // Then
        Call.assertRefused(answer, 405, "gateway.method-not-allowed");
    }

    @Test
    void shouldLetEverybodyAskWithABody() {
        // When
        var answer = Call.send("POST", "/training/v1/public/certificates/actions/verify");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Call.seen().at("/0/target").asText()).isEqualTo("/training/v1/public/certificates/actions/verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /training/v1/public/certificates/actions/verify",
                "DELETE /training/v1/public/certificates/actions/verify",
                "POST /training/v1/public/certificates/actions",
                "POST /training/v1/public/certificates/x/verify",
                "POST /training/v1/public/certificates/1/actions/verify"
            })
    void shouldAskInNoOtherWay(String asked) {
        // When
        var answer = Call.send(asked.split(" ")[0], asked.split(" ")[1]);

        // Then
        Call.assertRefused(answer, 405, "gateway.method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/selection/v1/Public/vacancies",
                "/selection/v1/publicx",
                "/selection/v1/vacancies/public",
                "/selection/public/vacancies",
                "/selection/v1/openapi/x",
                "/selection/openapi",
                "/selection/v1",
                "/platform/v1/client"
            })
    void shouldGuardWhatOnlyLooksPublic(String path) {
        // When Then
        assertUnauthenticated(Call.get(path));
    }

    @Test
    void shouldTellCallersWhoTheyAre() {
        // When
        var me = Call.get(
                "/platform/v1/client",
                "Authorization",
                "Bearer " + Token.usual().signed());

        // Then
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(Call.json(me).path("subject").asText()).isEqualTo("person-giang");
        assertThat(Call.json(me).path("unit").asText()).isEqualTo("H26");
        assertThat(me.body()).contains("\"roles\":[\"evaluation-reader\",\"operator\"]");
        assertThat(me.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
