package vn.gov.hanoi.evaluation.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What a plan is refused with: as a draft for what is wrong by itself, in preview and act for what does not fit the records. */
@QuarkusTest
@WithStack
class PlanRefusalTest {
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(20);

    private Units.Unit department;
    private Units.Unit first;
    private Units.Unit second;
    private String editor;
    private String approver;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        first = Units.unit("DIVISION", department);
        second = Units.unit("DIVISION", department);
        editor = Units.editor(department);
        approver = Plans.approver(department);
    }

    @Test
    void shouldRefuseAsADraftWhatIsWrongByItself() {
        // Given
        var id = first.id();
        var wrong = Map.of(
                "reorganisation.incomplete", Plans.on(DAY),
                "reorganisation.twice", Plans.on(DAY).dissolve(id).dissolve(id),
                "reorganisation.ref-unknown", Plans.on(DAY).move(id, "nowhere"),
                "reorganisation.share-wrong", Plans.on(DAY).dissolve(id).succeed(id, second.id(), "1.00001"),
                "reorganisation.shares-not-whole", Plans.on(DAY).dissolve(id).succeed(id, second.id(), "0.9999"),
                "reorganisation.target-dissolved",
                        Plans.on(DAY).dissolve(id).dissolve(second.id()).move(id, second.id()),
                "unit.code-malformed", Plans.on(DAY).create("x", "h26", "Phòng Mới", "DIVISION", department.id()),
                "unit.parent-mismatch", Plans.on(DAY).create("x", Units.code(), "Thành phố", "CITY", department.id()),
                "text.empty", Plans.on(DAY).alter(id, "name", ""),
                "text.character-not-allowed",
                        Plans.on(DAY).create("x", Units.code(), "Phòng =1", "DIVISION", department.id()));

        wrong.forEach((code, plan) -> {
            // When
            var refused = plan.post(editor);

            // Then
            refused.then().statusCode(422).body(at("errors.code", hasItem(code)));
        });
        assertThat(Database.count("select count(*) from reorganisations where scope_unit_id = ?", department.id()))
                .isZero();
    }

    @Test
    void shouldSayInPreviewWhatTheActWillBeRefusedWithAndChangeNothing() {
        // Given
        var child = Units.unit("DIVISION", first);
        Officers.officer(editor, first, "Lê Văn Còn");
        var head = Officers.request(Officers.code(), "Lê Văn Trưởng", first.id());
        Officers.post(head).put("position", "HEAD");
        Officers.created(editor, head);
        var other = Officers.request(Officers.code(), "Lê Văn Trưởng", second.id());
        Officers.post(other).put("position", "HEAD");
        Officers.created(editor, other);
        var ended = Units.request(Units.code(), "DIVISION", department.id());
        ended.put("validTo", "2030-01-01");
        var closing = Units.of(Units.created(editor, ended));
        var foreign = Units.department();

        var wrong = Map.of(
                "reorganisation.child-left", Plans.on(DAY).dissolve(first.id()).place(first.id(), "END"),
                "reorganisation.posts-left", Plans.on(DAY).dissolve(first.id()).dissolve(child.id()),
                "assignment.head-exists",
                        Plans.on(DAY).place(first.id(), "MOVE", "toUnitId", second.id(), "headAs", "HEAD"),
                "reorganisation.post-unknown", Plans.on(DAY).except(UUID.randomUUID(), second.id()),
                "reorganisation.unit-unknown", Plans.on(DAY).dissolve(UUID.randomUUID()),
                "scope.outside", Plans.on(DAY).dissolve(foreign.id()),
                "reorganisation.changes-later", Plans.on(DAY).alter(closing.id(), "name", "Phòng Sau"),
                "reorganisation.unit-not-in-force",
                        Plans.on(LocalDate.of(2031, 1, 1)).alter(closing.id(), "name", "Phòng Sau"),
                "unit.code-exists", Plans.on(DAY).create("x", second.code(), "Phòng Mới", "DIVISION", department.id()));

        wrong.forEach((code, plan) -> {
            // When
            var id = plan.drafted(editor).getString("id");
            var preview = Plans.preview(editor, id);
            var operation = Plans.done(approver, id, "apply", null);

            // Then
            assertThat(preview.getBoolean("applicable")).isFalse();
            assertThat(preview.getString("problem.code")).isEqualTo(code);
            readable(preview.getString("problem.detail"));
            assertThat(operation.getString("state")).isEqualTo("FAILED");
            assertThat(operation.getString("problem.code")).isEqualTo(code);
            assertThat(Plans.read(editor, id).getString("state")).isEqualTo("DRAFT");
            assertThat(Database.count("select count(*) from unit_states where plan_id = ?", UUID.fromString(id)))
                    .isZero();
        });
    }

    @Test
    void shouldRefuseACycleHoweverThePlanHidesIt() {
        // Given
        var below = Units.unit("DIVISION", first);
        var id = Plans.on(DAY)
                .alter(first.id(), "parentId", below.id().toString())
                .drafted(editor)
                .getString("id");

        // When
        var operation = Plans.done(approver, id, "apply", null);

        // Then
        assertThat(operation.getString("state")).isEqualTo("FAILED");
        assertThat(operation.getString("problem.code")).isEqualTo("unit.cycle");
    }

    @Test
    void shouldNotLetAnybodyApplyWhatHeOrSheDrewUp() {
        // Given
        var both = Tokens.user("both-" + department.code())
                .unit(department.code())
                .roles("directory-reader", "directory-editor", "directory-approver")
                .token();
        var plan = Plans.on(DAY).alter(first.id(), "name", "Phòng Khác").drafted(both);

        // When
        var refused = Plans.act(both, plan.getString("id"), "apply", plan.getString("etag"), null);

        // Then
        refused.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        var offered = Plans.read(both, plan.getString("id"));
        assertThat(offered.find("_actions", "name", "apply").getBoolean("enabled"))
                .isFalse();
        assertThat(offered.find("_actions", "name", "apply").getList("blockedBy.code"))
                .containsExactly("authority.own-act");
    }

    @Test
    void shouldLetNobodyActWithoutTheRoleTheVersionOrTheScope() {
        // Given
        var plan = Plans.on(DAY).alter(first.id(), "name", "Phòng Khác").drafted(editor);
        var id = plan.getString("id");
        var etag = plan.getString("etag");
        var stranger = Plans.approver(Units.department());

        // When
        var byEditor = Plans.act(editor, id, "apply", etag, null);
        var stale = Plans.act(approver, id, "apply", "\"77\"", null);
        var bare = Api.as(approver).header("Idempotency-Key", Api.key()).post(Plans.PATH + "/" + id + "/actions/apply");
        var foreign = Plans.act(stranger, id, "apply", etag, null);
        var seen = Api.as(stranger).get(Plans.PATH + "/" + id);

        // Then
        byEditor.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        bare.then().statusCode(428).body(at("code", equalTo("precondition.required")));
        foreign.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        seen.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        assertThat(Plans.read(editor, id).getString("state")).isEqualTo("DRAFT");
    }

    @Test
    void shouldKeepADraftChangeableAndACancelledOneNot() {
        // Given
        var plan = Plans.on(DAY)
                .create("x", Units.code(), "Phòng Mới", "DIVISION", department.id())
                .drafted(editor);
        var id = plan.getString("id");
        var code = Units.code();
        var changed = replaced(plan, Plans.on(DAY).create("x", code, "Phòng Khác", "DIVISION", department.id()));

        // When
        var cancelled = Plans.act(editor, id, "cancel", changed.getString("etag"), Plans.reason());
        var again = Plans.act(editor, id, "cancel", cancelled.header("ETag"), Plans.reason());
        var undone = Plans.act(approver, id, "revert", cancelled.header("ETag"), Plans.reason());

        // Then
        assertThat(changed.getString("newUnits.x")).isEqualTo(plan.getString("newUnits.x"));
        assertThat(changed.getString("content.units[0].code")).isEqualTo(code);
        cancelled.then().statusCode(200).body(at("state", equalTo("CANCELLED")));
        again.then().statusCode(409).body(at("code", equalTo("reorganisation.not-draft")));
        undone.then().statusCode(409).body(at("code", equalTo("reorganisation.not-applied")));
        Api.as(editor)
                .queryParam("state", "CANCELLED")
                .get(Plans.PATH)
                .then()
                .statusCode(200)
                .body(at("items.id", hasItem(id)));
    }

    @Test
    void shouldRefuseAnyActOnAPlanThatIsBeingWorkedOn() throws Exception {
        // Given
        var plan = Plans.on(DAY).alter(first.id(), "name", "Phòng Bận").drafted(editor);
        var id = plan.getString("id");
        try (var other = Database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select last from directory_clock for update");
            var accepted = Plans.act(approver, id, "apply", plan.getString("etag"), null);
            var etag = Plans.read(approver, id).getString("etag");

            // When
            var again = Plans.act(approver, id, "apply", etag, null);
            var cancelled = Plans.act(editor, id, "cancel", etag, Plans.reason());

            // Then
            for (var refused : List.of(again, cancelled)) {
                refused.then().statusCode(409).body(at("code", equalTo("reorganisation.busy")));
                readable(refused.as(Json.class).getString("detail"));
            }
            other.rollback();
            assertThat(Plans.ended(approver, accepted.header("Location")).getString("state"))
                    .isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void shouldLeaveNothingWhenTheOperationIsCancelled() throws Exception {
        // Given
        var plan = Plans.on(DAY).alter(first.id(), "name", "Phòng Thôi").drafted(editor);
        var id = plan.getString("id");
        try (var other = Database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select last from directory_clock for update");
            var accepted = Plans.act(approver, id, "apply", plan.getString("etag"), null);

            // When
            var cancelled = Api.as(approver)
                    .header("Idempotency-Key", Api.key())
                    .body(Map.of("reason", "Chưa đến lúc"))
                    .post(accepted.header("Location") + "/actions/cancel");
            other.rollback();

            // Then
            assertThat(cancelled.statusCode()).isIn(200, 503);
            var state = Plans.ended(approver, accepted.header("Location")).getString("state");
            assertThat(state).isEqualTo(cancelled.statusCode() == 200 ? "CANCELLED" : "SUCCEEDED");
            assertThat(Database.count("select count(*) from unit_states where plan_id = ?", UUID.fromString(id)))
                    .isEqualTo(state.equals("CANCELLED") ? 0 : 1);
        }
    }

    /** A text for people, with all its facts. */
    private static void readable(String text) {
        assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("reorganisation.");
    }

    private Json replaced(Json plan, Plans other) {
        return Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", plan.getString("etag"))
                .body(other.request())
                .put(Plans.PATH + "/" + plan.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }
}
