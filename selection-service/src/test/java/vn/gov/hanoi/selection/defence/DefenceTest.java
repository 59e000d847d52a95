package vn.gov.hanoi.selection.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Lot;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** From the lot to opened sheets, over HTTP. */
@QuarkusTest
@WithStack
class DefenceTest {
    @Test
    void shouldDrawByACommittedLotAndOpenSealedSheetsTogether() {
        // Given
        var contest = SecondRound.listed(Cast.assemble(), 3).held();
        var nobody = Api.as(contest.member(2)).get(contest.drawPath());
        nobody.then()
                .statusCode(200)
                .body(at("commitment", nullValue()))
                .body(at("_actions[0].name", equalTo("commit")));

        // When
        var committed = Api.json(contest.commit());
        contest.marked("70.00", "49.99", "80.00");
        var drawn = Api.json(contest.draw());

        // Then: what was drawn follows from what was committed to, and only those who passed are in it
        assertThat(committed.path("seed").isNull()).isTrue();
        assertThat(drawn.path("commitment").asText())
                .isEqualTo(committed.path("commitment").asText());
        var codes = texts(drawn.path("codes"));
        var lot = new Lot(codes, drawn.path("seed").asText());
        assertThat(codes).hasSize(3);
        assertThat(new Commitment(
                                drawn.path("salt").asText(),
                                drawn.path("commitment").asText())
                        .fits(lot))
                .isTrue();
        var order = texts(drawn.path("order"));
        assertThat(order).hasSize(2).isEqualTo(lot.order(order));
        assertThat(contest.state()).isEqualTo("ROUND2_HELD");
        assertThat(drawn.path("defences")).hasSize(2);

        // When: three of five mark; the quorum is four
        contest.assign(0, contest.council().subList(0, 3))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.quorum-missing")));
        contest.assign(0, contest.council()).then().statusCode(200);
        var own = contest.sheetPath(contest.member(2), 0);
        contest.state("ROUND2_SCORED");
        SecondRound.write(contest.member(2), own, SecondRound.sheet("1"))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.round-state")));
        contest.state("ROUND2_HELD");
        SecondRound.write(contest.member(2), own, Map.of("marks", List.of(Map.of("criterion", "NOTHING", "points", 1))))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.criterion-unknown")))
                .body(at("errors[0].pointer", equalTo("/marks/0/criterion")));
        SecondRound.write(
                        contest.member(2), own, Map.of("marks", List.of(Map.of("criterion", "PLAN", "points", 1.001))))
                .then()
                .statusCode(400);
        SecondRound.write(contest.member(2), own, SecondRound.sheet("77.25"))
                .then()
                .statusCode(200)
                .body(at("total", hasToString("77.25")));
        var sealed = Api.json(SecondRound.seal(contest.member(2), own));

        // Then: it is the member's alone, and fixed
        assertThat(sealed.path("state").asText()).isEqualTo("SEALED");
        for (var token : List.of(
                contest.chair(),
                contest.member(3),
                Cast.candidate(contest.candidates().getFirst()))) {
            assertThat(Api.as(token).get(own).statusCode()).isIn(403, 404);
        }
        SecondRound.write(contest.member(2), own, SecondRound.sheet("50"))
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.sheet-sealed")));
        assertThat(Database.query(
                                "select details ->> 'commitment' as c from audit_entries where action = 'score-sheet.seal' and resource_id = ?",
                                UUID.fromString(sealed.path("id").asText()))
                        .getFirst()
                        .get("c"))
                .isEqualTo(sealed.path("commitment").asText());
        contest.act(contest.chair(), 0, "reveal", Map.of())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.sheets-missing")))
                .body(at("args.missing", equalTo(4)));
        contest.act(contest.member(3), 0, "reveal", Map.of())
                .then()
                .statusCode(403)
                .body(at("code", equalTo("selection.not-leading")));

        // When: the day is over, and one is late
        for (int i : List.of(0, 1, 3)) {
            var path = contest.sheetPath(contest.member(i), 0);
            SecondRound.write(contest.member(i), path, SecondRound.sheet(i == 0 ? "98" : "60.5"))
                    .then()
                    .statusCode(200);
            SecondRound.seal(contest.member(i), path).then().statusCode(200);
        }
        Database.execute("update defences set held_on = held_on - 1 where id = ?", contest.defenceId(0));
        var absent = List.of(contest.council().get(4));
        contest.act(contest.chair(), 0, "reveal", Map.of("absent", absent))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.reason-missing")));
        var opened =
                contest.act(contest.chair(), 0, "reveal", Map.of("absent", absent, "reason", Rounds.reason("ILLNESS")));

        // Then: four sheets, none of them zero, and each proves itself
        opened.then()
                .statusCode(200)
                .body(at("scores.count", equalTo(4)))
                .body(at("scores.mean", hasToString("74.06")))
                .body(at("scores.flagged", equalTo(true)));
        var view = contest.defence(contest.member(3), 0);
        var code = view.getString("code");
        for (var sheet : Api.json(opened).path("scores").path("sheets")) {
            var marks = new java.util.TreeMap<String, String>();
            sheet.path("marks")
                    .forEach(mark -> marks.put(
                            mark.path("criterion").asText(),
                            mark.path("points").decimalValue().setScale(2).toPlainString()));
            var said = new ScoreSheet.Committed(
                    code,
                    marks,
                    UUID.fromString(sheet.path("id").asText()),
                    sheet.path("total").decimalValue().setScale(2).toPlainString());
            assertThat(new Commitment(
                                    sheet.path("salt").asText(),
                                    sheet.path("commitment").asText())
                            .fits(said))
                    .isTrue();
        }
        // The candidate knows time and place, and no number.
        Api.as(Cast.candidate(contest.candidates().getFirst()))
                .get("/selection/v1/defences/" + contest.defenceId(0))
                .then()
                .statusCode(200)
                .body(at("scores", nullValue()))
                .body(at("members", nullValue()))
                .body(at("_actions", hasSize(0)));

        // When: scoring cannot end before the spread is reviewed and the other defence is finished
        contest.list().then().statusCode(409).body(at("args.open", equalTo(2)));
        contest.act(contest.chair(), 0, "review", Map.of("reason", Rounds.reason("REVIEWED")))
                .then()
                .statusCode(200);
        contest.act(
                        contest.chair(),
                        2,
                        "assign",
                        Map.of("data", Map.of("candidatePresent", false, "members", List.of())))
                .then()
                .statusCode(200)
                .body(at("state", equalTo("ABSENT")));
        var listed = contest.list();

        // Then: absent is not zero, and has no rank
        listed.then().statusCode(201);
        assertThat(contest.state()).isEqualTo("ROUND2_SCORED");
        var entries = Api.json(listed).path("posts").path(0).path("entries");
        assertThat(entries).hasSize(3);
        assertThat(entries.path(0).path("rank").asInt()).isEqualTo(1);
        assertThat(entries.path(0).path("sum").decimalValue()).isEqualByComparingTo(new BigDecimal("296.25"));
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(each -> each.path("outcome").asText()))
                .containsExactly("RANKED", "ABSENT_FROM_DEFENCE", "FAILED_WRITTEN");
        assertThat(entries.path(1).path("project").isNull()).isTrue();
        assertThat(entries.path(1).path("rank").isNull()).isTrue();
    }

    private static List<String> texts(com.fasterxml.jackson.databind.JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.asText())
                .toList();
    }
}
