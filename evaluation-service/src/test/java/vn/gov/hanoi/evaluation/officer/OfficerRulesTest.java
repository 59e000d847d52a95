package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What the directory says about codes, names, posts and days of an officer. */
@QuarkusTest
@WithStack
class OfficerRulesTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
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
        created.then()
                .statusCode(201)
                .body(at("category", equalTo(category.name())))
                .body(at("birthDate", nullValue()));
    }

    /** The personal number has no place in the code, and it is not repeated. */
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
                .body(at("code", equalTo("officer.code-malformed")))
                .body(at("errors.pointer", equalTo(List.of("/officerCode"))));
        assertThat(refused.as(Json.class).getString("detail")
                        + refused.as(Json.class).getMap("args"))
                .doesNotContain("001085012345");
        assertThat(Database.count("select count(*) from officers where officer_code = ?", code))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalNumberMasked", "citizenId", "salary", "id", "version", "createdBy", "sortKey"})
    void A22_shouldTakeNoFieldThatIsNotTheCallers(String field) {
        // Given
        var request = Officers.request(Officers.code(), "Vũ Thị Giang", department.id());
        request.put(field, "001085012345");

        // When
        var refused = Officers.post(editor, request);

        // Then
        refused.then()
                .statusCode(400)
                .body(at("code", equalTo("request.unknown-property")))
                .body(at("errors.pointer", equalTo(List.of("/" + field))));
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
        assertThat(refused.as(Json.class).getList("errors.code")).contains(code);
        assertThat(refused.as(Json.class).find("errors", "code", code).getString("pointer"))
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
                .body(at("code", equalTo("assignment.not-main")))
                .body(at("errors.pointer", equalTo(List.of("/assignment/main"))));
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
            answer.then().body(at("code", equalTo("assignment.head-exists")));
            assertThat(Database.count(
                            "select count(*) from officers where officer_code = ?", second.get("officerCode")))
                    .isZero();
        }
    }
}
