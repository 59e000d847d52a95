package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** An agency with another below it: how far both are, who is signed off first, and what a decision from above undoes. */
@QuarkusTest
@WithStack
class ClosingTreeHttpTest {
    private static final Map<String, Object> REOPENING =
            Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION);

    private Agency above;
    private Agency below;
    private Json aboveClosing;

    @BeforeEach
    void openAMonthAbove() {
        above = Evaluations.agency(1);
        below = Evaluations.below(above.department(), 1);
        aboveClosing = Evaluations.opened(above);
    }

    private static void decideAll(Agency agency) {
        Evaluations.decided(agency, agency.manager(), "5");
        agency.staff().forEach(each -> Evaluations.decided(agency, each, "5"));
    }

    /** Everything decided, told and past its petition window. */
    private static void told(Agency agency, Json closing) {
        decideAll(agency);
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        Evaluations.toldBefore(closing, 30);
    }

    private static Response act(String token, Json closing, String verb, Object body) {
        var version = Database.count("select row_version from closings where id = ?::uuid", closing.getString("id"));
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post(Evaluations.CLOSINGS + "/" + closing.getString("id") + "/actions/" + verb);
    }

    private String aboveEtag() {
        return Evaluations.closing(above.keeper(), aboveClosing).getString("etag");
    }

    private static Response progress(String token, String query) {
        return Api.as(token).get("/evaluation/v1/closing-progress?period=" + Evaluations.MONTH + query);
    }

    private static Map<String, Object> row(Json tree, Units.Unit unit) {
        return tree.<Map<String, Object>>getList("rows").stream()
                .filter(row ->
                        ((Map<?, ?>) row.get("unit")).get("id").equals(unit.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldShowHowFarEachLevelIsAndAddItUp() {
        // Given
        var third = Evaluations.below(below.department(), 2);
        Evaluations.opened(third);
        Evaluations.decided(third, third.manager(), "5");

        // When
        var tree = progress(above.reader(), "").then().statusCode(200).extract().as(Json.class);
        var deep = progress(
                above.keeper(), "&levels=2&unitId=" + above.department().id());
        var onlyBelow = progress(below.reader(), "");
        var notTheirs = progress(below.reader(), "&unitId=" + above.department().id());
        var wrong = List.of(
                progress(above.reader(), "&levels=11"),
                Api.as(above.reader()).get("/evaluation/v1/closing-progress?period=2026-7"),
                Api.as(above.reader()).get("/evaluation/v1/closing-progress"));

        // Then
        assertThat(tree.<Object>getList("rows")).hasSize(2);
        assertThat(tree.getInt("total.units")).isEqualTo(3);
        assertThat(tree.getInt("total.notOpened")).isEqualTo(1);
        assertThat(tree.getInt("total.sheets")).isEqualTo(5);
        assertThat(tree.getInt("total.states.DECIDED")).isEqualTo(1);
        assertThat(tree.getInt("total.states.OPENED")).isEqualTo(4);
        assertThat(tree.<String>getList("total.late.step")).containsExactly("PLANNED", "PUBLISHED");
        assertThat(tree.<Integer>getList("total.late.count")).containsExactly(4, 1);
        assertThat(tree.<Integer>getList("total.late.workingDays"))
                .allSatisfy(days -> assertThat(days).isPositive());
        var first = row(tree, above.department());
        assertThat(first).containsEntry("level", 0).containsEntry("state", "OPEN");
        assertThat(((Map<?, ?>) first.get("own")).get("sheets")).isEqualTo(2);
        assertThat(((Map<?, ?>) first.get("all")).get("sheets")).isEqualTo(5);
        var second = row(tree, below.department());
        assertThat(second)
                .containsEntry("level", 1)
                .containsEntry("aboveId", above.department().id().toString());
        assertThat(second.get("state")).isNull();
        assertThat(((Map<?, ?>) second.get("own")).get("sheets")).isEqualTo(0);
        assertThat(((Map<?, ?>) second.get("all")).get("sheets")).isEqualTo(3);
        deep.then().statusCode(200).body(at("rows.level", contains(0, 1, 2))).body(at("total.sheets", equalTo(5)));
        onlyBelow.then().statusCode(200).body(at("rows", hasSize(2))).body(at("total.sheets", equalTo(3)));
        notTheirs.then().statusCode(404);
        wrong.forEach(answer -> answer.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter"))));
    }

    @Test
    void shouldSignOffFromBelowUnlessAReasonIsRecorded() {
        // Given
        told(above, aboveClosing);

        // When
        var refused = Evaluations.lock(above.keeper(), aboveClosing);
        var bare = RestAssured.given()
                .noContentType()
                .header("Authorization", "Bearer " + above.keeper())
                .header("Idempotency-Key", Api.key())
                .header("If-Match", aboveEtag())
                .post(Evaluations.CLOSINGS + "/" + aboveClosing.getString("id") + "/actions/lock");
        var shown = Evaluations.closing(above.keeper(), aboveClosing);
        var locked = act(
                above.keeper(),
                aboveClosing,
                "lock",
                Map.of("data", Map.of("reason", "Đơn vị mới thành lập, chưa đánh giá")));

        // Then
        refused.then()
                .statusCode(409)
                .body(at("code", equalTo("evaluation.closings-below-open")))
                .body(at("args.count", equalTo(1)))
                .body(at("args.units", equalTo(below.department().id().toString())));
        // Without a body, be it said to be JSON or nothing at all.
        assertThat(Api.json(bare).path("code").asText()).isEqualTo("evaluation.closings-below-open");
        assertThat(shown.getInt("unlockedBelow")).isEqualTo(1);
        locked.then()
                .statusCode(200)
                .body(at("state", equalTo("LOCKED")))
                .body(at("locks.unlockedBelow", contains(1)))
                .body(at("locks.reason", contains("Đơn vị mới thành lập, chưa đánh giá")));
    }

    @Test
    void shouldReopenByADecisionFromAboveAndKeepEveryDigest() {
        // Given
        var closing = Evaluations.opened(below);
        told(below, closing);
        var early = act(above.director(), closing, "reopen", REOPENING);
        var first = Evaluations.done(Evaluations.lock(below.keeper(), closing));
        told(above, aboveClosing);
        Evaluations.lock(above.keeper(), aboveClosing).then().statusCode(200);

        // When
        var byItsHead = act(below.director(), closing, "reopen", REOPENING);
        var byNobody = act(below.chief(), closing, "reopen", REOPENING);
        var tooLate = new LinkedHashMap<>(REOPENING);
        tooLate.put("decision", Map.of("number", "9/QĐ", "signedOn", "2199-01-01", "issuer", "Sở Nội vụ"));
        var notYetSigned = act(above.director(), closing, "reopen", tooLate);
        var reopened = act(above.director(), closing, "reopen", REOPENING);
        var sheet = Evaluations.sheet(below.staff().getFirst());
        var flagged = rests(sheet);
        Evaluations.done(Evaluations.act(
                below.director(),
                sheet,
                "correct",
                Map.of(
                        "reason", Evaluations.REASON,
                        "decision", Evaluations.DECISION,
                        "data", Map.of("presenceDays", 5))));
        Evaluations.toldBefore(closing, 30);
        var second = Evaluations.done(Evaluations.lock(below.keeper(), closing));

        // Then
        early.then().statusCode(409).body(at("code", equalTo("evaluation.closing-not-locked")));
        byItsHead.then().statusCode(403);
        byNobody.then().statusCode(403).body(at("code", equalTo("authority.missing")));
        notYetSigned.then().statusCode(422).body(at("errors.pointer", contains("/decision/signedOn")));
        reopened.then()
                .statusCode(200)
                .body(at("state", equalTo("PUBLISHED")))
                .body(at("lockDigest", nullValue()))
                .body(at("locks.digest", contains(first.getString("lockDigest"))))
                .body(at("locks[0].reopened.decision.number", equalTo("41/QĐ-SNV")))
                .body(at("locks[0].reopened.officerId", equalTo(above.head().getString("id"))))
                .body(at("locks[0].reopened.at", notNullValue()));
        assertThat(flagged).isTrue();
        assertThat(rests(Evaluations.sheet(below.staff().getFirst()))).isFalse();
        assertThat(second.getString("lockDigest")).isNotEqualTo(first.getString("lockDigest"));
        assertThat(second.<String>getList("locks.digest"))
                .containsExactly(first.getString("lockDigest"), second.getString("lockDigest"));
        assertThat(Database.count(
                        "select count(*) from sheets where closing_id = ?::uuid and superseded_at is null and state <> 'LOCKED'",
                        closing.getString("id")))
                .isZero();
        assertThat(Told.of(closing.getString("id")))
                .extracting(Told::fact)
                .containsExactly(
                        "closing.opened", "closing.published", "closing.locked", "closing.reopened", "closing.locked");
    }

    /** What a year says of itself that has rolled this result up. */
    private static boolean rests(Json sheet) {
        return Boolean.TRUE.equals(
                Database.query("select rest_on_reopened(array[?::uuid]) as flagged", sheet.getString("id"))
                        .getFirst()
                        .get("flagged"));
    }
}
