package vn.gov.hanoi.selection.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class RoundTest {
    private static final String ANNOUNCEMENTS = "/selection/v1/public/announcements";
    private static @org.jspecify.annotations.Nullable Cast shared;

    private Cast cast;

    @BeforeEach
    void assemble() {
        if (shared == null) {
            shared = Cast.assemble();
        }
        cast = shared;
    }

    @Test
    void shouldNotBeApprovedByAnybodyWhoWroteIt() {
        // Given
        var draft = Rounds.draft(cast);
        var both = Tokens.user("organiser-" + cast.department().code())
                .unit(cast.department().code())
                .roles("selection-reader", "selection-organiser", "selection-approver")
                .token();
        var second = Tokens.user("second-author")
                .unit(cast.department().code())
                .officer(Cast.code(cast.first()))
                .roles("selection-organiser")
                .token();
        var plan = Rounds.plan(cast, draft.vacancyId());
        plan.put("title", "Thi tuyển Trưởng phòng, sửa");
        var rewritten = Api.as(second)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", draft.etag())
                .body(plan)
                .put(Rounds.PATH + "/" + draft.id());
        var etag = Rounds.played(draft.vacancyId(), rewritten, 200).etag();
        var sameOfficer = Tokens.user("third-account")
                .unit(cast.department().code())
                .officer(Cast.code(cast.first()))
                .roles("selection-approver")
                .token();

        // When
        var body = Map.of("decision", Rounds.decision());
        var bySubject = Rounds.act(both, draft.id(), etag, "approve", body);
        var byOfficer = Rounds.act(sameOfficer, draft.id(), etag, "approve", body);
        var byAnother = Rounds.act(cast.approver(), draft.id(), etag, "approve", body);

        // Then
        bySubject.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        byOfficer.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        byAnother.then().statusCode(200);
        var approved = Api.json(byAnother);
        assertThat(approved.path("state").asText()).isEqualTo("APPROVED_PLAN");
        assertThat(approved.path("title").asText()).isEqualTo("Thi tuyển Trưởng phòng, sửa");
        assertThat(approved.path("posts").path(0).path("conditionSetVersion").asInt())
                .isEqualTo(1);
        assertThat(approved.path("posts").path(0).path("candidatesNeeded").asInt())
                .isEqualTo(2);
        assertThat(approved.path("decisions").path(0).path("act").asText()).isEqualTo("APPROVE");
        var again = Api.as(second)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", approved.path("etag").asText())
                .body(plan)
                .put(Rounds.PATH + "/" + draft.id());
        again.then().statusCode(409).body(at("code", equalTo("selection.round-state")));
    }

    @Test
    void shouldAnnounceItsPostsToEverybodyAndCloseThemWithIt() throws IOException {
        // Given
        var round = Rounds.receiving(cast);
        var seen = Rounds.get(cast.organiser(), round.id());
        var vacancy = UUID.fromString(round.vacancyId());

        // When
        var cancelled = Rounds.act(
                cast.approver(),
                round.id(),
                round.etag(),
                "cancel",
                Map.of("decision", Rounds.decision(), "reason", Rounds.reason("REORGANISATION")));

        // Then
        assertThat(seen.getString("state")).isEqualTo("RECEIVING");
        assertThat(seen.getString("deadlines.eligibilityCheckBy"))
                .isEqualTo(Rounds.TODAY.plusDays(15).toString());
        assertThat(seen.getString("deadlines.eligibilityCheckByIfMany"))
                .isEqualTo(Rounds.TODAY.plusDays(30).toString());
        cancelled.then().statusCode(200).body(at("state", equalTo("CANCELLED")));
        var open = Api.anonymous().get("/selection/v1/public/vacancies/" + vacancy);
        open.then().statusCode(200).body(at("state", equalTo("CLOSED")));
        var told = Api.json(Api.anonymous().get(ANNOUNCEMENTS + "?vacancyId=" + vacancy + "&count=true"));
        assertThat(told.path("items"))
                .extracting(item -> item.path("kind").asText())
                .containsExactly("CANCELLED", "PUBLISHED");
        assertThat(told.path("page").path("count").asInt()).isEqualTo(2);
        var first = Api.json(Api.anonymous().get(ANNOUNCEMENTS + "?vacancyId=" + vacancy + "&limit=1"));
        var second = Api.json(Api.anonymous()
                .get(ANNOUNCEMENTS + "?vacancyId=" + vacancy + "&limit=1&cursor="
                        + first.path("page").path("next").asText()));
        assertThat(second.path("items").path(0)).isEqualTo(told.path("items").path(1));

        await("events")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from event_log where aggregate_id = ?", vacancy) == 2);
        var events = Events.read("selection.announcement", cast.division().id().toString()).stream()
                .filter(event -> event.path("subject").asText().endsWith(vacancy.toString()))
                .toList();
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "vn.gov.hanoi.selection.announcement.published.v1",
                        "vn.gov.hanoi.selection.announcement.ended.v1");
        assertThat(events.getLast().path("data").path("reason").asText()).isEqualTo("CANCELLED");
        assertThat(errors(events.getLast().path("data"))).isEmpty();
    }

    private static List<?> errors(JsonNode data) throws IOException {
        return JsonSchemas.of(
                        Files.readString(Path.of("src/main/resources/schemas/selection.announcement.ended.v1.json")))
                .validate(data.toString(), InputFormat.JSON);
    }

    @Test
    void shouldTellTheLatestAsAnAtomFeedWhateverATitleHolds() {
        // Given
        var hostile = Vacancies.announced(
                cast.organiser(), cast.division().id(), "Phó <b>&\"'phòng]]> " + UUID.randomUUID(), Rounds.TODAY);

        // When
        var feed = Api.anonymous().get(ANNOUNCEMENTS + "/feed");

        // Then
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        var titles = feed.xmlPath().getList("feed.entry.title", String.class);
        assertThat(titles).anyMatch(title -> title.contains(hostile.getString("postTitle")));
        assertThat(feed.xmlPath().getList("feed.entry.link.@href", String.class))
                .anyMatch(link -> link.endsWith("/selection/v1/public/vacancies/" + hostile.getString("id")));
    }

    @Test
    void shouldPutPostsInAnotherOrderAndFixTheirConditionsByApproval() {
        // Given
        var one = Vacancies.draft(cast.organiser(), cast.division().id(), "Phó Trưởng phòng " + UUID.randomUUID())
                .getString("id");
        var two = Vacancies.draft(cast.organiser(), cast.division().id(), "Trưởng phòng " + UUID.randomUUID())
                .getString("id");
        var draft = Rounds.played(one, Rounds.post(cast.organiser(), Rounds.plan(cast, one, two)), 201);
        var plan = Rounds.plan(cast);
        plan.put(
                "posts",
                List.of(
                        Map.of("vacancyId", two, "conditionSet", "HN-LEADER-EXTENDED", "termMonths", 36),
                        Map.of("vacancyId", one)));

        // When
        var rewritten = Api.as(cast.organiser())
                .header("Idempotency-Key", Api.key())
                .header("If-Match", draft.etag())
                .body(plan)
                .put(Rounds.PATH + "/" + draft.id());
        var approved = Rounds.act(
                cast.approver(),
                draft.id(),
                Rounds.played(one, rewritten, 200).etag(),
                "approve",
                Map.of("decision", Rounds.decision()));

        // Then
        var posts = Api.json(approved).path("posts");
        assertThat(posts).extracting(post -> post.path("vacancyId").asText()).containsExactly(two, one);
        assertThat(posts)
                .extracting(post -> post.path("conditionSet").asText() + " "
                        + post.path("conditionSetVersion").asInt() + " "
                        + post.path("termMonths").asInt())
                .containsExactly("HN-LEADER-EXTENDED 1 36", "VN-LEADER 1 60");
        // Each post was drawn out of its own publication.
        assertThat(Vacancies.get(cast.organiser(), two).getString("_actions[0].blockedBy[0].code"))
                .isEqualTo("selection.post-in-round");
    }

    @Test
    void shouldGiveThePostsOfACancelledDraftBack() {
        // Given
        var draft = Rounds.draft(cast);

        // When
        var cancelled = Rounds.act(
                cast.approver(),
                draft.id(),
                draft.etag(),
                "cancel",
                Map.of("decision", Rounds.decision(), "reason", Rounds.reason("NOT_NEEDED")));

        // Then
        cancelled.then().statusCode(200);
        Rounds.post(cast.organiser(), Rounds.plan(cast, draft.vacancyId()))
                .then()
                .statusCode(201);
        assertThat(Database.count(
                        "select count(*) from announcements where vacancy_id = ?", UUID.fromString(draft.vacancyId())))
                .isZero();
    }

    @Test
    void shouldListByTheStateOfToday() {
        // Given
        var own = Cast.assemble();
        var receiving = Rounds.receiving(own);
        var checking = Rounds.checking(own);
        var draft = Rounds.draft(own);

        // When
        var lists = List.of("RECEIVING", "ELIGIBILITY_CHECK", "DRAFT", "ANNOUNCED").stream()
                .map(state -> Api.json(Api.as(own.organiser()).get(Rounds.PATH + "?count=true&state=" + state)))
                .toList();
        var all = Api.json(Api.as(own.organiser()).get(Rounds.PATH + "?limit=2"));
        var rest = Api.json(Api.as(own.organiser())
                .get(Rounds.PATH + "?limit=2&cursor="
                        + all.path("page").path("next").asText()));

        // Then
        assertThat(lists.stream()
                        .map(list -> list.path("items").path(0).path("id").asText()))
                .containsExactly(receiving.id(), checking.id(), draft.id(), "");
        assertThat(lists)
                .allSatisfy(list -> assertThat(list.path("page").path("count").asInt())
                        .isEqualTo(list.path("items").size()));
        assertThat(all.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        Api.as(own.organiser()).get(Rounds.PATH + "?state=OVER").then().statusCode(400);
    }

    @Test
    void shouldRefuseWrongInputAndKeepNothing() {
        // Given
        var draft = Rounds.draft(cast);
        long before = Database.count("select count(*) from rounds");
        var unknown = Rounds.plan(cast, draft.vacancyId());
        unknown.put("colour", "red");
        var empty = Rounds.plan(cast);
        var hostile = Rounds.plan(cast, draft.vacancyId());
        hostile.put("title", "Thi tuyển \u202e Trưởng phòng");
        var untimely = Rounds.plan(cast, draft.vacancyId());
        untimely.put("startsOn", "0001-01-01");
        var body = Map.of("decision", Rounds.decision());

        // Then
        for (var plan : List.of(unknown, empty, hostile, untimely)) {
            Rounds.post(cast.organiser(), plan).then().statusCode(400);
        }
        Api.as(cast.organiser())
                .header("Idempotency-Key", Api.key())
                .body("{ \"unitId\": ")
                .post(Rounds.PATH)
                .then()
                .statusCode(400);
        Rounds.act(cast.approver(), draft.id(), "\"99\"", "approve", body)
                .then()
                .statusCode(412);
        Api.as(cast.approver())
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post(Rounds.PATH + "/" + draft.id() + "/actions/approve")
                .then()
                .statusCode(428);
        Api.as(cast.approver())
                .header("If-Match", draft.etag())
                .body(body)
                .post(Rounds.PATH + "/" + draft.id() + "/actions/approve?validateOnly=true")
                .then()
                .statusCode(200);
        assertThat(Rounds.get(cast.organiser(), draft.id()).getString("state")).isEqualTo("DRAFT");
        assertThat(Database.count("select count(*) from rounds")).isEqualTo(before);
    }

    @Test
    void shouldShowTheSameReasonsBeforeAnybodyTries() {
        // Given
        var draft = Rounds.draft(cast);

        // When
        var actions = Api.json(Api.as(cast.approver()).get(Rounds.PATH + "/" + draft.id()))
                .path("_actions");

        // Then
        assertThat(actions)
                .allSatisfy(action -> assertThat(action.path("enabled").asBoolean())
                        .isEqualTo(List.of("approve", "cancel")
                                .contains(action.path("name").asText())));
        for (var action : actions) {
            var verb = action.path("name").asText();
            if (List.of("issue", "suspend").contains(verb)) {
                var refused = Rounds.act(
                        cast.approver(),
                        draft.id(),
                        draft.etag(),
                        verb,
                        verb.equals("issue")
                                ? Map.of("decision", Rounds.decision())
                                : Map.of("decision", Rounds.decision(), "reason", Rounds.reason("X")));
                assertThat(Api.json(refused).path("code").asText())
                        .isEqualTo(action.path("blockedBy").path(0).path("code").asText());
            }
        }
    }
}
