package vn.gov.hanoi.evaluation.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What the directory says about codes, names, types, parents and days of a unit. */
@QuarkusTest
@WithStack
class UnitRulesTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnitType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITY"})
    void shouldRecordEveryTypeBelowAParent(UnitType type) {
        // Given
        var request = Units.request(Units.code(), type.name(), department.id());

        // When
        var created = Units.post(editor, request);

        // Then
        created.then().statusCode(201).body(at("type", equalTo(type.name()))).body(at("validTo", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H2",
                "H266",
                "h26",
                "Đ26",
                "H26.",
                "H26..1",
                "H26.abc",
                "H26.12345",
                "H26-1",
                " H26.1",
                "H26.1\n",
                "H26.1.1111.1111.1111.1111.1111.1111.1"
            })
    void shouldRefuseMalformedCodes(String code) {
        // Given
        var request = Units.request(code, "DIVISION", department.id());

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("unit.code-malformed")))
                .body(at("errors.pointer", equalTo(List.of("/code"))));
        assertThat(Database.count("select count(*) from unit_codes where code = ?", code))
                .isZero();
    }

    @Test
    void shouldTakeTheLongestCode() {
        // Given
        var code = Units.code() + ".1111.1111.1111.1111.1111.1";

        // When
        var created = Units.post(editor, Units.request(code, "DIVISION", department.id()));

        // Then
        assertThat(code).hasSize(UnitCode.LONGEST);
        created.then().statusCode(201).body(at("code", equalTo(code)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | text.empty",
                "'   '                  | text.empty",
                "'=SUM(A1)'             | text.character-not-allowed",
                "'Phòng @ Nội vụ'       | text.character-not-allowed",
                "'-Phòng'               | text.character-not-allowed",
                "'Phòng  Nội vụ'        | text.stray-space",
            })
    void shouldRefuseNamesThatAreNone(String name, String code) {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("name", name);

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo(code)))
                .body(at("errors.pointer", equalTo(List.of("/name"))));
    }

    @Test
    void shouldTakeTwoHundredCharactersOfANameAndNoMore() {
        // Given
        var fits = Units.request(Units.code(), "DIVISION", department.id());
        fits.put("name", "Ở".repeat(200));
        var tooLong = Units.request(Units.code(), "DIVISION", department.id());
        tooLong.put("name", "Ở".repeat(201));

        // When
        var taken = Units.post(editor, fits);
        var refused = Units.post(editor, tooLong);

        // Then
        taken.then().statusCode(201).body(at("name", equalTo("Ở".repeat(200))));
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("text.too-long")))
                .body(at("args.limit", equalTo(200)));
    }

    @Test
    void shouldNotTellACodeTwice() {
        // Given
        var request = Units.request(department.code(), "DIVISION", department.id());

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then()
                .statusCode(409)
                .body(at("code", equalTo("unit.code-exists")))
                .body(at("retryable", equalTo(false)));
        assertThat(Database.count("select count(*) from unit_codes where code = ?", department.code()))
                .isEqualTo(1);
    }

    @Test
    void shouldDemandAParentOfEveryUnitButTheCity() {
        // Given
        var orphan = Units.request(Units.code(), "DIVISION", department.id());
        orphan.remove("parentId");
        var cityBelow = Units.request(Units.code(), "CITY", department.id());

        // When
        var noParent = Units.post(editor, orphan);
        var twoCities = Units.post(editor, cityBelow);

        // Then
        for (var refused : List.of(noParent, twoCities)) {
            refused.then()
                    .statusCode(422)
                    .body(at("code", equalTo("unit.parent-mismatch")))
                    .body(at("errors.pointer", equalTo(List.of("/parentId"))));
        }
    }

    @Test
    void shouldHaveOneCityOnly() {
        // Given
        var second = Units.request("H27", "CITY", department.id());
        second.remove("parentId");

        // When
        var refused = Units.post(Units.editor(Units.city()), second);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("unit.root-exists")))
                .body(at("errors.pointer", equalTo(List.of("/type"))));
    }

    @Test
    void shouldRefuseAParentThatDoesNotExist() {
        // Given
        var request = Units.request(Units.code(), "DIVISION", UUID.randomUUID());

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("unit.parent-unknown")))
                .body(at("errors.pointer", equalTo(List.of("/parentId"))));
    }

    @ParameterizedTest(name = "from {0} -> {1}")
    @CsvSource({"2019-12-31, 422", "2020-01-01, 201", "2020-06-30, 201", "2020-07-01, 422", "2021-01-01, 422"})
    void shouldRefuseUnitWhoseParentIsClosed(String from, int status) {
        // Given
        var parent = Units.request(Units.code(), "PUBLIC_UNIT", department.id());
        parent.put("validFrom", "2020-01-01");
        parent.put("validTo", "2020-07-01");
        var closed = Units.of(Units.created(editor, parent));
        var child = Units.request(Units.code(), "DIVISION", closed.id());
        child.put("validFrom", from);
        child.put("validTo", from.compareTo("2020-07-01") < 0 ? "2020-07-01" : null);

        // When
        var answer = Units.post(editor, child);

        // Then
        answer.then().statusCode(status);
        if (status == 422) {
            answer.then()
                    .body(at("code", equalTo("unit.parent-not-in-force")))
                    .body(at("args", equalTo(Map.of("validFrom", from))))
                    .body(at("errors.pointer", equalTo(List.of("/parentId"))));
        }
    }

    @ParameterizedTest(name = "{0} to {1} -> {2} at {3}")
    @CsvSource({
        "2020-01-01, 2020-01-01, validity.empty, /validTo",
        "2020-01-02, 2020-01-01, validity.empty, /validTo",
        "2020-01-01, 2200-01-01, date.out-of-range, /validTo",
        "1899-12-31, 2020-01-01, date.out-of-range, /validFrom"
    })
    void shouldRefuseDaysThatCannotBe(String from, String to, String code, String pointer) {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("validFrom", from);
        request.put("validTo", to);

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo(code))).body(at("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void shouldTellAllReasonsAtOnceInTheOrderOfTheRequest() {
        // Given
        var request = Units.request("h26", "DIVISION", department.id());
        request.put("name", "=1");
        request.put("validFrom", "2017-01-01");
        request.put("validTo", "2016-01-01");

        // When
        var refused = Units.post(editor, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at(
                        "errors.code",
                        equalTo(List.of(
                                "unit.code-malformed",
                                "text.character-not-allowed",
                                "validity.empty",
                                "unit.parent-not-in-force"))))
                .body(at("errors.pointer", equalTo(List.of("/code", "/name", "/validTo", "/parentId"))));
    }

    @Test
    void shouldShowAUnitOnTheDaysItIsInForceOnly() {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("validFrom", "2019-01-01");
        request.put("validTo", "2020-07-01");
        var unit = Units.of(Units.created(editor, request));

        // Then
        assertThat(codesOn("2018-12-31")).doesNotContain(unit.code());
        assertThat(codesOn("2019-01-01")).contains(unit.code());
        assertThat(codesOn("2020-06-30")).contains(unit.code());
        assertThat(codesOn("2020-07-01")).doesNotContain(unit.code());
        Api.as(editor).get(Units.PATH + "/" + unit.id()).then().statusCode(200);
    }

    private List<String> codesOn(String day) {
        return Api.as(editor)
                .queryParam("asOf", day)
                .get(Units.PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items.code");
    }
}
