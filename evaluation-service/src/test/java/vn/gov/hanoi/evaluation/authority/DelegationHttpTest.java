package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
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
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class DelegationHttpTest {
    private Units.Unit department;
    private Units.Unit division;
    private String editor;
    private Json head;
    private Json deputy;

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
        var id = created.as(Json.class).getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Delegations.PATH + "/" + id)
                .header("ETag", "\"1\"")
                .body(at("fromOfficer.fullName", equalTo("Nguyễn Văn Trưởng")))
                .body(at("toOfficer.id", equalTo(deputy.getString("id"))))
                .body(at("unit.code", equalTo(division.code())))
                .body(at("actions", equalTo(List.of("DECIDE", "SCORE"))))
                .body(at("decision", equalTo(Officers.DECISION)))
                .body(at("version", equalTo(1)));
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
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
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
                .queryParam("cursor", all.as(Json.class).getString("page.next"))
                .get(Delegations.PATH);
        var ofUnit = Api.as(reader)
                .queryParams("unitId", department.id(), "asOf", "2026-03-01")
                .get(Delegations.PATH);
        var before = Api.as(reader).queryParams("asOf", "2025-12-31").get(Delegations.PATH);

        // Then
        all.then().body(at("items.id", equalTo(List.of(first.getString("id"))))).body(at("page.count", equalTo(2)));
        rest.then()
                .body(at("items.id", equalTo(List.of(second.getString("id")))))
                .body(at("page.next", nullValue()));
        ofUnit.then().body(at("items.id", equalTo(List.of(second.getString("id")))));
        before.then().body(at("items", hasSize(0)));
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
        bare.then().statusCode(428).body(at("code", equalTo("precondition.required")));
        outside.then().statusCode(422).body(at("code", equalTo("delegation.not-in-force")));
        revoked.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("validTo", equalTo("2026-06-01")))
                .body(at("version", equalTo(2)));
        again.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        var reader = Units.reader(department);
        Api.as(reader)
                .queryParam("asOf", "2026-06-01")
                .get(path)
                .then()
                .header("ETag", "\"2\"")
                .body(at("status", equalTo("REVOKED")));
        Api.as(reader)
                .queryParams("asOf", "2026-06-01", "knownAt", known)
                .get(path)
                .then()
                .body(at("status", equalTo("IN_FORCE")))
                .body(at("validTo", equalTo("2026-12-31")));
        Delegations.explain(reader, deputy, division, "SCORE", "2026-05-31")
                .then()
                .body(at("allowed", equalTo(true)));
        Delegations.explain(reader, deputy, division, "SCORE", "2026-06-01")
                .then()
                .body(at("allowed", equalTo(false)));
    }

    @Test
    void shouldRevokeBeforeItBegan() {
        // Given
        var created = Delegations.created(editor, Delegations.request(head, deputy, division));

        // When
        var revoked = Delegations.revoke(editor, created, "2026-01-01");

        // Then
        revoked.then().statusCode(200).body(at("status", equalTo("REVOKED")));
        Delegations.explain(editor, deputy, division, "SCORE", "2026-01-01")
                .then()
                .body(at("allowed", equalTo(false)));
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
        refused.then().statusCode(422).body(at("code", equalTo("delegation.not-delegable")));
        created.then().statusCode(201);
        beyond.then()
                .statusCode(422)
                .body(at("code", equalTo("delegation.giver-without-authority")))
                .body(at("args.action", equalTo("PUBLISH")));
        longer.then()
                .statusCode(422)
                .body(at("code", equalTo("delegation.exceeds-parent")))
                .body(at("errors[0].pointer", equalTo("/validTo")));
        Delegations.explain(editor, third, division, "SCORE", "2026-03-01")
                .then()
                .body(at("allowed", equalTo(true)))
                .body(at("reasons[0].kind", equalTo("DELEGATED")))
                .body(at("reasons[0].forOfficer.fullName", equalTo("Trần Thị Phó")))
                .body(at("reasons[0].because.forOfficer.fullName", equalTo("Nguyễn Văn Trưởng")))
                .body(at("reasons[0].because.because.kind", equalTo("HEAD_OF")))
                .body(at("reasons[0].because.because.assignmentId", notNullValue()));
        Delegations.explain(editor, third, department, "SCORE", "2026-03-01")
                .then()
                .body(at("allowed", equalTo(false)))
                .body(at("blockedBy[0].code", equalTo("authority.missing")));
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
        tooLong.then().statusCode(422).body(at("args.longestDays", equalTo(366)));
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
        unit.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        giver.then().statusCode(422).body(at("errors[0].pointer", equalTo("/fromOfficerId")));
        receiver.then().statusCode(422).body(at("errors[0].pointer", equalTo("/toOfficerId")));
        read.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        revoked.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
    }
}
