package vn.gov.hanoi.training.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Rating;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;

/** Needs follow the told years, whatever number and order the events come in, and are seen inside the scope only. */
@QuarkusTest
@WithStack
class NeedTest {
    private static final String PATH = "/training/v1/training-needs";

    private final AnnualInbox inbox;
    private UUID officer;

    NeedTest(AnnualInbox inbox) {
        this.inbox = inbox;
    }

    @BeforeEach
    void meetAnOfficer() {
        City.known();
        officer = City.officer(City.WARD);
    }

    @Test
    void shouldOpenANeedOfWhoDidNotCompleteTheTasks() throws IOException {
        // Given
        var year = Rating.ofYear(officer, 2025, "D", "RELIEF_TWO_YEARS");
        var event = year.event();

        // When
        year.told(event);

        // Then
        var id = list(Map.of()).as(Json.class).getString("items[0].id");
        var shown = Callers.city().get(PATH + "/" + id);
        shown.then().statusCode(200).header("ETag", "\"1\"");
        var toldAt = Api.json(shown).path("openedAt").asText();
        assertThat(java.time.Instant.parse(toldAt))
                .isEqualTo(Events.parse(event).path("time").asText());
        assertThat(Api.json(shown)).isEqualTo(new ObjectMapper().readTree("""
                {"id":"%1$s","officer":{"id":"%2$s","code":"CB%3$s","name":"Nguyễn Thị Mẫu"},"unitId":"%4$s",
                 "origin":"CLASSIFICATION","year":2025,"state":"OPEN","reasons":["LEVEL_D"],"content":null,"dueOn":null,
                 "decidedAt":null,"refusalReason":null,"proposalLineId":null,
                 "source":{"classificationId":"%5$s","revision":1,"href":"/evaluation/v1/annual-classifications/%5$s","toldAt":"%6$s"},
                 "ruleSet":{"code":"VN-CC-2026-Y","version":2},"openedAt":"%6$s","withdrawnBy":null,"etag":"\\"1\\""}""".formatted(
                id, officer, officer.toString().substring(0, 8), year.data().get("unitId"), year.id(), toldAt)));
    }

    /**
     * Each number is the event of that revision, each letter the level of the revision in its place; the same number twice is the
     * same event twice. Needs are shown as state, newest revision with the reason, revision that withdrew it.
     */
    @ParameterizedTest(name = "{0} in order {1}: {2}")
    @CsvSource({
        "C,    1,      ''",
        "A,    1,      ''",
        "D,    11,     OPEN 1",
        "DC,   12,     WITHDRAWN 1 2",
        "DC,   1212,   WITHDRAWN 1 2",
        "DC,   21,     ''",
        "CD,   12,     OPEN 2",
        "CD,   21,     OPEN 2",
        "DD,   12,     OPEN 2",
        "DD,   21,     OPEN 2",
        "DCD,  123,    WITHDRAWN 1 2; OPEN 3",
        "DCD,  1323,   OPEN 3",
        "DCD,  3211,   OPEN 3",
        "DCDB, 11234,  WITHDRAWN 1 2; WITHDRAWN 3 4"
    })
    void shouldFollowTheNewestRevision(String levels, String order, String needs) {
        // Given
        var revisions = new ArrayList<Rating>();
        for (var level : levels.split("")) {
            revisions.add(
                    revisions.isEmpty()
                            ? Rating.ofYear(officer, 2025, level)
                            : revisions.getLast().corrected(level));
        }
        var events = revisions.stream().map(Rating::event).toList();

        // When
        order.chars().forEach(each -> revisions.getFirst().send(events.get(each - '1')));
        Rating.ofYear(officer, 2024, "B").told();

        // Then
        assertThat(shown()).isEqualTo(needs);
    }

    /** Whatever comes in one group ends as if each had come alone. */
    @Test
    void shouldFollowEachRevisionOfAGroup() {
        // Given
        var first = Rating.ofYear(officer, 2025, "D");
        var second = first.corrected("C");
        var third = second.corrected("D");
        var other = Rating.ofYear(officer, 2024, "D");

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> inbox.apply(Stream.of(first, second, other, third, second)
                        .map(Rating::inbound)
                        .toList()));

        // Then
        assertThat(shown()).isEqualTo("OPEN 1; WITHDRAWN 1 2; OPEN 3");
    }

    @Test
    void shouldSetWhatIsNoEventAsideAndBlockNobody() {
        // Given
        var colleague = City.officer(City.WARD);
        var mine = Rating.ofYear(officer, 2025, "D");

        // When
        mine.send("not json".getBytes(StandardCharsets.UTF_8));
        Rating.ofYear(colleague, 2025, "D").told();
        mine.told();

        // Then
        assertThat(mine.deadLetter()).isEqualTo("UnreadableEvent: not JSON");
        assertThat(shown()).isEqualTo("OPEN 1");
    }

    private String shown() {
        var rows = Database.query("""
                select concat_ws(' ', state, revision, withdrawn_revision) as shown from training_needs
                where officer_id = ? order by year, revision""", officer);
        return String.join(
                "; ", rows.stream().map(row -> (String) row.get("shown")).toList());
    }

    @Test
    void shouldSayWhichRevisionWithdrewTheNeed() {
        // Given
        var wrong = Rating.ofYear(officer, 2025, "D").told();

        // When
        var right = wrong.corrected("B").told();

        // Then
        list(Map.of("state", "OPEN")).then().body(at("items.size()", equalTo(0)));
        list(Map.of("state", "WITHDRAWN"))
                .then()
                .body(at("items[0].source.classificationId", equalTo(wrong.id().toString())))
                .body(at(
                        "items[0].withdrawnBy.classificationId",
                        equalTo(right.id().toString())))
                .body(at("items[0].withdrawnBy.revision", equalTo(2)))
                .body(at("items[0].etag", equalTo("\"2\"")));
    }

    @Test
    void shouldTakeAConsequenceAsAReasonOnceTheRulesNameIt() {
        // Given
        Database.execute("""
                insert into training_need_reasons (code, kind, told, first_year, last_year, legal_basis, mark, legal_check)
                values ('TRIAL', 'CONSEQUENCE', 'RETRAIN', 2022, 2022, 'none', 'ASSUMED', true) on conflict do nothing""");

        // When
        Rating.ofYear(officer, 2022, "C", "RETRAIN").told();
        Rating.ofYear(officer, 2023, "D", "RETRAIN").told();
        Rating.ofYear(officer, 2014, "D").toldUnchecked();

        // Then
        list(Map.of())
                .then()
                .body(at("items.year", equalTo(List.of(2023, 2022))))
                .body(at("items.reasons", equalTo(List.of(List.of("LEVEL_D"), List.of("TRIAL")))));
    }

    @ParameterizedTest
    @CsvSource({
        "classificationId, , event without classificationId",
        "year, zwei, NumberFormatException",
        "unitId, nowhere, IllegalArgumentException"
    })
    void shouldSetABrokenYearAsideAndGoOnWithTheNext(String field, String value, String error) {
        // Given
        var broken = Rating.ofYear(officer, 2025, "D").with(field, value);

        // When
        broken.send(broken.broken());
        Rating.ofYear(officer, 2025, "D").told();

        // Then
        assertThat(broken.deadLetter()).contains(error).doesNotContain("zwei").doesNotContain("nowhere");
        assertThat(shown()).isEqualTo("OPEN 1");
    }

    @Test
    void shouldFilterCountAndWalkPagesWithTheLatestYearFirst() {
        // Given
        for (int year : List.of(2020, 2021, 2022)) {
            Rating.ofYear(officer, year, "D").told();
        }
        var asked = new HashMap<String, Object>(Map.of("limit", 2, "count", "true"));

        // When
        var first = list(asked).as(Json.class);
        asked.put("cursor", first.getString("page.next"));
        var second = list(asked).as(Json.class);

        // Then
        assertThat(first.getList("items.year")).isEqualTo(List.of(2022, 2021));
        assertThat(second.getList("items.year")).isEqualTo(List.of(2020));
        assertThat(second.getString("page.next")).isNull();
        assertThat(first.getInt("page.count")).isEqualTo(3);
        list(Map.of("year", 2021)).then().body(at("items.year", equalTo(List.of(2021))));
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        Map.of(
                        "state", "CLOSED",
                        "year", "soon",
                        "officerId", "me",
                        "unitId", "here",
                        "unitScope", "SELF",
                        "cursor", "abc")
                .forEach((name, value) -> Callers.city()
                        .queryParam(name, value)
                        .get(PATH)
                        .then()
                        .statusCode(400)
                        .body(at("errors[0].parameter", equalTo(name))));
    }

    @Test
    void shouldShowNeedsOfTheOwnUnitAndBelowAndFollowTheMainPost() {
        // Given
        Rating.ofYear(officer, 2025, "D").told();

        // Then
        assertThat(seenBy(City.CITY)).isEqualTo(1);
        assertThat(seenBy(City.DISTRICT)).isEqualTo(1);
        assertThat(seenBy(City.WARD)).isEqualTo(1);
        assertThat(seenBy(City.OTHER_DISTRICT)).isZero();
        assertThat(within(City.DISTRICT, "SELF")).isZero();
        assertThat(within(City.DISTRICT, "CHILDREN")).isEqualTo(1);
        assertThat(within(City.CITY, "CHILDREN")).isZero();
        assertThat(within(City.CITY, "SUBTREE")).isEqualTo(1);

        // When
        City.place(officer, City.OTHER_DISTRICT, 2);

        // Then
        assertThat(seenBy(City.DISTRICT)).isZero();
        assertThat(seenBy(City.OTHER_DISTRICT)).isEqualTo(1);
    }

    private int seenBy(City.Told unit) {
        return Callers.of(unit, "training-planner")
                .queryParam("officerId", officer)
                .queryParam("count", "true")
                .get(PATH)
                .as(Json.class)
                .getInt("page.count");
    }

    private int within(City.Told unit, String scope) {
        return list(Map.of("unitId", unit.id(), "unitScope", scope))
                .as(Json.class)
                .getList("items")
                .size();
    }

    /** Of the officer. */
    private Response list(Map<String, ?> filter) {
        var answer = Callers.city()
                .queryParams(filter)
                .queryParam("officerId", officer)
                .get(PATH);
        answer.then().statusCode(200);
        return answer;
    }
}
