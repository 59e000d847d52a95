package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class PublicVacancyTest {
    private static final String PUBLIC = "/selection/v1/public/vacancies";
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);

    private Org.Unit division;
    private String organiser;

    @BeforeEach
    void makeUnits() {
        var department = Org.department();
        division = Org.division(department);
        organiser = Org.organiser(department);
    }

    @Test
    void shouldShowEverybodyAnnouncedOnesAndNothingElse() {
        // Given
        var announced = Vacancies.announced(organiser, division.id(), "Trưởng phòng Văn hóa", DAY);
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Bí mật");

        // When
        var listed = Api.anonymous()
                .queryParams(Map.of("unitId", division.id(), "count", "true"))
                .get(PUBLIC);

        // Then
        listed.then()
                .statusCode(200)
                .body(at("items", hasSize(1)))
                .body(at("page.count", equalTo(1)))
                .body(at("items[0].id", equalTo(announced.getString("id"))))
                .body(at("items[0].announcement.dossiersTo", equalTo("2020-04-15")));
        assertThat(listed.as(Json.class).getMap("items[0]").keySet())
                .isEqualTo(java.util.Set.of(
                        "id",
                        "state",
                        "unit",
                        "postTitle",
                        "positions",
                        "minimumCandidates",
                        "legalBasis",
                        "decision",
                        "announcement"));
    }

    @Test
    void shouldReadOneAnnouncedVacancyWithoutAToken() {
        // Given
        var announced = Vacancies.announced(organiser, division.id(), "Trưởng phòng Du lịch", DAY);

        // When
        var read = Api.anonymous().get(PUBLIC + "/" + announced.getString("id"));

        // Then
        read.then().statusCode(200).body(at("postTitle", equalTo("Trưởng phòng Du lịch")));
        assertThat(read.headers().hasHeaderWithName("ETag")).isFalse();
    }

    @Test
    void shouldAnswerForADraftExactlyAsForNothing() {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Chưa thông báo");

        // When
        var hidden = Api.anonymous().get(PUBLIC + "/" + draft.getString("id"));
        var absent = Api.anonymous().get(PUBLIC + "/" + UUID.randomUUID());

        // Then
        hidden.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        absent.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        assertThat(without(hidden.as(Json.class).getMap("")))
                .isEqualTo(without(absent.as(Json.class).getMap("")));
    }

    @Test
    void shouldNotFindADraftByAnyQuestion() {
        // Given
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Tìm không thấy");

        // When
        var found = Api.anonymous()
                .queryParams(Map.of("q", "tim khong thay", "count", "true"))
                .get(PUBLIC);

        // Then
        found.then().statusCode(200).body(at("items", hasSize(0))).body(at("page.count", equalTo(0)));
        Api.anonymous()
                .queryParam("state", "DRAFT")
                .get(PUBLIC)
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.unknown-parameter")));
    }

    @Test
    void shouldPageThePublicList() {
        // Given
        for (int i = 0; i < 3; i++) {
            Vacancies.announced(organiser, division.id(), "Trưởng phòng " + i, DAY.plusDays(i));
        }

        // When
        var first = Api.anonymous()
                .queryParams(Map.of("unitId", division.id(), "limit", 2))
                .get(PUBLIC);
        var second = Api.anonymous()
                .queryParams(Map.of(
                        "unitId",
                        division.id(),
                        "limit",
                        2,
                        "cursor",
                        first.as(Json.class).getString("page.next")))
                .get(PUBLIC);

        // Then
        first.then().body(at("items.postTitle", equalTo(java.util.List.of("Trưởng phòng 2", "Trưởng phòng 1"))));
        second.then().body(at("items.postTitle", equalTo(java.util.List.of("Trưởng phòng 0"))));
    }

    @Test
    void shouldGiveAnOfficialNoMoreThanEverybody() {
        // Given
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Nội bộ");
        var nobody = Tokens.user("nobody").token();

        // Then
        for (var token : java.util.List.of(organiser, nobody)) {
            Api.as(token)
                    .queryParam("unitId", division.id())
                    .get(PUBLIC)
                    .then()
                    .statusCode(200)
                    .body(at("items", hasSize(0)));
        }
    }

    private static Map<Object, Object> without(Map<Object, Object> problem) {
        var rest = new java.util.HashMap<>(problem);
        rest.remove("instance");
        rest.remove("traceId");
        return rest;
    }
}
