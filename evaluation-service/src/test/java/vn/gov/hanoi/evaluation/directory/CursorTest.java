package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Walks over pages while others write, and cursors that were made by nobody. */
@QuarkusTest
@WithStack
class CursorTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldNeitherLoseNorRepeatRecordsWhileOthersAreAdded() {
        // Given
        var before = IntStream.range(0, 6)
                .mapToObj(
                        i -> Units.named("DIVISION", department, "Phòng C" + i).code())
                .toList();
        var params = new HashMap<String, Object>(Map.of("sort", "name", "limit", 2, "q", "phong c"));
        var first = units(params);

        // When
        Units.named("DIVISION", department, "Phòng C0 trước");
        Units.named("DIVISION", department, "Phòng C4 sau");
        var walked = new ArrayList<String>(first.as(Json.class).getList("items.code"));
        params.put("cursor", first.as(Json.class).getString("page.next"));
        walked.addAll(walk(Units.PATH, params, "items.code"));

        // Then
        // The moment of the first page holds for the whole walk, so what came later is not part of it.
        assertThat(walked).containsExactlyElementsOf(before);
    }

    @Test
    void shouldKeepTheDayOfTheFirstPageForTheWholeWalk() {
        // Given
        IntStream.range(0, 3).forEach(_ -> Units.unit("DIVISION", department));

        // When
        var first = units(Map.of("asOf", "2020-02-29", "limit", 2));
        var second = units(Map.of(
                "asOf", "2020-02-29", "limit", 2, "cursor", first.as(Json.class).getString("page.next")));

        // Then
        first.then().body(at("time.asOf", equalTo("2020-02-29")));
        second.then().body(at("time", equalTo(first.as(Json.class).getMap("time"))));
    }

    @Test
    void shouldTakeACursorForItsOwnQuestionAndViewerOnly() {
        // Given
        IntStream.range(0, 2).forEach(_ -> Units.unit("DIVISION", department));
        IntStream.range(0, 2).forEach(_ -> Officers.officer(editor, department, "Đinh Văn Khoa"));
        String cursor = units(Map.of("limit", 1)).as(Json.class).getString("page.next");
        String officerCursor = officers(Map.of("limit", 1)).as(Json.class).getString("page.next");
        var other = Api.as(Units.reader(department)).queryParams(Map.of("limit", 1, "cursor", cursor));

        // Then
        units(Map.of("limit", 2, "cursor", cursor)).then().statusCode(200).body(at("items", hasSize(2)));
        assertThat(cursor).doesNotContain(department.code());
        for (var forged : List.of(
                units(Map.of("cursor", cursor, "type", "DIVISION")),
                units(Map.of("cursor", cursor, "sort", "name")),
                units(Map.of("cursor", cursor, "asOf", "2020-01-01")),
                units(Map.of("cursor", officerCursor)),
                officers(Map.of("cursor", cursor)),
                units(Map.of("cursor", "ZZZZ")),
                units(Map.of("cursor", "%%%")),
                units(Map.of("cursor", "A".repeat(3_000))),
                other.get(Units.PATH))) {
            refused(forged);
        }
    }

    @Test
    void shouldRefuseACursorInWhichAnyPartWasAltered() {
        // Given
        Units.unit("DIVISION", department);
        String cursor = units(Map.of("limit", 1)).as(Json.class).getString("page.next");

        // Then
        for (int at = 0; at < cursor.length() - 1; at += 7) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            refused(units(Map.of("cursor", cursor.substring(0, at) + other + cursor.substring(at + 1))));
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

    private static void refused(Response answer) {
        answer.then()
                .statusCode(400)
                .body(at("code", equalTo("page.cursor-invalid")))
                .body(at("errors[0].parameter", equalTo("cursor")));
    }
}
