package vn.gov.hanoi.selection.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Rating;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;

/** Results arrive by events, in any order and number; each is told on with its source, inside the scope only. */
@QuarkusTest
@WithStack
class RatingRecordTest {
    private static final String PATH = "/selection/v1/rating-records";

    private static Org.@Nullable Unit department;
    private static Org.@Nullable Unit division;

    private final AnnualInbox inbox;
    private String organiser;
    private UUID officer;

    RatingRecordTest(AnnualInbox inbox) {
        this.inbox = inbox;
    }

    @BeforeEach
    void meetAnOfficer() {
        if (department == null) {
            department = Org.department();
            division = Org.division(department);
        }
        organiser = Org.organiser(department);
        officer = Org.officer(division);
    }

    @Test
    void shouldShowAResultWithEverythingThatEvidenceNames() throws IOException {
        // Given
        var rating = Rating.ofYear(officer, 2025, "D", "RELIEF_TWO_YEARS", "LOWER_POSITION");
        var event = rating.event();
        rating.told(event);

        // When
        var shown = Api.as(organiser).get(PATH + "/" + rating.id());

        // Then
        shown.then().statusCode(200);
        var data = rating.data();
        assertThat(Api.json(shown)).isEqualTo(new ObjectMapper().readTree("""
                {"id":"%1$s","officer":{"id":"%2$s","code":"CB%3$s","name":"Nguyễn Thị Mẫu"},"unitId":"%4$s","ratingUnitId":"%5$s",
                 "periodType":"YEAR","period":"2025","outcome":"RATED","grade":"D",
                 "consequences":["RELIEF_TWO_YEARS","LOWER_POSITION"],"ruleSet":{"code":"VN-CC-2026-Y","version":2},
                 "state":"LIVING","supersededBy":null,
                 "source":{"resultId":"%1$s","revision":1,"supersedes":null,
                    "href":"/evaluation/v1/annual-classifications/%1$s","toldAt":"%6$s"}}""".formatted(
                                rating.id(),
                                officer,
                                officer.toString().substring(0, 8),
                                data.get("unitId"),
                                data.get("ratingUnitId"),
                                Api.json(shown).path("source").path("toldAt").asText())));
        assertThat(java.time.Instant.parse(
                        Api.json(shown).path("source").path("toldAt").asText()))
                .isEqualTo(Events.parse(event).path("time").asText());
    }

    /** Each number is the event of that revision; the same number twice is the same event twice. */
    @ParameterizedTest
    @ValueSource(strings = {"123", "321", "213", "112233", "1231", "3312"})
    void shouldCountTheNewestRevisionOnlyInWhateverOrderTheyCome(String order) {
        // Given
        var first = Rating.ofMonth(officer, "2026-07", "C");
        var second = first.corrected("B");
        var third = second.corrected("A");
        var events = List.of(first.event(), second.event(), third.event());

        // When
        order.chars().forEach(each -> first.send(events.get(each - '1')));
        Rating.ofMonth(officer, "2026-08", "B").told();

        // Then
        var living = list(Map.of("period", "2026-07")).as(Json.class);
        assertThat(living.getList("items.id")).isEqualTo(List.of(third.id().toString()));
        var all = list(Map.of("period", "2026-07", "superseded", "true")).as(Json.class);
        assertThat(all.getList("items")).hasSize(3);
        for (var old : List.of(first, second)) {
            var shown = all.find("items", "id", old.id().toString());
            assertThat(shown.getString("state")).isEqualTo("SUPERSEDED");
            assertThat(shown.getString("supersededBy")).isEqualTo(third.id().toString());
            assertThat(shown.getString("grade")).isEqualTo(old.data().get("grade"));
        }
    }

    @Test
    void shouldTakeAResultThatIsToldAgainUnderAnotherEventAsKnown() {
        // Given
        var rating = Rating.ofMonth(officer, "2026-07", "C").told();

        // When
        rating.with("grade", "A").told();

        // Then
        assertThat(list(Map.of("superseded", "true")).as(Json.class).getList("items.grade"))
                .isEqualTo(List.of("C"));
    }

    @ParameterizedTest
    @CsvSource({
        "evaluationId, '', IllegalArgumentException",
        "outcome, , event without outcome",
        "period, 2026-13, NoSuchElementException",
        "revision, eins, NumberFormatException",
        "supersedes, 0197c363-ff40-7a11-8c02-5b1d0e77a9c4, state 23514"
    })
    void shouldSetABrokenResultAsideAndGoOnWithTheNext(String field, @Nullable String value, String error) {
        // Given
        var broken = Rating.ofMonth(officer, "2026-07", "B").with(field, value);
        var next = Rating.ofMonth(officer, "2026-07", "A");

        // When
        broken.send(Events.envelope("evaluation.result", "published", "evaluations", broken.id(), 1, broken.data()));
        next.told();

        // Then
        assertThat(broken.deadLetter())
                .contains(error)
                .doesNotContain("2026-13")
                .doesNotContain("eins");
        assertThat(list(Map.of()).as(Json.class).getList("items.id"))
                .isEqualTo(List.of(next.id().toString()));
    }

    @Test
    void shouldSetWhatIsNoEventAsideAndBlockNobody() {
        // Given
        var colleague = Org.officer(division);
        var mine = Rating.ofMonth(officer, "2026-07", "A");

        // When
        mine.send("not json".getBytes(StandardCharsets.UTF_8));
        Rating.ofMonth(colleague, "2026-07", "B").told();
        mine.told();

        // Then
        assertThat(mine.deadLetter()).isEqualTo("UnreadableEvent: not JSON");
        assertThat(list(Map.of()).as(Json.class).getList("items.grade")).isEqualTo(List.of("A"));
    }

    /** Whatever comes in one group ends as if each had come alone. */
    @Test
    void shouldCountTheNewestRevisionOfAGroup() {
        // Given
        var first = Rating.ofYear(officer, 2025, "C");
        var second = first.corrected("B");
        var third = second.corrected("A");

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> inbox.apply(Stream.of(second, third, first, second)
                        .map(Rating::inbound)
                        .toList()));

        // Then
        assertThat(list(Map.of()).as(Json.class).getList("items.id"))
                .isEqualTo(List.of(third.id().toString()));
        assertThat(list(Map.of("superseded", "true")).as(Json.class).getList("items"))
                .hasSize(3);
    }

    @Test
    void shouldSetASecondResultOfTheSameRevisionAsideAndKeepTheFirst() {
        // Given
        var first = Rating.ofMonth(officer, "2026-07", "B").told();
        var second = Rating.ofMonth(officer, "2026-07", "A");

        // When
        second.send(second.event());
        Rating.ofMonth(officer, "2026-08", "B").told();

        // Then
        assertThat(second.deadLetter()).contains("23505");
        assertThat(list(Map.of("period", "2026-07")).as(Json.class).getList("items.id"))
                .isEqualTo(List.of(first.id().toString()));
    }

    @Test
    void shouldIgnoreWhatIsNoResult() {
        // Given
        var rating = Rating.ofMonth(officer, "2026-07", "B");

        // When
        rating.send(null);
        rating.told(Events.envelope("evaluation.result", "announced", "evaluations", rating.id(), 1, Map.of()));

        // Then
        assertThat(list(Map.of()).as(Json.class).getList("items")).isEmpty();
        assertThat(new String(rating.event(), StandardCharsets.UTF_8)).doesNotContain("points");
    }

    @Test
    void shouldFilterByPeriodAndWalkAllPagesWithTheLatestFirst() {
        // Given
        for (var month : List.of("2025-12", "2026-01", "2026-02", "2026-03")) {
            Rating.ofMonth(officer, month, "B").told();
        }
        Rating.ofMonth(officer, "2026-Q1", "B").toldUnchecked();
        Rating.ofYear(officer, 2025, "B").told();

        // Then
        assertThat(periods(Map.of())).containsExactly("2026-Q1", "2026-03", "2026-02", "2026-01", "2025-12", "2025");
        assertThat(periods(Map.of("limit", 2)))
                .containsExactly("2026-Q1", "2026-03", "2026-02", "2026-01", "2025-12", "2025");
        assertThat(periods(Map.of("periodType", "YEAR"))).containsExactly("2025");
        assertThat(periods(Map.of("period.ge", "2026-01", "period.le", "2026-02")))
                .containsExactly("2026-02", "2026-01");
        assertThat(periods(Map.of("period.le", "2026-01"))).containsExactly("2026-01", "2025-12");
        assertThat(list(Map.of("periodType", "MONTH", "count", "true", "limit", 1))
                        .as(Json.class)
                        .getInt("page.count"))
                .isEqualTo(4);
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        Map.of(
                        "period", "2026-7",
                        "period.ge", "2026-Q5",
                        "periodType", "WEEK",
                        "officerId", "me",
                        "unitScope", "SUBTREE",
                        "superseded", "yes",
                        "limit", "0",
                        "cursor", "abc")
                .forEach((name, value) -> Api.as(organiser)
                        .queryParam(name, value)
                        .get(PATH)
                        .then()
                        .statusCode(400)
                        .body(at("errors[0].parameter", equalTo(name))));
    }

    @Test
    void shouldRefuseBoundsOfDifferentKinds() {
        Api.as(organiser)
                .queryParam("period.ge", "2026-01")
                .queryParam("period.le", "2026")
                .get(PATH)
                .then()
                .statusCode(400)
                .body(at("errors[0].parameter", equalTo("period.le")));
    }

    @Test
    void shouldFollowTheMainPostOfTheOfficer() {
        // Given
        var rating = Rating.ofMonth(officer, "2026-07", "B").told();
        var elsewhere = Org.department();
        var stranger = Org.organiser(elsewhere);
        var own = Org.organiser(division);

        // Then
        assertThat(status(own, rating)).isEqualTo(200);
        hidden(stranger, rating);
        assertThat(units(department, "SELF")).isEmpty();
        assertThat(units(division, "SELF")).hasSize(1);
        assertThat(units(department, "CHILDREN")).hasSize(1);
        assertThat(units(department, "SUBTREE")).hasSize(1);

        // When
        Org.place(officer, elsewhere, 2);

        // Then
        assertThat(status(stranger, rating)).isEqualTo(200);
        hidden(own, rating);
        hidden(organiser, rating);
    }

    private void hidden(String token, Rating rating) {
        var foreign = Api.as(token).get(PATH + "/" + rating.id());
        var none = Api.as(token).get(PATH + "/" + UUID.randomUUID());
        for (var answer : List.of(foreign, none)) {
            answer.then()
                    .statusCode(404)
                    .body(at("code", equalTo("resource.not-found")))
                    .body(at("args.id", nullValue()));
        }
        Api.as(token)
                .queryParam("officerId", officer)
                .queryParam("count", "true")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(at("page.count", equalTo(0)));
    }

    private int status(String token, Rating rating) {
        return Api.as(token).get(PATH + "/" + rating.id()).statusCode();
    }

    private List<String> units(Org.Unit unit, String scope) {
        return list(Map.of("unitId", unit.id(), "unitScope", scope))
                .as(Json.class)
                .getList("items.id");
    }

    private List<String> periods(Map<String, Object> filter) {
        var periods = new ArrayList<String>();
        var asked = new HashMap<>(filter);
        do {
            var page = list(asked).as(Json.class);
            periods.addAll(page.getList("items.period"));
            asked.put("cursor", page.getString("page.next"));
        } while (asked.get("cursor") != null);
        return periods;
    }

    /** Of the officer. */
    private Response list(Map<String, ?> filter) {
        var answer = Api.as(organiser)
                .queryParams(filter)
                .queryParam("officerId", officer)
                .get(PATH);
        answer.then().statusCode(200);
        return answer;
    }
}
