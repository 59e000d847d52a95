package vn.gov.hanoi.selection.vacancy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class StrictRequestTest {
    private static final String GOOD = """
            {"unitId":"%s","postTitle":"Trưởng phòng","positions":1,"minimumCandidates":2,"legalBasis":"2424/BNV-CCVC",
             "decision":{"number":"1/QĐ","signedOn":"2020-03-02","issuer":"Sở Nội vụ"}}""";

    private Org.Unit division;
    private String organiser;

    @BeforeEach
    void makeUnits() {
        var department = Org.department();
        division = Org.division(department);
        organiser = Org.organiser(department);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"positions\":1'                  | '\"positions\":\"1\"'              | request.wrong-type       | /positions",
                "'\"positions\":1'                  | '\"positions\":1.5'                | request.invalid-value    | /positions",
                "'\"positions\":1'                  | '\"positions\":null'               | request.wrong-type       | /positions",
                "'\"positions\":1'                  | '\"positions\":0'                  | request.invalid-value    | /positions",
                "'\"positions\":1'                  | '\"positions\":101'                | request.invalid-value    | /positions",
                "'\"positions\":1,'                 | ''                                 | request.wrong-type       | /positions",
                "'\"Trưởng phòng\"'                 | '5'                                | request.invalid-value    | /postTitle",
                "'\"Trưởng phòng\"'                 | '\"  \"'                           | request.invalid-value    | /postTitle",
                "'\"Trưởng phòng\"'                 | 'null'                             | request.invalid-value    | /postTitle",
                "'\"Trưởng phòng\"'                 | '\"\\u202Egnohp\"'                 | request.invalid-value    | /postTitle",
                "'\"1/QĐ\"'                         | '\" 1/QĐ\"'                        | request.invalid-value    | /decision/number",
                "'2020-03-02'                       | '2020-02-30'                       | request.invalid-value    | /decision/signedOn",
                "'2020-03-02'                       | '+999999999-01-01'                 | request.invalid-value    | /decision/signedOn",
                "'\"2020-03-02\"'                   | '18323'                            | request.wrong-type       | /decision/signedOn",
                "'\"2020-03-02\"'                   | '[2020,3,2]'                       | request.wrong-type       | /decision/signedOn",
                "'2020-03-02'                       | '02/03/2020'                       | request.invalid-value    | /decision/signedOn",
                "'\"issuer\":\"Sở Nội vụ\"'         | '\"issuer\":\"x\",\"seal\":true'   | request.unknown-property | /decision/seal",
                "'\"legalBasis\":\"2424/BNV-CCVC\"' | '\"legalBasis\":[\"2424\"]'        | request.wrong-type       | /legalBasis"
            })
    void shouldPointToWhatIsWrongInACreation(String good, String bad, String code, String pointer) {
        // Given
        var body = GOOD.formatted(division.id()).replace(good, bad);

        // When
        var refused = Api.as(organiser)
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post(Vacancies.PATH);

        // Then
        refused.then().statusCode(400).body(at("code", equalTo(code))).body(at("errors.pointer", hasItem(pointer)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'                                    | request.malformed",
                "'{\"positions\":1,\"positions\":1}'   | request.malformed",
                "'[]'                                  | request.wrong-type",
                "'\"text\"'                            | request.wrong-type"
            })
    void shouldRefuseWhatIsNoRequestAtAll(String body, String code) {
        Api.as(organiser)
                .header("Idempotency-Key", Api.key())
                .body(body.replace("'", ""))
                .post(Vacancies.PATH)
                .then()
                .statusCode(400)
                .body(at("code", equalTo(code)));
    }

    @Test
    void shouldRefuseABodyOfAnotherTypeAndNoBody() {
        Api.as(organiser)
                .contentType("text/plain")
                .header("Idempotency-Key", Api.key())
                .body("x")
                .post(Vacancies.PATH)
                .then()
                .statusCode(415);
        Api.as(organiser)
                .header("Idempotency-Key", Api.key())
                .post(Vacancies.PATH)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "announcedOn, 2020-13-01, request.invalid-value, /data/announcedOn",
        "announcedOn, 1944-12-31, request.invalid-value, /data/announcedOn",
        "dossiersTo, , request.invalid-value, /data/dossiersTo",
        "media, NEWSPAPER, request.invalid-value, /data/media/0",
        "reason, late, request.unknown-property, /data/reason"
    })
    void shouldPointToWhatIsWrongInAPublication(String name, String value, String code, String pointer) {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Chặt chẽ");
        var data = new LinkedHashMap<String, Object>(Map.of(
                "announcedOn", "2020-03-16",
                "dossiersFrom", "2020-03-16",
                "dossiersTo", "2020-04-16",
                "media", java.util.List.of("MASS_MEDIA", "WEB_SITE", "NOTICE_BOARD")));
        data.put(name, name.equals("media") ? java.util.List.of(value) : value);

        // When
        var refused =
                Vacancies.publish(organiser, draft.getString("id"), draft.getString("etag"), Map.of("data", data));

        // Then
        refused.then().statusCode(400).body(at("code", equalTo(code))).body(at("errors.pointer", hasItem(pointer)));
    }

    @Test
    void shouldRefuseAnActionWithoutItsData() {
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Trống");
        Vacancies.publish(organiser, draft.getString("id"), draft.getString("etag"), Map.of())
                .then()
                .statusCode(400)
                .body(at("errors.pointer", hasItem("/data")));
    }

    @Test
    void shouldKeepTextsInOneForm() {
        // Given
        var decomposed = java.text.Normalizer.normalize("Trưởng phòng Đối ngoại", java.text.Normalizer.Form.NFD);

        // When
        var draft = Vacancies.draft(organiser, division.id(), decomposed);

        // Then
        var stored = Database.query(
                "select post_title, post_title_plain from vacancies where id = ?",
                UUID.fromString(draft.getString("id")));
        org.assertj.core.api.Assertions.assertThat(stored.getFirst())
                .containsEntry("post_title", "Trưởng phòng Đối ngoại")
                .containsEntry("post_title_plain", "truong phong doi ngoai");
    }

    @Test
    void shouldAnswerUnknownAddressesAndMethodsWithAProblem() {
        Api.as(organiser)
                .get(Vacancies.PATH + "/not-a-uuid")
                .then()
                .statusCode(404)
                .body(at("code", equalTo("resource.not-found")));
        Api.as(organiser)
                .delete(Vacancies.PATH)
                .then()
                .statusCode(405)
                .body(at("code", equalTo("request.method-not-allowed")));
        Api.as(organiser)
                .header("Accept", "text/html")
                .get(Vacancies.PATH)
                .then()
                .statusCode(406)
                .body(at("code", equalTo("request.not-acceptable")));
    }
}
