package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Log;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The personal number: taken, compared, found and shown masked, and never told anywhere. */
@QuarkusTest
@WithStack
class OfficerNumberTest {
    private Units.Unit department;
    private Units.Unit first;
    private Units.Unit second;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        first = Units.unit("DIVISION", department);
        second = Units.unit("DIVISION", department);
        editor = Units.editor(department);
    }

    private static Map<String, Object> with(Units.Unit unit, String name, String number) {
        var request = new LinkedHashMap<String, Object>(Map.copyOf(Officers.request(Officers.code(), name, unit.id())));
        request.put("personalNumber", number);
        return request;
    }

    @Test
    void shouldShowTheNumberMaskedAndToEditorsOnly() {
        // Given
        var number = Officers.number();

        // When
        var created = Officers.created(editor, with(first, "Nguyễn Có Số", number));

        // Then
        assertThat(created.getString("personalNumberMasked")).isEqualTo("0010******" + number.substring(10));
        assertThat(created.getList("hiddenFields")).isEmpty();
        assertThat(created.getList("warnings")).isNull();
        Api.as(Units.reader(department))
                .get(Officers.PATH + "/" + created.getString("id"))
                .then()
                .statusCode(200)
                .body(at("$", not(hasKey("personalNumberMasked"))))
                .body(at("hiddenFields.pointer", contains("/personalNumberMasked")))
                .body(at("hiddenFields.code", contains("policy.role")));
        assertThat(Api.as(editor)
                        .queryParam("unitId", first.id())
                        .get(Officers.PATH)
                        .asString())
                .doesNotContain("******");
    }

    @Test
    void shouldHideByPolicyAndNotByPresence() {
        // Given
        var officer = Officers.officer(editor, first, "Trần Không Số");

        // When
        var read = Api.as(Units.reader(department)).get(Officers.PATH + "/" + officer.getString("id"));

        // Then
        read.then().body(at("hiddenFields.pointer", contains("/personalNumberMasked")));
        assertThat(officer.getMap("")).doesNotContainKey("personalNumberMasked");
    }

    @Test
    void shouldWarnAndRecordAllTheSame() {
        // Given
        var request = with(first, "Lê Thị Lệch", Officers.number());
        request.put("sex", "FEMALE");
        request.put("birthDate", "1984-02-03");

        // When
        var tried = Api.as(editor).body(request).post(Officers.PATH + "?validateOnly=true");
        var created = Officers.post(editor, request);
        var corrected = Officers.correct(editor, created.as(Json.class), Map.of("sex", "MALE"));

        // Then
        tried.then()
                .statusCode(200)
                .body(at("warnings", contains("officer.number-sex-differs", "officer.number-year-differs")));
        created.then()
                .statusCode(201)
                .body(at("warnings.code", contains("officer.number-sex-differs", "officer.number-year-differs")))
                .body(at("warnings.pointer", contains("/sex", "/birthDate")));
        corrected
                .then()
                .statusCode(200)
                .body(at("warnings.code", contains("officer.number-year-differs")))
                .body(at("warnings.pointer", contains("/data/birthDate")));
        Api.as(editor)
                .get(Officers.PATH + "/" + created.as(Json.class).getString("id"))
                .then()
                .body(at("$", not(hasKey("warnings"))));
    }

    @Test
    void shouldRefuseASecondOfficerWithTheNumber() {
        // Given
        var number = Officers.number();
        Officers.created(editor, with(first, "Phạm Văn Một", number));
        var other = Officers.officer(editor, first, "Phạm Văn Hai");

        // When
        var created = Officers.post(editor, with(second, "Phạm Văn Ba", number));
        var corrected = Officers.correct(editor, other, Map.of("personalNumber", number));

        // Then
        created.then().statusCode(409).body(at("code", equalTo("officer.number-exists")));
        corrected.then().statusCode(409).body(at("code", equalTo("officer.number-exists")));
        assertThat(created.asString() + corrected.asString()).doesNotContain(number);
    }

    @Test
    void shouldFreeANumberThatWasRecordedForTheWrongOfficer() {
        // Given
        var number = Officers.number();
        var wrong = Officers.created(editor, with(first, "Đinh Văn Sai", number));
        Officers.correct(editor, wrong, Map.of("personalNumber", Officers.number()))
                .then()
                .statusCode(200);

        // When
        var right = Officers.post(editor, with(first, "Đinh Văn Đúng", number));

        // Then
        right.then().statusCode(201);
    }

    @Test
    void shouldFindTheOfficerWithANumberInTheScopeOnly() {
        // Given
        var number = Officers.number();
        var officer = Officers.created(editor, with(first, "Hồ Thị Tìm", number));
        var question = Map.of("personalNumber", number);

        // When
        var found = find(editor, question);
        var foreign = find(Units.editor(second), question);
        var unknown = find(editor, Map.of("personalNumber", Officers.number()));
        var reader = find(Units.reader(department), question);
        var malformed = find(editor, Map.of("personalNumber", "12"));

        // Then
        found.then().statusCode(200).header("ETag", "\"1\"").body(at("id", equalTo(officer.getString("id"))));
        foreign.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        unknown.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        reader.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        malformed.then().statusCode(422).body(at("code", equalTo("officer.number-malformed")));
        assertThat(Database.query(
                        "select subject, details::text as details from audit_entries where action = 'officer.find' and resource_id = ?",
                        UUID.fromString(officer.getString("id"))))
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("details", "{}"));
    }

    private static Response find(String token, Object question) {
        return Api.as(token).body(question).post(Officers.PATH + "/actions/find");
    }

    /** Issue, attack and grep: whatever is done with a number, it stands nowhere but sealed. */
    @Test
    void A50_shouldLeaveTheNumberInNoLogEventErrorOrRecord() {
        // Given
        var number = Officers.number();
        var reason = Map.of("code", "RECORDED_WRONGLY", "text", "Số đúng là " + number);
        var answers = new ArrayList<String>();
        List<String> entries;

        // When
        try (var log = Log.open()) {
            var created = Officers.created(editor, with(first, "Cao Văn Mật", number));
            answers.add(
                    Officers.post(editor, with(first, "Cao Văn Lặp", number)).asString());
            answers.add(Officers.post(editor, with(first, "Cao Văn Dài", number + "1"))
                    .asString());
            answers.add(Officers.post(editor, Map.of("officerCode", number, "personalNumber", number))
                    .asString());
            answers.add(find(editor, Map.of("personalNumber", number)).asString());
            answers.add(Officers.act(
                            editor,
                            Officers.PATH + "/" + created.getString("id") + "/actions/correct",
                            created,
                            Map.of("reason", reason, "data", Map.of("sex", "FEMALE")))
                    .asString());
            answers.add(Api.as(editor)
                    .queryParam("q", "Cao Văn Mật")
                    .get(Officers.PATH)
                    .asString());
            entries = log.entries();
        }
        Awaitility.await().until(() -> Database.count("select count(*) from outbox_events") == 0);

        // Then
        assertThat(String.join("\n", answers)).doesNotContain(number);
        assertThat(String.join("\n", entries)).doesNotContain(number);
        for (var table : Database.query(
                "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            assertThat(Database.count(
                            "select count(*) from " + table.get("name") + " r where r::text like ?",
                            "%" + number + "%"))
                    .as("%s", table.get("name"))
                    .isZero();
            assertThat(Database.count(
                            "select count(*) from " + table.get("name") + " r where r::text like ?",
                            "%" + hex(number) + "%"))
                    .as("bytes of %s", table.get("name"))
                    .isZero();
        }
    }

    private static String hex(String number) {
        return java.util.HexFormat.of().formatHex(number.getBytes(StandardCharsets.US_ASCII));
    }
}
