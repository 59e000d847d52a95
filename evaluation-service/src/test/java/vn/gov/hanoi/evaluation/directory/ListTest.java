package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class ListTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldAnswerWithItemsPlaceAndTime() {
        // When
        var listed = units(Map.of());

        // Then
        listed.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(at("items", hasSize(1)))
                .body(at("items[0].etag", equalTo("\"1\"")))
                .body(at("page.limit", equalTo(50)))
                .body(at("page.next", nullValue()))
                .body(at("page.count", nullValue()))
                .body(at("time.asOf", notNullValue()))
                .body(at("time.knownAt", notNullValue()));
    }

    @Test
    void shouldSortCodesByTheirNumbers() {
        // Given
        for (var tail : List.of("10", "2", "1", "2.1", "A")) {
            Units.created(editor, Units.request(department.code() + "." + tail, "DIVISION", department.id()));
        }

        // When
        var walked = walk(Units.PATH, Map.of("limit", 2), "items.code");

        // Then
        assertThat(walked)
                .isEqualTo(List.of("", ".1", ".2", ".2.1", ".A", ".10").stream()
                        .map(tail -> department.code() + tail)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500})
    void shouldSortNamesAsVietnameseDo(int limit) {
        // Given
        var names = List.of("Ban An", "Ban Ăn", "Ban Ân", "Ban Dân vận", "Ban Đào tạo", "Ban Đạo đức", "Ban Y tế");
        names.reversed().forEach(name -> Units.named("DIVISION", department, name));

        // When
        var walked = walk(Units.PATH, Map.of("sort", "name", "limit", limit), "items.name");

        // Then
        assertThat(walked.subList(0, names.size())).isEqualTo(names);
        assertThat(walked).hasSize(names.size() + 1).endsWith(department.name());
    }

    @Test
    void shouldSortPersonsByGivenNameThenFamilyNameThenMiddleName() {
        // Given
        var names = List.of(
                "Trần Thị An",
                "Nguyễn Văn Ánh",
                "Lê Bình",
                "Nguyễn Văn Bình",
                "Nguyễn Xuân Bình",
                "Phạm Dũng",
                "Hoàng Văn Đức");
        names.reversed().forEach(name -> Officers.officer(editor, department, name));

        // When
        var walked = walk(Officers.PATH, Map.of("sort", "officer.name", "limit", 2), "items.fullName");

        // Then
        assertThat(walked).isEqualTo(names);
    }

    @Test
    void shouldFilterUnits() {
        // Given
        var centre = Units.named("PUBLIC_UNIT", department, "Trung tâm Đào tạo");
        var branch = Units.named("DIVISION", centre, "Phòng 100% số hóa");

        // Then
        assertThat(codes(Map.of("type", "DIVISION"))).containsExactly(branch.code());
        assertThat(codes(Map.of("type", List.of("DIVISION", "PUBLIC_UNIT")))).hasSize(2);
        assertThat(codes(Map.of("code", List.of(centre.code(), branch.code(), "H26"))))
                .hasSize(2);
        assertThat(codes(Map.of("parentId", centre.id()))).containsExactly(branch.code());
        assertThat(codes(Map.of("q", "dao TAO"))).containsExactly(centre.code());
        assertThat(codes(Map.of("q", "ĐÀO"))).containsExactly(centre.code());
        assertThat(codes(Map.of("q", branch.code().toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(branch.code());
        assertThat(codes(Map.of("unitId", centre.id()))).containsExactly(centre.code());
        assertThat(codes(Map.of("unitId", department.id(), "unitScope", "CHILDREN")))
                .containsExactly(centre.code());
        assertThat(codes(Map.of("unitId", department.id(), "unitScope", "SUBTREE")))
                .hasSize(3);
        assertThat(codes(Map.of("unitId", centre.id(), "unitScope", "SUBTREE", "type", "DIVISION")))
                .containsExactly(branch.code());
    }

    @Test
    void A46_shouldTakeWildcardsAndSqlInSearchesLiterally() {
        // Given
        var percent = Units.named("DIVISION", department, "Phòng 100% số hóa");

        // Then
        assertThat(codes(Map.of("q", "0%"))).containsExactly(percent.code());
        assertThat(codes(Map.of("q", "_"))).isEmpty();
        assertThat(codes(Map.of("q", "\\"))).isEmpty();
        assertThat(codes(Map.of("q", "' or 1=1 --"))).isEmpty();
        assertThat(codes(Map.of("code", "' or 1=1 --"))).isEmpty();
    }

    @Test
    void shouldFilterOfficersByUnitCategoryCodeNameAndDay() {
        // Given
        var division = Units.unit("DIVISION", department);
        var head = Officers.officer(editor, department, "Nguyễn Văn Đạt");
        var worker = Officers.request(Officers.code(), "Trần Thị Én", division.id());
        worker.put("category", "CONTRACT_WORKER");
        Officers.post(worker).put("validFrom", "2020-07-01");
        Officers.created(editor, worker);

        // Then
        assertThat(names(Map.of("unitId", department.id()))).containsExactly("Nguyễn Văn Đạt");
        assertThat(names(Map.of("unitId", department.id(), "unitScope", "CHILDREN")))
                .containsExactly("Trần Thị Én");
        assertThat(names(Map.of("unitId", department.id(), "unitScope", "SUBTREE")))
                .hasSize(2);
        assertThat(names(Map.of("category", "CONTRACT_WORKER"))).containsExactly("Trần Thị Én");
        assertThat(names(Map.of("officerCode", head.getString("officerCode")))).containsExactly("Nguyễn Văn Đạt");
        assertThat(names(Map.of("q", "dat"))).containsExactly("Nguyễn Văn Đạt");
        assertThat(names(Map.of("asOf", "2020-06-30"))).containsExactly("Nguyễn Văn Đạt");
        assertThat(names(Map.of("asOf", "2020-07-01"))).hasSize(2);
        assertThat(names(Map.of("asOf", "2019-04-30"))).isEmpty();
    }

    @Test
    void shouldCountOnlyWhenAskedAndOnlyWhatIsFound() {
        // Given
        IntStream.range(0, 3).forEach(i -> Officers.officer(editor, department, "Lý Văn Đếm " + "abc".charAt(i)));

        // Then
        officers(Map.of("limit", 2)).then().body(at("page.count", nullValue()));
        officers(Map.of("limit", 2, "count", "true"))
                .then()
                .body(at("page.count", equalTo(3)))
                .body(at("items", hasSize(2)));
        officers(Map.of("q", "dem b", "count", "true")).then().body(at("page.count", equalTo(1)));
        units(Map.of("count", "true")).then().body(at("page.count", equalTo(1)));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "type, VILLAGE",
        "type, city",
        "parentId, 12",
        "unitId, 12",
        "unitScope, ALL",
        "sort, parentId",
        "sort, 'name; drop table units'",
        "limit, 0",
        "limit, 501",
        "limit, many",
        "count, yes",
        "asOf, 2020-02-30",
        "asOf, 1899-12-31",
        "asOf, 29/02/2020"
    })
    void shouldRefuseParametersThatItCannotRead(String name, String value) {
        units(Map.of(name, value))
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")))
                .body(at("errors[0].parameter", equalTo(name)));
    }

    @Test
    void shouldRefuseTextsThatTheDatabaseCannotTakeAndTooManyTerms() {
        for (var params : List.<Map<String, Object>>of(
                Map.of("code", "H26\u0000"),
                Map.of("q", "\u0000"),
                Map.of("q", "x".repeat(101)),
                Map.of("code", java.util.Collections.nCopies(21, "H26")))) {
            units(params).then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
        }
        units(Map.of("unitScope", "SUBTREE")).then().statusCode(400).body(at("errors[0].parameter", equalTo("unitId")));
        officers(Map.of("officerCode", "CB1\u0000")).then().statusCode(400);
        officers(Map.of("category", "KING")).then().statusCode(400);
        officers(Map.of("sort", "fullName")).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset", "name", "birthDate", "Limit", "validateOnly"})
    void shouldRefuseParametersThatItDoesNotKnow(String name) {
        for (var answer : List.of(units(Map.of(name, "1")), officers(Map.of(name, "1")))) {
            answer.then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.unknown-parameter")))
                    .body(at("errors[0].parameter", equalTo(name)));
        }
    }

    private Response units(Map<String, ?> params) {
        return list(Units.PATH, params);
    }

    private Response officers(Map<String, ?> params) {
        return list(Officers.PATH, params);
    }

    private Response list(String path, Map<String, ?> params) {
        var request = Api.as(editor);
        params.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                request.queryParam(name, several);
            } else {
                request.queryParam(name, value);
            }
        });
        return request.get(path);
    }

    private List<String> codes(Map<String, ?> params) {
        return units(params).then().statusCode(200).extract().as(Json.class).getList("items.code");
    }

    private List<String> names(Map<String, ?> params) {
        return officers(params).then().statusCode(200).extract().as(Json.class).getList("items.fullName");
    }

    private List<String> walk(String path, Map<String, Object> params, String property) {
        var found = new ArrayList<String>();
        var continued = new HashMap<>(params);
        String next;
        do {
            var page = list(path, continued).then().statusCode(200).extract().as(Json.class);
            found.addAll(page.getList(property));
            next = page.getString("page.next");
            continued.put("cursor", String.valueOf(next));
        } while (next != null);
        return found;
    }
}
