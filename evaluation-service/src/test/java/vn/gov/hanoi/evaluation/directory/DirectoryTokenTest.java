package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Only a token of this suite speaks for a person, and nothing beside it does. */
@QuarkusTest
@WithStack
class DirectoryTokenTest {
    private Operations operations;

    @BeforeEach
    void makeRecords() {
        operations = new Operations();
    }

    @Test
    void A1_shouldRefuseEveryOperationWithoutAToken() {
        operations.all().forEach((name, call) -> {
            unauthenticated(name, call.apply(""));
        });
        unauthenticated("no header", Api.anonymous().get(operations.unitPath));
    }

    @Test
    void A7_A8_A9_A10_shouldRefuseEveryTokenThatIsNotForThisSuite() {
        // Given
        Function<Tokens, String> complete = tokens -> tokens.unit(operations.department.code())
                .roles("directory-reader", "directory-editor", "operator")
                .token();
        var good = complete.apply(Tokens.user("someone"));
        var bad = Map.of(
                "wrong audience", complete.apply(Tokens.user("someone").audience("other-app")),
                "expired", complete.apply(Tokens.user("someone").expired()),
                "other issuer", complete.apply(Tokens.user("someone").issuer("http://localhost:1/realms/congvu")),
                "identity token", complete.apply(Tokens.user("someone").type("ID")),
                "altered", good.substring(0, good.length() - 6) + "AAAAAA",
                "no algorithm", "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".",
                "not a token", "abc");

        // Then
        Api.as(good).get(operations.unitPath).then().statusCode(200);
        bad.forEach((kind, token) ->
                operations.all().forEach((name, call) -> unauthenticated(kind + " " + name, call.apply(token))));
    }

    @Test
    void shouldRefuseTheRoleBeforeItLooksAtTheBody() {
        // Given
        var reader = Units.reader(operations.department);

        // When
        var unit = Api.as(reader).body("{ not json").post(Units.PATH);
        var officer = Api.as(reader).body("{ not json").post(Officers.PATH);

        // Then
        unit.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        officer.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
    }

    @Test
    void A27_shouldBelieveTheTokenAndNoHeader() {
        // Given
        var stranger = Tokens.user("stranger").unit(Units.department().code()).roles("directory-reader");

        // When
        var read = Api.as(stranger.token())
                .header("X-Unit", operations.department.code())
                .header("X-User", "person-editor-" + operations.department.code())
                .header("X-Roles", "operator")
                .get(operations.unitPath);

        // Then
        read.then().statusCode(404);
        assertThat(Database.count("select count(*) from units where id = ?", operations.division.id()))
                .isEqualTo(1);
    }

    private static void unauthenticated(String what, Response response) {
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        response.then()
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(at("code", equalTo("auth.unauthenticated")));
    }
}
