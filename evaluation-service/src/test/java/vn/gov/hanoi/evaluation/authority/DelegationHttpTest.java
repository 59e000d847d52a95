package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class DelegationHttpTest {
    private Units.Unit department;
    private Units.Unit division;
    private String editor;
    private JsonPath head;
    private JsonPath deputy;

    @BeforeEach
    void makeDepartment() {
        department = Units.department();
        division = Units.unit("DIVISION", department);
        editor = Units.editor(department);
        head = Delegations.head(editor, department, "Nguyễn Văn Trưởng", "2020-01-01");
        deputy = Officers.officer(editor, division, "Trần Thị Phó");
    }

    @Test
    void shouldRecordADelegationWithLocationTagAndAuditAndTellNothing() {
        // Given
        var events = Database.count("select count(*) from event_sequences");

        // When
        var created = Delegations.post(editor, Delegations.request(head, deputy, division));

        // Then
        var id = created.jsonPath().getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Delegations.PATH + "/" + id)
                .header("ETag", "\"1\"")
                .body("fromOfficer.fullName", equalTo("Nguyễn Văn Trưởng"))
                .body("toOfficer.id", equalTo(deputy.getString("id")))
                .body("unit.code", equalTo(division.code()))
                .body("actions", equalTo(List.of("DECIDE", "SCORE")))
                .body("decision", equalTo(Officers.DECISION))
                .body("version", equalTo(1));
        assertThat(Database.query(
                        "select action, subject from audit_entries where resource_id = ?", UUID.fromString(id)))
                .containsExactly(
                        Map.of("action", "delegation.create", "subject", "person-editor-" + department.code()));
        assertThat(Database.count("select count(*) from event_sequences")).isEqualTo(events);
    }

    @Test
    void shouldReplayTheSameRequestWithoutASecondEffect() {
        // Given
        var key = Api.key();
        var request = Delegations.request(head, deputy, division);
        var first = Api.as(editor).header("Idempotency-Key", key).body(request).post(Delegations.PATH);

        // When
        var second = Api.as(editor).header("Idempotency-Key", key).body(request).post(Delegations.PATH);

        // Then
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.count(
                        "select count(*) from delegations where to_officer_id = ?",
                        UUID.fromString(deputy.getString("id"))))
                .isEqualTo(1);
    }

    @Test
    void shouldTryOutWithoutEffect() {
        // When
        var tried = Api.as(editor)
                .body(Delegations.request(head, deputy, division))
                .post(Delegations.PATH + "?validateOnly=true");

        // Then
        tried.then().statusCode(200).body("valid", equalTo(true));
        assertThat(Database.count(
                        "select count(*) from delegations where to_officer_id = ?",
                        UUID.fromString(deputy.getString("id"))))
                .isZero();
    }

    @Test
    void shouldListByOfficerAndUnitOnTheDayInPages() {
        // Given
        var first = Delegations.created(editor, Delegations.request(head, deputy, division));
        var later = Delegations.request(head, deputy, department);
        later.put("validFrom", "2026-02-01");
        var second = Delegations.created(editor, later);
        var reader = Units.reader(department);

        // When
        var all = Api.as(reader)
                .queryParams("officerId", deputy.getString("id"), "asOf", "2026-03-01", "limit", 1, "count", true)
                .get(Delegations.PATH);
        var rest = Api.as(reader)
                .queryParams("officerId", deputy.getString("id"), "asOf", "2026-03-01", "limit", 1, "count", true)
                .queryParam("cursor", all.jsonPath().getString("page.next"))
                .get(Delegations.PATH);
        var ofUnit = Api.as(reader)
                .queryParams("unitId", department.id(), "asOf", "2026-03-01")
                .get(Delegations.PATH);
        var before = Api.as(reader).queryParams("asOf", "2025-12-31").get(Delegations.PATH);

        // Then
        all.then().body("items.id", equalTo(List.of(first.getString("id")))).body("page.count", equalTo(2));
        rest.then().body("items.id", equalTo(List.of(second.getString("id")))).body("page.next", nullValue());
        ofUnit.then().body("items.id", equalTo(List.of(second.getString("id"))));
        before.then().body("items", hasSize(0));
    }

    @Test
    void shouldRevokeOnceOnTheVersionAtHandAndKeepWhatWasKnown() {
        // Given
        var created = Delegations.created(editor, Delegations.request(head, deputy, division));
        var path = Delegations.PATH + "/" + created.getString("id");
        var known = created.getString("time.knownAt");

        // When
        var bare = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("effectiveOn", "2026-06-01", "reason", Officers.REASON))
                .post(path + "/actions/revoke");
        var outside = Delegations.revoke(editor, created, "2027-06-01");
        var revoked = Delegations.revoke(editor, created, "2026-06-01");
        var again = Delegations.revoke(editor, created, "2026-05-01");

        // Then
        bare.then().statusCode(428).body("code", equalTo("precondition.required"));
        outside.then().statusCode(422).body("code", equalTo("delegation.not-in-force"));
        revoked.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("validTo", equalTo("2026-06-01"))
                .body("version", equalTo(2));
        again.then().statusCode(412).body("code", equalTo("precondition.failed"));
        var reader = Units.reader(department);
        Api.as(reader)
                .queryParam("asOf", "2026-06-01")
                .get(path)
                .then()
                .header("ETag", "\"2\"")
                .body("status", equalTo("REVOKED"));
        Api.as(reader)
                .queryParams("asOf", "2026-06-01", "knownAt", known)
                .get(path)
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("validTo", equalTo("2026-12-31"));
        Delegations.explain(reader, deputy, division, "SCORE", "2026-05-31")
                .then()
                .body("allowed", equalTo(true));
        Delegations.explain(reader, deputy, division, "SCORE", "2026-06-01")
                .then()
                .body("allowed", equalTo(false));
    }

    @Test
    void shouldRevokeBeforeItBegan() {
        // Given
        var created = Delegations.created(editor, Delegations.request(head, deputy, division));

        // When
        var revoked = Delegations.revoke(editor, created, "2026-01-01");

        // Then
        revoked.then().statusCode(200).body("status", equalTo("REVOKED"));
        Delegations.explain(editor, deputy, division, "SCORE", "2026-01-01")
                .then()
                .body("allowed", equalTo(false));
    }

    @Test
    void shouldRefuseADelegateOfADelegateUnlessTheOrderAllowsIt() {
        // Given
        var third = Officers.officer(editor, division, "Lê Ba");
        var closed = Delegations.created(editor, Delegations.request(head, deputy, department));
        var onward = Delegations.request(deputy, third, division);
        onward.put("parentId", closed.getString("id"));
        var open = Delegations.request(head, deputy, department);
        open.put("mayRedelegate", true);

        // When
        var refused = Delegations.post(editor, onward);
        onward.put("parentId", Delegations.created(editor, open).getString("id"));
        var created = Delegations.post(editor, onward);
        onward.put("actions", List.of("PUBLISH"));
        var beyond = Delegations.post(editor, onward);
        onward.put("actions", List.of("SCORE"));
        onward.put("validTo", "2027-01-01");
        var longer = Delegations.post(editor, onward);

        // Then
        refused.then().statusCode(422).body("code", equalTo("delegation.not-delegable"));
        created.then().statusCode(201);
        beyond.then()
                .statusCode(422)
                .body("code", equalTo("delegation.giver-without-authority"))
                .body("args.action", equalTo("PUBLISH"));
        longer.then()
                .statusCode(422)
                .body("code", equalTo("delegation.exceeds-parent"))
                .body("errors[0].pointer", equalTo("/validTo"));
        Delegations.explain(editor, third, division, "SCORE", "2026-03-01")
                .then()
                .body("allowed", equalTo(true))
                .body("reasons[0].kind", equalTo("DELEGATED"))
                .body("reasons[0].forOfficer.fullName", equalTo("Trần Thị Phó"))
                .body("reasons[0].because.forOfficer.fullName", equalTo("Nguyễn Văn Trưởng"))
                .body("reasons[0].because.because.kind", equalTo("HEAD_OF"))
                .body("reasons[0].because.because.assignmentId", notNullValue());
        Delegations.explain(editor, third, department, "SCORE", "2026-03-01")
                .then()
                .body("allowed", equalTo(false))
                .body("blockedBy[0].code", equalTo("authority.missing"));
    }

    @Test
    void shouldAcceptALongOneOnlyIfTheOrderSaysSo() {
        // Given
        var request = Delegations.request(head, deputy, division);
        request.put("validTo", "2028-01-01");

        // When
        var tooLong = Delegations.post(editor, request);
        request.put("longestDays", 730);
        var allowed = Delegations.post(editor, request);

        // Then
        tooLong.then().statusCode(422).body("args.longestDays", equalTo(366));
        allowed.then().statusCode(201);
    }

    @Test
    void shouldRefuseWhatLiesOutsideTheScope() {
        // Given
        var other = Units.department();
        var stranger = Officers.officer(Units.editor(other), other, "Lê Khác");
        var foreignUnit = Delegations.request(head, deputy, other);
        var foreignGiver = Delegations.request(stranger, deputy, division);
        var foreignReceiver = Delegations.request(head, stranger, division);
        var created = Delegations.created(editor, Delegations.request(head, deputy, division));

        // When
        var unit = Delegations.post(editor, foreignUnit);
        var giver = Delegations.post(editor, foreignGiver);
        var receiver = Delegations.post(editor, foreignReceiver);
        var read = Api.as(Units.reader(other)).get(Delegations.PATH + "/" + created.getString("id"));
        var revoked = Delegations.revoke(Units.editor(other), created, "2026-06-01");

        // Then
        unit.then().statusCode(403).body("code", equalTo("scope.outside"));
        giver.then().statusCode(422).body("errors[0].pointer", equalTo("/fromOfficerId"));
        receiver.then().statusCode(422).body("errors[0].pointer", equalTo("/toOfficerId"));
        read.then().statusCode(404).body("code", equalTo("resource.not-found"));
        revoked.then().statusCode(404).body("code", equalTo("resource.not-found"));
    }
}
