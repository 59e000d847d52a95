package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Rating;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.CertificateRefusals;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;
import vn.gov.hanoi.training.support.TestPlan;

/** Who may call what; the service decides it by itself, whatever stands before it. */
@QuarkusTest
@WithStack
class TrainingSecurityTest {
    private static final String BASE = "/training/v1/";
    private static final String NONE = UUID.randomUUID().toString();
    private static final Map<String, String> ROLE_OF_CHANGE = PlanningOperations.withRoles(Map.ofEntries(
            Map.entry("createPlanDecision", "training-planner"),
            Map.entry("createClass", "training-organiser"),
            Map.entry("createLedgerEntry", "training-organiser"),
            Map.entry("closeAccount", "training-accountant"),
            Map.entry("closeAccounts", "training-accountant")));

    private static @Nullable String need;
    private static @Nullable String certificate;
    private static @Nullable String suspended;
    private static @Nullable Books idle;

    private TestPlan plan;

    @BeforeEach
    void makeAPlan() {
        plan = TestPlan.roomy();
    }

    /** Every operation of the service; changes only tried out, so that all roles may meet the same plan. */
    private Map<String, Function<RequestSpecification, Response>> operations() {
        var all = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        for (var list : Map.of(
                        "listPlans", "plans",
                        "listPlanDecisions", "plan-decisions",
                        "listPlanLines", "plan-lines",
                        "listAccounts", "accounts",
                        "listLedgerEntries", "ledger-entries",
                        "getTrialBalance", "accounts/trial-balance",
                        "listClasses", "classes",
                        "listTrainingNeeds", "training-needs",
                        "listTrainingEffects", "training-effects",
                        "listCertificates", "certificates")
                .entrySet()) {
            all.put(list.getKey(), who -> who.get(BASE + list.getValue()));
        }
        var records = records();
        records.forEach((name, path) -> all.put(name, who -> who.get(BASE + path)));
        all.put("getCertificatePaper", who -> who.get(BASE + "certificates/" + certificate() + "/paper"));
        all.put("createPlanDecision", who -> tryOut(who, TestPlan.DECISIONS, newDecision()));
        all.putAll(PlanningOperations.of(plan, TrainingSecurityTest::need));
        all.put("createClass", who -> tryOut(who, TestPlan.CLASSES, plan.newClass("C-1", 1, 1)));
        all.put("createLedgerEntry", who -> tryOut(who, TestPlan.ENTRIES, plan.commitment("C", 1)));
        addCertificates(all);
        all.put("closeAccount", TrainingSecurityTest::close);
        all.put(
                "closeAccounts",
                who -> tryOut(
                        who,
                        Books.ACCOUNTS + "/actions/close",
                        Map.of(
                                "decision", Map.of("number", "1/QĐ", "signedOn", "2021-01-20"),
                                "data", Map.of("year", plan.year(), "remainder", "RETURN"))));
        all.put("getLedgerIntegrity", who -> who.get(BASE + "ops/integrity"));
        all.put("listDeadLetters", who -> who.get(BASE + "ops/dead-letters"));
        all.put("replayDeadLetter", who -> endLetter(who, "replay"));
        all.put("discardDeadLetter", who -> endLetter(who, "discard"));
        all.put("getDirectoryCopy", who -> who.get(BASE + "ops/directory-copy"));
        all.put("getUnitCopy", who -> who.get(BASE + "ops/directory-copy/units/" + City.CITY.id()));
        return all;
    }

    private static void addCertificates(Map<String, Function<RequestSpecification, Response>> all) {
        var delivery = new Delivery(City.DEPARTMENT);
        var enrolment = delivery.passed();
        var decision = Delivery.decision(City.CITY, Delivery.SIGNED_ON);
        all.put("createCertificate", who -> tryOut(who, Delivery.PATH, Delivery.request(enrolment, City.CITY)));
        all.put(
                "issueCertificates",
                who -> tryOut(
                        who,
                        Delivery.PATH + "/actions/issue",
                        Map.of("classId", delivery.classId(), "decision", decision)));
        all.put("bulkCertificates", who -> tryOut(who, Delivery.PATH + "/bulk", CertificateRefusals.unknownOfficer()));
        var reasons = Map.of("revoke", "FRAUD", "suspend", "COMPLAINT");
        reasons.forEach((verb, reason) -> all.put(
                verb + "Certificate",
                who -> tryOut(
                        who.header("If-Match", "\"1\""),
                        Delivery.PATH + "/" + certificate() + "/actions/" + verb,
                        Delivery.act(reason))));
        all.put(
                "restoreCertificate",
                who -> tryOut(
                        who.header("If-Match", "\"2\""),
                        Delivery.PATH + "/" + suspended() + "/actions/restore",
                        Delivery.act("CLEARED")));
        all.put(
                "createCertificateKey",
                who -> tryOut(who, "/training/v1/certificate-keys", Map.of("reason", "Thay khóa")));
    }

    /** One that the City issued. */
    private static synchronized String certificate() {
        if (certificate == null) {
            certificate = new Delivery(City.DEPARTMENT).issued().getString("id");
        }
        return certificate;
    }

    private static synchronized String suspended() {
        if (suspended == null) {
            var made = new Delivery(City.DEPARTMENT).issued();
            Delivery.act(Delivery.certifier(City.CITY), made, "suspend", "\"1\"", "COMPLAINT");
            suspended = made.getString("id");
        }
        return suspended;
    }

    private Map<String, String> records() {
        var account = plan.account("C");
        var entry = Callers.city()
                .queryParam("accountId", account)
                .get(TestPlan.ENTRIES)
                .as(Json.class)
                .getString("items[0].id");
        return Map.ofEntries(
                Map.entry("getPlan", "plans/" + plan.planId()),
                Map.entry("getPlanComparison", "plans/" + plan.planId() + "/comparison"),
                Map.entry("getPlanSettlement", "plans/" + plan.planId() + "/settlement"),
                Map.entry("getPlanUnitCosts", "plans/" + plan.planId() + "/unit-costs"),
                Map.entry("getYearToYear", "plans/" + plan.planId() + "/year-to-year?withYear=" + plan.year()),
                Map.entry("getPlanVersusActual", "plans/" + plan.planId() + "/plan-versus-actual"),
                Map.entry("getPlanDecision", "plan-decisions/" + plan.decision().getString("id")),
                Map.entry("getPlanLine", "plan-lines/" + plan.line("C-1")),
                Map.entry("getAccount", "accounts/" + account),
                Map.entry("listBudgetCommitments", "accounts/" + account + "/commitments"),
                Map.entry("getLedgerEntry", "ledger-entries/" + entry),
                Map.entry("getClass", "classes/" + openClass("C-1")),
                Map.entry("getTrainingNeed", "training-needs/" + need()),
                Map.entry("getPlanProposal", "plan-proposals/" + PlanningOperations.proposal()),
                Map.entry("getSanctionCheck", "sanction-checks?officerId=" + plan.planId()),
                Map.entry("getCertificate", "certificates/" + certificate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directory-reader",
                "directory-editor",
                "evaluation-reader",
                "training-reader",
                "training-planner",
                "training-organiser",
                "training-manager",
                "training-certifier",
                "training-accountant",
                "selection-reader",
                "selection-organiser",
                "operator",
                "auditor",
                "none"
            })
    void shouldGiveEachRoleItsOperationsOnly(String role) {
        // Given
        var operations = operations();
        var expected = new LinkedHashMap<String, Boolean>();
        operations.keySet().forEach(name -> expected.put(name, role.equals(roleOf(name)) || isOfManager(role, name)));

        // When
        var passed = new LinkedHashMap<String, Boolean>();
        operations.forEach((name, call) -> passed.put(name, passes(role, name, call)));

        // Then
        assertThat(passed).isEqualTo(expected);
    }

    /** Of books that nobody else posts to, so that nothing but the role refuses it. */
    private static Response close(RequestSpecification who) {
        var books = idle == null ? Books.fresh() : idle;
        idle = books;
        return who.header("If-Match", books.etag())
                .queryParam("validateOnly", "true")
                .body(Map.of(
                        "decision", Map.of("number", "1/QĐ", "signedOn", "2021-01-20"),
                        "data", Map.of("remainder", "RETURN")))
                .post(Books.ACCOUNTS + "/" + books.account() + "/actions/close");
    }

    /** Managers read the needs that they confirm. */
    private static boolean isOfManager(String role, String operation) {
        return role.equals("training-manager")
                && Set.of("listTrainingNeeds", "getTrainingNeed").contains(operation);
    }

    private static boolean passes(String role, String name, Function<RequestSpecification, Response> call) {
        var answer = call.apply(Callers.of(City.CITY, role));
        if (answer.statusCode() == 403) {
            answer.then().contentType("application/problem+json").body(at("code", equalTo("auth.role-missing")));
            return false;
        }
        // Neither the letters nor the officer exist, which only who has the role may learn.
        int success =
                switch (name) {
                    case "replayDeadLetter", "discardDeadLetter", "getSanctionCheck" -> 404;
                    case "issueCertificates", "bulkCertificates", "closeAccounts" -> 207;
                    default -> PlanningOperations.success(name);
                };
        assertThat(answer.statusCode()).as(name).isEqualTo(success);
        return true;
    }

    /** Needs tell who was found wanting, so that they are for those who plan. */
    private static String roleOf(String operation) {
        if (Set.of(
                        "getTrainingNeed",
                        "listTrainingNeeds",
                        "getSanctionCheck",
                        "listPlanProposals",
                        "listTrainingNeedCounts",
                        "getPlanProposal")
                .contains(operation)) {
            return "training-planner";
        }
        if (operation.contains("Certificate") && !operation.startsWith("get") && !operation.startsWith("list")) {
            return operation.equals("createCertificateKey") ? "operator" : "training-certifier";
        }
        return operation.endsWith("DeadLetter")
                        || Set.of("listDeadLetters", "getDirectoryCopy", "getUnitCopy", "getLedgerIntegrity")
                                .contains(operation)
                ? "operator"
                : ROLE_OF_CHANGE.getOrDefault(operation, "training-reader");
    }

    @Test
    void shouldRefuseTheRoleBeforeItLooksAtTheBody() {
        for (var path : ROLE_OF_CHANGE.keySet().stream()
                .map(name -> switch (name) {
                    case "createClass" -> TestPlan.CLASSES;
                    case "createLedgerEntry" -> TestPlan.ENTRIES;
                    case "closeAccount" -> Books.ACCOUNTS + "/" + NONE + "/actions/close";
                    case "closeAccounts" -> Books.ACCOUNTS + "/actions/close";
                    default -> PlanningOperations.path(name);
                })
                .toList()) {
            Callers.of(City.CITY, "training-reader")
                    .body("{ not json")
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body(at("code", equalTo("auth.role-missing")));
        }
    }

    @Test
    void shouldRefuseEveryTokenThatIsNotForThisSuite() {
        // Given
        Function<Tokens, String> complete = tokens -> tokens.unit("H26")
                .roles(
                        "training-reader",
                        "training-planner",
                        "training-organiser",
                        "training-manager",
                        "training-certifier",
                        "training-accountant",
                        "operator")
                .token();
        var good = complete.apply(Tokens.user("someone"));
        var bad = Map.<String, Supplier<RequestSpecification>>of(
                "no token", Api::anonymous,
                "wrong audience",
                        () -> Api.as(complete.apply(Tokens.user("someone").audience("other-app"))),
                "expired", () -> Api.as(complete.apply(Tokens.user("someone").expired())),
                "other issuer",
                        () -> Api.as(complete.apply(Tokens.user("someone").issuer("http://localhost:1/realms/congvu"))),
                "identity token",
                        () -> Api.as(complete.apply(Tokens.user("someone").type("ID"))),
                "altered", () -> Api.as(good.substring(0, good.length() - 6) + "AAAAAA"),
                "not a token", () -> Api.as("abc"));

        // Then
        operations().forEach((operation, call) -> {
            assertThat(call.apply(Api.as(good)).statusCode()).as(operation).isIn(200, 207, 404, 412, 422);
            bad.forEach((name, who) -> unauthenticated(operation + ", " + name, call.apply(who.get())));
        });
    }

    @Test
    void shouldGiveNothingToACallerWithoutAKnownUnit() {
        // Given
        var roles = new String[] {
            "training-reader",
            "training-planner",
            "training-organiser",
            "training-manager",
            "training-certifier",
            "training-accountant"
        };
        var tokens = Map.of(
                "unbound", Tokens.user("unbound").roles(roles).token(),
                "lost", Tokens.user("lost").unit("H26.UNKNOWN").roles(roles).token());

        // Then
        operations().forEach((operation, call) -> {
            if (!roleOf(operation).equals("operator")) {
                tokens.forEach((name, token) -> {
                    var answer = call.apply(Api.as(token));
                    assertThat(answer.statusCode()).as(operation + ", " + name).isEqualTo(403);
                    answer.then().body(at("code", equalTo("scope.unit-unknown")));
                });
            }
        });
    }

    @Test
    void shouldTellNothingOfARecordThatTheCallerMayNotSee() {
        // Given
        var readers = Map.of(
                "getAccount", City.DISTRICT,
                "listBudgetCommitments", City.DISTRICT,
                "getLedgerEntry", City.DISTRICT,
                "getClass", City.DISTRICT,
                "getTrainingNeed", City.DISTRICT,
                "getCertificate", City.DISTRICT);

        // Then
        records().forEach((operation, path) -> {
            var unit = readers.getOrDefault(operation, City.STRANGER);
            var absent = path.replaceFirst("[0-9a-f-]{36}", NONE);
            var role = roleOf(operation);
            var hidden = Callers.of(unit, role).get(BASE + path);
            assertThat(hidden.statusCode()).as(operation).isEqualTo(404);
            assertThat(told(hidden))
                    .as(operation)
                    .isEqualTo(told(Callers.of(unit, role).get(BASE + absent)));
        });
    }

    @Test
    void shouldNotActForUnitsOutsideTheScope() {
        // Given
        long before = Database.count("select count(*) from classes");

        // When
        var decision = TestPlan.post(Callers.of(City.DISTRICT, "training-planner"), TestPlan.DECISIONS, newDecision());
        var above = TestPlan.post(Callers.district(), TestPlan.CLASSES, plan.newClass("C-1", 1, 1));
        var beside = TestPlan.post(
                Callers.of(City.OTHER_DISTRICT, "training-organiser"), TestPlan.CLASSES, plan.newClass("D-1", 1, 1));
        var fromBelow = TestPlan.post(
                Callers.of(City.WARD, "training-organiser"), TestPlan.CLASSES, plan.newClass("D-1", 1, 1));

        // Then
        for (var answer : java.util.List.of(decision, above, beside, fromBelow)) {
            answer.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        }
        assertThat(Database.count("select count(*) from classes")).isEqualTo(before);
    }

    /** A need of an officer of the department. */
    private static synchronized String need() {
        if (need == null) {
            var officer = City.officer(City.DEPARTMENT);
            Rating.ofYear(officer, 2025, "D").told();
            need = String.valueOf(Database.query("select id from training_needs where officer_id = ?", officer)
                    .getFirst()
                    .get("id"));
        }
        return need;
    }

    private String openClass(String line) {
        return TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass(line, 1, 1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, ?> newDecision() {
        // No test makes a plan of this year.
        return TestPlan.decision(2000, TestPlan.block("C", "CITY_BUDGET", 1, "ASSIGNED", TestPlan.line("C-1", 1, 1)));
    }

    private static Response tryOut(RequestSpecification who, String path, Object body) {
        return who.queryParam("validateOnly", "true").body(body).post(path);
    }

    private static Response endLetter(RequestSpecification who, String action) {
        return TestPlan.post(
                who, BASE + "ops/dead-letters/" + NONE + "/actions/" + action, Map.of("reason", "Kiểm tra"));
    }

    /** What a refusal says, without what differs from request to request. */
    private static Map<String, ?> told(Response refused) {
        refused.then().contentType("application/problem+json");
        Map<String, ?> body = new LinkedHashMap<>(refused.as(Json.class).<String, Object>getMap(""));
        body.remove("instance");
        body.remove("traceId");
        return body;
    }

    private static void unauthenticated(String what, Response response) {
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        response.then()
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(at("code", equalTo("auth.unauthenticated")));
    }
}
