package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** Worlds that differ only in who marks, and in what stands between markers and candidates, answer equally who may not know it. */
@QuarkusTest
@WithStack
class CouncilLeakTest {
    private static final String[] ROLES = {
        "selection-reader",
        "selection-organiser",
        "selection-personnel",
        "selection-candidate",
        "selection-panel",
        "selection-inspector"
    };
    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private record Stage(
            Cast cast,
            Rounds.Played round,
            UUID candidate,
            Councils.Formed council,
            List<UUID> ones,
            List<UUID> others) {}

    /** Somebody who looks around; every one has every role but that of who forms the boards, so that only the relation decides. */
    private static Map<String, String> viewers(Stage stage) {
        var cast = stage.cast();
        var unit = cast.department().code();
        var viewers = new LinkedHashMap<String, String>();
        viewers.put(
                "official of the unit",
                Tokens.user("official").unit(unit).roles(ROLES).token());
        viewers.put("officer of the unit", token("bystander", unit, Org.officer(cast.department())));
        viewers.put("personnel officer of the round", token("personnel", unit, cast.second()));
        viewers.put(
                "member of the council",
                token("member", null, stage.council().members().getFirst()));
        viewers.put("candidate", token("candidate", unit, stage.candidate()));
        viewers.put(
                "candidate who may form boards",
                Tokens.user("candidate-approver")
                        .unit(unit)
                        .officer(Cast.code(stage.candidate()))
                        .roles("selection-approver", "selection-panel")
                        .token());
        viewers.put(
                "who forms boards elsewhere",
                Tokens.user("elsewhere")
                        .unit(Org.department().code())
                        .roles("selection-approver", "selection-reader")
                        .token());
        return viewers;
    }

    private static String token(String name, @Nullable String unit, UUID officer) {
        var tokens = Tokens.user(name).officer(Cast.code(officer)).roles(ROLES);
        return (unit == null ? tokens : tokens.unit(unit)).token();
    }

    @Test
    void shouldAnswerEquallyWhoeverMarksAndWhateverStandsBetween() {
        // Given
        var cast = Cast.assemble();
        var candidate = Org.officer(cast.division());
        var round = Rounds.listed(cast, candidate, Org.officer(cast.division()));
        var elsewhere = Org.department();
        var stage = new Stage(
                cast,
                round,
                candidate,
                Councils.formed(cast, round),
                List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere)),
                List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere)));
        var watchers = List.of(Org.officer(elsewhere), Org.officer(elsewhere));
        Councils.board(cast, round, "MONITORING", watchers);
        var viewers = viewers(stage);
        var entitled = Map.of(
                "who forms boards", cast.approver(),
                "who watches", Councils.member(watchers.getFirst()),
                "who chairs", Councils.member(stage.council().chair()));
        var id = new ArrayList<>(List.of(UUID.randomUUID().toString()));
        var worlds = new ArrayList<Map<String, String>>();
        var known = new ArrayList<Map<String, String>>();

        // When: no board, then the ones, one of whom has a tie with the candidate, then others instead, who judged the
        // candidate
        worlds.add(look(viewers, stage, id.getFirst()));
        known.add(look(entitled, stage, id.getFirst()));
        var board = Councils.board(cast, round, "MARKING", stage.ones());
        id.set(0, board.getString("id"));
        var one = stage.ones().getFirst();
        Councils.post(Councils.member(one), Councils.CONFLICTS, Councils.conflict(round, one, candidate, "SPOUSE"))
                .then()
                .statusCode(201);
        worlds.add(look(viewers, stage, id.getFirst()));
        known.add(look(entitled, stage, id.getFirst()));
        for (int i = 0; i < 3; i++) {
            var etag =
                    "\"%d\"".formatted(Database.count("select version from panels where id = ?::uuid", id.getFirst()));
            Councils.act(
                            cast.approver(),
                            Councils.BOARDS,
                            id.getFirst(),
                            etag,
                            "replace",
                            Councils.replacement(
                                    stage.ones().get(i), stage.others().get(i)))
                    .then()
                    .statusCode(200);
        }
        judged(stage.others().getFirst(), candidate);
        worlds.add(look(viewers, stage, id.getFirst()));
        known.add(look(entitled, stage, id.getFirst()));

        // Then
        assertThat(worlds.getFirst()).hasSizeGreaterThan(90);
        assertThat(worlds.get(1)).isEqualTo(worlds.get(0));
        assertThat(worlds.get(2)).isEqualTo(worlds.get(0));
        assertThat(Database.count(
                        "select count(*) from (select aggregate_id from outbox_events union all select aggregate_id from event_log) e "
                                + "where aggregate_id = ?::uuid",
                        id.getFirst()))
                .isZero();
        // The same looks see the difference where nothing is kept from the viewer: what is equal above is not equal by
        // blindness.
        for (var viewer : entitled.keySet()) {
            assertThat(of(viewer, known.get(1))).as(viewer).isNotEqualTo(of(viewer, known.get(0)));
            assertThat(of(viewer, known.get(2))).as(viewer).isNotEqualTo(of(viewer, known.get(1)));
        }
        // Who marks knows of it, who marked does not any more.
        var marks = Councils.member(stage.others().getFirst());
        assertThat(Api.as(marks).get(Councils.BOARDS + "/" + id.getFirst()).statusCode())
                .isEqualTo(200);
        assertThat(Api.as(Councils.member(one))
                        .get(Councils.BOARDS + "/" + id.getFirst())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Councils.conflicts(marks, round).at("/items/0/ground").asText())
                .isEqualTo("EARLIER_JUDGE");

        // When: the results are told
        Database.execute("update rounds set state = 'RESULT_PUBLISHED' where id = ?::uuid", round.id());

        // Then: it is no secret any more
        assertThat(Api.as(cast.organiser())
                        .get(Councils.BOARDS + "/" + id.getFirst())
                        .statusCode())
                .isEqualTo(200);
        var inspector = Tokens.user("inspector")
                .unit(cast.department().code())
                .roles("selection-inspector")
                .token();
        assertThat(Councils.conflicts(inspector, round).path("items")).hasSizeGreaterThan(4);
    }

    private static Map<String, String> of(String viewer, Map<String, String> seen) {
        var mine = new LinkedHashMap<>(seen);
        mine.keySet().removeIf(each -> !each.startsWith(viewer + " "));
        return mine;
    }

    private static void judged(UUID judge, UUID officer) {
        var data = Map.of(
                "judgeId", judge, "lastDay", Rounds.TODAY.minusMonths(2).toString(), "officerIds", List.of(officer));
        Events.send(
                "evaluation.judgement",
                judge.toString(),
                Events.envelope("evaluation.judgement", "made", "judgements", UUID.randomUUID(), 1, data));
        await("judgement")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count("select count(*) from judgements where judge_id = ?", judge) == 1);
    }

    /** All that one can ask, as an answer without what differs between any two calls. */
    private static Map<String, String> look(Map<String, String> viewers, Stage stage, String board) {
        var round = stage.round();
        var one = stage.ones().getFirst();
        var other = stage.others().getFirst();
        var seen = new LinkedHashMap<String, String>();
        viewers.forEach((viewer, token) -> {
            for (var path : List.of(
                    Rounds.PATH + "/" + round.id(),
                    Councils.COUNCILS + "?count=true&roundId=" + round.id(),
                    Councils.COUNCILS + "/" + stage.council().id(),
                    Councils.BOARDS + "?count=true",
                    Councils.BOARDS + "?count=true&limit=1&roundId=" + round.id(),
                    Councils.BOARDS + "?body=MARKING&roundId=" + round.id(),
                    Councils.CONFLICTS + "?count=true&limit=2&roundId=" + round.id(),
                    Councils.CONFLICTS + "?count=true&roundId=" + round.id() + "&memberId=" + one,
                    Councils.CONFLICTS + "?count=true&roundId=" + round.id() + "&memberId=" + other)) {
                seen.put(viewer + " GET " + path, plain(Api.as(token).get(path), board));
            }
            seen.put(viewer + " GET board", plain(Api.as(token).get(Councils.BOARDS + "/" + board), board));
            seen.put(viewer + " GET as council", plain(Api.as(token).get(Councils.COUNCILS + "/" + board), board));
            seen.put(
                    viewer + " replaces",
                    plain(
                            Councils.act(
                                    token,
                                    Councils.BOARDS,
                                    board,
                                    "\"9\"",
                                    "replace",
                                    Councils.replacement(one, other)),
                            board));
            var request = Councils.request(round, Councils.seats(stage.ones()));
            request.put("body", "MARKING");
            seen.put(viewer + " forms", plain(tried(token, Councils.BOARDS, request), board));
            for (var person : List.of(one, other)) {
                for (var ground : List.of("SPOUSE", "RECUSAL")) {
                    var told = Councils.conflict(round, person, stage.candidate(), ground);
                    seen.put(
                            viewer + " tells " + ground + person,
                            plain(tried(token, Councils.CONFLICTS, told), board).replaceAll(UUIDS, ""));
                }
                var waiver = Councils.waiver(round, person, stage.candidate(), "UNIT_ABOVE");
                seen.put(
                        viewer + " waives " + person,
                        plain(tried(token, Councils.CONFLICTS + "/actions/waive", waiver), board));
            }
        });
        return seen;
    }

    private static Response tried(String token, String path, Object body) {
        return Api.as(token).body(body).post(path + "?validateOnly=true");
    }

    private static String plain(Response answer, String board) {
        @Nullable String etag = answer.header("ETag");
        return answer.statusCode() + " " + etag + " "
                + answer.asString()
                        .replace(board, "ID")
                        .replaceAll("\"(traceId|knownAt)\":\"[^\"]*\"", "")
                        .replaceAll("\"next\":\"[^\"]*\"", "\"next\"");
    }
}
