package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.Delivery.act;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;
import vn.gov.hanoi.training.support.TestPlan;

/** Issuing certificates and what becomes of them. */
@QuarkusTest
@WithStack
class CertificateTest {
    private Delivery delivery;

    @BeforeEach
    void deliver() {
        delivery = new Delivery(City.DEPARTMENT);
    }

    @Test
    void shouldIssueWhatTheEnrolmentAndTheDecisionSay() {
        // Given
        var enrolment = delivery.passed();

        // When
        var made = Delivery.created(Delivery.request(enrolment, City.CITY));

        // Then
        assertThat(made.getString("number")).matches("HN\\d\\d(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(made.getString("state")).isEqualTo("ISSUED");
        assertThat(made.getString("enrolmentId")).isEqualTo(enrolment.toString());
        assertThat(made.getString("unit.code")).isEqualTo("H26");
        assertThat(made.getString("issuedOn")).isEqualTo(Delivery.today());
        assertThat(made.getString("expiresOn")).isNull();
        assertThat(made.getString("acts[0].act")).isEqualTo("ISSUE");
        assertThat(made.getList("_actions.name")).containsExactly("revoke", "suspend", "restore");
        assertThat(made.getList("_actions.enabled")).containsExactly(true, true, false);
        assertThat(made.getString("_actions[2].blockedBy[0].code")).isEqualTo("training.certificate-state");
        certifier(City.CITY)
                .get(Delivery.PATH + "/" + made.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(Database.query(
                                "select action, details::text as details from audit_entries where resource_id = ?",
                                UUID.fromString(made.getString("id")))
                        .toString())
                .contains("certificate.issue", "112/QĐ-MẪU")
                .doesNotContain("Nguyễn");
    }

    @Test
    void shouldIssueOnceAndAgainOnlyInPlaceOfTheRevokedOne() {
        // Given
        var request = Delivery.request(delivery.passed(), City.CITY);
        var first = Delivery.created(request);

        // When
        refused(request, 409, "training.certificate-exists", "/enrolmentId");
        act(certifier(City.CITY), first, "revoke", "\"1\"", "CONTENT_WRONG")
                .then()
                .statusCode(200);
        refused(request, 422, "training.certificate-replaces-differs", "/replacesId");
        request.put("replacesId", delivery.issued().getString("id"));
        refused(request, 422, "training.certificate-replaces-differs", "/replacesId");
        request.put("replacesId", first.getString("id"));
        var second = Delivery.created(request);

        // Then
        assertThat(second.getString("replacesId")).isEqualTo(first.getString("id"));
        var old = shown(first);
        assertThat(old.getString("replacedById")).isEqualTo(second.getString("id"));
        assertThat(old.getList("acts.act")).containsExactly("ISSUE", "REVOKE");
        assertThat(old.getList("_actions.enabled")).containsExactly(false, false, false);
        var page = everybodySees(second);
        assertThat(page.getString("content.replaces")).isEqualTo(first.getString("number"));
        assertThat(everybodySees(first).getString("replacedBy")).isEqualTo(second.getString("number"));
        refused(request, 409, "training.certificate-exists", "/enrolmentId");
    }

    @Test
    void shouldRefuseWhatTheClassDoesNotCarry() {
        // Given
        var failed = Delivery.request(delivery.enrolment("ABSENT", "CB1"), City.CITY);
        var early = Delivery.request(delivery.passed(), City.CITY);
        early.put("decision", Delivery.decision(City.CITY, "2026-05-14"));
        var late = Delivery.request(delivery.passed(), City.CITY);
        late.put("decision", Delivery.decision(City.CITY, "2999-01-01"));
        var unknown = Delivery.request(UUID.randomUUID(), City.CITY);

        // Then
        refused(failed, 422, "training.certificate-not-passed", "/enrolmentId");
        refused(early, 422, "training.certificate-decision-day", "/decision/signedOn");
        refused(late, 422, "training.certificate-decision-day", "/decision/signedOn");
        refused(unknown, 422, "training.certificate-enrolment-unknown", "/enrolmentId");
        assertThat(Database.count("select count(*) from certificates where class_id = ?", delivery.classId()))
                .isZero();
    }

    @Test
    void shouldLetNobodyCertifyTheOwnCourse() {
        // Given
        var code = "CB" + UUID.randomUUID();
        var request = Delivery.request(delivery.enrolment("PASSED", code), City.CITY);
        var holder = certifier(City.CITY, code);
        var made = Delivery.created(request);

        // When
        var again = TestPlan.post(
                certifier(City.CITY, code),
                Delivery.PATH,
                Delivery.request(delivery.enrolment("PASSED", code), City.CITY));
        var revoked = act(holder, made, "revoke", "\"1\"", "FRAUD");

        // Then
        for (var answer : List.of(again, revoked)) {
            answer.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        }
        var seen = certifier(City.CITY, code)
                .get(Delivery.PATH + "/" + made.getString("id"))
                .as(Json.class);
        assertThat(seen.getList("_actions.enabled")).containsExactly(false, false, false);
    }

    @Test
    void shouldSuspendRestoreAndRevokeWithReasonAndDecision() {
        // Given
        var made = delivery.issued();

        // When
        var suspended = act(certifier(City.CITY), made, "suspend", "\"1\"", "COMPLAINT");
        var stale = act(certifier(City.CITY), made, "restore", "\"1\"", "CLEARED");
        var restored = act(certifier(City.CITY), made, "restore", "\"2\"", "CLEARED");
        var wrongReason = act(certifier(City.CITY), made, "revoke", "\"3\"", "COMPLAINT");
        var revoked = act(certifier(City.CITY), made, "revoke", "\"3\"", "FRAUD");
        var again = act(certifier(City.CITY), made, "restore", "\"4\"", "CLEARED");

        // Then
        suspended.then().statusCode(200).header("ETag", "\"2\"").body(at("reasonCode", equalTo("COMPLAINT")));
        stale.then().statusCode(412);
        restored.then().statusCode(200).body(at("state", equalTo("ISSUED")));
        assertThat(restored.as(Json.class).getString("reasonCode")).isNull();
        wrongReason
                .then()
                .statusCode(422)
                .body(at("code", equalTo("training.certificate-reason-unknown")))
                .body(at("errors[0].pointer", equalTo("/reason/code")));
        revoked.then().statusCode(200).body(at("state", equalTo("REVOKED")));
        again.then().statusCode(409).body(at("code", equalTo("training.certificate-state")));
        var acts = shown(made);
        assertThat(acts.getList("acts.act")).containsExactly("ISSUE", "SUSPEND", "RESTORE", "REVOKE");
        assertThat(acts.getString("acts[3].reasonText")).isEqualTo("Theo kết quả xác minh");
        certifier(City.CITY)
                .header("Idempotency-Key", Api.key())
                .body(Delivery.act("FRAUD"))
                .post(Delivery.PATH + "/" + made.getString("id") + "/actions/revoke")
                .then()
                .statusCode(428);
    }

    @Test
    void shouldRepeatAnAnswerAndKeepNothingOfATrial() {
        // Given
        var request = Delivery.request(delivery.passed(), City.CITY);
        var key = Api.key();

        // When
        var tried = certifier(City.CITY)
                .queryParam("validateOnly", "true")
                .body(request)
                .post(Delivery.PATH);
        long afterTrial = count();
        var first = certifier(City.CITY)
                .header("Idempotency-Key", key)
                .body(request)
                .post(Delivery.PATH);
        var second = certifier(City.CITY)
                .header("Idempotency-Key", key)
                .body(request)
                .post(Delivery.PATH);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(afterTrial).isZero();
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void shouldIssueForAWholeClassAndOnlyOnce() {
        // Given
        var own = "CB" + UUID.randomUUID();
        delivery.passed();
        delivery.passed();
        delivery.enrolment("FAILED", "CB2");
        delivery.enrolment("PASSED", own);
        var request = new HashMap<String, Object>(
                Map.of("classId", delivery.classId(), "decision", Delivery.decision(City.CITY, Delivery.SIGNED_ON)));
        var atomic = new HashMap<>(request);
        atomic.put("atomic", true);
        var path = Delivery.PATH + "/actions/issue";

        // When
        var none = TestPlan.post(certifier(City.CITY, own), path, atomic).as(Json.class);
        var some = TestPlan.post(certifier(City.CITY, own), path, request).as(Json.class);
        var rest = TestPlan.post(certifier(City.CITY), path, request).as(Json.class);
        var nobody = TestPlan.post(certifier(City.CITY), path, request);

        // Then
        assertThat(none.getList("results.status")).containsExactlyInAnyOrder(424, 424, 403);
        assertThat(some.getList("results.status")).containsExactlyInAnyOrder(201, 201, 403);
        assertThat(rest.getInt("summary.succeeded")).isEqualTo(1);
        nobody.then().statusCode(422).body(at("code", equalTo("training.certificate-class-empty")));
        assertThat(count()).isEqualTo(3);
        assertThat(Database.count(
                        "select count(distinct number) from certificates where class_id = ?", delivery.classId()))
                .isEqualTo(3);
    }

    @Test
    void shouldGiveTheTermThatTheRulesGive() {
        // Given
        var enrolment = delivery.teaching("FOREIGN_LANGUAGES").passed();

        // When
        var made = Delivery.created(Delivery.request(enrolment, City.CITY));

        // Then
        assertThat(made.getString("expiresOn"))
                .isEqualTo(java.time.LocalDate.parse(Delivery.today())
                        .plusMonths(24)
                        .toString());
    }

    @Test
    void shouldRecordOldCertificatesHonestly() {
        // Given
        var officer = City.officer(City.WARD);
        var code = "CB" + officer.toString().substring(0, 8);
        var number = officer.toString().substring(0, 4) + "/2015/CC-ĐTBD";
        var rows = List.of(
                row("1", code, number, "2015-06-30", null),
                row("2", code, number, "2015-06-30", null),
                row("3", "CB-UNKNOWN", "9", "2015-06-30", null),
                row("4", code, "10", "2999-06-30", null),
                row("5", code, "11", "2015-06-30", "2015-06-30"));

        // When
        var answer =
                TestPlan.post(certifier(City.DISTRICT), Delivery.PATH + "/bulk", Map.of("atomic", false, "rows", rows));
        var again =
                TestPlan.post(certifier(City.DISTRICT), Delivery.PATH + "/bulk", Map.of("rows", rows.subList(0, 1)));
        var elsewhere = TestPlan.post(
                certifier(City.OTHER_DISTRICT), Delivery.PATH + "/bulk", Map.of("rows", rows.subList(0, 1)));

        // Then
        var results = answer.then().statusCode(207).extract().as(Json.class);
        assertThat(results.getList("results.status")).containsExactly(201, 409, 422, 422, 422);
        assertThat(results.getList("results.problem.code"))
                .containsExactly(
                        "training.legacy-number-exists",
                        "training.certificate-officer-unknown",
                        "training.certificate-days",
                        "training.certificate-days");
        assertThat(again.as(Json.class).getInt("results[0].status")).isEqualTo(409);
        assertThat(elsewhere.as(Json.class).getString("results[0].problem.code"))
                .isEqualTo("training.certificate-officer-unknown");
        var found = Callers.of(City.WARD, "training-reader")
                .queryParam("legacyNumber", number)
                .get(Delivery.PATH)
                .as(Json.class);
        assertThat(found.getInt("items.size()")).isEqualTo(1);
        assertThat(found.getString("items[0].state")).isEqualTo("LEGACY");
        assertThat(found.getString("items[0].legacy.number")).isEqualTo(number);
        certifier(City.CITY)
                .get(Delivery.PATH + "/" + found.getString("items[0].id") + "/paper")
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.certificate-not-signed")));
        var page =
                Delivery.everybody().get(found.getString("items[0].publicHref")).as(Json.class);
        assertThat(page.getString("state")).isEqualTo("LEGACY");
        assertThat(page.getString("legacy.issuer")).isEqualTo("Trường Lê Hồng Phong");
        assertThat(page.getString("content")).isNull();
        Delivery.everybody().get(Delivery.PUBLIC + "/" + "10").then().statusCode(404);
    }

    @Test
    void shouldListByWhatIsAskedAndWithinTheScopeOnly() {
        // Given
        var first = delivery.issued();
        var second = delivery.issued();

        // Then
        assertThat(listed("classId", delivery.classId().toString()))
                .containsExactly(second.getString("id"), first.getString("id"));
        assertThat(listed("number", first.getString("number"))).containsExactly(first.getString("id"));
        assertThat(listed("officerId", second.getString("holder.id"))).containsExactly(second.getString("id"));
        assertThat(certifier(City.DISTRICT)
                        .queryParam("classId", delivery.classId())
                        .get(Delivery.PATH)
                        .as(Json.class)
                        .getInt("items.size()"))
                .isZero();
        Map.of("state", "LOST", "number", "\u202e", "officerId", "me", "classId", "here", "cursor", "abc")
                .forEach((name, value) -> certifier(City.CITY)
                        .queryParam(name, value)
                        .get(Delivery.PATH)
                        .then()
                        .statusCode(400)
                        .body(at("errors[0].parameter", equalTo(name))));
    }

    @Test
    void shouldActForUnitsOfTheScopeOnly() {
        // Given
        var byCity = delivery.issued();
        var ofDistrict = new Delivery(City.DISTRICT);

        // When
        var asCity = TestPlan.post(
                certifier(City.DISTRICT), Delivery.PATH, Delivery.request(ofDistrict.passed(), City.CITY));
        var ofOthers = TestPlan.post(
                certifier(City.DISTRICT), Delivery.PATH, Delivery.request(delivery.passed(), City.DISTRICT));
        var unseen = act(certifier(City.DISTRICT), byCity, "revoke", "\"1\"", "FRAUD");
        var own = TestPlan.post(
                certifier(City.DISTRICT), Delivery.PATH, Delivery.request(ofDistrict.passed(), City.DISTRICT));

        // Then
        asCity.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        ofOthers.then().statusCode(422).body(at("code", equalTo("training.certificate-enrolment-unknown")));
        unseen.then().statusCode(404);
        own.then().statusCode(201).body(at("unit.code", equalTo(City.DISTRICT.code())));
    }

    @Test
    void shouldLetAUnitReadButNotRevokeWhatOthersIssuedToItsOfficers() {
        // Given
        var officer = City.officer(City.WARD);
        var made = delivery.issued();
        Database.execute(
                "update certificates set officer_id = ? where id = ?", officer, UUID.fromString(made.getString("id")));

        // When
        var seen = certifier(City.WARD)
                .get(Delivery.PATH + "/" + made.getString("id"))
                .as(Json.class);
        var revoked = act(certifier(City.WARD), made, "revoke", "\"1\"", "FRAUD");

        // Then
        assertThat(seen.getString("_actions[0].blockedBy[0].code")).isEqualTo("scope.outside");
        revoked.then().statusCode(403).body(at("code", equalTo("scope.outside")));
    }

    private static Map<String, @Nullable Object> row(
            String name, String officerCode, String number, String issuedOn, @Nullable String expiresOn) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("officerCode", officerCode);
        body.put("number", number);
        body.put("issuer", "Trường Lê Hồng Phong");
        body.put("holderName", "Nguyễn Thị Mẫu");
        body.put("courseTitle", "Bồi dưỡng ngạch chuyên viên");
        body.put("issuedOn", issuedOn);
        body.put("expiresOn", expiresOn);
        return new HashMap<>(Map.of("rowId", name, "op", "CREATE", "body", body));
    }

    private long count() {
        return Database.count("select count(*) from certificates where class_id = ?", delivery.classId());
    }

    private static List<String> listed(String filter, String value) {
        return certifier(City.CITY)
                .queryParam(filter, value)
                .get(Delivery.PATH)
                .as(Json.class)
                .getList("items.id");
    }

    private static Json shown(Json made) {
        return certifier(City.CITY)
                .get(Delivery.PATH + "/" + made.getString("id"))
                .as(Json.class);
    }

    private static Json everybodySees(Json made) {
        Response answer = Delivery.everybody().get(Delivery.PUBLIC + "/" + made.getString("number"));
        answer.then().statusCode(200);
        return answer.as(Json.class);
    }

    private static void refused(Map<String, @Nullable Object> request, int status, String code, String pointer) {
        TestPlan.post(certifier(City.CITY), Delivery.PATH, request)
                .then()
                .statusCode(status)
                .body(at("code", equalTo(code)))
                .body(at("errors[0].pointer", equalTo(pointer)));
    }
}
