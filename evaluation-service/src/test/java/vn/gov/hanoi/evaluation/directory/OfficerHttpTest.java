package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class OfficerHttpTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldRecordAnOfficerWithTheMainPost() {
        // Given
        var request = Officers.request(Officers.code(), "  Nguyễn Thị Ánh Nguyệt ", department.id());
        Officers.post(request).put("title", " Trưởng phòng ");
        Officers.post(request).put("position", "HEAD");
        Officers.post(request).put("leader", true);

        // When
        var created = Officers.post(editor, request);

        // Then
        var id = created.jsonPath().getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Officers.PATH + "/" + id)
                .header("ETag", "\"1\"")
                .body("etag", equalTo("\"1\""))
                .body("version", equalTo(1))
                .body("officerCode", equalTo(request.get("officerCode")))
                .body("fullName", equalTo("Nguyễn Thị Ánh Nguyệt"))
                .body("category", equalTo("CIVIL_SERVANT"))
                .body("birthDate", equalTo("1985-02-03"))
                .body("assignments", hasSize(1))
                .body("assignments[0].unit.code", equalTo(department.code()))
                .body("assignments[0].position", equalTo("HEAD"))
                .body("assignments[0].title", equalTo("Trưởng phòng"))
                .body("assignments[0].leader", equalTo(true))
                .body("assignments[0].main", equalTo(true))
                .body("assignments[0].validFrom", equalTo("2019-05-01"))
                .body("assignments[0].validTo", nullValue())
                .body("assignments[0].decisionNumber", equalTo("112/QĐ-UBND"));
        assertThat(Database.query(
                        "select action, unit_id, details::text as details from audit_entries where resource_id = ?",
                        UUID.fromString(id)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry).containsEntry("action", "officer.create").containsEntry("unit_id", department.id());
                    assertThat(String.valueOf(entry.get("details"))).doesNotContain("Nguyệt", "1985");
                });
    }

    @Test
    void shouldReadWhatWasRecorded() {
        // Given
        var created = Officers.officer(editor, department, "Trần Văn Bình");

        // When
        var read = Api.as(Units.reader(department)).get(Officers.PATH + "/" + created.getString("id"));

        // Then
        read.then().statusCode(200).header("ETag", created.getString("etag")).header("Cache-Control", "no-store");
        assertThat((Object) read.jsonPath().get()).isEqualTo(created.get());
    }

    @Test
    void shouldKeepTheBirthDateOutOfLists() {
        // Given
        Officers.officer(editor, department, "Lê Thị Cúc");

        // When
        var listed = Api.as(editor).get(Officers.PATH);

        // Then
        listed.then().statusCode(200).body("items", hasSize(1)).body("items[0].fullName", equalTo("Lê Thị Cúc"));
        assertThat(listed.asString()).doesNotContain("birthDate", "1985-02-03");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void shouldKnowEveryCategory(Category category) {
        // Given
        var request = Officers.request(Officers.code(), "Phạm Văn Dũng", department.id());
        request.put("category", category.name());
        request.remove("birthDate");

        // When
        var created = Officers.post(editor, request);

        // Then
        created.then().statusCode(201).body("category", equalTo(category.name())).body("birthDate", nullValue());
    }

    /** The personal number has no place here at all: not as the code, not beside it, and it is not repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"001085012345", "1", "cb0000001", "CB-01", "CB", "ABCDEFGHI1", "CB12345678901234567", "Đ1"})
    void shouldRefusePersonalNumbersAndOtherMalformedCodes(String code) {
        // Given
        var request = Officers.request(code, "Hoàng Văn Em", department.id());

        // When
        var refused = Officers.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body("code", equalTo("officer.code-malformed"))
                .body("errors.pointer", equalTo(List.of("/officerCode")));
        assertThat(refused.jsonPath().getString("detail") + refused.jsonPath().getMap("args"))
                .doesNotContain("001085012345");
        assertThat(Database.count("select count(*) from officers where officer_code = ?", code))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalNumber", "citizenId", "salary", "id", "version", "createdBy", "sortKey"})
    void A22_shouldTakeNoFieldThatIsNotTheCallers(String field) {
        // Given
        var request = Officers.request(Officers.code(), "Vũ Thị Giang", department.id());
        request.put(field, "001085012345");

        // When
        var refused = Officers.post(editor, request);

        // Then
        refused.then()
                .statusCode(400)
                .body("code", equalTo("request.unknown-property"))
                .body("errors.pointer", equalTo(List.of("/" + field)));
        assertThat(refused.asString()).doesNotContain("001085012345");
    }

    @ParameterizedTest(name = "{0} = {1} -> {2}")
    @CsvSource({
        "fullName, '', text.empty, /fullName",
        "fullName, Nguyễn Văn 2, text.digit-in-name, /fullName",
        "fullName, Nguyễn Văn @n, text.character-not-allowed, /fullName",
        "fullName, -An, text.character-not-allowed, /fullName",
        "fullName, Nguyễn  An, text.stray-space, /fullName",
        "birthDate, 2019-05-01, officer.birth-date-late, /birthDate",
        "birthDate, 1899-12-31, date.out-of-range, /birthDate",
        "assignment.title, 1 trưởng phòng, text.character-not-allowed, /assignment/title",
        "assignment.title, '', text.empty, /assignment/title",
        "assignment.decisionNumber, =1+1, text.character-not-allowed, /assignment/decisionNumber",
        "assignment.decisionNumber, '', text.empty, /assignment/decisionNumber",
        "assignment.validTo, 2019-05-01, validity.empty, /assignment/validTo",
        "assignment.validFrom, 2017-12-31, assignment.unit-not-in-force, /assignment/unitId",
        "assignment.validFrom, 1850-01-01, date.out-of-range, /assignment/validFrom",
        "assignment.unitId, 018f0000-0000-7000-8000-000000000000, assignment.unit-unknown, /assignment/unitId"
    })
    void shouldPointToWhatIsWrong(String field, String value, String code, String pointer) {
        // Given
        var request = Officers.request(Officers.code(), "Đỗ Văn Hải", department.id());
        var holder = field.startsWith("assignment.") ? Officers.post(request) : request;
        holder.put(field.substring(field.indexOf('.') + 1), value);

        // When
        var refused = Officers.post(editor, request);

        // Then
        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getList("errors.code")).contains(code);
        assertThat(refused.jsonPath()
                        .getString("errors.find { it.code == '%s' }.pointer".formatted(code)))
                .isEqualTo(pointer);
        assertThat(Database.count("select count(*) from officers where officer_code = ?", request.get("officerCode")))
                .isZero();
    }

    @Test
    void shouldDemandThatTheFirstPostIsTheMainOne() {
        // Given
        var request = Officers.request(Officers.code(), "Bùi Thị Hoa", department.id());
        Officers.post(request).put("main", false);

        // When
        var refused = Officers.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body("code", equalTo("assignment.not-main"))
                .body("errors.pointer", equalTo(List.of("/assignment/main")));
    }

    @ParameterizedTest(name = "head from {0} to {1} -> {2}")
    @CsvSource({"2020-12-31, , 409", "2018-06-01, , 409", "2021-01-01, , 201", "2018-01-01, 2019-05-01, 201"})
    void shouldRefuseASecondHeadInTheSameTime(String from, String to, int status) {
        // Given
        var first = Officers.request(Officers.code(), "Ngô Văn Khoa", department.id());
        Officers.post(first).put("position", "HEAD");
        Officers.post(first).put("validTo", "2021-01-01");
        Officers.created(editor, first);
        var second = Officers.request(Officers.code(), "Đặng Thị Lan", department.id());
        Officers.post(second).put("position", "HEAD");
        Officers.post(second).put("validFrom", from);
        Officers.post(second).put("validTo", to);

        // When
        var answer = Officers.post(editor, second);

        // Then
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().body("code", equalTo("assignment.head-exists"));
            assertThat(Database.count(
                            "select count(*) from officers where officer_code = ?", second.get("officerCode")))
                    .isZero();
        }
    }

    @Test
    void shouldTryOutWithoutEffectAndReplayWithoutASecondOne() {
        // Given
        var request = Officers.request(Officers.code(), "Mai Văn Nam", department.id());
        var key = Api.key();

        // When
        var tried = Api.as(editor).body(request).post(Officers.PATH + "?validateOnly=true");
        var before = count(request);
        var first = Api.as(editor).header("Idempotency-Key", key).body(request).post(Officers.PATH);
        var second = Api.as(editor).header("Idempotency-Key", key).body(request).post(Officers.PATH);

        // Then
        tried.then().statusCode(200).body("valid", equalTo(true));
        assertThat(before).isZero();
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count(request)).isEqualTo(1);
    }

    /** A refusal by a constraint is everyday business; the row it refused must not go to the log. */
    @Test
    void A50_shouldNotLogPersonalDataOfARefusedOfficer() {
        // Given
        var request = Officers.request(Officers.code(), "Nguyễn Bí Mật", department.id());
        request.put("birthDate", "1971-12-13");
        Officers.created(editor, request);
        var log = new Log();
        Logger.getLogger("").addHandler(log);

        // When
        var refused = Officers.post(editor, request);
        Logger.getLogger("").removeHandler(log);

        // Then
        refused.then().statusCode(409).body("code", equalTo("officer.code-exists"));
        assertThat(String.join("\n", log.lines)).doesNotContain("Bí Mật", "bi mat", "1971-12-13");
    }

    private static long count(Map<String, @Nullable Object> request) {
        return Database.count("select count(*) from officers where officer_code = ?", request.get("officerCode"));
    }

    private static final class Log extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(formatter.format(entry));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
