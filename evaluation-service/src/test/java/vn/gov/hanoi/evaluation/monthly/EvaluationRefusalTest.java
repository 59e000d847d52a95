package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Offers;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What evaluations refuse, and that what is offered is what can be done. */
@QuarkusTest
@WithStack
class EvaluationRefusalTest {
    @Test
    void shouldOfferExactlyWhatSucceedsInEveryStateForEveryRelation() {
        // Given
        var agency = Evaluations.agency(2);
        var closing = Evaluations.opened(agency);
        var sheet = Evaluations.sheet(agency.staff().getFirst());
        var view = Evaluations.read(agency.director(), sheet);
        var seen = new ArrayList<String>();
        var mismatches = new ArrayList<String>();
        var steps = List.<Runnable>of(
                () -> {},
                () -> Evaluations.done(Evaluations.act(agency.person(0), sheet, "submit", Evaluations.plan())),
                () -> Evaluations.done(Evaluations.act(agency.person(0), sheet, "submit", Evaluations.self(view, "5"))),
                () -> Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.collective())),
                () -> Evaluations.done(
                        Evaluations.act(agency.chief(), sheet, "review", Evaluations.manager(view, "5"))),
                () -> Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision())),
                () -> {
                    Evaluations.decided(agency, agency.manager(), "5");
                    Evaluations.decided(agency, agency.staff().get(1), "5");
                    Evaluations.publish(agency.keeper(), closing, Map.of())
                            .then()
                            .statusCode(200);
                });

        // When
        for (var step : steps) {
            step.run();
            for (var who : List.of(agency.person(0), agency.chief(), agency.director())) {
                var now = Evaluations.read(who, sheet);
                seen.add(now.getString("state"));
                mismatches.addAll(Offers.mismatches(who, sheet, view));
            }
        }

        // Then
        assertThat(mismatches).isEmpty();
        assertThat(Offers.enabled(agency.person(0), sheet)).containsExactly("object");
        assertThat(seen)
                .contains(
                        "OPENED",
                        "PLANNED",
                        "SELF_SCORED",
                        "COLLECTIVE_REVIEWED",
                        "MANAGER_SCORED",
                        "DECIDED",
                        "PUBLISHED");
    }

    @Test
    void shouldMeetEveryCodeWithItsText() {
        // Given
        var agency = Evaluations.agency(2);
        var keeper = agency.keeper();
        var answers = new ArrayList<Response>();
        answers.add(Evaluations.open(keeper, Evaluations.MONTH, agency.division()));
        answers.add(Evaluations.open(keeper, "2099-01", agency.department()));
        var closing = Evaluations.opened(agency);
        answers.add(Evaluations.publish(keeper, closing, Map.of()));
        answers.add(Evaluations.lock(keeper, closing));
        var first = Evaluations.sheet(agency.staff().get(0));
        var second = Evaluations.sheet(agency.staff().get(1));
        var view = Evaluations.read(agency.director(), first);

        // When
        answers.add(Evaluations.act(agency.director(), first, "decide", Evaluations.decision()));
        answers.add(Evaluations.act(agency.person(0), first, "submit", Map.of("data", Map.of("step", "SELF"))));
        Evaluations.done(Evaluations.act(agency.person(0), first, "submit", Evaluations.plan()));
        answers.add(Evaluations.act(agency.person(0), first, "submit", Map.of("data", Map.of("step", "SELF"))));
        Evaluations.done(Evaluations.act(agency.person(0), first, "submit", Evaluations.self(view, "0")));
        answers.add(Evaluations.act(
                agency.chief(), first, "review", Map.of("data", Map.of("step", "COLLECTIVE", "comment", "Tốt"))));
        Evaluations.done(Evaluations.act(agency.chief(), first, "review", Evaluations.collective()));
        answers.add(Evaluations.act(agency.chief(), first, "review", Evaluations.manager(view, "1")));
        Evaluations.done(Evaluations.act(agency.chief(), first, "review", Evaluations.manager(view, "0")));
        Evaluations.done(Evaluations.act(agency.director(), first, "decide", Evaluations.decision()));
        Evaluations.scoredAlone(agency, agency.staff().get(1), "5");
        answers.add(Evaluations.act(
                agency.director(), second, "decide", Map.of("data", Map.of("presenceDays", 20, "grade", "A"))));
        Evaluations.done(Evaluations.act(agency.director(), second, "decide", Evaluations.decision()));
        Evaluations.decided(agency, agency.manager(), "5");
        answers.add(Evaluations.publish(keeper, closing, Map.of()));
        Evaluations.done(Evaluations.act(
                agency.director(),
                first,
                "decide",
                Map.of("reason", Evaluations.REASON, "data", Map.of("presenceDays", 20, "grade", "B"))));
        Evaluations.publish(keeper, closing, Map.of()).then().statusCode(200);
        answers.add(Evaluations.lock(keeper, closing));
        answers.add(Evaluations.act(agency.person(0), first, "submit", Evaluations.plan()));
        var correction = Map.of(
                "reason", Evaluations.REASON, "decision", Evaluations.DECISION, "data", Map.of("presenceDays", 19));
        Evaluations.done(Evaluations.act(agency.director(), second, "correct", correction));
        answers.add(Evaluations.act(agency.director(), second, "correct", correction));
        answers.addAll(otherRules());
        answers.addAll(altered());

        // Then
        var met = new TreeSet<String>();
        for (var answer : answers) {
            var problem = answer.as(Json.class);
            met.addAll(problem.getList("errors.code"));
            assertThat(problem.<String>getList("errors.detail"))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "evaluation."));
        }
        var all = Arrays.stream(EvaluationProblem.values())
                .filter(each -> each.name().startsWith("EVALUATION_"))
                // Depends on the day of the test: SheetGuardTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_STEP_NOT_OPEN)
                // EvaluationJourneyTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_UNIT_GRADE_DIFFERS)
                // Of files: ScoreImportTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_ALREADY_DECIDED
                        && each != EvaluationProblem.EVALUATION_NO_SHEET
                        && each != EvaluationProblem.EVALUATION_MONTH_NOT_OPENED)
                // Of channels and collectives: ChannelHttpTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_ADVICE_TOO_LATE
                        && each != EvaluationProblem.EVALUATION_CHANNEL_NOT_HELD
                        && !each.code().startsWith("evaluation.collective-")
                        && !each.code().startsWith("evaluation.meeting-"))
                // They need an objection: ObjectionHttpTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_CLOSING_HAS_OBJECTIONS
                        && each != EvaluationProblem.EVALUATION_HAS_OBJECTION)
                // They need a level of the unit that is replaced: RecomputeHttpTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_NOT_OUTDATED
                        && each != EvaluationProblem.EVALUATION_RESULTS_OUTDATED)
                // It needs a recorded sanction: SanctionArrivalTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_DISCIPLINE_DIFFERS)
                // It needs a finding of an inspection: InspectionJourneyTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_CHARGE_UNKNOWN)
                // They need units below or a lock: ClosingTreeHttpTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_CLOSINGS_BELOW_OPEN
                        && each != EvaluationProblem.EVALUATION_CLOSING_NOT_LOCKED)
                // Of quarters: QuarterHttpTest. Of small units: SmallUnitPoolHttpTest.
                .filter(each -> each != EvaluationProblem.EVALUATION_NO_QUARTER_RULES
                        && each != EvaluationProblem.EVALUATION_QUARTER_RULES_DIFFER
                        && each != EvaluationProblem.EVALUATION_CAP_REASON_MISSING
                        && each != EvaluationProblem.EVALUATION_CAP_REASON_UNNEEDED)
                .map(EvaluationProblem::code)
                .toList();
        assertThat(met).containsAll(all);
    }

    /** Under rules without a plan and without a raise of the cap, and under rules on trial that count products. */
    private static List<Response> otherRules() {
        var document = Evaluations.document(
                "EVT-BARE",
                LocalDate.of(2026, 5, 1),
                RuleSetDocuments.set("/rules/calendars/0/steps/0/enabled", "false"),
                RuleSetDocuments.set("/rules/excellenceCap/raisedShare", null));
        Rules.act(Rules.approver(), Rules.published(document), "make-official", Rules.legalCheck())
                .then()
                .statusCode(200);
        var agency = Evaluations.agency(1);
        var editor = Units.editor(agency.department());
        var closing = Evaluations.open(agency.keeper(), "2026-05", agency.department())
                .as(Json.class);
        var answers = new ArrayList<Response>();
        var person = Evaluations.sheet(agency.staff().getFirst(), "2026-05");
        answers.add(Evaluations.act(agency.person(0), person, "submit", Evaluations.plan()));
        var away = Map.of("data", Map.of("presenceDays", 0));
        Evaluations.done(Evaluations.act(agency.director(), person, "decide", away));
        Evaluations.done(
                Evaluations.act(agency.director(), Evaluations.sheet(agency.manager(), "2026-05"), "decide", away));
        answers.add(Evaluations.publish(
                agency.keeper(),
                closing,
                Map.of(
                        "data",
                        Map.of("raise", Map.of("decision", Evaluations.DECISION, "reason", "Thành tích nổi trội")))));
        var civil = Evaluations.officer(editor, agency.division(), "Đỗ Công Chức", "STAFF", "CIVIL_SERVANT");
        Evaluations.open(agency.keeper(), "2026-06", agency.department()).then().statusCode(201);
        var sheet = Evaluations.sheet(civil, "2026-06");
        var view = Evaluations.read(agency.director(), sheet);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, "0")));
        answers.add(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
        return answers;
    }

    private static List<Response> altered() {
        var agency = Evaluations.agency(1);
        Evaluations.opened(agency);
        var sheet = Evaluations.decided(agency, agency.staff().getFirst(), "5");
        Database.query("update sheets set marks[1] = 1 where id = ?::uuid returning id", sheet.getString("id"));
        var answer = Api.as(agency.director()).get(Evaluations.PATH + "/" + sheet.getString("id") + "/explanation");
        answer.then().statusCode(500);
        return List.of(answer);
    }

    @Test
    void shouldRefuseMarksThatTheRulesDoNotKnow() {
        // Given
        var agency = Evaluations.agency(1);
        Evaluations.opened(agency);
        var sheet = Evaluations.sheet(agency.staff().getFirst());
        var view = Evaluations.done(Evaluations.act(agency.person(0), sheet, "submit", Evaluations.plan()));
        var unknown = Evaluations.work(view, "-1");
        var marks = new ArrayList<Object>((List<?>) Objects.requireNonNull(unknown.get("marks")));
        marks.add(Map.of("criterion", "IX.9", "points", 1));
        unknown.put("marks", marks);
        var bonus = Evaluations.work(view, "0");
        bonus.put("bonuses", List.of(Map.of("code", "B1", "points", 2, "evidence", List.of())));
        var scale = new LinkedHashMap<>(Evaluations.work(view, "0.00001"));

        // When
        var above = submit(agency, sheet, unknown);
        var fine = submit(agency, sheet, scale);
        Evaluations.done(submit(agency, sheet, Evaluations.work(view, "5")));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.collective()));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.manager(view, "5")));
        var unproven = Evaluations.act(
                agency.director(), sheet, "decide", Map.of("data", Map.of("presenceDays", 20, "work", bonus)));
        var longMonth = Evaluations.act(agency.director(), sheet, "decide", Map.of("data", Map.of("presenceDays", 24)));
        var stale = Evaluations.act(agency.director(), sheet, "\"1\"", "decide", Evaluations.decision(), "");

        // Then
        above.then()
                .statusCode(422)
                .body(at("errors.code", hasItems("score.out-of-range", "score.criterion-unknown")))
                .body(at("errors.pointer", hasItems("/data/work/marks/I.1/points", "/data/work/marks/IX.9")));
        fine.then().statusCode(400).body(at("code", equalTo("request.invalid-value")));
        unproven.then()
                .statusCode(422)
                .body(at("errors.code", hasItems("score.bonus-without-evidence", "score.bonus-without-approver")));
        longMonth.then().statusCode(422).body(at("code", equalTo("score.out-of-range")));
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
    }

    private static Response submit(Evaluations.Agency agency, Json sheet, Map<String, ?> work) {
        return Evaluations.act(agency.person(0), sheet, "submit", Map.of("data", Map.of("step", "SELF", "work", work)));
    }

    @Test
    void shouldHideSheetsFromOthersAndPointsFromReaders() {
        // Given
        var agency = Evaluations.agency(2);
        Evaluations.opened(agency);
        var sheet = Evaluations.decided(agency, agency.staff().getFirst(), "5");
        var path = Evaluations.PATH + "/" + sheet.getString("id");

        // When
        var colleague = Api.as(agency.person(1)).get(path);
        var reader = Api.as(agency.reader()).get(path);
        var stranger = Evaluations.act(agency.person(1), sheet, "submit", Evaluations.plan());
        var own = Evaluations.act(agency.person(0), sheet, "decide", Evaluations.decision());
        var chief = Evaluations.act(agency.chief(), sheet, "decide", Evaluations.decision());

        // Then
        colleague.then().statusCode(404);
        stranger.then().statusCode(404);
        reader.then()
                .statusCode(200)
                .body(at("grade", equalTo("B")))
                .body(at("hiddenFields.pointer", contains("/detail")));
        assertThat(reader.asString()).doesNotContain("85.0000", "\"marks\"");
        own.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        chief.then().statusCode(403).body(at("code", equalTo("authority.missing")));
        assertThat(listed(agency.person(1))).hasSize(1);
        assertThat(listed(agency.chief())).hasSize(3);
        assertThat(listed(agency.director())).hasSize(3);
        assertThat(listed(agency.reader())).hasSize(3);
    }

    private static List<?> listed(String token) {
        return Api.as(token)
                .queryParam("period", Evaluations.MONTH)
                .get(Evaluations.PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items");
    }

    @Test
    void shouldRefuseRulesThatContradictEachOther() {
        // Given
        var month = LocalDate.of(2026, 2, 1);
        Rules.published(Evaluations.document("EVT-ONE", month));
        Rules.published(Evaluations.document("EVT-TWO", month));
        var agency = Evaluations.agency(1);

        // When
        var ambiguous = Evaluations.open(agency.keeper(), "2026-02", agency.department());
        var none = Evaluations.open(agency.keeper(), "2026-01", agency.department());

        // Then
        ambiguous.then().statusCode(422).body(at("code", equalTo("rule-set.ambiguous")));
        none.then().statusCode(422).body(at("code", equalTo("rule-set.none")));
        assertThat(Database.count(
                        "select count(*) from closings where unit_id = ?",
                        agency.department().id()))
                .isZero();
    }
}
