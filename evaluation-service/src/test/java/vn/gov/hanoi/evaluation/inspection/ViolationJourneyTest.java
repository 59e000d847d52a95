package vn.gov.hanoi.evaluation.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Disciplines;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.MovableClock;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** One violation from the visit that nobody knew of to the day on which nothing is forbidden any more; the clock goes on in between. */
@QuarkusTest
@WithStack
class ViolationJourneyTest {
    private static final String ABSENT = "ONE_STOP_ABSENT";

    @Inject
    MovableClock clock;

    @Inject
    FollowUpFindings followUp;

    private Evaluations.Agency agency;
    private Inspections.Team team;
    private Json clerk;
    private Json successor;

    @AfterEach
    void moveTheClockBack() {
        clock.moveBack();
    }

    @Test
    void shouldFollowAViolationFromTheVisitToTheEndOfWhatItForbids() {
        // Given: who was head in July is not head since August.
        agency = Evaluations.agency(1);
        Years.rules();
        team = Inspections.team();
        clerk = agency.staff().getFirst();
        var editor = Units.editor(agency.department());
        Officers.move(editor, agency.manager(), agency.department(), "2026-08-01", "COMMUNE_PART_TIME");
        successor = Delegations.head(editor, agency.division(), "Ngô Kế Nhiệm", "2026-08-01");
        var closing = Evaluations.opened(agency);

        var first = visitThatNobodySees("2026-07-15T02:00:00Z");
        deductFromTheClerkAndTheThenHead(first, closing);
        tellWhatTheClerkAnswersFor(first);
        remedyLate(first);
        var repeat = findItAgain(first);
        var matter = disciplineTheClerk(repeat);
        barTheYear();
        forgetItAfterItsTime(matter);
    }

    private Json visitThatNobodySees(String event) {
        // When
        var drafted = Inspections.drafted(team, agency.department(), false);
        var before = Api.as(agency.director())
                .get(Inspections.PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        var begun = Inspections.begun(team, drafted);
        var after = Api.as(agency.director())
                .get(Inspections.PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        var finding = Inspections.found(team, begun, Inspections.finding(ABSENT, agency.division(), event, clerk));

        // Then
        assertThat(before.<Object>getList("items")).isEmpty();
        assertThat(after.<String>getList("items.id")).containsExactly(begun.getString("id"));
        assertThat(finding.getBoolean("aggravated")).isFalse();
        assertThat(answering(finding))
                .containsExactlyInAnyOrder(
                        "PERSON " + clerk.getString("id"),
                        "HEAD " + agency.manager().getString("id"));
        return finding;
    }

    private void deductFromTheClerkAndTheThenHead(Json finding, Json closing) {
        // When
        var ofClerk = Evaluations.decided(agency, clerk, "0");
        var ofHead = Evaluations.decided(agency, agency.manager(), "0");
        var published = Evaluations.publish(agency.keeper(), closing, Map.of());

        // Then: 90 points but for what the finding costs, and the explanation says so.
        published.then().statusCode(200);
        assertThat(points(ofClerk)).isEqualByComparingTo("85");
        assertThat(points(ofHead)).isEqualByComparingTo("88");
        for (var sheet : List.of(ofClerk, ofHead)) {
            Api.as(agency.director())
                    .get(Evaluations.PATH + "/" + sheet.getString("id") + "/explanation")
                    .then()
                    .statusCode(200)
                    .body(containsString("findings/" + finding.getString("id")));
            assertThat(Evaluations.read(agency.director(), sheet).<String>getList("detail.extras.deductions.violation"))
                    .containsExactly("findings/" + finding.getString("id"));
        }
    }

    /** Who may read the finding learns what the officer answers for; the officer learns the own; to all others there is nothing. */
    private void tellWhatTheClerkAnswersFor(Json finding) {
        // Given
        var elsewhere = Evaluations.agency(1);
        var outsider = Tokens.user("reader.elsewhere")
                .unit(elsewhere.department().code())
                .roles("inspection-reader")
                .token();
        var colleague = Evaluations.participant(elsewhere.staff().getFirst(), agency.department());

        // When Then
        for (var reader : List.of(team.lead(), Evaluations.participant(clerk, agency.department()))) {
            var entries = entries(reader);
            assertThat(entries.<String>getList("items.findingId")).containsExactly(finding.getString("id"));
            assertThat(entries.<String>getList("items.role")).containsExactly("PERSON");
            assertThat(entries.<String>getList("items.taken")).containsExactly("TAKEN");
            assertThat(entries.<String>getList("items.type")).containsExactly(ABSENT);
            assertThat(entries.<String>getList("items.unit.id"))
                    .containsExactly(agency.division().id().toString());
        }
        for (var stranger : List.of(outsider, colleague)) {
            assertThat(entries(stranger).<Object>getList("items")).isEmpty();
        }
        Api.as(Tokens.user("nobody")
                        .unit(agency.department().code())
                        .roles("directory-reader")
                        .token())
                .get("/evaluation/v1/officers/" + clerk.getString("id") + "/accountability-entries")
                .then()
                .statusCode(403);
    }

    private Json entries(String reader) {
        return Api.as(reader)
                .get("/evaluation/v1/officers/" + clerk.getString("id") + "/accountability-entries")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** The last day passes, a team is sent, the head of today claims, and only the team closes it. */
    private void remedyLate(Json finding) {
        // When
        var due = LocalDate.parse(finding.getString("dueOn"));
        clock.moveTo(due.plusDays(1));
        followUp.follow(clock.today());
        var chief = Evaluations.participant(successor, agency.department());
        var claimed =
                Inspections.done(Inspections.act(chief, Inspections.FINDINGS, finding, "claim", Inspections.claim()));
        var sent = Inspections.done(Api.as(team.lead())
                .get(Inspections.PATH + "?kind=RE_INSPECTION&unitId="
                        + agency.department().id()));
        var visit = sent.<Map<String, Object>>getList("items").getFirst();
        Inspections.begun(team, Json.from("{\"id\":\"%s\",\"etag\":\"\\\"1\\\"\"}".formatted(visit.get("id"))));
        var again = Inspections.read(team.inspector(), Inspections.FINDINGS, claimed);
        var closed = Inspections.done(Inspections.act(
                team.inspector(), Inspections.FINDINGS, again, "confirm", Inspections.note("Đã có người")));
        var report = Inspections.done(Api.as(Evaluations.token("chairman", agency.department(), "inspection-reader"))
                .get(Inspections.REPORT + "?from=2026-07&to=2026-07"));

        // Then
        assertThat(claimed.getString("state")).isEqualTo("CLAIMED");
        assertThat(closed.getString("state")).isEqualTo("REMEDIED");
        assertThat(report.getInt("total.remediedLate")).isEqualTo(1);
        assertThat(report.getInt("total.remediedInTime")).isZero();
    }

    private Json findItAgain(Json first) {
        // When
        var inspection = Inspections.started(team, agency.department());
        var event = LocalDate.of(2026, 11, 16) + "T02:00:00Z";
        var repeat = Inspections.found(team, inspection, Inspections.finding(ABSENT, agency.division(), event, clerk));

        // Then
        assertThat(repeat.getString("repeatOf")).isEqualTo(first.getString("id"));
        assertThat(answering(repeat))
                .containsExactlyInAnyOrder("PERSON " + clerk.getString("id"), "HEAD " + successor.getString("id"));
        assertThat(repeat.<Map<String, Object>>getList("accountability"))
                .extracting(each -> new BigDecimal(String.valueOf(each.get("points"))).intValueExact())
                .containsExactly(5, 5);
        return repeat;
    }

    /** Takes effect on the day on which it is signed, which is today. */
    private Json disciplineTheClerk(Json repeat) {
        // When
        var today = clock.today();
        var matter = Disciplines.sanctioned(agency.department(), clerk, "REPRIMAND", today, today);

        // Then
        assertThat(matter.getString("state")).isEqualTo("DECIDED");
        assertThat(held(today.minusDays(1))).containsOnly(false);
        assertThat(held(today)).containsExactly(true, true, true, true);
        assertThat(repeat.getBoolean("aggravated")).isTrue();
        return matter;
    }

    private void barTheYear() {
        // When
        Years.open(agency.keeper(), Years.YEAR, agency.department()).then().statusCode(201);
        var year = Years.classification(clerk, Years.YEAR);
        var suggested = Years.read(agency.keeper(), year);
        var above = Years.act(agency.director(), year, "decide", Years.decision("C"));
        var decided = Years.act(agency.director(), year, "decide", Years.decision("D"));

        // Then
        assertThat(suggested.getString("detail.limit")).isEqualTo("D");
        above.then().statusCode(422).body(at("code", equalTo("annual.level-above-limit")));
        decided.then().statusCode(200).body(at("level", equalTo("D")));
    }

    private void forgetItAfterItsTime(Json matter) {
        // When
        var last = clock.today().plusMonths(12).minusDays(1);
        clock.moveTo(last);
        var onTheLastDay = held(clock.today());
        clock.moveTo(last.plusDays(1));

        // Then
        assertThat(onTheLastDay).containsExactly(true, true, true, true);
        assertThat(held(clock.today())).containsOnly(false);
        Disciplines.get(Disciplines.authority(agency.department()), matter)
                .then()
                .statusCode(200)
                .body(at("state", equalTo("DECIDED")));
    }

    /** Whether each of what the sanction can forbid is forbidden on a day. */
    private List<Boolean> held(LocalDate day) {
        return Disciplines.sanctions(Disciplines.authority(agency.department()), clerk, day)
                .getList("items[0].bans.holds");
    }

    private BigDecimal points(Json sheet) {
        return new BigDecimal(Evaluations.read(agency.director(), sheet).getString("detail.points"));
    }

    private static List<String> answering(Json finding) {
        return finding.<Map<String, Object>>getList("accountability").stream()
                .map(each -> each.get("role") + " " + ((Map<?, ?>) each.get("officer")).get("id"))
                .toList();
    }
}
