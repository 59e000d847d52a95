package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Boards;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** Worlds that differ only in what a viewer must not know answer this viewer equally, at every address of written rounds and objections. */
@QuarkusTest
@WithStack
class PaperLeakTest {
    private static final String[] ALL = {
        "selection-reader",
        "selection-organiser",
        "selection-approver",
        "selection-personnel",
        "selection-candidate",
        "selection-panel"
    };

    /** Somebody who looks around, with what stays the same for this viewer taken out. */
    private record Look(Contest contest, Map<String, String> viewers) {
        /** All that everybody can ask. @param sheets ids of sheets of others, also tried by everybody */
        Map<String, String> all(List<String> sheets, List<String> papers, List<String> objections) {
            var seen = new LinkedHashMap<String, String>();
            viewers.forEach((viewer, token) -> {
                UnaryOperator<String> get = path -> plain(Api.as(token).get(path));
                var exam = Contest.EXAMS + "/" + contest.id();
                for (var path : List.of(
                        exam,
                        exam + "/scheme",
                        exam + "/agreement",
                        exam + "/remarking",
                        Rounds.PATH + "/" + contest.id(),
                        Contest.PAPERS + "?examId=" + contest.id(),
                        Contest.SHEETS + "?examId=" + contest.id(),
                        Contest.SCRIPTS + "?examId=" + contest.id(),
                        Contest.OBJECTIONS + "?examId=" + contest.id())) {
                    seen.put(viewer + " GET " + path, get.apply(path));
                }
                for (int i = 0; i < sheets.size(); i++) {
                    var address = Contest.SHEETS + "/" + sheets.get(i);
                    seen.put(viewer + " GET sheet " + i, get.apply(address));
                    seen.put(viewer + " GET pages " + i, pages(Api.as(token).get(address + "/script")));
                    seen.put(
                            viewer + " seals " + i,
                            plain(Contest.send(
                                    token, "POST", address + "/actions/seal?validateOnly=true", "\"77\"", Map.of())));
                }
                for (int i = 0; i < papers.size(); i++) {
                    var address = Contest.PAPERS + "/" + papers.get(i);
                    seen.put(viewer + " GET paper " + i, get.apply(address));
                    seen.put(
                            viewer + " objects " + i,
                            plain(Api.as(token)
                                    .body(Map.of("paperId", papers.get(i), "grounds", "x"))
                                    .post(Contest.OBJECTIONS + "?validateOnly=true")));
                }
                for (int i = 0; i < objections.size(); i++) {
                    var address = Contest.OBJECTIONS + "/" + objections.get(i);
                    seen.put(viewer + " GET objection " + i, plain(Api.as(token).get(address), objections.get(i)));
                    seen.put(
                            viewer + " withdraws " + i,
                            plain(
                                    Contest.send(token, "POST", address + "/actions/withdraw", "\"77\"", Map.of()),
                                    objections.get(i)));
                }
            });
            return seen;
        }
    }

    private static String pages(Response answer) {
        return answer.statusCode() + " " + answer.header("Content-Disposition") + " " + answer.asByteArray().length;
    }

    private static String plain(Response answer, String... ids) {
        @Nullable String etag = answer.header("ETag");
        var text = answer.asString();
        for (var id : ids) {
            text = text.replace(id, "ID");
        }
        return answer.statusCode() + " " + etag + " " + text.replaceAll("\"(traceId|knownAt)\":\"[^\"]*\"", "");
    }

    private static Map<String, String> strangers(Contest contest) {
        var viewers = new LinkedHashMap<String, String>();
        var bystander = Org.officer(contest.cast().department());
        viewers.put(
                "official who sits nowhere",
                Tokens.user("bystander")
                        .unit(contest.cast().department().code())
                        .officer(Cast.code(bystander))
                        .roles(ALL)
                        .token());
        viewers.put(
                "inspector of another unit",
                Tokens.user("inspector")
                        .unit(Org.department().code())
                        .roles("selection-inspector")
                        .token());
        viewers.put("head of the room", contest.boards().head("SUPERVISION"));
        viewers.put("codes", contest.boards().token("CODING", 1));
        viewers.put("watches", contest.boards().token("MONITORING", 0));
        viewers.put("questions", contest.boards().head("QUESTION"));
        return viewers;
    }

    @Test
    void shouldTellNobodyWhatAnotherMarkerThinksAndWhoseScriptItIs() {
        // Given: two scripts; the first sheet of the first script is drafted and sealed by its marker
        var contest = Contest.listed(2).held().coded().assigned();
        var boards = contest.boards();
        var exam = UUID.fromString(contest.id());
        var rows = Database.query(
                "select id, script_id, officer_id from mark_sheets where exam_id = ? order by script_id, turn", exam);
        var sheet = Objects.requireNonNull(rows.getFirst().get("id")).toString();
        var marker = (UUID) Objects.requireNonNull(rows.getFirst().get("officer_id"));
        var mine = Boards.token(marker);
        var viewers = strangers(contest);
        viewers.put("head of the markers", boards.head("MARKING"));
        viewers.put("the one candidate", Cast.candidate(contest.people().get(0)));
        viewers.put("the other candidate", Cast.candidate(contest.people().get(1)));
        viewers.put("handles applications", contest.cast().personnel());
        boards.members().get("MARKING").stream()
                .skip(1)
                .filter(each -> !each.equals(marker))
                .forEach(each -> viewers.put("marker " + each, Boards.token(each)));
        var papers = contest.papers(contest.cast().personnel()).stream()
                .map(each -> each.getString("id"))
                .toList();
        var look = new Look(contest, viewers);
        var sheets = rows.stream().map(row -> String.valueOf(row.get("id"))).toList();

        // When: nothing, then few points, then many, then a seal with the other script still open
        var nothing = look.all(sheets, papers, List.of());
        var tagsOfNothing = leaky(exam);
        var one = Contest.draft(mine, sheet(contest, mine, sheet), Contest.points("1.00", "2.00"));
        var few = look.all(sheets, papers, List.of());
        var tagsOfFew = leaky(exam);
        var two = Contest.draft(mine, one, Contest.points("60.00", "20.00"));
        var many = look.all(sheets, papers, List.of());
        Contest.seal(mine, two).then().statusCode(200);
        var sealed = look.all(sheets, papers, List.of());

        // Then
        assertThat(nothing).hasSizeGreaterThan(250);
        assertThat(few).isEqualTo(nothing);
        assertThat(many).isEqualTo(nothing);
        assertThat(sealed).isEqualTo(nothing);
        assertThat(with(few, tagsOfFew)).isNotEqualTo(with(nothing, tagsOfNothing));

        // When: a tie of a marker with the writer of a script that the marker does not have
        var tied = tieWithoutScript(contest, rows);
        if (tied != null) {
            assertThat(look.all(sheets, papers, List.of())).isEqualTo(sealed);
        }

        // Then: what markers see of two persons' scripts differs in ids and codes only, which are random
        var shapes = new HashMap<String, String>();
        boards.members().get("MARKING").stream()
                .skip(1)
                .filter(each -> !each.equals(marker))
                .forEach(each -> {
                    var token = Boards.token(each);
                    contest.sheets(token).forEach(own -> {
                        var address = Contest.SHEETS + "/" + own.getString("id");
                        var text = Api.as(token)
                                .get(address)
                                .asString()
                                .replace(own.getString("id"), "ID")
                                .replace(own.getString("code"), "CODE");
                        shapes.put(text + pages(Api.as(token).get(address + "/script")), "");
                    });
                });
        assertThat(shapes).hasSizeLessThanOrEqualTo(1);
        assertThat(Database.query("select id, code from scripts where exam_id = ?", exam)
                                .toString()
                        + Database.query("select id, code from mark_sheets where exam_id = ?", exam))
                .doesNotContain(papers);
        assertThat(Database.count("""
                select count(*) from (select aggregate_id, envelope from outbox_events union all select aggregate_id, envelope from event_log) e
                where position(? in convert_from(envelope, 'UTF8')) > 0 and position('written' in convert_from(envelope, 'UTF8')) > 0""", contest.id())).isZero();

        // When: the marks are known to two persons' keys only; nobody else but those who sit sees a difference
        contest.marked("MARKING", (script, officer) -> officer.equals(marker) ? "60.00" : "58.00");
        for (var script : contest.scripts(boards.head("MARKING"))) {
            if (script.getString("state").equals("SPREAD")) {
                throw new AssertionError("the points of this test lie too far apart");
            }
        }
        var outside = new Look(contest, outsiders(viewers));
        var before = outside.all(sheets, papers, List.of());
        contest.revealed();
        var after = outside.all(sheets, papers, List.of());

        // Then: the round says how far it has come, and nothing else changes
        assertThat(without(after, "/rounds/")).isEqualTo(without(before, "/rounds/"));
    }

    /** What a list would tell that showed the tags of all sheets: the comparison finds it. */
    private static String leaky(UUID exam) {
        return Database.query("select version from mark_sheets where exam_id = ? order by code", exam)
                .toString();
    }

    private static Map<String, String> with(Map<String, String> seen, String more) {
        var found = new LinkedHashMap<>(seen);
        found.put("leaky list", more);
        return found;
    }

    private static vn.gov.hanoi.kernel.testing.Json sheet(Contest contest, String token, String id) {
        return contest.sheets(token).stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Declares a tie between a marker and the writer of a script that the marker does not have; null if everybody has all. */
    private static @Nullable UUID tieWithoutScript(Contest contest, List<Map<String, @Nullable Object>> rows) {
        var scripts = rows.stream().map(row -> row.get("script_id")).distinct().toList();
        for (var officer :
                contest.boards().members().get("MARKING").stream().skip(1).toList()) {
            boolean hasNone = rows.stream().noneMatch(row -> officer.equals(row.get("officer_id")));
            if (hasNone && !scripts.isEmpty()) {
                Database.execute(
                        """
                        insert into conflicts (id, round_id, member_id, candidate_id, ground, source, made_at, made_by)
                        values (?, ?, ?, ?, 'SIBLING', 'MEMBER', now(), 'test')""",
                        UUID.randomUUID(),
                        UUID.fromString(contest.id()),
                        officer,
                        contest.people().getFirst());
                return officer;
            }
        }
        return null;
    }

    private static Map<String, String> outsiders(Map<String, String> viewers) {
        var found = new LinkedHashMap<String, String>();
        viewers.forEach((viewer, token) -> {
            if (viewer.contains("candidate") || viewer.contains("inspector") || viewer.contains("nowhere")) {
                found.put(viewer, token);
            }
        });
        return found;
    }

    /** Lines of addresses that legitimately say how far it has come. */
    private static Map<String, String> without(Map<String, String> seen, String part) {
        var found = new LinkedHashMap<String, String>();
        seen.forEach((name, text) -> {
            if (!name.contains(part) && !name.endsWith(" GET " + Contest.EXAMS)) {
                found.put(
                        name,
                        text.replaceAll(
                                        "\"stage\":\"[A-Z]+\"|\"version\":\\d+|\"etag\":\"\\\\\"\\d+\\\\\"\"|\"changedAt\":\"[^\"]*\"|\"keysTurned\":\\d|\"_actions\":.*",
                                        "")
                                .replaceAll("^200 \\\\?\"\\d+\\\\?\"", "200"));
            }
        });
        return found;
    }

    @Test
    void shouldTellNobodyWhoObjected() {
        // Given
        var contest = Contest.told(2);
        var one = contest.people().get(0);
        var other = contest.people().get(1);
        var viewers = strangers(contest);
        viewers.put("markers", contest.boards().token("MARKING", 1));
        viewers.put("marks again", contest.boards().token("REMARKING", 1));
        viewers.put("head of those who mark again", contest.boards().head("REMARKING"));
        viewers.put("approver", contest.cast().approver());
        viewers.put("organiser", contest.cast().organiser());
        var third = Org.officer(contest.cast().division());
        viewers.put("no candidate", Cast.candidate(third));
        var papers = contest.papers(contest.cast().personnel()).stream()
                .map(each -> each.getString("id"))
                .toList();
        var look = new Look(contest, viewers);
        var theOther = new Look(contest, Map.of("the other candidate", Cast.candidate(other)));

        // When: nobody, then the one, then the other instead
        var nobody = look.all(List.of(), papers, List.of(UUID.randomUUID().toString()));
        var alone = theOther.all(List.of(), papers, List.of(UUID.randomUUID().toString()));
        contest.object(one).then().statusCode(201);
        var first = List.of(contest.objectionOf(one).getString("id"));
        var filed = look.all(List.of(), papers, first);
        var besides = theOther.all(List.of(), papers, first);
        contest.withdraw(one).then().statusCode(200);
        contest.object(other).then().statusCode(201);
        var instead =
                look.all(List.of(), papers, List.of(contest.objectionOf(other).getString("id")));

        // Then
        assertThat(nobody).hasSizeGreaterThan(150);
        assertThat(filed).isEqualTo(nobody);
        assertThat(instead).isEqualTo(nobody);
        assertThat(besides).isEqualTo(alone);

        // When: they are marked again. Who marks sees codes, as many as there are objections
        contest.timeIsOver()
                .remark(contest.boards().head("REMARKING"), "assign", Map.of())
                .then()
                .statusCode(200);

        // Then
        var head = contest.scripts(contest.boards().head("REMARKING"));
        assertThat(head).hasSize(1);
        assertThat(head.getFirst().toString()).doesNotContain(other.toString()).doesNotContain(papers);
        var outside = new Look(
                contest,
                Map.of(
                        "official",
                        Objects.requireNonNull(viewers.get("official who sits nowhere")),
                        "markers",
                        Objects.requireNonNull(viewers.get("markers"))));
        var assigned = outside.all(List.of(), papers, List.of());
        assertThat(without(assigned, "/written-exams/" + contest.id()))
                .isNotEmpty()
                .allSatisfy((name, text) -> {
                    var before = new HashMap<>(without(nobody, "/written-exams/" + contest.id()));
                    var known = name.replace("official GET", "official who sits nowhere GET")
                            .replace("official seals", "official who sits nowhere seals")
                            .replace("official objects", "official who sits nowhere objects");
                    assertThat(before.get(known)).isEqualTo(text);
                });
    }
}
