package vn.gov.hanoi.selection.defence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** Worlds that differ only in points that are not opened, or in a candidate whom one may not judge, answer equally. */
@QuarkusTest
@WithStack
class DefenceLeakTest {
    private static final UUID NONE = UUID.randomUUID();
    private static final String[] ALL_ROLES = {
        "selection-reader",
        "selection-organiser",
        "selection-approver",
        "selection-personnel",
        "selection-candidate",
        "selection-panel",
        "selection-inspector"
    };

    @Test
    void shouldAnswerEquallyWhateverIsOnSheetsThatAreNotOpenedAndAboutWhomOneMayNotJudge() {
        // Given: the last member of the council is a sibling of the first candidate
        var cast = Cast.assemble();
        var contest = SecondRound.listed(cast, 2, 2).held();
        Database.execute(
                "insert into conflicts (id, round_id, member_id, candidate_id, ground, source, made_at, made_by) "
                        + "values (uuidv7(), ?, ?, ?, 'SIBLING', 'MEMBER', now(), 'x')",
                contest.id(),
                contest.council().get(4),
                contest.candidates().getFirst());
        contest.commit().then().statusCode(200);
        contest.marked("70.00", "80.00", "60.00", "90.00");
        contest.draw().then().statusCode(200);
        contest.assign(0, contest.council().subList(0, 4)).then().statusCode(200);
        contest.scored(1, "70", "70", "70", "70")
                .scored(2, "70", "70", "70", "70")
                .scored(3, "80", "80", "80", "80");
        var sheets = List.of(
                contest.sheetPath(contest.member(0), 0),
                contest.sheetPath(contest.member(1), 0),
                contest.sheetPath(contest.member(2), 0),
                contest.sheetPath(contest.member(3), 0));
        var viewers = viewers(contest);

        // When: nothing is written, then one thing, then another, then a sheet is sealed
        var empty = look(contest, viewers, sheets);
        SecondRound.write(contest.member(1), sheets.get(1), SecondRound.sheet("50"))
                .then()
                .statusCode(200);
        var low = look(contest, viewers, sheets);
        SecondRound.write(contest.member(1), sheets.get(1), SecondRound.sheet("100"))
                .then()
                .statusCode(200);
        SecondRound.seal(contest.member(1), sheets.get(1)).then().statusCode(200);
        var high = look(contest, viewers, sheets);

        // Then
        assertThat(empty).hasSizeGreaterThan(90);
        assertThat(low).isEqualTo(empty);
        assertThat(high).isEqualTo(empty);

        // When: all are opened, and a result is listed; the sibling looks before and after
        var sibling = Map.of("sibling", contest.member(4));
        var before = look(contest, sibling, sheets);
        for (int i : List.of(0, 2, 3)) {
            SecondRound.write(contest.member(i), sheets.get(i), SecondRound.sheet("75"))
                    .then()
                    .statusCode(200);
            SecondRound.seal(contest.member(i), sheets.get(i)).then().statusCode(200);
        }
        contest.act(contest.chair(), 0, "reveal", Map.of()).then().statusCode(200);
        var opened = look(contest, sibling, sheets);
        contest.act(contest.chair(), 0, "review", Map.of("reason", Rounds.reason("REVIEWED")))
                .then()
                .statusCode(200);
        contest.list().then().statusCode(201);
        var seen = Api.as(contest.member(4)).get(contest.resultPath()).asString();

        // Then: not even that there is a number
        assertThat(opened).isEqualTo(before);
        assertThat(seen)
                .contains(contest.vacancies().get(1).toString())
                .doesNotContain(
                        contest.vacancies().getFirst().toString(),
                        contest.applications().get(0).toString(),
                        contest.applications().get(1).toString());

        // And the defence is one: who may judge does see another answer.
        assertThat(Api.as(contest.chair())
                        .get("/selection/v1/defences/" + contest.defenceId(0))
                        .asString())
                .contains("\"mean\":81.25");
        // Nothing of it is in the audit, in events, or readable in the database.
        assertThat(Database.query(
                                "select details::text as d from audit_entries where unit_id = ?",
                                cast.department().id())
                        .toString())
                .doesNotContain(
                        "81.25",
                        "75.00",
                        "100.00",
                        contest.candidates().getFirst().toString());
        assertThat(
                        Database.count(
                                "select count(*) from score_sheets where encode(content, 'escape') like '%PLAN%' or encode(content, 'escape') like '%marks%'"))
                .isZero();
    }

    /** Everybody who is not the member whose sheet it is, the lead among them where only points differ; all with every role. */
    private static Map<String, String> viewers(SecondRound contest) {
        var cast = contest.cast();
        var viewers = new LinkedHashMap<String, String>();
        viewers.put("chair", token(contest.council().get(0), null));
        viewers.put("another member", token(contest.council().get(2), null));
        viewers.put("member who may not judge", token(contest.council().get(4), null));
        viewers.put("candidate", token(contest.candidates().get(0), null));
        viewers.put("rival", token(contest.candidates().get(1), null));
        viewers.put("personnel officer", token(cast.first(), cast.department().code()));
        viewers.put(
                "bystander of the unit",
                token(Org.officer(cast.department()), cast.department().code()));
        viewers.put(
                "official who is no officer",
                Tokens.user("official")
                        .unit(cast.department().code())
                        .roles(ALL_ROLES)
                        .token());
        return viewers;
    }

    private static String token(UUID officer, @Nullable String unit) {
        var user = Tokens.user("leak-" + officer).officer(Cast.code(officer)).roles(ALL_ROLES);
        return (unit == null ? user : user.unit(unit)).token();
    }

    /** All that one can ask, as an answer without what differs between any two calls. */
    private static Map<String, String> look(SecondRound contest, Map<String, String> viewers, List<String> sheets) {
        var seen = new LinkedHashMap<String, String>();
        var defences = List.of(contest.defenceId(0), contest.defenceId(1));
        viewers.forEach((viewer, token) -> {
            var paths = new java.util.ArrayList<>(List.of(
                    contest.drawPath(),
                    Rounds.PATH + "/" + contest.id(),
                    "/selection/v1/merit-lists?count=true&roundId=" + contest.id(),
                    Applications.PATH + "?count=true&roundId=" + contest.id(),
                    "/selection/v1/defences/" + NONE));
            defences.forEach(id -> paths.add("/selection/v1/defences/" + id));
            paths.add(sheets.get(1));
            for (var path : paths) {
                seen.put(
                        viewer + " GET " + path.replaceAll("/[0-9a-f]{8}-[^/?]*$", "/ID" + paths.indexOf(path)),
                        plain(Api.as(token).get(path), viewer));
            }
            seen.put(
                    viewer + " writes",
                    plain(SecondRound.write(token, sheets.get(1), SecondRound.sheet("10")), viewer));
            seen.put(
                    viewer + " seals",
                    plain(SecondRound.post(token, sheets.get(1) + "/actions/seal", "\"0\"", Map.of()), viewer));
            seen.put(
                    viewer + " reviews",
                    plain(
                            SecondRound.post(
                                    token,
                                    "/selection/v1/defences/" + defences.getFirst() + "/actions/review",
                                    "\"99\"",
                                    Map.of("reason", Rounds.reason("REVIEWED"))),
                            viewer));
            seen.put(
                    viewer + " lists",
                    plain(
                            Api.as(token)
                                    .body(Map.of("roundId", contest.id()))
                                    .post("/selection/v1/merit-lists?validateOnly=true"),
                            viewer));
        });
        return seen;
    }

    private static String plain(Response answer, String viewer) {
        @Nullable String etag = answer.header("ETag");
        var text = answer.asString().replaceAll("\"(traceId|knownAt)\":\"[^\"]*\"", "");
        // That a sheet is in, the lead may know: who is late is the lead's to decide.
        return answer.statusCode() + " " + etag + " "
                + (viewer.equals("chair") ? text.replaceAll("\"(DRAFT|SEALED)\"", "\"\"") : text);
    }
}
