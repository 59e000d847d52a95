package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;

/** Requests about certificates that cannot be read or cannot be meant: each is told where, and nothing happens. */
@QuarkusTest
@WithStack
class CertificateInputTest {
    private static final String DECISION = "{\"number\":\"1/QĐ\",\"signedOn\":\"2026-05-20\",\"issuer\":\"H26\"}";
    private static final String ISSUE = "{\"enrolmentId\":\"%s\",\"decision\":" + DECISION + "}";
    private static final String ACT =
            "{\"reason\":{\"code\":\"FRAUD\",\"text\":\"Xác minh\"},\"decision\":" + DECISION + "}";
    private static final String OLD =
            "{\"rows\":[{\"rowId\":\"1\",\"op\":\"CREATE\",\"body\":{\"officerCode\":\"CB1\",\"number\":\"1\",\"issuer\":\"T\","
                    + "\"holderName\":\"N\",\"courseTitle\":\"K\",\"issuedOn\":\"2015-06-30\"}}]}";

    private String enrolment = "";
    private List<Long> before = List.of();

    @BeforeEach
    void remember() {
        enrolment = new Delivery(City.DEPARTMENT).passed().toString();
        before = written();
    }

    @AfterEach
    void shouldHaveWrittenNothing() {
        assertThat(written()).isEqualTo(before);
    }

    private static List<Long> written() {
        return List.of(
                Database.count("select count(*) from certificates"),
                Database.count("select count(*) from certificate_acts"),
                Database.count("select sum(taken) from certificate_lists"),
                Database.count("select count(*) from certificate_keys where retired_at is not null"),
                Database.count("select count(*) from audit_entries"),
                Database.count("select count(*) from event_sequences"),
                Database.count("select count(*) from idempotency_keys"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"1/QĐ\"'            | '\"\\u202Ecc\"'              | request.invalid-value    | /decision/number",
                "'\"1/QĐ\"'            | '\"\\u0000\"'                | request.invalid-value    | /decision/number",
                "'\"1/QĐ\"'            | '\"  \"'                     | request.invalid-value    | /decision/number",
                "'\"1/QĐ\"'            | '7'                          | request.invalid-value    | /decision/number",
                "'2026-05-20'          | '2026-02-30'                 | request.invalid-value    | /decision/signedOn",
                "'2026-05-20'          | '+999999999-01-01'           | request.invalid-value    | /decision/signedOn",
                "'2026-05-20'          | '1944-12-31'                 | request.invalid-value    | /decision/signedOn",
                "'\"H26\"'             | '\"h26; drop\"'              | request.invalid-value    | /decision/issuer",
                "'\"H26\"'             | 'null'                       | request.invalid-value    | /decision/issuer",
                "'\"H26\"'             | '\"H26\",\"seal\":1'         | request.unknown-property | /decision/seal",
                "'\"decision\"'        | '\"content\":{},\"decision\"' | request.unknown-property | /content",
                "'\"decision\"'        | '\"replacesId\":\"x\",\"decision\"' | request.invalid-value | /replacesId"
            })
    void shouldPointToWhatIsWrongInAnIssue(String good, String bad, String code, String pointer) {
        refused(post(Delivery.PATH, replaced(ISSUE.formatted(enrolment), good, bad)), code, pointer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"FRAUD\"'     | '\"fraud\"'            | request.invalid-value    | /reason/code",
                "'\"FRAUD\"'     | '\"F\"'                | request.invalid-value    | /reason/code",
                "'\"Xác minh\"'  | '\"a\\nb\"'            | request.invalid-value    | /reason/text",
                "'\"Xác minh\"'  | '\"\\u2003\"'          | request.invalid-value    | /reason/text",
                "'\"Xác minh\"'  | '\"x\",\"by\":\"me\"'  | request.unknown-property | /reason/by"
            })
    void shouldPointToWhatIsWrongInAnAct(String good, String bad, String code, String pointer) {
        var path = Delivery.PATH + "/" + UUID.randomUUID() + "/actions/revoke";
        refused(post(path, replaced(ACT, good, bad)), code, pointer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"CREATE\"'      | '\"DELETE\"'         | request.invalid-value    | /rows/0/op",
                "'\"rowId\":\"1\"' | '\"rowId\":\"\"'     | request.invalid-value    | /rows/0/rowId",
                "'\"CB1\"'         | '\"\\u200B\"'        | request.invalid-value    | /rows/0/body/officerCode",
                "'\"T\"'           | '\" \"'              | request.invalid-value    | /rows/0/body/issuer",
                "'2015-06-30'      | '30/06/2015'         | request.invalid-value    | /rows/0/body/issuedOn",
                "'\"K\"'           | '\"K\",\"signed\":\"x\"' | request.unknown-property | /rows/0/body/signed"
            })
    void shouldPointToWhatIsWrongInARow(String good, String bad, String code, String pointer) {
        refused(post(Delivery.PATH + "/bulk", replaced(OLD, good, bad)), code, pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"a\":1}", "{\"rows\":[]}", "{\"reason\":\"\"}"})
    void shouldRefuseBodiesThatAreNoRequest(String body) {
        for (var path : List.of(Delivery.PATH, Delivery.PATH + "/actions/issue", Delivery.PATH + "/bulk")) {
            assertThat(post(path, body).statusCode()).as(path).isEqualTo(400);
        }
        Callers.operator()
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post("/training/v1/certificate-keys")
                .then()
                .statusCode(400);
        Delivery.everybody()
                .body(body)
                .post(Delivery.PUBLIC + "/actions/verify")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldTakeAtMostFiveHundredRows() {
        // Given
        var row = OLD.substring(OLD.indexOf('[') + 1, OLD.lastIndexOf(']'));
        var many = "{\"rows\":[" + (row + ",").repeat(500) + row + "]}";

        // Then
        refused(post(Delivery.PATH + "/bulk", many), "request.invalid-value", "/rows");
    }

    @Test
    void shouldRefuseQuestionsThatNobodyAsksLikeThis() {
        // Given
        var key = certifier(City.CITY).body(ISSUE.formatted(enrolment)).post(Delivery.PATH);
        var huge = "{\"credential\":\"" + "x".repeat(2 << 20) + "\"}";

        // Then
        key.then().statusCode(400).body(at("code", equalTo("idempotency.key-missing")));
        Delivery.everybody()
                .body(huge)
                .post(Delivery.PUBLIC + "/actions/verify")
                .then()
                .statusCode(413);
        Delivery.everybody()
                .queryParam("secret", "1")
                .get(Delivery.PUBLIC + "/HN26-0000-0000-0000")
                .then()
                .statusCode(400);
        Delivery.everybody().get(Delivery.PUBLIC).then().statusCode(404);
        Delivery.everybody()
                .get(Delivery.PUBLIC + "/" + "A".repeat(4000))
                .then()
                .statusCode(404);
        Delivery.everybody().get(Delivery.PUBLIC + "/%27%3B--").then().statusCode(404);
        Delivery.everybody().get(Delivery.PATH).then().statusCode(401);
    }

    private static Response post(String path, String body) {
        return certifier(City.CITY)
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post(path);
    }

    private static String replaced(String text, String good, String bad) {
        assertThat(text).contains(good);
        return text.replace(good, bad);
    }

    private static void refused(Response answer, String code, String pointer) {
        answer.then().statusCode(400).body(at("code", equalTo(code))).body(at("errors[0].pointer", equalTo(pointer)));
    }
}
