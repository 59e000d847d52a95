package vn.gov.hanoi.evaluation.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.evaluation.support.Disciplines.act;
import static vn.gov.hanoi.evaluation.support.Disciplines.done;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.reorganisation.Reform;
import vn.gov.hanoi.evaluation.support.Disciplines;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** Cases of discipline over HTTP: who may do what when, what a sanction is on which day, and who knows of it. */
@QuarkusTest
@WithStack
class DisciplineHttpTest {
    private static final LocalDate TODAY = LocalDate.now(HanoiClock.ZONE);
    private static final LocalDate FOUND = TODAY.minusDays(20);
    private static final LocalDate SIGNED = TODAY.minusDays(5);
    private static final LocalDate OLD = LocalDate.of(2025, 6, 30);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);
    private static Units.@Nullable Unit made;

    private Units.Unit department;
    private String editor;
    private String proposer;
    private String decider;

    @BeforeEach
    void makeUnit() {
        var known = made;
        department = known == null ? Units.department() : known;
        made = department;
        editor = Units.editor(department);
        proposer = Disciplines.officer(department);
        decider = Disciplines.authority(department);
    }

    private Json person() {
        return Officers.officer(editor, department, "Lê Vi Phạm");
    }

    private Json opened() {
        return Disciplines.opened(proposer, person(), FOUND);
    }

    private Json proposed() {
        return done(act(proposer, opened(), "propose", Disciplines.proposal("REPRIMAND", FOUND)));
    }

    private Json decided() {
        return done(act(decider, proposed(), "decide", Disciplines.decision("REPRIMAND", SIGNED, TODAY)));
    }

    private static void refused(Response answer, int status, String code, String pointer) {
        answer.then().statusCode(status);
        var problem = answer.as(Json.class);
        assertThat(problem.<String>getList("errors.code")).contains(code);
        assertThat(problem.<String>getList("errors.pointer").toString()).contains(pointer);
        assertThat(problem.<String>getList("errors.detail"))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "discipline."));
    }

    @Test
    void shouldTellASanctionFromItsFirstToItsLastDayAndItsCorrectionAndItsEnd() {
        // Given
        var officer = person();
        var matter = Disciplines.sanctioned(department, officer, "WARNING", OLD, NEW);

        // When
        var before = Disciplines.sanctions(decider, officer, NEW.minusDays(1));
        var first = Disciplines.sanctions(decider, officer, NEW);
        var last = Disciplines.sanctions(decider, officer, LocalDate.of(2026, 6, 30));
        var after = Disciplines.sanctions(decider, officer, LocalDate.of(2026, 7, 1));
        var corrected =
                done(act(decider, matter, "correct", Disciplines.correction("REPRIMAND", NEW, NEW.plusDays(2))));
        var again = Disciplines.sanctions(decider, officer, LocalDate.of(2026, 7, 2));
        var acquitted = done(act(decider, matter, "acquit", Disciplines.acquittal(LocalDate.of(2026, 3, 1))));

        // Then
        assertThat(List.of(before, first, last, after))
                .extracting(each -> each.getString("items[0].status"))
                .containsExactly("NOT_YET", "IN_FORCE", "IN_FORCE", "ENDED");
        assertThat(List.of(before, first, last, after))
                .extracting(each -> each.<Object>getList("items[0].bans.holds"))
                .containsExactly(
                        List.of(false, false, false, false),
                        List.of(true, true, true, true),
                        List.of(true, true, true, true),
                        List.of(false, false, false, false));
        assertThat(first.getString("items[0].endsOn")).isEqualTo("2026-06-30");
        assertThat(corrected.<String>getList("decisions.sanction.form")).containsExactly("WARNING", "REPRIMAND");
        assertThat(corrected.<Object>getList("decisions.supersededAt").getFirst())
                .isNotNull();
        assertThat(again.getString("items[0].status")).isEqualTo("IN_FORCE");
        assertThat(again.getString("items[0].decision.number")).isEqualTo("9/QĐ-KL");
        assertThat(acquitted.getString("state")).isEqualTo("ACQUITTED");
        assertThat(List.of("2026-02-28", "2026-03-01", "2027-01-01"))
                .extracting(day -> Disciplines.sanctions(decider, officer, LocalDate.parse(day))
                        .getString("items[0].status"))
                .containsExactly("IN_FORCE", "LIFTED", "LIFTED");
        var events = told(
                officer,
                "examination.begun",
                "examination.ended",
                "sanction.imposed",
                "sanction.corrected",
                "sanction.lifted");
        assertThat(events.get(1).at("/data/endedOn").asText()).isEqualTo(OLD.toString());
        assertThat(events.get(2).at("/data/bans/2/kind").asText()).isEqualTo("TRAINING");
        assertThat(events.get(2).at("/data/bans/2/endsOn").asText()).isEqualTo("2026-06-30");
        assertThat(events.getLast().at("/data/liftedOn").asText()).isEqualTo("2026-03-01");
        assertThat(events.getLast().at("/data/revision").asInt()).isEqualTo(3);
        assertThat(Database.query(
                                "select details::text as details from audit_entries where resource_id = ?::uuid",
                                matter.getString("id"))
                        .toString())
                .contains("COUNCIL", "ACQUITTED", "RECORDED_WRONGLY")
                .doesNotContain("WARNING", "REPRIMAND", "một cửa");
    }

    @Test
    void shouldTellThatACaseIsConsideredAndThatItIsNoMoreWithoutASanction() {
        // Given
        var suspended = person();
        var acquitted = person();
        var closed = person();
        var cases = Stream.of(suspended, acquitted, closed)
                .map(each -> Disciplines.opened(proposer, each, FOUND))
                .toList();

        // When
        done(act(proposer, cases.getFirst(), "suspend", Disciplines.suspension(FOUND.plusDays(5))));
        done(act(decider, cases.get(1), "acquit", Disciplines.acquittal(SIGNED)));
        var ended = done(act(decider, cases.getLast(), "close", Disciplines.closing()));

        // Then
        assertThat(ended.getString("state")).isEqualTo("CLOSED");
        var begun = told(suspended, "examination.begun").getFirst().path("data");
        assertThat(begun.path("beganOn").asText()).isEqualTo(FOUND.toString());
        assertThat(begun.path("endedOn").isNull()).isTrue();
        assertThat(begun.path("bans"))
                .extracting(JsonNode::asText)
                .containsExactly("APPOINTMENT", "TRAINING", "CANDIDACY");
        assertThat(told(acquitted, "examination.begun", "examination.ended")
                        .getLast()
                        .at("/data/endedOn")
                        .asText())
                .isEqualTo(SIGNED.toString());
        assertThat(told(closed, "examination.begun", "examination.ended")
                        .getLast()
                        .at("/data/endedOn")
                        .asText())
                .isEqualTo(TODAY.toString());
    }

    /** The facts that were told of an officer, each as its schema says. */
    private static List<JsonNode> told(Json officer, String... facts) {
        var events = Told.of("discipline", officer.getString("id"), facts.length);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(Stream.of(facts)
                        .map(fact -> "vn.gov.hanoi.discipline." + fact + ".v1")
                        .toArray(String[]::new));
        for (var event : events) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("Vi Phạm", "QĐ", "một cửa", "reason", "inDuty");
        }
        return events;
    }

    /** Each act in each state by who may do it: what is offered is what happens. */
    @Test
    void shouldOfferInEachStateWhatSucceedsAndNothingElse() {
        // Given
        var states = new LinkedHashMap<String, Json>();
        states.put("OPENED", opened());
        states.put("PROPOSED", proposed());
        states.put("COUNCIL", done(act(proposer, opened(), "propose", Disciplines.council("WARNING", FOUND))));
        states.put("SUSPENDED", done(act(proposer, proposed(), "suspend", Disciplines.suspension(FOUND.plusDays(1)))));
        states.put("DECIDED", decided());
        states.put("CLOSED", done(act(decider, opened(), "close", Disciplines.closing())));
        states.put("ACQUITTED", done(act(decider, proposed(), "acquit", Disciplines.acquittal(TODAY))));
        var late = Disciplines.opened(proposer, person(), TODAY.minusDays(91));
        states.put("EXPIRED", done(act(decider, late, "close", Disciplines.closing())));
        var ended = Disciplines.sanctioned(department, person(), "REPRIMAND", OLD, OLD);
        states.put("CLOSED with a sanction", done(act(decider, ended, "close", Disciplines.closing())));
        var offered = new LinkedHashMap<String, List<String>>();

        // When
        states.forEach((state, matter) -> {
            assertThat(state).startsWith(matter.getString("state"));
            offered.put(state, offers(matter));
        });

        // Then
        assertThat(offered)
                .isEqualTo(Map.of(
                        "OPENED", List.of("propose", "suspend", "acquit", "close"),
                        "PROPOSED", List.of("propose", "suspend", "decide", "acquit", "close"),
                        "COUNCIL", List.of("propose", "suspend", "decide", "acquit", "close"),
                        "SUSPENDED", List.of("resume", "acquit", "close"),
                        "DECIDED", List.of("correct", "acquit"),
                        "CLOSED", List.of(),
                        "ACQUITTED", List.of(),
                        "EXPIRED", List.of(),
                        "CLOSED with a sanction", List.of("acquit")));
    }

    private List<String> offers(Json matter) {
        var found = new ArrayList<String>();
        var bodies = new LinkedHashMap<String, Object>();
        bodies.put("propose", Disciplines.proposal("REPRIMAND", FOUND));
        bodies.put("suspend", Disciplines.suspension(FOUND.plusDays(1)));
        bodies.put("resume", Map.of("effectiveOn", TODAY.toString()));
        bodies.put("decide", Disciplines.decision("REPRIMAND", SIGNED, TODAY));
        bodies.put("correct", Disciplines.correction("REPRIMAND", TODAY, TODAY.plusDays(1)));
        bodies.put("acquit", Disciplines.acquittal(TODAY));
        bodies.put("close", Disciplines.closing());
        bodies.forEach((verb, body) -> {
            var who = List.of("propose", "suspend", "resume").contains(verb) ? proposer : decider;
            var action = Disciplines.get(who, matter).as(Json.class).find("_actions", "name", verb);
            var tried = act(who, matter, verb, body, "?validateOnly=true");
            assertThat(tried.statusCode() == 200)
                    .as(matter.getString("state") + " " + verb + " " + tried.asString())
                    .isEqualTo(action.getBoolean("enabled"));
            if (tried.statusCode() == 200) {
                found.add(verb);
            } else {
                assertThat(action.<String>getList("blockedBy.code").getFirst())
                        .isEqualTo(tried.as(Json.class).getString("code"));
            }
        });
        return found;
    }

    @Test
    void shouldCountNoDayOfASuspensionAndGoOnWhereItStood() {
        // Given
        var matter = done(act(proposer, opened(), "propose", Disciplines.council("WARNING", FOUND.plusDays(1))));

        // When
        var suspended = done(act(proposer, matter, "suspend", Disciplines.suspension(FOUND.plusDays(5))));
        var resumed = done(act(
                proposer,
                matter,
                "resume",
                Map.of("effectiveOn", FOUND.plusDays(12).toString())));
        var complex = new LinkedHashMap<>(Disciplines.council("WARNING", FOUND.plusDays(12)));
        complex.put(
                "data",
                Map.of(
                        "form",
                        "WARNING",
                        "severity",
                        "SERIOUS",
                        "complex",
                        true,
                        "council",
                        Map.of("heldOn", FOUND.plusDays(12).toString(), "minutes", "Biên bản 4/HĐKL")));
        var longer = done(act(proposer, matter, "propose", complex));

        // Then
        assertThat(matter.getString("dueOn")).isEqualTo(FOUND.plusDays(90).toString());
        assertThat(suspended.getString("dueOn")).isNull();
        assertThat(resumed.getString("state")).isEqualTo("COUNCIL");
        assertThat(resumed.getString("dueOn")).isEqualTo(FOUND.plusDays(97).toString());
        assertThat(longer.getString("dueOn")).isEqualTo(FOUND.plusDays(157).toString());
        assertThat(Database.count(
                        "select count(*) from discipline_cases where id = ?::uuid and jsonb_array_length(suspensions) = 1",
                        matter.getString("id")))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatTheLawOfTheDayDoesNotAllow() {
        // Given
        var officer = person();
        var early = Disciplines.request(officer, FOUND.minusYears(5), FOUND);
        var backwards = Disciplines.request(officer, FOUND.plusDays(1), FOUND);
        var exempt = Disciplines.request(officer, FOUND.minusYears(6), FOUND);
        exempt.put("exemption", "NO_SUCH_GROUND");
        var lawless = Disciplines.request(officer, LocalDate.of(2020, 9, 1), LocalDate.of(2020, 9, 2));
        var unborn = Disciplines.request(officer, LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 2));
        var matter = opened();
        var heard = done(act(proposer, opened(), "propose", Disciplines.proposal("WARNING", FOUND)));
        var old = Disciplines.opened(proposer, person(), FOUND.minusDays(120));

        // Then
        refused(Disciplines.post(proposer, early), 422, "discipline.limitation-expired", "null");
        refused(Disciplines.post(proposer, backwards), 422, "discipline.dates-contradict", "/discoveredOn");
        refused(Disciplines.post(proposer, exempt), 422, "discipline.ground-unknown", "/exemption");
        refused(Disciplines.post(proposer, lawless), 422, "discipline.regime-none", "null");
        refused(Disciplines.post(proposer, unborn), 422, "discipline.not-serving", "null");
        refused(
                act(proposer, matter, "propose", Disciplines.proposal("DEMOTION", FOUND)),
                422,
                "discipline.form-unknown",
                "/data/form");
        refused(
                act(proposer, matter, "propose", Disciplines.proposal("SALARY_STEP_CUT", FOUND)),
                422,
                "discipline.form-abolished",
                "/data/form");
        refused(
                act(proposer, old, "propose", Disciplines.proposal("REPRIMAND", TODAY)),
                409,
                "discipline.handling-expired",
                "/data/proposedOn");
        refused(
                act(decider, heard, "decide", Disciplines.decision("WARNING", SIGNED, SIGNED)),
                422,
                "discipline.council-missing",
                "/data/form");
        refused(
                act(decider, heard, "decide", Disciplines.decision("REPRIMAND", SIGNED, SIGNED.minusDays(1))),
                422,
                "discipline.dates-contradict",
                "/data/effectiveOn");
        refused(
                act(decider, matter, "decide", Disciplines.decision("REPRIMAND", SIGNED, SIGNED)),
                409,
                "discipline.wrong-state",
                "null");
        refused(act(decider, decided(), "close", Disciplines.closing()), 409, "discipline.in-force", "null");
        refused(
                act(decider, decided(), "correct", Disciplines.correction("REPRIMAND", TODAY, TODAY)),
                422,
                "correction.empty",
                "/data");
    }

    /** An old form can be recorded of the time in which there was one, and keeps its 24 months. */
    @Test
    void shouldKeepAnAbolishedFormForDecisionsOfItsTime() {
        // Given
        var request = Officers.request(Officers.code(), "Trần Trưởng Cũ", department.id());
        Officers.post(request).put("leader", true);
        var leader = Officers.created(editor, request);

        // When
        var demoted = Disciplines.sanctioned(department, leader, "DEMOTION", OLD, NEW);
        var forms = Api.as(decider)
                .queryParams("asOf", NEW.toString(), "category", "CIVIL_SERVANT")
                .get("/evaluation/v1/discipline-forms")
                .as(Json.class);

        // Then
        assertThat(demoted.getString("decisions[0].regime")).isEqualTo("VN-2019");
        assertThat(demoted.getString("decisions[0].sanction.endsOn")).isEqualTo("2027-06-30");
        assertThat(forms.find("items", "code", "DEMOTION").getBoolean("decidable"))
                .isFalse();
        assertThat(forms.find("items", "code", "DEMOTION").getString("validTo")).isEqualTo("2025-07-01");
        assertThat(forms.find("items", "regime", "VN-2025").getBoolean("decidable"))
                .isTrue();
        assertThat(forms.<Object>getList("items.code")).doesNotContain("RECALL", "TERMINATION");
    }

    @Test
    void shouldBeDecidedByNobodyWhoProposedItAndNobodyOnTheOwnCase() {
        // Given
        var officer = person();
        var both = Tokens.user("both-" + department.code())
                .unit(department.code())
                .roles("discipline-officer", "discipline-authority")
                .token();
        var self = Tokens.user("self-" + department.code())
                .unit(department.code())
                .officer(officer.getString("officerCode"))
                .roles("discipline-officer", "discipline-authority")
                .token();
        var matter = Disciplines.opened(both, officer, FOUND);
        done(act(both, matter, "propose", Disciplines.proposal("REPRIMAND", FOUND)));

        // Then
        refused(
                act(both, matter, "decide", Disciplines.decision("REPRIMAND", SIGNED, SIGNED)),
                403,
                "discipline.decider-proposed",
                "null");
        refused(
                act(self, matter, "decide", Disciplines.decision("REPRIMAND", SIGNED, SIGNED)),
                403,
                "authority.own-act",
                "null");
        refused(Disciplines.post(self, Disciplines.request(officer, FOUND, FOUND)), 403, "authority.own-act", "null");
        assertThatThrownBy(() -> Database.execute(
                        "update discipline_cases set proposed_officer_id = officer_id, row_version = row_version + 1 where id = ?::uuid",
                        matter.getString("id")))
                .hasMessageContaining("ck_discipline_cases_not_own");
        act(decider, matter, "decide", Disciplines.decision("REPRIMAND", SIGNED, SIGNED))
                .then()
                .statusCode(200);
    }

    /** The case goes with the officer, and is nobody else's to know. */
    @Test
    void shouldFollowTheOfficerToAnotherUnitAndIsHiddenFromAllOthers() {
        // Given
        var officer = person();
        var other = Units.department();
        var matter = Disciplines.sanctioned(department, officer, "REPRIMAND", SIGNED, SIGNED);
        var own = Tokens.user("own-" + department.code())
                .unit(department.code())
                .officer(officer.getString("officerCode"))
                .roles("evaluation-participant")
                .token();
        var colleague = Tokens.user("colleague-" + department.code())
                .unit(department.code())
                .roles("evaluation-participant")
                .token();
        var stranger = Disciplines.token("discipline-reader", other);

        // When
        var before = Disciplines.get(stranger, matter);
        var mine = Disciplines.read(own, officer, TODAY);
        var theirs = Disciplines.read(colleague, officer, TODAY);
        Officers.move(
                Units.editor(Units.city()),
                Officers.read(editor, officer),
                other,
                TODAY.minusDays(1).toString());
        var left = Disciplines.get(proposer, matter);
        var came = Disciplines.get(stranger, matter);
        var acted =
                act(Disciplines.authority(other), matter, "correct", Disciplines.correction("REPRIMAND", TODAY, TODAY));

        // Then
        before.then().statusCode(404);
        mine.then().statusCode(200).body(at("items.form", contains("REPRIMAND")));
        theirs.then().statusCode(404);
        left.then().statusCode(404);
        came.then().statusCode(200).body(at("unit.id", equalTo(department.id().toString())));
        acted.then().statusCode(200);
        listed(stranger, officer, "").body(at("items.id", contains(matter.getString("id"))));
        listed(proposer, officer, "").body(at("items", empty()));
        listed(stranger, officer, "&unitId=" + other.id() + "&state=DECIDED&overdue=false&count=true")
                .body(at("page.count", equalTo(1)));
        listed(stranger, officer, "&overdue=true").body(at("items", empty()));
        Disciplines.read(stranger, officer, TODAY).then().statusCode(200).body(at("items[0].liftedOn", nullValue()));
    }

    /** The unit of the case is dissolved on the day after the sanction took effect. */
    @Test
    void shouldStayWhatItIsWhenTheUnitIsReorganised() {
        // Given
        var gone = Units.unit("COMMUNE", department);
        var heir = Units.unit("COMMUNE", department);
        var officer = Officers.officer(editor, gone, "Lê Sáp Nhập");
        var matter = Disciplines.sanctioned(gone, officer, "SALARY_STEP_CUT", OLD.minusDays(5), OLD);
        var before = Disciplines.sanctions(decider, officer, NEW);

        // When
        Reform.split(department, gone, Map.of(heir.id(), "1"));
        var after = Disciplines.sanctions(Disciplines.authority(heir), officer, NEW);

        // Then
        assertThat(after.<Object>get("")).isEqualTo(before.get(""));
        assertThat(after.getString("items[0].status")).isEqualTo("IN_FORCE");
        assertThat(after.getString("items[0].endsOn")).isEqualTo("2026-06-29");
        Disciplines.get(Disciplines.token("discipline-reader", heir), matter)
                .then()
                .statusCode(200)
                .body(at("unit.id", equalTo(gone.id().toString())));
        act(Disciplines.authority(heir), matter, "acquit", Disciplines.acquittal(TODAY))
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse listed(String token, Json officer, String filter) {
        return Api.as(token)
                .get(Disciplines.PATH + "?officerId=" + officer.getString("id") + filter)
                .then()
                .statusCode(200);
    }

    @Test
    void F21_shouldDecideACaseOnceWhenManyDecideAtOnce() throws Exception {
        // Given
        var matter = proposed();
        var etag = matter.getString("etag");
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> Api.as(decider)
                    .header("Idempotency-Key", Api.key())
                    .header("If-Match", etag)
                    .body(Disciplines.decision("REPRIMAND", SIGNED, TODAY))
                    .post(Disciplines.PATH + "/" + matter.getString("id") + "/actions/decide")
                    .statusCode());
        }

        // When
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(calls)) {
                statuses.add(done.get());
            }
        }

        // Then
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThatThrownBy(() -> Database.execute(
                        "update discipline_decisions set ends_on = ends_on + 1 where case_id = ?::uuid",
                        matter.getString("id")))
                .hasMessageContaining("ck_discipline_decisions_kept");
        assertThatThrownBy(() ->
                        Database.execute("delete from discipline_cases where id = ?::uuid", matter.getString("id")))
                .hasMessageContaining("ck_discipline_cases_kept");
    }
}
