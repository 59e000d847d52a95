package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class VacancyListTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);

    private Org.Unit department;
    private Org.Unit division;
    private String organiser;

    @BeforeEach
    void makeUnits() {
        department = Org.department();
        division = Org.division(department);
        organiser = Org.organiser(department);
    }

    @Test
    void shouldListSummariesInsideTheScopeWithTheirTags() {
        // Given
        var mine = Vacancies.announced(organiser, division.id(), "Trưởng phòng Lao động", DAY);
        var other = Org.department();
        Vacancies.draft(Org.organiser(other), Org.division(other).id(), "Trưởng phòng Lao động");

        // When
        var listed = list(Map.of());

        // Then
        listed.then()
                .statusCode(200)
                .body(at("items", hasSize(1)))
                .body(at("items[0].id", equalTo(mine.getString("id"))))
                .body(at("items[0].etag", equalTo(mine.getString("etag"))))
                .body(at("items[0].announcement.announcedOn", equalTo("2020-03-16")))
                .body(at("items[0]._actions", nullValue()))
                .body(at("page.limit", equalTo(50)))
                .body(at("page.next", nullValue()))
                .body(at("page.count", nullValue()))
                .body(at("time.asOf", notNullValue()))
                .body(at("time.knownAt", notNullValue()));
    }

    @Test
    void shouldFilterByState() {
        // Given
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Nháp");
        Vacancies.announced(organiser, division.id(), "Trưởng phòng Đã thông báo", DAY);

        // Then
        assertThat(titles(list(Map.of("state", "DRAFT")))).containsExactly("Trưởng phòng Nháp");
        assertThat(titles(list(Map.of("state", "ANNOUNCED")))).containsExactly("Trưởng phòng Đã thông báo");
        assertThat(titles(list(Map.of("state", List.of("DRAFT", "ANNOUNCED"))))).hasSize(2);
    }

    @Test
    void shouldFilterByUnitAndHowFarBelowIt() {
        // Given
        var centre = Org.unit("PUBLIC_UNIT", department.id());
        var branch = Org.unit("DIVISION", centre.id());
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Một");
        Vacancies.draft(organiser, centre.id(), "Giám đốc Trung tâm");
        Vacancies.draft(organiser, branch.id(), "Trưởng phòng Hai");

        // Then
        assertThat(titles(reach(centre, "SELF"))).containsExactly("Giám đốc Trung tâm");
        assertThat(titles(list(Map.of("unitId", centre.id())))).containsExactly("Giám đốc Trung tâm");
        assertThat(titles(reach(centre, "CHILDREN"))).containsExactly("Trưởng phòng Hai");
        assertThat(titles(reach(centre, "SUBTREE")))
                .containsExactlyInAnyOrder("Giám đốc Trung tâm", "Trưởng phòng Hai");
        assertThat(titles(reach(department, "CHILDREN")))
                .containsExactlyInAnyOrder("Trưởng phòng Một", "Giám đốc Trung tâm");
        assertThat(titles(reach(department, "SUBTREE"))).hasSize(3);
        assertThat(titles(reach(Org.department(), "SUBTREE"))).isEmpty();
    }

    @Test
    void shouldFindTitlesWithoutAccentsAndPutTypedAccentsFirst() {
        // Given
        Vacancies.draft(organiser, division.id(), "Phó Trưởng phòng Đáo hạn");
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Đào tạo");
        Vacancies.draft(organiser, division.id(), "Trưởng phòng 100% hoàn thành");

        // Then
        assertThat(titles(list(Map.of("q", "dao", "sort", "postTitle"))))
                .containsExactly("Phó Trưởng phòng Đáo hạn", "Trưởng phòng Đào tạo");
        assertThat(titles(list(Map.of("q", "ĐÀO", "sort", "postTitle"))))
                .containsExactly("Trưởng phòng Đào tạo", "Phó Trưởng phòng Đáo hạn");
        assertThat(titles(list(Map.of("q", "0%")))).containsExactly("Trưởng phòng 100% hoàn thành");
        assertThat(titles(list(Map.of("q", "_")))).isEmpty();
        assertThat(titles(list(Map.of("q", "' or 1=1 --")))).isEmpty();
    }

    @Test
    void shouldPageThroughRankedResultsWithoutLossOrRepeat() {
        // Given
        var expected = new ArrayList<String>();
        for (var word : List.of("Đào", "Đao", "Đáo")) {
            for (int i = 0; i < 3; i++) {
                Vacancies.draft(organiser, division.id(), "Trưởng phòng " + word + " " + i);
                expected.add("Trưởng phòng " + word + " " + i);
            }
        }

        // When
        var walked = walk(Map.of("q", "đáo", "sort", "-postTitle", "limit", 2));

        // Then
        assertThat(walked).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
        assertThat(walked.subList(0, 3))
                .containsExactly("Trưởng phòng Đáo 2", "Trưởng phòng Đáo 1", "Trưởng phòng Đáo 0");
    }

    @Test
    void shouldSortTitlesAsVietnameseDo() {
        // Given
        for (var title : List.of("Đội trưởng", "Dân vận", "Ăn", "Ấn", "An", "Đào")) {
            Vacancies.draft(organiser, division.id(), title);
        }

        // Then
        assertThat(walk(Map.of("sort", "postTitle", "limit", 1)))
                .containsExactly("An", "Ăn", "Ấn", "Dân vận", "Đào", "Đội trưởng");
        assertThat(walk(Map.of("sort", "-postTitle", "limit", 4)))
                .containsExactly("Đội trưởng", "Đào", "Dân vận", "Ấn", "Ăn", "An");
    }

    @ParameterizedTest
    @CsvSource({"announcedOn,1", "-announcedOn,2", "announcedOn,3", "-announcedOn,500"})
    void shouldWalkPagesByDayWithDraftsAsTheLatest(String sort, int limit) {
        // Given
        var byDay = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            Vacancies.announced(organiser, division.id(), "Trưởng phòng " + i, DAY.plusDays(i / 2 * 7L));
            byDay.add("Trưởng phòng " + i);
        }
        Vacancies.draft(organiser, division.id(), "Trưởng phòng nháp");
        byDay.add("Trưởng phòng nháp");

        // When
        var walked = walk(Map.of("sort", sort, "limit", limit));

        // Then
        assertThat(walked).isEqualTo(sort.startsWith("-") ? byDay.reversed() : byDay);
    }

    @Test
    void shouldSortByNewestAnnouncementUnlessAskedOtherwise() {
        // Given
        Vacancies.announced(organiser, division.id(), "Cũ", DAY);
        Vacancies.announced(organiser, division.id(), "Mới", DAY.plusDays(1));

        // Then
        assertThat(titles(list(Map.of()))).containsExactly("Mới", "Cũ");
    }

    @Test
    void shouldCountOnlyWhenAskedAndOnlyWhatIsVisible() {
        // Given
        IntStream.range(0, 3).forEach(i -> Vacancies.draft(organiser, division.id(), "Trưởng phòng " + i));

        // Then
        list(Map.of("count", "true", "limit", 2))
                .then()
                .statusCode(200)
                .body(at("page.count", equalTo(3)))
                .body(at("page.countIsLowerBound", nullValue()))
                .body(at("items", hasSize(2)));
        list(Map.of("count", "true", "q", "phong 1")).then().body(at("page.count", equalTo(1)));
    }

    @Test
    void shouldTakeACursorForItsOwnQuestionAndViewerOnly() {
        // Given
        IntStream.range(0, 3).forEach(i -> Vacancies.draft(organiser, division.id(), "Trưởng phòng " + i));
        String cursor = list(Map.of("limit", 1)).as(Json.class).getString("page.next");
        var deputy = vn.gov.hanoi.kernel.testing.Tokens.user("deputy")
                .unit(department.code())
                .roles("selection-reader")
                .token();

        // Then
        list(Map.of("limit", 1, "cursor", cursor)).then().statusCode(200);
        refused(list(Map.of("limit", 1, "cursor", cursor, "state", "DRAFT")), "page.cursor-invalid");
        refused(list(Map.of("limit", 1, "cursor", cursor.substring(1))), "page.cursor-invalid");
        refused(
                Api.as(deputy).queryParams(Map.of("limit", 1, "cursor", cursor)).get(Vacancies.PATH),
                "page.cursor-invalid");
        refused(
                Api.anonymous().queryParam("cursor", cursor).get("/selection/v1/public/vacancies"),
                "page.cursor-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "state, GONE",
        "unitId, 12",
        "unitScope, ALL",
        "unitScope, SUBTREE",
        "q, '  '",
        "sort, unitId",
        "sort, 'postTitle; drop table vacancies'",
        "limit, 0",
        "limit, 501",
        "limit, many",
        "count, yes"
    })
    void shouldRefuseParametersThatItCannotRead(String name, String value) {
        list(Map.of(name, value))
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")))
                .body(at("errors[0].parameter", equalTo(name)));
    }

    @Test
    void shouldRefuseParametersThatItDoesNotKnow() {
        refused(list(Map.of("minimumCandidates", "2")), "query.unknown-parameter");
        refused(list(Map.of("offset", "2")), "query.unknown-parameter");
    }

    private Response reach(Org.Unit unit, String unitScope) {
        return list(Map.of("unitId", unit.id(), "unitScope", unitScope));
    }

    private Response list(Map<String, ?> params) {
        RequestSpecification request = Api.as(organiser);
        params.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                request.queryParam(name, several);
            } else {
                request.queryParam(name, value);
            }
        });
        return request.get(Vacancies.PATH);
    }

    private List<String> walk(Map<String, Object> params) {
        var titles = new ArrayList<String>();
        var page = list(params);
        titles.addAll(titles(page));
        for (String next = next(page); next != null; next = next(page)) {
            var continued = new java.util.HashMap<>(params);
            continued.put("cursor", next);
            page = list(continued);
            titles.addAll(titles(page));
        }
        return titles;
    }

    private static String next(Response page) {
        return page.as(Json.class).getString("page.next");
    }

    private static List<String> titles(Response page) {
        return page.then().statusCode(200).extract().as(Json.class).getList("items.postTitle");
    }

    private static void refused(Response response, String code) {
        response.then().statusCode(400).body(at("code", equalTo(code)));
    }
}
