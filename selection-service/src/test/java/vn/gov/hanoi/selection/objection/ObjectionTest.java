package vn.gov.hanoi.selection.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.paper.Written;
import vn.gov.hanoi.selection.paper.WrittenMarksChanged;
import vn.gov.hanoi.selection.paper.WrittenResult;
import vn.gov.hanoi.selection.support.Boards;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class ObjectionTest {
    private final Written written;
    private final Objections objections;
    private final Told told;

    ObjectionTest(Written written, Objections objections, Told told) {
        this.written = written;
        this.objections = objections;
        this.told = told;
    }

    /** What other rooms would hear. */
    @ApplicationScoped
    static class Told {
        private final List<UUID> rounds = new CopyOnWriteArrayList<>();

        void hear(@Observes WrittenMarksChanged changed) {
            rounds.add(changed.roundId());
        }

        List<UUID> rounds() {
            return rounds;
        }
    }

    @Test
    void shouldMarkAgainByOthersAndTellAllOutcomesTogether() {
        // Given: three candidates with 60 points; two of them object
        var contest = Contest.told(3);
        var id = UUID.fromString(contest.id());
        var boards = contest.boards();
        var raised = contest.people().get(0);
        var same = contest.people().get(1);
        var silent = contest.people().get(2);
        var other = contest.paperOf(raised).getString("id");

        // When
        var foreign = Api.as(Cast.candidate(silent))
                .header("Idempotency-Key", Api.key())
                .body(Map.of("paperId", other, "grounds", "x"))
                .post(Contest.OBJECTIONS);
        contest.object(raised).then().statusCode(201);
        contest.withdraw(raised).then().statusCode(200).body(at("state", equalTo("WITHDRAWN")));
        contest.object(raised).then().statusCode(201);
        contest.object(same).then().statusCode(201);
        var early = contest.remark(boards.head("REMARKING"), "assign", Map.of());
        boolean settledEarly = settled(id);
        contest.timeIsOver();
        boolean settledOpen = settled(id);
        var notHead = contest.remark(contest.cast().approver(), "assign", Map.of());
        contest.remark(boards.head("REMARKING"), "assign", Map.of()).then().statusCode(200);
        var late = contest.object(silent);

        // Then
        foreign.then().statusCode(404);
        early.then().statusCode(409).body(at("code", equalTo("selection.objections-open")));
        notHead.then().statusCode(403);
        late.then().statusCode(409).body(at("code", equalTo("selection.objection-too-late")));
        assertThat(List.of(settledEarly, settledOpen)).containsOnly(false);
        assertThat(Database.count("select count(*) from mark_sheets where exam_id = ? and phase = 'REMARKING'", id))
                .isEqualTo(4);
        assertThat(Database.count("""
                select count(*) from mark_sheets a join mark_sheets b on b.script_id = a.script_id and b.phase = 'MARKING'
                where a.exam_id = ? and a.phase = 'REMARKING' and (a.officer_id = b.officer_id or a.code = b.code)""", id)).isZero();
        // Those who mark again see a fresh sheet, and scripts of nobody else.
        var remarkers = boards.members().get("REMARKING");
        assertThat(remarkers.stream()
                        .mapToInt(each -> contest.sheets(Boards.token(each)).size())
                        .sum())
                .isEqualTo(4);
        for (var officer : remarkers) {
            assertThat(contest.sheets(Boards.token(officer))).allSatisfy(sheet -> {
                assertThat(sheet.getList("points")).isEmpty();
                assertThat(sheet.getString("state")).isEqualTo("DRAFT");
            });
        }

        // When: one script comes to more, the other to the same
        var scriptOfRaised = scriptOf(contest, raised);
        contest.marked("REMARKING", (script, _) -> script.equals(scriptOfRaised) ? "50.00" : "40.00");
        var before = contest.paperOf(raised);
        contest.remark(contest.cast().approver(), "publish", Map.of("decision", Rounds.decision()))
                .then()
                .statusCode(200)
                .body(at("stage", equalTo("PUBLISHED")));
        var again = contest.remark(contest.cast().approver(), "publish", Map.of("decision", Rounds.decision()));

        // Then
        assertThat(before.getList("marks")).hasSize(1);
        again.then().statusCode(409).body(at("code", equalTo("selection.exam-stage")));
        assertThat(contest.paperOf(raised).getList("marks.points").toString()).isEqualTo("[60.0, 70.0]");
        assertThat(contest.paperOf(silent).getList("marks")).hasSize(1);
        assertThat(states(contest, raised)).containsExactlyInAnyOrder("WITHDRAWN", "RESOLVED_ACCEPTED");
        assertThat(states(contest, same)).containsExactly("RESOLVED_REJECTED");
        assertThat(points(contest, id, raised)).isEqualTo("70.00");
        assertThat(points(contest, id, same)).isEqualTo("60.00");
        assertThat(settled(id)).isTrue();
        assertThat(told.rounds()).containsOnlyOnce(id);
        assertThat(QuarkusTransaction.requiringNew().call(() -> written.publicMarks(id)))
                .hasSize(5);
        // Who inspects reads how the markers agreed, who opened the codes, and who objected.
        var inspector = Tokens.user("inspector")
                .unit(contest.cast().department().code())
                .roles("selection-inspector")
                .token();
        var agreement = Api.json(Api.as(inspector).get(Contest.EXAMS + "/" + id + "/agreement"));
        assertThat(agreement.path("scripts").asInt()).isEqualTo(3);
        assertThat(agreement.path("withinPercent").decimalValue()).isEqualByComparingTo("100");
        assertThat(agreement.path("keys").findValuesAsText("officerId"))
                .containsExactly(
                        boards.officer("CODING", 1).toString(),
                        boards.officer("MONITORING", 1).toString());
        assertThat(Api.json(Api.as(inspector).get(Contest.OBJECTIONS + "?examId=" + id))
                        .path("items"))
                .hasSize(3);
        assertThat(Database.count(
                        "select count(*) from objections where exam_id = ? and position(convert_to('phúc khảo', 'UTF8') in content) > 0",
                        id))
                .isZero();
    }

    private boolean settled(UUID roundId) {
        return QuarkusTransaction.requiringNew().call(() -> objections.areSettled(roundId));
    }

    private static List<String> states(Contest contest, UUID person) {
        var states = new ArrayList<String>();
        Api.json(Api.as(Cast.candidate(person)).get(Contest.OBJECTIONS + "?examId=" + contest.id()))
                .path("items")
                .forEach(each -> states.add(each.path("state").asText()));
        return states;
    }

    /** No answer tells it: found by the code that the person is told. */
    private static UUID scriptOf(Contest contest, UUID person) {
        return (UUID) Objects.requireNonNull(Database.query(
                        "select id from scripts where exam_id = ? and code = ?",
                        UUID.fromString(contest.id()),
                        contest.paperOf(person).getList("marks.code").getFirst())
                .getFirst()
                .get("id"));
    }

    private String points(Contest contest, UUID id, UUID person) {
        var application = contest.paperOf(person).getString("applicationId");
        return QuarkusTransaction.requiringNew().call(() -> written.results(id)).stream()
                .filter(each -> each.applicationId().toString().equals(application))
                .map(WrittenResult::points)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }
}
