package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The head of a unit is decided beside the level of the unit; here that level is replaced afterwards. */
@QuarkusTest
@WithStack
class RecomputeHttpTest {
    private static final Map<String, Object> BY_DECISION =
            Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION);

    private String keeper;
    private String director;
    private String authority;
    private String own;
    private Json closing;
    private Json sheet;
    private Json result;

    @BeforeEach
    void decideAHeadBesideALevel() {
        Evaluations.rules();
        var department = Units.department();
        var unit = Units.unit("PUBLIC_UNIT", department);
        var editor = Units.editor(department);
        var chief = Evaluations.officer(editor, department, "Lê Giám Đốc", "HEAD", "CADRE");
        var head = Evaluations.officer(editor, unit, "Phạm Thủ Trưởng", "HEAD", "COMMUNE_PART_TIME");
        keeper = Evaluations.token("keeper", department, "evaluation-keeper");
        closing = Evaluations.open(keeper, Evaluations.MONTH, unit)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        sheet = Evaluations.sheet(head);
        director = Evaluations.participant(chief, department);
        own = Evaluations.participant(head, department);
        authority = Tasks.officer(department, chief);
        Evaluations.done(Evaluations.act(
                director, sheet, "review", Evaluations.manager(Evaluations.read(director, sheet), "0")));
        result = Evaluations.done(Tasks.decide(
                authority, Tasks.opened(Tasks.keeper(department), unit, Evaluations.MONTH), "decide", "B"));
        Evaluations.done(Evaluations.act(director, sheet, "decide", Evaluations.decision()));
    }

    private void level(String level) {
        result = Evaluations.done(Tasks.decide(authority, result, "correct", level));
    }

    private Response recompute(String token, Object body, String query) {
        return Evaluations.act(token, sheet, Evaluations.etag(sheet), "recompute", body, query);
    }

    @Test
    void shouldFlagADecidedHeadUntilItIsDecidedAgainOrTheLevelIsAsItWas() {
        // When
        level("C");
        var flagged = Evaluations.read(director, sheet);
        var inClosing = Evaluations.closing(keeper, closing);
        var refused = Evaluations.publish(keeper, closing, Map.of());
        var early = recompute(director, BY_DECISION, "");
        var again = Evaluations.done(Evaluations.act(director, sheet, "decide", Evaluations.decision()));
        level("B");
        var other = Evaluations.read(director, sheet);
        level("C");
        var asItWas = Evaluations.read(director, sheet);
        var published = Evaluations.publish(keeper, closing, Map.of());

        // Then
        assertThat(flagged.getBoolean("outdated")).isTrue();
        assertThat(flagged.<String>getList("detail.outdatedInputs.kind")).containsExactly("UNIT_LEVEL");
        assertThat(flagged.<String>getList("detail.outdatedInputs.used")).containsExactly("B");
        assertThat(flagged.<String>getList("detail.outdatedInputs.stands")).containsExactly("C");
        assertThat(inClosing.<String>getList("outdated.evaluationId")).containsExactly(sheet.getString("id"));
        refused.then()
                .statusCode(409)
                .body(at("code", equalTo("evaluation.results-outdated")))
                .body(at("detail", containsString("1")));
        early.then().statusCode(409).body(at("code", equalTo("evaluation.closing-not-published")));
        assertThat(again.getString("grade")).isEqualTo("C");
        assertThat(again.getBoolean("outdated")).isFalse();
        assertThat(other.<String>getList("detail.outdatedInputs.used")).containsExactly("C");
        assertThat(asItWas.getBoolean("outdated")).isFalse();
        published.then().statusCode(200).body(at("outdated", empty()));
    }

    @Test
    void shouldRecomputeTheSameForWhoSeesPointsAndMakeARevisionByDecisionOnly() {
        // Given
        Evaluations.publish(keeper, closing, Map.of()).then().statusCode(200);
        var digest = Evaluations.read(director, sheet).getString("detail.digest");
        var same = recompute(keeper, Map.of(), "?validateOnly=true");
        var needless = recompute(director, BY_DECISION, "");
        level("C");

        // When
        var tried = recompute(own, Map.of(), "?validateOnly=true");
        var compared = recompute(own, Map.of(), "");
        var withoutReason = recompute(director, Map.of("decision", Evaluations.DECISION), "");
        var notTheirs = List.of(recompute(own, BY_DECISION, ""), recompute(keeper, BY_DECISION, ""));
        var locked = Evaluations.lock(keeper, closing);
        var revised = recompute(director, BY_DECISION, "");
        var old = Evaluations.read(keeper, sheet);
        var late = recompute(director, BY_DECISION, "");

        // Then
        same.then()
                .statusCode(200)
                .body(at("effects.change", contains("RECOMPUTED")))
                .body(at("effects.was.digest", contains(digest)))
                .body(at("effects.now.digest", contains(digest)));
        needless.then().statusCode(409).body(at("code", equalTo("evaluation.not-outdated")));
        for (var answer : List.of(tried, compared)) {
            answer.then()
                    .statusCode(200)
                    .body(at("effects.change", contains("RECOMPUTED", "SUPERSEDED")))
                    .body(at("effects[0].now.digest", equalTo(digest)))
                    .body(at("effects[1].was.grade", equalTo("B")))
                    .body(at("effects[1].now.unitLevel", equalTo("C")))
                    .body(at("effects[1].now.grade", equalTo("C")));
        }
        withoutReason.then().statusCode(422).body(at("code", equalTo("evaluation.reason-missing")));
        notTheirs.getFirst().then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        notTheirs.getLast().then().statusCode(403).body(at("code", equalTo("authority.missing")));
        assertThat(locked.as(Json.class).<String>getList("errors.code"))
                .contains("evaluation.petition-window-open", "evaluation.results-outdated");
        revised.then()
                .statusCode(200)
                .body(at("evaluation.revision", equalTo(2)))
                .body(at("evaluation.supersedes", equalTo(sheet.getString("id"))))
                .body(at("evaluation.grade", equalTo("C")))
                .body(at("evaluation.outdated", equalTo(false)))
                .body(at("evaluation.detail.decisionNumber", equalTo("41/QĐ-SNV")))
                .body(at("effects[1].now.grade", equalTo("C")));
        assertThat(old.getString("detail.digest")).isEqualTo(digest);
        assertThat(old.getBoolean("outdated")).isFalse();
        late.then().statusCode(409).body(at("code", equalTo("evaluation.superseded")));
        assertThat(Database.count(
                        "select count(*) from event_sequences where aggregate_id = ?::uuid",
                        revised.as(Json.class).getString("evaluation.id")))
                .isEqualTo(1);
    }

    /** Whichever comes first: the result rests on the level that stands, or it is flagged. */
    @Test
    void shouldMissNothingWhenTheLevelIsReplacedWhileTheHeadIsDecided() throws Exception {
        for (var level : List.of("C", "D", "B", "C")) {
            // Given
            Callable<Response> decide = () -> Evaluations.act(director, sheet, "decide", Evaluations.decision());
            Callable<Response> replace = () -> Tasks.decide(authority, result, "correct", level);

            // When
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(List.of(decide, replace));
                assertThat(answers.getFirst().get().statusCode()).isIn(200, 412);
                result = Evaluations.done(answers.getLast().get());
            }

            // Then
            var now = Evaluations.read(director, sheet);
            boolean rests = level.equals(now.getString("detail.extras.unitGrade"));
            assertThat(now.getBoolean("outdated")).isEqualTo(!rests);
        }
    }
}
