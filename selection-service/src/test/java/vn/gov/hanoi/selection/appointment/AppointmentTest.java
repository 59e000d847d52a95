package vn.gov.hanoi.selection.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Appointments;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contests;
import vn.gov.hanoi.selection.support.Contests.Contest;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** From the published result to the post in the directory. */
@QuarkusTest
@WithStack
class AppointmentTest {
    private static final LocalDate LATER = Rounds.TODAY.plusDays(20);

    @Test
    void shouldAppointTheFirstWithConsentsAndCloseTheRoundWhenTheDirectoryHasRecordedThePost() {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var first = people.getFirst();
        var contest = Contests.published(cast, people);
        Appointments.post(
                        cast.personnel(),
                        Appointments.request(contest.vacancy(), contest.application(people.getLast())))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.not-next-ranked")), at("args.nextRank", equalTo(1)));

        // When
        var proposed = Appointments.proposed(contest, first);

        // Then
        assertThat(proposed.getString("state")).isEqualTo("PROPOSED");
        assertThat(proposed.getInt("rank")).isEqualTo(1);
        assertThat(proposed.getInt("termMonths")).isEqualTo(60);
        assertThat(proposed.getInt("probationMonths")).isZero();
        assertThat(proposed.getString("position")).isEqualTo("HEAD");
        assertThat(proposed.getList("obstacles")).isEmpty();
        assertThat(action(proposed, "review").getBoolean("enabled")).isTrue();
        assertThat(blockedBy(Appointments.read(cast.approver(), proposed), "decide"))
                .containsExactly("selection.consent-missing", "selection.consent-missing");
        assertThat(Appointments.read(Cast.candidate(first), proposed).getString("state"))
                .isEqualTo("PROPOSED");

        // When: who proposed it decides, the approver decides without consent, before the signature, and then rightly
        var both = Tokens.user("personnel-" + cast.first())
                .unit(cast.department().code())
                .officer(Cast.code(cast.first()))
                .roles("selection-personnel", "selection-approver")
                .token();
        Appointments.act(cast.approver(), proposed, "decide", Appointments.decision(LATER))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.consent-missing")), at("args.consent", equalTo("PARTY")));
        var ready = Appointments.consented(contest, proposed);
        Appointments.act(both, ready, "decide", Appointments.decision(LATER))
                .then()
                .statusCode(403)
                .body(at("code", equalTo("authority.own-act")));
        Appointments.act(cast.personnel(), ready, "decide", Appointments.decision(LATER))
                .then()
                .statusCode(403);
        Appointments.act(cast.approver(), ready, "decide", Appointments.decision(Rounds.TODAY.minusDays(1)))
                .then()
                .statusCode(422)
                .body(
                        at("code", equalTo("selection.effective-before-decision")),
                        at("errors[0].pointer", equalTo("/effectiveOn")));
        Appointments.act(cast.approver(), proposed, "decide", Appointments.decision(LATER))
                .then()
                .statusCode(412);
        var decided =
                Appointments.done(Appointments.act(cast.approver(), ready, "decide", Appointments.decision(LATER)));

        // Then
        assertThat(decided.getString("state")).isEqualTo("DECIDED");
        assertThat(decided.getString("effectiveOn")).isEqualTo(LATER.toString());
        assertThat(decided.getString("termEndsOn"))
                .isEqualTo(LATER.plusMonths(60).minusDays(1).toString());
        var event = told(decided, 1);
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.selection.appointment.decided.v1");
        assertThat(event.path("partitionkey").asText()).isEqualTo(first.toString());
        assertThat(event.path("data").path("unitId").asText())
                .isEqualTo(cast.division().id().toString());
        assertThat(Appointments.errors("", event.toString().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(event.toString()).doesNotContain("Nguyễn Thị Mẫu");
        assertThat(contest.state()).isEqualTo("RESULT_PUBLISHED");

        // When: the directory answers, twice, and something late comes after
        var applied = Appointments.applied(decided, 1);
        Appointments.tell(decided, applied, applied, Appointments.refused(decided, 1, "assignment.head-exists"));

        // Then
        var inForce = Appointments.read(cast.personnel(), decided);
        assertThat(inForce.getString("state")).isEqualTo("IN_FORCE");
        assertThat(inForce.getString("directory.assignmentId"))
                .isEqualTo(
                        Events.parse(applied).path("data").path("assignmentId").asText());
        assertThat((Object) inForce.get("directory.refusal")).isNull();
        assertThat(contest.state()).isEqualTo("CLOSED");
        assertThat(Database.count(
                        "select count(*) from post_outcomes where vacancy_id = ? and outcome = 'APPOINTED'",
                        UUID.fromString(contest.vacancy())))
                .isEqualTo(1);
        assertThat(audited(decided))
                .containsExactly(
                        "appointment.propose",
                        "appointment.review",
                        "appointment.review",
                        "appointment.decide",
                        "appointment.record");
        Appointments.act(cast.approver(), inForce, "revoke", Appointments.ending("DECISION_WRONG"))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.appointment-state")));
        // What comes to light about the others after the end is nobody's business here.
        Sanctioned.tell(List.of(Sanctioned.imposed(people.getLast(), "REPRIMAND", Rounds.TODAY.minusDays(1))));
        assertThat(Database.count(
                        "select count(*) from eligibility_checks c join applications a on a.id = c.application_id where a.round_id = ? "
                                + "and c.kind = 'RECHECK'",
                        UUID.fromString(contest.roundId())))
                .isZero();
    }

    @Test
    void D19_shouldPlaceOnePersonOnceAndSeeTheOthersAgainAfterAStepBack() {
        // Given: one person is first for both posts
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var first = people.getFirst();
        var contest = Contests.published(cast, List.of(people, people), 2);
        var one = contest.vacancies().getFirst();
        var other = contest.vacancies().getLast();
        var here = Appointments.consented(contest, Appointments.proposed(contest, one, first));
        var there = Appointments.proposed(contest, other, first);

        // When
        var decided =
                Appointments.done(Appointments.act(cast.approver(), here, "decide", Appointments.decision(LATER)));

        // Then
        assertThat(Appointments.read(cast.personnel(), there).getString("state"))
                .isEqualTo("LAPSED");
        assertThat(stateOf(contest.application(other, first))).isEqualTo("CHOSEN_ELSEWHERE");
        assertThat(stateOf(contest.application(one, first))).isEqualTo("RECEIVED");
        assertThat(counted(cast, contest, "RECEIVED")).isEqualTo(3);
        Appointments.post(cast.personnel(), Appointments.request(other, contest.application(other, people.getLast())))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.next-not-allowed")));

        // When: the decision is revoked before its first day
        var revoked = Appointments.done(
                Appointments.act(cast.approver(), decided, "revoke", Appointments.ending("DECISION_WRONG")));

        // Then
        assertThat(revoked.getString("state")).isEqualTo("REVOKED");
        assertThat(told(revoked, 2).path("type").asText()).isEqualTo("vn.gov.hanoi.selection.appointment.revoked.v1");
        assertThat(told(revoked, 2).path("data").path("revision").asInt()).isEqualTo(2);
        assertThat(Appointments.errors("", told(revoked, 2).toString().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(stateOf(contest.application(other, first))).isEqualTo("RECEIVED");
        assertThat(counted(cast, contest, "RECEIVED")).isEqualTo(4);

        // When: the person is taken for the other post, and the first ends with nobody
        var again = Appointments.consented(contest, Appointments.proposed(contest, other, first));
        var second =
                Appointments.done(Appointments.act(cast.approver(), again, "decide", Appointments.decision(LATER)));
        Appointments.tell(second, Appointments.applied(second, 1));
        assertThat(contest.state()).isEqualTo("RESULT_PUBLISHED");
        Appointments.done(close(cast.approver(), one));

        // Then
        assertThat(contest.state()).isEqualTo("CLOSED");
        assertThat(Database.query(
                        "select outcome from post_outcomes where round_id = ? order by outcome",
                        UUID.fromString(contest.roundId())))
                .extracting(row -> row.get("outcome"))
                .containsExactly("APPOINTED", "NOT_APPOINTED");
        // The directory comes with the revoked one at last: that is seen, and nothing else changes.
        Appointments.tell(revoked, Appointments.refused(revoked, 2, "appointment.revoked-late"));
        var late = Appointments.read(cast.approver(), revoked);
        assertThat(late.getString("state")).isEqualTo("REVOKED");
        assertThat(late.getString("directory.refusal")).isEqualTo("appointment.revoked-late");
    }

    @Test
    void shouldBlockWhoIsNoLongerEligibleAndEndThePostWithNobody() {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var contest = Contests.published(cast, people);
        Sanctioned.tell(List.of(Sanctioned.imposed(people.getFirst(), "REPRIMAND", Rounds.TODAY.minusDays(1))));

        // When
        var proposed = Appointments.proposed(contest, people.getFirst());

        // Then
        assertThat(proposed.getString("obstacles[0].condition")).isEqualTo("NO_DISCIPLINE");
        assertThat(proposed.getString("obstacles[0].reason")).isEqualTo("DISCIPLINE_IN_FORCE");
        Appointments.act(cast.personnel(), proposed, "review", Appointments.consent("PARTY"))
                .then()
                .statusCode(422)
                .body(
                        at("code", equalTo("selection.no-longer-eligible")),
                        at("args.condition", equalTo("NO_DISCIPLINE")),
                        at("args.reason", equalTo("DISCIPLINE_IN_FORCE")));
        assertThat(blockedBy(Appointments.read(cast.approver(), proposed), "decide"))
                .contains("selection.no-longer-eligible");
        close(cast.approver(), contest.vacancy())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.post-filled")));

        // When
        Appointments.done(Appointments.act(cast.approver(), proposed, "reject", Appointments.ending("NOT_ELIGIBLE")));
        Appointments.post(
                        cast.personnel(),
                        Appointments.request(contest.vacancy(), contest.application(people.getLast())))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.next-not-allowed")));
        var closed = Appointments.done(close(cast.approver(), contest.vacancy()));

        // Then
        assertThat(closed.getString("outcome")).isEqualTo("NOT_APPOINTED");
        assertThat(contest.state()).isEqualTo("CLOSED");
        close(cast.approver(), contest.vacancy())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.post-ended")));
    }

    @Test
    void shouldShowWhatTheDirectoryRefusesAndTellItAgain() {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var contest = Contests.published(cast, people);
        var decided = Appointments.decided(contest, people.getFirst(), Rounds.TODAY);
        Appointments.act(cast.approver(), decided, "revoke", Appointments.ending("DECISION_WRONG"))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.appointment-in-effect")));

        // When
        Appointments.tell(decided, Appointments.refused(decided, 1, "assignment.unit-not-in-force"));

        // Then
        var failed = Appointments.read(cast.approver(), decided);
        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("directory.refusal")).isEqualTo("assignment.unit-not-in-force");
        assertThat(failed.getString("directory.refusalArgs.validFrom")).isEqualTo(Rounds.TODAY.toString());
        assertThat(Api.json(Api.as(cast.personnel())
                                .get(Appointments.PATH + "?state=FAILED&roundId=" + contest.roundId()))
                        .path("items")
                        .path(0)
                        .path("refusal")
                        .asText())
                .isEqualTo("assignment.unit-not-in-force");
        assertThat(appointmentsOf(people.getFirst(), cast.personnel())).isEqualTo(1);
        assertThat(appointmentsOf(people.getLast(), cast.personnel())).isZero();
        assertThat(appointmentsOf(people.getFirst(), Cast.candidate(people.getFirst())))
                .isEqualTo(1);
        assertThat(appointmentsOf(people.getFirst(), Cast.candidate(people.getLast())))
                .isZero();

        // When
        var applied = Appointments.done(
                Appointments.act(cast.approver(), failed, "apply", Map.of("reason", Rounds.reason("UNIT_RESTORED"))));
        Appointments.tell(applied, Appointments.applied(applied, 1));
        assertThat(Appointments.read(cast.approver(), applied).getString("state"))
                .isEqualTo("DECIDED");
        Appointments.tell(applied, Appointments.applied(applied, 2));

        // Then
        assertThat(told(applied, 2).path("data").path("revision").asInt()).isEqualTo(2);
        var inForce = Appointments.read(cast.approver(), applied);
        assertThat(inForce.getString("state")).isEqualTo("IN_FORCE");
        assertThat((Object) inForce.get("directory.refusal")).isNull();
    }

    @Test
    void shouldShowAppointmentsOnlyToThoseConcernedAndAnswerTheOthersAsIfThereWereNone() {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var contest = Contests.published(cast, people);
        var none = Json.from("{\"id\":\"" + UUID.randomUUID() + "\",\"etag\":\"\\\"0\\\"\"}");
        var roles = new String[] {
            "selection-reader",
            "selection-organiser",
            "selection-approver",
            "selection-personnel",
            "selection-candidate",
            "selection-panel",
            "selection-inspector"
        };
        var elsewhere = Org.department();
        var viewers = Map.of(
                "another unit",
                        Tokens.user("elsewhere")
                                .unit(elsewhere.code())
                                .roles(roles)
                                .token(),
                "assigned officer of another unit",
                        Tokens.user("moved")
                                .unit(elsewhere.code())
                                .officer(Cast.code(cast.first()))
                                .roles(roles)
                                .token(),
                "the other candidate with every role",
                        Tokens.user("rival")
                                .unit(cast.department().code())
                                .officer(Cast.code(people.getLast()))
                                .roles(roles)
                                .token(),
                "without unit", Tokens.user("unbound").roles(roles).token());
        var before = viewers.values().stream()
                .map(token -> seen(token, contest, none))
                .toList();

        // When
        var proposed = Appointments.proposed(contest, people.getFirst());

        // Then
        assertThat(viewers.values().stream()
                        .map(token -> seen(token, contest, proposed))
                        .toList())
                .isEqualTo(before);
        assertThat(before).allSatisfy(each -> assertThat(each).contains("404 resource.not-found", "200 0"));

        // When: with a bystander of the unit and bad requests
        var request = Appointments.request(contest.vacancy(), contest.application(people.getFirst()));
        request.put("officerId", people.getFirst());
        Appointments.post(cast.personnel(), request).then().statusCode(400);
        Appointments.act(
                        cast.approver(),
                        proposed,
                        "decide",
                        Map.of("decision", Rounds.decision(), "effectiveOn", "2026-02-30"))
                .then()
                .statusCode(400);
        Appointments.act(cast.approver(), proposed, "*", Api.key(), "decide", Appointments.decision(LATER))
                .then()
                .statusCode(412);
        Api.as(cast.approver())
                .header("Idempotency-Key", Api.key())
                .body(Appointments.decision(LATER))
                .post(Appointments.PATH + "/" + proposed.getString("id") + "/actions/decide")
                .then()
                .statusCode(428);

        // Then
        assertThat(Appointments.read(cast.personnel(), proposed).getString("etag"))
                .isEqualTo(proposed.getString("etag"));
        var declined = Appointments.done(Appointments.act(
                Cast.candidate(people.getFirst()), proposed, "withdraw", Map.of("reason", Rounds.reason("OWN_WISH"))));
        assertThat(declined.getString("state")).isEqualTo("DECLINED");
    }

    private static int appointmentsOf(UUID officer, String reader) {
        return Api.json(Api.as(reader).get(Appointments.PATH + "?officerId=" + officer))
                .path("items")
                .size();
    }

    /** What a viewer learns by every address, without ids. */
    private static List<String> seen(String token, Contest contest, Json appointment) {
        var get = Api.as(token).get(Appointments.PATH + "/" + appointment.getString("id"));
        var act = Appointments.act(token, appointment, "decide", Appointments.decision(LATER));
        var post = Appointments.post(
                token, Appointments.request(contest.vacancy(), UUID.randomUUID().toString()));
        var close = close(token, contest.vacancy());
        var list = Api.as(token).get(Appointments.PATH + "?count=true&roundId=" + contest.roundId());
        return List.of(
                get.statusCode() + " " + Api.json(get).path("code").asText(),
                act.statusCode() + " " + Api.json(act).path("code").asText(),
                post.statusCode() + " " + Api.json(post).path("code").asText(),
                close.statusCode() + " " + Api.json(close).path("code").asText(),
                list.statusCode() + " "
                        + Api.json(list).path("page").path("count").asInt());
    }

    private static io.restassured.response.Response close(String token, String vacancy) {
        var body = new java.util.LinkedHashMap<String, Object>(Appointments.ending("NOBODY_LEFT"));
        body.put("vacancyId", vacancy);
        return Api.as(token).header("Idempotency-Key", Api.key()).body(body).post(Appointments.PATH + "/actions/close");
    }

    private static String stateOf(String application) {
        return String.valueOf(
                Database.query("select state from applications where id = ?", UUID.fromString(application))
                        .getFirst()
                        .get("state"));
    }

    private static int counted(Cast cast, Contest contest, String state) {
        return Api.json(Api.as(cast.personnel())
                        .get(Applications.PATH + "?count=true&state=" + state + "&roundId=" + contest.roundId()))
                .path("page")
                .path("count")
                .asInt();
    }

    private static Json action(Json appointment, String name) {
        return appointment.find("_actions", "name", name);
    }

    private static List<String> blockedBy(Json appointment, String name) {
        return action(appointment, name).getList("blockedBy.code", String.class);
    }

    private static List<Object> audited(Json appointment) {
        return Database.query(
                        "select action from audit_entries where resource_id = ? order by at, id",
                        UUID.fromString(appointment.getString("id")))
                .stream()
                .<Object>map(row -> row.get("action"))
                .toList();
    }

    /** The last of exactly so many events about the appointment. */
    private static JsonNode told(Json appointment, int number) {
        var id = UUID.fromString(appointment.getString("id"));
        await("events about " + id)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = 'selection.appointment' and aggregate_id = ?",
                                id)
                        == number);
        return Events.read("selection.appointment", appointment.getString("person.id")).stream()
                .filter(each -> each.path("data").path("id").asText().equals(id.toString()))
                .toList()
                .getLast();
    }
}
