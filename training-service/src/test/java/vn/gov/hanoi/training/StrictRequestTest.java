package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** What is not exactly a request is refused with its code and place, and leaves no trace. */
@QuarkusTest
@WithStack
class StrictRequestTest {
    private static final String DECISION = """
            {"year":2001,"kind":"ASSIGN","legalBasis":"101/2017/NĐ-CP",
             "decision":{"number":"1/QĐ","signedOn":"2020-01-15","issuer":"H26"},
             "blocks":[{"code":"C","name":"Khối","fundingSource":"CITY_BUDGET","budgetVnd":5,"status":"ASSIGNED",
               "lines":[{"code":"C-1","name":"Chỉ tiêu","classes":1,"places":30}]}]}""";
    private static final String ENTRY = """
            {"accountId":"%s","kind":"COMMITMENT","amountVnd":1,"description":"In tài liệu"}""";
    private static final String CLASS = """
            {"planLineId":"%s","unitId":"%s","title":"Lớp","places":1,"startsOn":"%3$d-05-11","endsOn":"%3$d-05-15","amountVnd":1}""";
    private static final int TWO_MEGABYTES = 2 << 20;

    private List<Long> before;

    @BeforeEach
    void remember() {
        TestPlan.roomy();
        before = written();
    }

    @AfterEach
    void shouldHaveWrittenNothing() {
        assertThat(written()).isEqualTo(before);
    }

    private static List<Long> written() {
        return List.of(
                Database.count("select count(*) from plans"),
                Database.count("select count(*) from classes"),
                Database.count("select count(*) from ledger_entries"),
                Database.count("select sum(committed_vnd) from accounts"),
                Database.count("select count(*) from audit_entries"),
                Database.count("select count(*) from event_sequences"),
                Database.count("select count(*) from idempotency_keys"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"year\":2001'        | '\"year\":1999'             | request.invalid-value    | /year",
                "'\"year\":2001'        | '\"year\":2101'             | request.invalid-value    | /year",
                "'\"year\":2001'        | '\"year\":\"2001\"'         | request.wrong-type       | /year",
                "'\"year\":2001'        | '\"year\":2001.0'           | request.invalid-value    | /year",
                "'\"year\":2001,'       | ''                          | request.invalid-value    | /year",
                "'\"ASSIGN\"'           | '\"REVOKE\"'                | request.invalid-value    | /kind",
                "'\"ASSIGN\"'           | '\"CLOSE\"'                 | request.invalid-value    | /kind",
                "'\"ASSIGN\"'           | '\"ADJUST\"'                | request.invalid-value    | /blocks",
                "'\"blocks\":['         | '\"blocks\":[],\"x\":['      | request.unknown-property | /x",
                "'\"budgetVnd\":5,'      | '\"budgetVnd\":5,\"seal\":1,' | request.unknown-property | /blocks/0/seal",
                "'\"ASSIGN\"'           | '0'                         | request.invalid-value    | /kind",
                "'\"101/2017/NĐ-CP\"'   | '\"\\u202Ecc\"'             | request.invalid-value    | /legalBasis",
                "'\"101/2017/NĐ-CP\"'   | '\"\\u2003\"'               | request.invalid-value    | /legalBasis",
                "'\"1/QĐ\"'             | '\"\\u00A0\"'               | request.invalid-value    | /decision/number",
                "'\"1/QĐ\"'             | '\"1\\u200B\"'              | request.invalid-value    | /decision/number",
                "'\"1/QĐ\"'             | '\"1\\u0000\"'              | request.invalid-value    | /decision/number",
                "'2020-01-15'           | '2020-02-30'                | request.invalid-value    | /decision/signedOn",
                "'2020-01-15'           | '+999999999-01-01'          | request.invalid-value    | /decision/signedOn",
                "'2020-01-15'           | '1944-12-31'                | request.invalid-value    | /decision/signedOn",
                "'2020-01-15'           | '15/01/2020'                | request.invalid-value    | /decision/signedOn",
                "'\"H26\"'              | '\"H\\u0000\"'              | request.invalid-value    | /decision/issuer",
                "'\"H26\"'              | '\"H26\",\"seal\":true'     | request.unknown-property | /decision/seal",
                "'\"code\":\"C\"'       | '\"code\":\"c d\"'          | request.invalid-value    | /blocks/0/code",
                "'\"CITY_BUDGET\"'      | '\"LOAN\"'                  | request.invalid-value    | /blocks/0/fundingSource",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":-1'          | request.invalid-value    | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":5.5'         | request.invalid-value    | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":5.0'         | request.invalid-value    | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":5e3'         | request.invalid-value    | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":\"5\"'       | request.wrong-type       | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":null'        | request.invalid-value    | /blocks/0/budgetVnd",
                "'\"budgetVnd\":5'      | '\"budgetVnd\":9007199254740992' | request.invalid-value | /blocks/0/budgetVnd",
                "'\"places\":30'        | '\"places\":-1'             | request.invalid-value    | /blocks/0/lines/0/places",
                "'\"places\":30'        | '\"places\":30,\"people\":1' | request.unknown-property | /blocks/0/lines/0/people",
                "'\"Chỉ tiêu\"'         | '\"\\uD800\"'               | request.invalid-value    | /blocks/0/lines/0/name"
            })
    void shouldPointToWhatIsWrongInADecision(String good, String bad, String code, String pointer) {
        refused(post(TestPlan.DECISIONS, replaced(DECISION, good, bad)), code, pointer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"amountVnd\":1'    | '\"amountVnd\":0'                  | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":-1'                 | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":0.5'                | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":1e0'                | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":9007199254740992'   | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":true'               | request.wrong-type       | /amountVnd",
                "'\"amountVnd\":1'    | '\"amountVnd\":[1]'                | request.wrong-type       | /amountVnd",
                "'\"In tài liệu\"'    | '\"\\u2003\\u3000\"'               | request.invalid-value    | /description",
                "'\"In tài liệu\"'    | '\"a\\nb\"'                        | request.invalid-value    | /description",
                "'\"In tài liệu\"'    | '5'                                | request.invalid-value    | /description",
                "'\"COMMITMENT\"'     | '\"COMMITMENT\",\"seq\":9'         | request.unknown-property | /seq"
            })
    void shouldPointToWhatIsWrongInACommitment(String good, String bad, String code, String pointer) {
        var entry = ENTRY.formatted(TestPlan.roomy().account("C"));
        refused(post(TestPlan.ENTRIES, replaced(entry, good, bad)), code, pointer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"places\":1'   | '\"places\":0'                  | request.invalid-value    | /places",
                "'\"places\":1'   | '\"places\":1.5'                | request.invalid-value    | /places",
                "'\"Lớp\"'        | '\"\\u2003\"'                   | request.invalid-value    | /title",
                "'-05-11'         | '-13-11'                        | request.invalid-value    | /startsOn",
                "'-05-15'         | '-5-15'                         | request.invalid-value    | /endsOn",
                "'\"amountVnd\":1' | '\"amountVnd\":-1'             | request.invalid-value    | /amountVnd",
                "'\"amountVnd\":1' | '\"amountVnd\":1,\"state\":\"OPENED\"' | request.unknown-property | /state"
            })
    void shouldPointToWhatIsWrongInAClass(String good, String bad, String code, String pointer) {
        refused(post(TestPlan.CLASSES, replaced(newClass(), good, bad)), code, pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999", "1e400"})
    void shouldRefuseMoneyBeyondAnyNumber(String amount) {
        // Given
        var entry = ENTRY.formatted(TestPlan.roomy().account("C"));

        // When
        var refused = post(TestPlan.ENTRIES, replaced(entry, "\"amountVnd\":1", "\"amountVnd\":" + amount));

        // Then
        refused.then().statusCode(400).body(at("errors[0].pointer", equalTo("/amountVnd")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                   | request.malformed",
                "{\"amountVnd\":1,\"amountVnd\":2}                   | request.malformed",
                "{\"amountVnd\":01}                                  | request.malformed",
                "{\"amountVnd\":NaN}                                 | request.malformed",
                "[]                                                  | request.wrong-type",
                "\"text\"                                            | request.wrong-type",
                "7                                                   | request.wrong-type"
            },
            quoteCharacter = '`')
    void shouldRefuseWhatIsNoRequestAtAll(String body, String code) {
        for (var path : List.of(TestPlan.DECISIONS, TestPlan.ENTRIES, TestPlan.CLASSES)) {
            post(path, body).then().statusCode(400).body(at("code", equalTo(code)));
        }
    }

    @Test
    void shouldRefuseAnotherTypeAndNoBodyAndNull() {
        for (var path : List.of(TestPlan.DECISIONS, TestPlan.ENTRIES, TestPlan.CLASSES)) {
            Callers.city()
                    .contentType("text/plain")
                    .header("Idempotency-Key", Api.key())
                    .body("x")
                    .post(path)
                    .then()
                    .statusCode(415)
                    .body(at("code", equalTo("request.unsupported-media-type")));
            Callers.city()
                    .header("Idempotency-Key", Api.key())
                    .post(path)
                    .then()
                    .statusCode(400);
            post(path, "null").then().statusCode(400);
            post(path, "{} {}").then().statusCode(400);
        }
    }

    @Test
    void shouldRefuseWhatIsTooLargeOrTooDeep() {
        // Given
        var large = " ".repeat(TWO_MEGABYTES) + DECISION;
        var deep = "[".repeat(5_000);

        // When
        var tooLarge = post(TestPlan.DECISIONS, large);
        var tooDeep = post(TestPlan.DECISIONS, replaced(DECISION, "\"blocks\":[", "\"blocks\":" + deep));
        var tooLong = post(TestPlan.DECISIONS, replaced(DECISION, "101/2017/NĐ-CP", "x".repeat(1001)));

        // Then
        tooLarge.then().statusCode(413).body(at("code", equalTo("request.too-large")));
        tooDeep.then().statusCode(400);
        refused(tooLong, "request.invalid-value", "/legalBasis");
        assertThat(tooLong.asByteArray()).hasSizeLessThan(2_000);
        tooDeep.then().header("Content-Length", Integer::parseInt, lessThan(4_000));
    }

    private static String newClass() {
        var plan = TestPlan.roomy();
        return CLASS.formatted(plan.line("C-1"), City.DEPARTMENT.id(), plan.year());
    }

    /** Fails if the text is not there, so that no case tests the good request by mistake. */
    private static String replaced(String body, String good, String bad) {
        assertThat(body).contains(good);
        return body.replace(good, bad);
    }

    private static Response post(String path, String body) {
        return Callers.city().header("Idempotency-Key", Api.key()).body(body).post(path);
    }

    private static void refused(Response response, String code, String pointer) {
        response.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("code", equalTo(code)))
                .body(at("errors.pointer", hasItem(pointer)));
        assertThat(response.as(Json.class).<Map<String, Object>>getList("errors"))
                .isNotEmpty();
    }
}
