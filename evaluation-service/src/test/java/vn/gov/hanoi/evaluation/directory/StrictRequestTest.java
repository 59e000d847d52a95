package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What cannot be read is refused with its place, and changes nothing. */
@QuarkusTest
@WithStack
class StrictRequestTest {
    private static final String UNIT = """
            {"code":"%s","name":"Phòng Nội vụ","type":"DIVISION","parentId":"%s","validFrom":"2018-01-01","validTo":null}""";
    private static final String OFFICER = """
            {"officerCode":"%s","fullName":"Nguyễn Văn An","category":"CIVIL_SERVANT","birthDate":"1985-02-03",
             "assignment":{"unitId":"%s","position":"STAFF","title":"Chuyên viên","leader":false,"main":true,
             "validFrom":"2019-05-01","decisionNumber":"112/QĐ"}}""";

    private Units.Unit department;
    private String editor;
    private String unitCode;
    private String officerCode;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
        unitCode = Units.code();
        officerCode = Officers.code();
    }

    private Response unit(String good, String bad) {
        return send(Units.PATH, UNIT.formatted(unitCode, department.id()), good, bad);
    }

    private Response officer(String good, String bad) {
        return send(Officers.PATH, OFFICER.formatted(officerCode, department.id()), good, bad);
    }

    private Response send(String path, String request, String good, String bad) {
        assertThat(request).contains(good);
        return Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(request.replace(good, bad))
                .post(path);
    }

    private void assertNothingChanged() {
        assertThat(Database.count("select count(*) from unit_states where parent_id = ?", department.id()))
                .isZero();
        assertThat(Database.count("select count(*) from assignments where unit_id = ?", department.id()))
                .isZero();
        assertThat(Database.count(
                        "select count(*) from audit_entries where subject = ?", "person-editor-" + department.code()))
                .isZero();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"validTo\":null'       | '\"validTo\":null,\"version\":7'        | request.unknown-property | /version",
                "'\"validTo\":null'       | '\"Code\":\"H26.1\"'                    | request.unknown-property | /Code",
                "'\"validTo\":null'       | '\"validTo\":null,\"a/b~c\":1'          | request.unknown-property | /a~1b~0c",
                "'\"Phòng Nội vụ\"'       | '5'                                     | request.invalid-value    | /name",
                "'\"Phòng Nội vụ\"'       | 'null'                                  | request.invalid-value    | /name",
                "'\"Phòng Nội vụ\"'       | '[\"x\"]'                               | request.wrong-type       | /name",
                "'\"Phòng Nội vụ\"'       | '{}'                                    | request.wrong-type       | /name",
                "'\"DIVISION\"'           | '\"division\"'                          | request.invalid-value    | /type",
                "'\"DIVISION\"'           | '4'                                     | request.invalid-value    | /type",
                "'\"DIVISION\"'           | '\"\"'                                  | request.invalid-value    | /type",
                "'\"type\":\"DIVISION\",' | ''                                      | request.invalid-value    | /type",
                "'2018-01-01'             | '2018-02-29'                            | request.invalid-value    | /validFrom",
                "'2018-01-01'             | '01/01/2018'                            | request.invalid-value    | /validFrom",
                "'\"2018-01-01\"'         | '17532'                                 | request.wrong-type       | /validFrom",
                "'\"2018-01-01\"'         | '[2018,1,1]'                            | request.wrong-type       | /validFrom",
                "'2018-01-01'             | '2018-01-01T00:00:00Z'                  | request.invalid-value    | /validFrom",
                "'2018-01-01'             | '+999999999-12-31'                      | request.invalid-value    | /validFrom",
                "'\"2018-01-01\"'         | '\"\"'                                  | request.invalid-value    | /validFrom"
            })
    void shouldPointToWhatIsWrongInAUnit(String good, String bad, String code, String pointer) {
        // When
        var refused = unit(good, bad);

        // Then
        refused.then().statusCode(400).body(at("code", equalTo(code))).body(at("errors.pointer", hasItem(pointer)));
        assertNothingChanged();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"leader\":false'  | '\"leader\":\"false\"'       | request.wrong-type       | /assignment/leader",
                "'\"leader\":false'  | '\"leader\":0'               | request.invalid-value    | /assignment/leader",
                "'\"leader\":false'  | '\"leader\":null'            | request.invalid-value    | /assignment/leader",
                "'\"main\":true,'    | ''                           | request.invalid-value    | /assignment/main",
                "'\"main\":true'     | '\"main\":true,\"unit\":{}'  | request.unknown-property | /assignment/unit",
                "'\"STAFF\"'         | '\"KING\"'                   | request.invalid-value    | /assignment/position",
                "'\"CIVIL_SERVANT\"' | '1'                          | request.invalid-value    | /category",
                "'\"1985-02-03\"'    | '\"1985-13-03\"'             | request.invalid-value    | /birthDate",
                "'\"112/QĐ\"'        | '112'                        | request.invalid-value    | /assignment/decisionNumber",
                "'\"unitId\":\"'     | '\"unitId\":\"x'             | request.invalid-value    | /assignment/unitId"
            })
    void shouldPointToWhatIsWrongInAnOfficer(String good, String bad, String code, String pointer) {
        // When
        var refused = officer(good, bad);

        // Then
        refused.then().statusCode(400).body(at("code", equalTo(code))).body(at("errors.pointer", hasItem(pointer)));
        assertNothingChanged();
    }

    @Test
    void shouldNotTakeAnOfficerWithoutAPost() {
        // When
        var refused = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body("{\"officerCode\":\"CB1\",\"fullName\":\"An\",\"category\":\"CADRE\"}")
                .post(Officers.PATH);

        // Then
        refused.then().statusCode(400).body(at("errors.pointer", hasItem("/assignment")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                     | request.malformed",
                "{\"code\":\"H26.1\",\"code\":\"H26.2\"} | request.malformed",
                "{\"code\":\"H26.1\"} {}               | request.wrong-type",
                "{\"code\":NaN}                        | request.malformed",
                "{code:\"H26\"}                        | request.malformed",
                "{\"code\":\"H26\",}                   | request.malformed",
                "{\"code\":\"H26\"} //                 | request.malformed",
                "[]                                    | request.wrong-type",
                "7                                     | request.wrong-type"
            },
            quoteCharacter = '\u0001')
    void A47_shouldRefuseWhatIsNoRequestAtAll(String body, String code) {
        // When
        var refused =
                Api.as(editor).header("Idempotency-Key", Api.key()).body(body).post(Units.PATH);

        // Then
        refused.then().statusCode(400).body(at("code", equalTo(code)));
        assertNothingChanged();
    }

    @Test
    void A35_shouldRefuseDepthAndSizeBeyondTheLimit() {
        // Given
        var deep = "[".repeat(1_000) + "]".repeat(1_000);
        var large = "null" + " ".repeat(2_000_000);

        // When
        var tooDeep = unit("null", deep);
        var tooDeepUnknown = unit("\"validTo\":null", "\"other\":" + deep);
        var tooLarge = unit("null", large);
        var longNumber = unit("null", "9".repeat(100_000));

        // Then
        assertThat(java.util.stream.Stream.of(tooDeep, tooDeepUnknown, longNumber)
                        .map(Response::statusCode))
                .containsOnly(400);
        assertThat(java.util.stream.Stream.of(tooDeep, tooDeepUnknown, longNumber)
                        .map(Response::contentType))
                .containsOnly("application/problem+json");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.as(Json.class).getString("code")).isEqualTo("request.too-large");
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\n",
                "\\u202e",
                "\\u2066",
                "\\u200b",
                "\\ufeff",
                "\\u00ad",
                "\\ud800",
                "\\udc00\\ud800",
                "\\u00a0",
                "\\u2028",
                "\\ue000",
                "\\uffff",
                "\\u2003"
            })
    void A47_shouldRefuseCharactersThatNobodySees(String escape) {
        // When
        var unit = unit("Phòng Nội vụ", "Phòng" + escape + "Nội vụ");
        var officer = officer("Nguyễn Văn An", "Nguyễn" + escape + "Văn An");
        var title = officer("Chuyên viên", "Chuyên" + escape + "viên");

        // Then
        unit.then()
                .statusCode(422)
                .body(at("code", equalTo("text.control-character")))
                .body(at("errors.pointer", hasItem("/name")));
        officer.then()
                .statusCode(422)
                .body(at("code", equalTo("text.control-character")))
                .body(at("errors.pointer", hasItem("/fullName")));
        title.then()
                .statusCode(422)
                .body(at("code", equalTo("text.control-character")))
                .body(at("errors.pointer", hasItem("/assignment/title")));
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\u202e", "\\u0660"})
    void A47_shouldRefuseSuchCharactersInCodes(String escape) {
        // When
        var unit = unit(unitCode, unitCode + "." + escape);
        var officer = officer(officerCode, officerCode + escape);

        // Then
        unit.then().statusCode(422).body(at("code", equalTo("unit.code-malformed")));
        officer.then().statusCode(422).body(at("code", equalTo("officer.code-malformed")));
        assertNothingChanged();
    }

    @Test
    void A47_shouldKeepNamesInOneForm() {
        // Given
        var decomposed = Normalizer.normalize("Nguyễn Thị Thuỳ Dương", Normalizer.Form.NFD);

        // When
        var created = officer("Nguyễn Văn An", decomposed);
        var unit = unit("Phòng Nội vụ", Normalizer.normalize("Sở Kế hoạch và Đầu tư", Normalizer.Form.NFD));

        // Then
        created.then().statusCode(201).body(at("fullName", equalTo("Nguyễn Thị Thuỳ Dương")));
        unit.then().statusCode(201).body(at("name", equalTo("Sở Kế hoạch và Đầu tư")));
        assertThat(Database.query(
                        "select full_name, search_key from officer_states where officer_id = ?",
                        UUID.fromString(created.as(Json.class).getString("id"))))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("full_name", "Nguyễn Thị Thuỳ Dương")
                        .containsEntry(
                                "search_key",
                                "nguyen thi thuy duong " + officerCode.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void shouldRefuseABodyOfAnotherTypeAndNoBody() {
        Api.as(editor)
                .contentType("text/plain")
                .header("Idempotency-Key", Api.key())
                .body("x")
                .post(Units.PATH)
                .then()
                .statusCode(415)
                .body(at("code", equalTo("request.unsupported-media-type")));
        Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .post(Officers.PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void A21_shouldAnswerUnknownAddressesAndMethodsWithAProblem() {
        for (var path : java.util.List.of(Units.PATH, Officers.PATH)) {
            Api.as(editor)
                    .get(path + "/not-a-uuid")
                    .then()
                    .statusCode(404)
                    .body(at("code", equalTo("resource.not-found")));
            Api.as(editor).delete(path).then().statusCode(405).body(at("code", equalTo("request.method-not-allowed")));
            Api.as(editor)
                    .header("X-HTTP-Method-Override", "DELETE")
                    .get(path)
                    .then()
                    .statusCode(200);
            Api.as(editor)
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(406)
                    .body(at("code", equalTo("request.not-acceptable")));
        }
    }
}
