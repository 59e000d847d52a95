package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

/** Who may do what with degrees, commitments and compensation, and of which units. */
@QuarkusTest
@WithStack
class DegreeSecurityTest {
    private static final List<String> READERS = List.of("training-planner", "degree-approver", "degree-reader");
    private static final List<String> PLANNER = List.of("training-planner");
    private static final List<String> APPROVER = List.of("degree-approver");

    /** Roles by operation. */
    static final Map<String, List<String>> PERMISSIONS = Map.ofEntries(
            Map.entry("listDegreeTrainings", READERS),
            Map.entry("getDegreeTraining", READERS),
            Map.entry("createDegreeTraining", PLANNER),
            Map.entry("approveDegreeTraining", APPROVER),
            Map.entry("rejectDegreeTraining", APPROVER),
            Map.entry("withdrawDegreeTraining", PLANNER),
            Map.entry("applyDegreeTraining", PLANNER),
            Map.entry("closeDegreeTraining", PLANNER),
            Map.entry("commitDegreeTraining", PLANNER),
            Map.entry("listServiceCommitments", READERS),
            Map.entry("getServiceCommitment", READERS),
            Map.entry("listCompensations", READERS),
            Map.entry("getCompensation", READERS),
            Map.entry("createCompensation", PLANNER),
            Map.entry("createCompensationPayment", PLANNER),
            Map.entry("decideCompensation", APPROVER),
            Map.entry("releaseCompensation", APPROVER),
            Map.entry("cancelCompensation", APPROVER));

    private static final List<String> ROLES = List.of(
            "training-reader",
            "training-planner",
            "training-organiser",
            "degree-approver",
            "degree-reader",
            "directory-reader",
            "evaluation-reader",
            "selection-organiser",
            "operator",
            "auditor",
            "none");

    private UUID officer;
    private TestDegree training;
    private String report;

    @BeforeEach
    void sendSomebody() {
        officer = TestDegree.officer(City.WARD);
        training = TestDegree.completed(officer);
        report = training.reported(LocalDate.of(2025, 9, 1));
    }

    /** Every operation; acts with a body that is no more than well-formed, so that who may act is told by what comes after. */
    private Map<String, Function<RequestSpecification, Response>> operations() {
        var all = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        all.put("listDegreeTrainings", who -> who.get(TestDegree.TRAININGS));
        all.put("getDegreeTraining", who -> who.get(trainingPath()));
        all.put(
                "createDegreeTraining",
                who -> TestPlan.post(who, TestDegree.TRAININGS, TestDegree.request(officer, TestDegree.SENT)));
        all.put("approveDegreeTraining", act(trainingPath(), "approve", TestDegree.approval()));
        all.put("rejectDegreeTraining", act(trainingPath(), "reject", reason()));
        all.put("withdrawDegreeTraining", act(trainingPath(), "withdraw", reason()));
        all.put(
                "applyDegreeTraining",
                act(
                        trainingPath(),
                        "apply",
                        Map.of("sentOn", "2022-09-01", "commitment", TestDegree.document(TestDegree.SENT))));
        all.put("closeDegreeTraining", act(trainingPath(), "close", TestDegree.completion(TestDegree.ENDED)));
        all.put(
                "commitDegreeTraining",
                act(trainingPath(), "commit", Map.of("data", Map.of("accountId", UUID.randomUUID(), "amountVnd", 1))));
        all.put("listServiceCommitments", who -> who.get(TestDegree.COMMITMENTS));
        all.put("getServiceCommitment", who -> who.get(TestDegree.COMMITMENTS + "/" + training.commitmentId()));
        all.put("listCompensations", who -> who.get(TestDegree.CASES));
        all.put("getCompensation", who -> who.get(report));
        all.put(
                "createCompensation",
                who -> TestPlan.post(who, TestDegree.CASES, training.left(LocalDate.of(2025, 9, 1))));
        all.put(
                "createCompensationPayment",
                who -> TestPlan.post(
                        who,
                        report + "/payments",
                        Map.of("paidOn", "2025-09-01", "amountVnd", 1, "reference", "GNT-1")));
        all.put("decideCompensation", act(report, "decide", TestDegree.verdict(TestDegree.ENDED, null)));
        all.put("releaseCompensation", act(report, "release", release()));
        all.put("cancelCompensation", act(report, "cancel", reason()));
        return all;
    }

    private String trainingPath() {
        return TestDegree.TRAININGS + "/" + training.id();
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", TestDegree.reason("OTHER"));
    }

    private static Map<String, Object> release() {
        var day = TestDegree.ENDED;
        return Map.of(
                "ground", "ILLNESS",
                "certificate", TestDegree.document(day),
                "council", TestDegree.council(day),
                "decision", TestDegree.decision(day.toString()));
    }

    /** Of a version that nobody has, so that nothing is ever changed. */
    private static Function<RequestSpecification, Response> act(String record, String verb, Map<String, ?> body) {
        return who -> TestPlan.post(who.header("If-Match", "\"77\""), record + "/actions/" + verb, body);
    }

    @Test
    void shouldGiveEachRoleItsOperationsOnly() {
        var operations = operations();
        assertThat(operations.keySet()).isEqualTo(PERMISSIONS.keySet());
        for (var role : ROLES) {
            operations.forEach((name, call) -> {
                // When
                var answer = call.apply(Callers.of(City.CITY, role));

                // Then
                boolean missing = answer.statusCode() == 403
                        && "auth.role-missing"
                                .equals(Api.json(answer).path("code").asText());
                assertThat(!missing)
                        .as(name + " by " + role + ": " + answer.statusCode())
                        .isEqualTo(Objects.requireNonNull(PERMISSIONS.get(name)).contains(role));
            });
        }
    }

    @Test
    void shouldTellNothingToOtherUnits() {
        // Given
        var absent = UUID.randomUUID().toString();
        var roles = new String[] {"training-planner", "degree-approver", "degree-reader"};

        // Then
        operations().forEach((name, call) -> {
            var answer = call.apply(Callers.of(City.OTHER_DISTRICT, roles));
            var text = answer.asString();
            switch (name) {
                case "listDegreeTrainings", "listServiceCommitments", "listCompensations" ->
                    assertThat(text).doesNotContain(officer.toString());
                case "createDegreeTraining" ->
                    answer.then().statusCode(422).body(at("code", equalTo("training.officer-unknown")));
                case "createCompensation" ->
                    answer.then().statusCode(422).body(at("code", equalTo("training.service-commitment-unknown")));
                default -> {
                    answer.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
                    assertThat(text).doesNotContain(TestOfficers.code(officer));
                }
            }
        });
        Callers.of(City.OTHER_DISTRICT, roles)
                .get(TestDegree.CASES + "/" + absent)
                .then()
                .statusCode(404);
        for (var unit : List.of(City.WARD, City.DISTRICT)) {
            Callers.of(unit, "degree-reader").get(report).then().statusCode(200);
        }
    }

    @Test
    void shouldLetNobodyHaveAPartInTheOwnCase() {
        // Given
        var self = Tokens.user("themselves")
                .unit("H26")
                .officer(TestOfficers.code(officer))
                .roles("training-planner", "degree-approver")
                .token();
        var both = Tokens.user("degree.planner")
                .unit("H26")
                .roles("training-planner", "degree-approver")
                .token();
        var next = TestDegree.officer(City.WARD);
        var proposal = TestDegree.proposed(next);

        // Then
        ownAct(TestDegree.act(Api.as(self), report, "decide", TestDegree.verdict(TestDegree.today(), null)));
        ownAct(TestDegree.act(Api.as(self), report, "cancel", reason()));
        ownAct(TestDegree.pay(Api.as(self), report, LocalDate.of(2025, 9, 1), 1, "GNT-1"));
        ownAct(TestPlan.post(Api.as(self), TestDegree.CASES, training.left(LocalDate.of(2025, 9, 1))));
        ownAct(training.act(Api.as(self), "close", TestDegree.completion(TestDegree.ENDED)));
        ownAct(TestPlan.post(
                Api.as(self), TestDegree.TRAININGS, TestDegree.request(officer, LocalDate.of(2026, 9, 1))));
        ownAct(TestDegree.act(Api.as(both), report, "release", release()));
        ownAct(proposal.act(Api.as(both), "approve", TestDegree.approval()));
        ownAct(proposal.act(Api.as(both), "reject", reason()));
        assertThat(proposal.view().getString("state")).isEqualTo("PROPOSED");
        assertThat(Database.count(
                        "select count(*) from compensations where officer_id = ? and state <> 'OPEN'", officer))
                .isZero();
    }

    @Test
    void shouldNotLetTheRunTimeRoleRewriteWhatWasPaid() {
        assertThat(
                        Database.query(
                                "select privilege_type from information_schema.role_table_grants where table_name in ('compensation_payments', 'compensation_instalments') and grantee = 'training_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')"))
                .isEmpty();
    }

    private static void ownAct(Response answer) {
        answer.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
    }
}
