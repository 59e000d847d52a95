package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Finding people by parts of their names, typed in any way, and the feed of changes. */
@QuarkusTest
@WithStack
class OfficerSearchTest {
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

    private List<String> names(String q, Object... more) {
        return Api.as(editor)
                .queryParam("q", q)
                .queryParams(query(more))
                .get(Officers.PATH)
                .as(Json.class)
                .getList("items.fullName");
    }

    private static Map<String, Object> query(Object... pairs) {
        var query = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return query;
    }

    @Test
    void shouldPutNamesWithTheAccentsTypedFirst() {
        // Given
        for (var name : List.of("Nguyễn Thị Đào", "Nguyễn Thị Dạo", "Nguyễn Thị Dao", "Trần Văn Nam")) {
            Officers.officer(editor, first, name);
        }

        // Then
        assertThat(names("đào")).containsExactly("Nguyễn Thị Đào", "Nguyễn Thị Dao", "Nguyễn Thị Dạo");
        assertThat(names(Normalizer.normalize("ĐÀO", Normalizer.Form.NFD)))
                .containsExactly("Nguyễn Thị Đào", "Nguyễn Thị Dao", "Nguyễn Thị Dạo");
        assertThat(names("dạo")).containsExactly("Nguyễn Thị Dạo", "Nguyễn Thị Dao", "Nguyễn Thị Đào");
        assertThat(names("dao")).containsExactly("Nguyễn Thị Dao", "Nguyễn Thị Dạo", "Nguyễn Thị Đào");
        assertThat(names("đào", "sort", "officer.name"))
                .containsExactly("Nguyễn Thị Dao", "Nguyễn Thị Dạo", "Nguyễn Thị Đào");
    }

    @Test
    void shouldKeepTheRankFromPageToPage() {
        // Given
        for (var name : List.of("Lê Hòa", "Lê Hoà An", "Lê Hoa", "Lê Hóa", "Lê Thị Hòa")) {
            Officers.officer(editor, first, name);
        }
        var all = names("hòa");

        // When
        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var page = Api.as(editor)
                    .queryParams(
                            cursor == null
                                    ? query("q", "hòa", "limit", 2)
                                    : query("q", "hòa", "limit", 2, "cursor", cursor))
                    .get(Officers.PATH)
                    .as(Json.class);
            walked.addAll(page.getList("items.fullName"));
            cursor = page.getString("page.next");
        } while (cursor != null);

        // Then
        assertThat(walked).isEqualTo(all).hasSize(5);
        assertThat(all.subList(0, 2)).containsExactlyInAnyOrder("Lê Hòa", "Lê Thị Hòa");
    }

    @Test
    void shouldTellChangesSinceWithSignsForThoseWhoAreGone() {
        // Given
        var stays = Officers.officer(editor, first, "Đặng Văn Ở");
        var leaves = Officers.officer(editor, first, "Đặng Văn Nghỉ");
        var moves = Officers.officer(editor, first, "Đặng Văn Chuyển");
        var token = Units.editor(first);
        var start =
                Api.as(token).queryParam("updatedSince", "2020-01-01T00:00:00Z").get(Officers.PATH);
        Officers.correct(editor, stays, Map.of("fullName", "Đặng Văn Ở Lại"))
                .then()
                .statusCode(200);
        Officers.close(editor, leaves, 0, "2021-01-01").then().statusCode(200);
        Officers.move(editor, moves, second, "2021-01-01");

        // When
        var delta = since(token, start);
        var nothing = since(token, delta);

        // Then
        start.then().statusCode(200).body(at("items", hasSize(3)));
        delta.then().statusCode(200).body(at("items", hasSize(3)));
        assertThat(item(delta, stays))
                .containsEntry("fullName", "Đặng Văn Ở Lại")
                .containsEntry("etag", "\"2\"");
        assertThat(item(delta, leaves)).containsEntry("_deleted", true).containsEntry("reason", "ENDED");
        assertThat(item(delta, moves)).containsEntry("_deleted", true).containsEntry("reason", "OUT_OF_SCOPE");
        nothing.then().statusCode(200).body(at("items", empty()));
    }

    private static Response since(String token, Response before) {
        return Api.as(token)
                .queryParam("updatedSince", before.as(Json.class).getString("page.deltaToken"))
                .get(Officers.PATH);
    }

    private static Map<String, Object> item(Response page, Json officer) {
        return page.as(Json.class).find("items", "id", officer.getString("id")).getMap("");
    }

    @Test
    void shouldRefuseADeltaWithFilters() {
        Api.as(editor)
                .queryParams("updatedSince", "2020-01-01T00:00:00Z", "q", "an")
                .get(Officers.PATH)
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")));
    }
}
