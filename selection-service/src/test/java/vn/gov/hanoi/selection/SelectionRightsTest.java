package vn.gov.hanoi.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Replay;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Appointments;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** Which role may ask for what, and from where. */
@QuarkusTest
@WithStack
class SelectionRightsTest {
    private static final List<String> ROLES = List.of(
            "directory-reader",
            "evaluation-keeper",
            "discipline-authority",
            "training-organiser",
            "selection-reader",
            "selection-organiser",
            "selection-approver",
            "selection-personnel",
            "selection-candidate",
            "selection-panel",
            "selection-inspector",
            "operator",
            "auditor",
            "none");
    private static final Set<String> READER = Set.of("selection-reader");
    private static final Set<String> ORGANISER = Set.of("selection-organiser");
    private static final Set<String> APPROVER = Set.of("selection-approver");
    private static final Set<String> PERSONNEL = Set.of("selection-personnel");
    private static final Set<String> BOTH = Set.of("selection-personnel", "selection-candidate");

    private static final Set<String> BOARDS =
            Set.of("selection-reader", "selection-approver", "selection-panel", "selection-inspector");
    private static final Set<String> COUNCILS = Set.of(
            "selection-reader", "selection-approver", "selection-panel", "selection-inspector", "selection-candidate");
    private static final Set<String> CONFLICTS =
            Set.of("selection-panel", "selection-personnel", "selection-approver", "selection-inspector");
    private static final Set<String> TELLING = Set.of("selection-panel", "selection-personnel");

    private static final Set<String> PANEL = Set.of("selection-panel");
    private static final Set<String> CONTEST = Set.of("selection-panel", "selection-candidate");
    private static final Set<String> RESULTS = Set.of(
            "selection-reader",
            "selection-organiser",
            "selection-approver",
            "selection-panel",
            "selection-inspector",
            "selection-candidate");

    /** An operation with the roles that may ask for it; the record it names is none. */
    private record Operation(Set<String> allowed, Supplier<Response> call) {}

    private static Map<String, Operation> operations(Cast cast, String token) {
        var round = Rounds.PATH + "/" + UUID.randomUUID();
        var application = Applications.PATH + "/" + UUID.randomUUID();
        var decision = Map.of("decision", Rounds.decision());
        var both = Map.of("decision", Rounds.decision(), "reason", Rounds.reason("X"));
        var operations = new LinkedHashMap<String, Operation>();
        operations.put("listRounds", new Operation(READER, () -> Api.as(token).get(Rounds.PATH)));
        operations.put("getRound", new Operation(READER, () -> Api.as(token).get(round)));
        operations.put(
                "listConditionSets", new Operation(READER, () -> Api.as(token).get("/selection/v1/condition-sets")));
        operations.put(
                "createRound",
                new Operation(
                        ORGANISER,
                        () -> Rounds.post(
                                token, Rounds.plan(cast, UUID.randomUUID().toString()))));
        operations.put("updateRound", new Operation(ORGANISER, () -> write(
                        token, Rounds.plan(cast, UUID.randomUUID().toString()))
                .put(round)));
        operations.put(
                "publishRound",
                post(ORGANISER, token, round, "publish", Map.of("data", Rounds.announcement(Rounds.TODAY))));
        operations.put(
                "assignRound",
                post(ORGANISER, token, round, "assign", Map.of("data", Map.of("personnel", List.of(cast.first())))));
        operations.put("approveRound", post(APPROVER, token, round, "approve", decision));
        operations.put("lockRound", post(PERSONNEL, token, round, "lock", Map.of()));
        operations.put("issueRound", post(APPROVER, token, round, "issue", decision));
        operations.put("suspendRound", post(APPROVER, token, round, "suspend", both));
        operations.put("cancelRound", post(APPROVER, token, round, "cancel", both));
        operations.put(
                "reopenRound",
                post(
                        APPROVER,
                        token,
                        round,
                        "reopen",
                        Map.of(
                                "decision", Rounds.decision(),
                                "reason", Rounds.reason("X"),
                                "data",
                                        Map.of(
                                                "announcement", Rounds.announcement(Rounds.TODAY),
                                                "listOn", Rounds.TODAY.toString(),
                                                "examOn", Rounds.TODAY.toString()))));
        operations.put(
                "listApplications", new Operation(BOTH, () -> Api.as(token).get(Applications.PATH)));
        operations.put("getApplication", new Operation(BOTH, () -> Api.as(token).get(application)));
        operations.put("listEligibilityChecks", new Operation(BOTH, () -> Api.as(token)
                .get(application + "/eligibility-checks")));
        operations.put(
                "createApplication",
                new Operation(
                        BOTH,
                        () -> Applications.post(
                                token, Applications.own(UUID.randomUUID().toString(), cast.first()))));
        operations.put("updateApplicationDocuments", new Operation(PERSONNEL, () -> write(
                        token, Map.of("documents", List.of()))
                .put(application + "/documents")));
        operations.put(
                "withdrawApplication",
                post(BOTH, token, application, "withdraw", Map.of("reason", Rounds.reason("OWN_WISH"))));
        operations.put("lockApplication", post(PERSONNEL, token, application, "lock", both));
        operations.put("releaseApplication", post(PERSONNEL, token, application, "release", both));
        operations.put("recomputeApplication", post(PERSONNEL, token, application, "recompute", Map.of()));
        operations.put(
                "decideApplication",
                post(
                        PERSONNEL,
                        token,
                        application,
                        "decide",
                        Map.of(
                                "decision", Rounds.decision(),
                                "reason", Rounds.reason("X"),
                                "data", Map.of("condition", "HEALTH"))));
        putAppointments(operations, token, both);
        operations.putAll(ofPanels(cast, token));
        operations.putAll(ofContests(token));
        operations.putAll(writtenOperations(token));
        return operations;
    }

    private static Map<String, Operation> ofPanels(Cast cast, String token) {
        var none = new Rounds.Played(UUID.randomUUID().toString(), "", "");
        var operations = new LinkedHashMap<String, Operation>();
        var reading = Map.of(Councils.COUNCILS, COUNCILS, Councils.BOARDS, BOARDS);
        reading.forEach((path, allowed) -> {
            var address = path + "/" + UUID.randomUUID();
            var request = Councils.request(none, Councils.seats(List.of(cast.first())));
            if (path.equals(Councils.BOARDS)) {
                request.put("body", "MARKING");
            }
            operations.put(
                    "list " + path, new Operation(allowed, () -> Api.as(token).get(path)));
            operations.put(
                    "get " + path, new Operation(allowed, () -> Api.as(token).get(address)));
            operations.put("create " + path, new Operation(APPROVER, () -> Councils.post(token, path, request)));
            operations.put(
                    "replace " + path,
                    post(APPROVER, token, address, "replace", Councils.replacement(cast.first(), cast.second())));
            operations.put(
                    "dissolve " + path,
                    post(APPROVER, token, address, "dissolve", Map.of("decision", Rounds.decision())));
        });
        operations.put("listConflicts", new Operation(CONFLICTS, () -> Api.as(token)
                .get(Councils.CONFLICTS + "?roundId=" + none.id())));
        operations.put(
                "createConflict",
                new Operation(
                        TELLING,
                        () -> Councils.post(
                                token,
                                Councils.CONFLICTS,
                                Councils.conflict(none, cast.first(), cast.second(), "SPOUSE"))));
        operations.put(
                "waiveConflict",
                new Operation(
                        APPROVER,
                        () -> Councils.post(
                                token,
                                Councils.CONFLICTS + "/actions/waive",
                                Councils.waiver(none, cast.first(), cast.second(), "UNIT_ABOVE"))));
        return operations;
    }

    private static Map<String, Operation> ofContests(String token) {
        var draw = Rounds.PATH + "/" + UUID.randomUUID() + "/draw";
        var defence = "/selection/v1/defences/" + UUID.randomUUID();
        var sheet = "/selection/v1/score-sheets/" + UUID.randomUUID();
        var results = "/selection/v1/merit-lists";
        var result = results + "/" + UUID.randomUUID();
        var reason = Map.of("reason", Rounds.reason("X"));
        var minutes = Map.of("number", "1/BB", "signedOn", Rounds.TODAY.toString(), "signedBy", List.of());
        var operations = new LinkedHashMap<String, Operation>();
        operations.put("getDraw", new Operation(CONTEST, () -> Api.as(token).get(draw)));
        operations.put("commitDraw", post(PANEL, token, draw, "commit", Map.of()));
        operations.put("revealDraw", post(PANEL, token, draw, "reveal", Map.of("data", Map.of("sessions", List.of()))));
        operations.put("getDefence", new Operation(CONTEST, () -> Api.as(token).get(defence)));
        operations.put(
                "assignDefence",
                post(
                        PANEL,
                        token,
                        defence,
                        "assign",
                        Map.of("data", Map.of("candidatePresent", true, "members", List.of()))));
        operations.put("revealDefence", post(PANEL, token, defence, "reveal", Map.of()));
        operations.put("reviewDefence", post(PANEL, token, defence, "review", reason));
        operations.put("getScoreSheet", new Operation(PANEL, () -> Api.as(token).get(sheet)));
        operations.put("updateScoreSheet", new Operation(PANEL, () -> write(token, Map.of("marks", List.of()))
                .put(sheet)));
        operations.put("sealScoreSheet", post(PANEL, token, sheet, "seal", Map.of()));
        operations.put(
                "listMeritLists", new Operation(RESULTS, () -> Api.as(token).get(results)));
        operations.put(
                "getMeritList", new Operation(RESULTS, () -> Api.as(token).get(result)));
        operations.put("createMeritList", new Operation(PANEL, () -> write(token, Map.of("roundId", UUID.randomUUID()))
                .post(results)));
        operations.put(
                "decideMeritList",
                post(
                        PANEL,
                        token,
                        result,
                        "decide",
                        Map.of(
                                "data", Map.of("vacancyId", UUID.randomUUID(), "order", List.of()),
                                "reason", Rounds.reason("X"))));
        operations.put(
                "submitMeritList", post(PANEL, token, result, "submit", Map.of("data", Map.of("minutes", minutes))));
        operations.put("returnMeritList", post(APPROVER, token, result, "return", reason));
        operations.put(
                "approveMeritList", post(APPROVER, token, result, "approve", Map.of("decision", Rounds.decision())));
        operations.put("publishMeritList", post(ORGANISER, token, result, "publish", Map.of()));
        return operations;
    }

    private static void putAppointments(Map<String, Operation> operations, String token, Object both) {
        var one = Appointments.PATH + "/" + UUID.randomUUID();
        var all = Set.of("selection-personnel", "selection-approver", "selection-candidate");
        var reason = Map.of("reason", Rounds.reason("X"));
        var request = Appointments.request(
                UUID.randomUUID().toString(), UUID.randomUUID().toString());
        operations.put(
                "listAppointments", new Operation(all, () -> Api.as(token).get(Appointments.PATH)));
        operations.put("getAppointment", new Operation(all, () -> Api.as(token).get(one)));
        operations.put("createAppointment", new Operation(PERSONNEL, () -> Appointments.post(token, request)));
        operations.put(
                "closePost",
                post(
                        APPROVER,
                        token,
                        Appointments.PATH,
                        "close",
                        Map.of(
                                "vacancyId", UUID.randomUUID(),
                                "decision", Rounds.decision(),
                                "reason", Rounds.reason("X"))));
        operations.put("reviewAppointment", post(PERSONNEL, token, one, "review", Appointments.consent("PARTY")));
        operations.put("withdrawAppointment", post(BOTH, token, one, "withdraw", reason));
        operations.put("decideAppointment", post(APPROVER, token, one, "decide", Appointments.decision(Rounds.TODAY)));
        operations.put("rejectAppointment", post(APPROVER, token, one, "reject", both));
        operations.put("revokeAppointment", post(APPROVER, token, one, "revoke", both));
        operations.put("applyAppointment", post(APPROVER, token, one, "apply", reason));
    }

    private static Map<String, Operation> writtenOperations(String token) {
        var id = UUID.randomUUID();
        var exam = Contest.EXAMS + "/" + id;
        var paper = Contest.PAPERS + "/" + id;
        var sheet = Contest.SHEETS + "/" + id;
        var objection = Contest.OBJECTIONS + "/" + id;
        var decision = Map.of("decision", Rounds.decision());
        var panel = Set.of("selection-panel");
        var seats = Set.of("selection-panel", "selection-personnel", "selection-candidate");
        var readers = Set.of("selection-personnel", "selection-candidate", "selection-inspector");
        var operations = new LinkedHashMap<String, Operation>();
        operations.put("createWrittenExam", new Operation(PERSONNEL, () -> write(
                        token, Map.of("roundId", id, "plan", Contest.plan()))
                .post(Contest.EXAMS)));
        operations.put("updateWrittenExam", new Operation(PERSONNEL, () -> write(token, Contest.plan())
                .put(exam)));
        operations.put(
                "getWrittenExam",
                new Operation(
                        Set.of("selection-panel", "selection-personnel", "selection-approver", "selection-inspector"),
                        () -> Api.as(token).get(exam)));
        operations.put("getWrittenScheme", get(panel, token, exam + "/scheme"));
        operations.put("updateWrittenScheme", new Operation(panel, () -> write(token, Contest.scheme())
                .put(exam + "/scheme")));
        for (var verb : List.of("close", "lock", "assign", "reveal")) {
            operations.put(verb + "WrittenExam", post(panel, token, exam, verb, Map.of()));
        }
        operations.put("publishWrittenExam", post(APPROVER, token, exam, "publish", decision));
        operations.put("getWrittenAgreement", get(Set.of("selection-inspector"), token, exam + "/agreement"));
        operations.put(
                "getBulletinComparison",
                get(Set.of("selection-inspector"), token, "/selection/v1/bulletins/" + id + "/comparison"));
        operations.put(
                "getRemarking", get(Set.of("selection-panel", "selection-approver"), token, exam + "/remarking"));
        operations.put("assignRemarking", post(panel, token, exam + "/remarking", "assign", Map.of()));
        operations.put("publishRemarking", post(APPROVER, token, exam + "/remarking", "publish", decision));
        operations.put("listPapers", get(seats, token, Contest.PAPERS + "?examId=" + id));
        operations.put("getPaper", get(seats, token, paper));
        operations.put("updatePaperAttendance", new Operation(panel, () -> write(token, Map.of("came", true))
                .put(paper + "/attendance")));
        operations.put(
                "createPaperViolation", new Operation(panel, () -> write(token, Map.of("kind", "WARNING", "text", "x"))
                        .post(paper + "/violations")));
        operations.put("listMarkSheets", get(panel, token, Contest.SHEETS + "?examId=" + id));
        operations.put("getMarkSheet", get(panel, token, sheet));
        operations.put("getMarkSheetScript", get(panel, token, sheet + "/script"));
        operations.put("updateMarkSheet", new Operation(panel, () -> write(token, Contest.points("1", "1"))
                .put(sheet)));
        operations.put("sealMarkSheet", post(panel, token, sheet, "seal", Map.of()));
        operations.put("listScripts", get(panel, token, Contest.SCRIPTS + "?examId=" + id));
        operations.put(
                "assignScript",
                post(panel, token, Contest.SCRIPTS + "/" + id, "assign", Map.of("data", Map.of("officerId", id))));
        operations.put("listObjections", get(readers, token, Contest.OBJECTIONS + "?examId=" + id));
        operations.put("getObjection", get(readers, token, objection));
        operations.put("createObjection", new Operation(Set.of("selection-candidate"), () -> write(
                        token, Map.of("paperId", id, "grounds", "x"))
                .post(Contest.OBJECTIONS)));
        operations.put(
                "withdrawObjection", post(Set.of("selection-candidate"), token, objection, "withdraw", Map.of()));
        return operations;
    }

    private static Operation get(Set<String> allowed, String token, String path) {
        return new Operation(allowed, () -> Api.as(token).get(path));
    }

    private static io.restassured.specification.RequestSpecification write(String token, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"0\"")
                .body(body);
    }

    private static Operation post(Set<String> allowed, String token, String address, String verb, Object body) {
        return new Operation(allowed, () -> write(token, body).post(address + "/actions/" + verb));
    }

    @Test
    void shouldGiveEachRoleItsOperationsOnly() {
        // Given
        var cast = Cast.assemble();
        var nobody = Tokens.user("no-role").unit(cast.department().code()).token();
        var wrong = new LinkedHashMap<String, String>();

        // When
        operations(cast, nobody).forEach((name, operation) -> {
            var replay = Replay.of(operation.call()).orElseThrow();
            for (var role : ROLES) {
                var answer = replay.as(Tokens.user("one-role")
                        .unit(cast.department().code())
                        .roles(role)
                        .token());
                boolean passed = !answer.equals("403 auth.role-missing");
                if (passed != operation.allowed().contains(role) || answer.startsWith("5")) {
                    wrong.put(role + " " + name, answer);
                }
            }
        });

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldKeepRoundsOfOtherUnitsFromEverybody() {
        // Given
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var stranger = Tokens.user("stranger")
                .unit(Org.department().code())
                .roles("selection-reader", "selection-organiser", "selection-approver", "selection-personnel")
                .token();

        // When
        var absent = Api.as(stranger).get(Rounds.PATH + "/" + UUID.randomUUID());
        var seen = Api.as(stranger).get(Rounds.PATH + "/" + round.id());
        var acted = Rounds.issue(cast, round);
        var elsewhere = Rounds.act(stranger, round.id(), round.etag(), "issue", Map.of("decision", Rounds.decision()));
        var drafted = Rounds.post(stranger, Rounds.plan(cast, round.vacancyId()));

        // Then
        for (var answer : List.of(absent, seen, elsewhere)) {
            answer.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        }
        acted.then().statusCode(409);
        drafted.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        assertThat(Api.json(Api.as(stranger).get(Rounds.PATH + "?count=true"))
                        .path("page")
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void shouldTakeTheRightsOfAPersonnelOfficerWhoStandsInTheRound() {
        // Given: a third officer handles applications only after having applied
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var rival = Applications.entered(cast, round, Org.officer(cast.division()));
        var third = Org.officer(cast.division());
        var own = Applications.entered(cast, round, third);
        var etag = Rounds.get(cast.organiser(), round.id()).getString("etag");
        var assigned = Rounds.act(
                cast.organiser(),
                round.id(),
                etag,
                "assign",
                Map.of("data", Map.of("personnel", List.of(cast.first(), cast.second(), third))));
        var both = Tokens.user("personnel-" + third)
                .unit(cast.department().code())
                .officer(Cast.code(third))
                .roles("selection-reader", "selection-personnel", "selection-approver", "selection-candidate")
                .token();

        // When
        var theirs = Api.as(both).get(Applications.PATH + "/" + rival.getString("id"));
        var mine = Api.as(both).get(Applications.PATH + "/" + own.getString("id"));
        var lock = Rounds.act(both, round.id(), Rounds.played("", assigned, 200).etag(), "lock", Map.of());

        // Then
        theirs.then().statusCode(404);
        mine.then().statusCode(200);
        lock.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        assertThat(Api.json(Api.as(both).get(Applications.PATH)).path("items")).hasSize(1);
    }

    @Test
    void shouldCheckTheRelationAgainBeforeItShowsAStoredAnswer() {
        // Given: an application that was entered under a key
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var key = Api.key();
        var request = Applications.request(round.vacancyId(), Org.officer(cast.division()));
        Supplier<Response> enter = () -> Api.as(cast.personnel())
                .header("Idempotency-Key", key)
                .body(request)
                .post(Applications.PATH);
        var entered = enter.get();
        var replayed = enter.get();

        // When: the officer is not assigned any more
        var successor = Org.officer(cast.department());
        Rounds.act(
                        cast.organiser(),
                        round.id(),
                        round.etag(),
                        "assign",
                        Map.of("data", Map.of("personnel", List.of(cast.second(), successor))))
                .then()
                .statusCode(200);
        var later = enter.get();
        var id = Api.json(entered).path("id").asText();

        // Then
        entered.then().statusCode(201);
        replayed.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        later.then().statusCode(403).body(at("code", equalTo("selection.not-personnel")));
        Api.as(cast.personnel()).get(Applications.PATH + "/" + id).then().statusCode(404);
        Api.as(cast.personnel(successor))
                .get(Applications.PATH + "/" + id)
                .then()
                .statusCode(200);
    }
}
