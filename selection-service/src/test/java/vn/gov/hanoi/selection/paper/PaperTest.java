package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.application.ApplicationPurged;
import vn.gov.hanoi.selection.support.Boards;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.Scans;

@QuarkusTest
@WithStack
class PaperTest {
    private final Written written;
    private final Event<ApplicationPurged> purged;

    PaperTest(Written written, Event<ApplicationPurged> purged) {
        this.written = written;
        this.purged = purged;
    }

    @Test
    void shouldLeadFromSeatsToMarksThatOnlyTheirPersonsRead() throws Exception {
        // Given: five candidates: absent, too late, warned, suspended, and one whose markers differ
        var contest = Contest.listed(5).planned();
        var boards = contest.boards();
        var room = boards.token("SUPERVISION", 1);
        contest.write(Contest.scheme()).then().statusCode(200);
        var people = contest.people();
        var absent = people.get(0);
        var warned = people.get(2);
        var suspended = people.get(3);
        var differing = people.get(4);
        for (var person : people) {
            var paper = contest.paperOf(person);
            int late = person.equals(people.get(1)) ? 31 : 30;
            Contest.attend(room, paper, !person.equals(absent), late).then().statusCode(200);
        }
        Contest.violate(room, contest.paperOf(warned).getString("id"), "WARNING")
                .then()
                .statusCode(200);
        Contest.violate(room, contest.paperOf(suspended).getString("id"), "SUSPENSION")
                .then()
                .statusCode(200);
        contest.collected();
        var codes = boards.token("CODING", 1);
        assertThat(contest.papers(codes)).allSatisfy(paper -> {
            assertThat((Object) paper.get("officer")).isNull();
            assertThat((Object) paper.get("applicationId")).isNull();
            assertThat(paper.getList("violations")).isEmpty();
        });
        for (var person : List.of(warned, differing)) {
            Contest.handIn(codes, number(contest, codes, person), Scans.pages(1), "Nguyen Thi Mau.pdf")
                    .then()
                    .statusCode(200);
        }
        Contest.handIn(codes, number(contest, codes, suspended), Scans.pages(1), "x.pdf")
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.not-sitting")));
        contest.act(boards.head("CODING"), "lock").then().statusCode(200);
        contest.assigned();

        // When: the two markings of one script lie 10.01 apart
        var scripts = contest.scripts(boards.head("MARKING"));
        var far = UUID.fromString(scripts.getFirst().getString("id"));
        var seen = new java.util.HashSet<UUID>();
        contest.marked("MARKING", (script, _) -> !script.equals(far) ? "40.00" : seen.add(script) ? "30.00" : "40.01");
        var spread = contest.scripts(boards.head("MARKING"));
        var early = contest.act(codes, "reveal");
        var markers = Database.query("select officer_id from mark_sheets where script_id = ?", far).stream()
                .map(row -> (UUID) row.get("officer_id"))
                .toList();
        var again = third(boards, far, markers.getFirst());
        var head = third(boards, far, boards.officer("MARKING", 0));
        var third = boards.members().get("MARKING").stream()
                .skip(1)
                .filter(each -> !markers.contains(each))
                .findFirst()
                .orElseThrow();
        var named = third(boards, far, third);
        var twice = third(boards, far, third);
        contest.marked("MARKING", (_, _) -> "36.00");

        // Then
        assertThat(spread).extracting(each -> each.getString("state")).containsExactly("SPREAD", "MARKED");
        early.then().statusCode(409).body(at("code", equalTo("selection.marks-missing")));
        for (var refused : List.of(again, head)) {
            refused.then().statusCode(422).body(at("code", equalTo("selection.marker-not-possible")));
        }
        named.then().statusCode(200).body(at("state", equalTo("THIRD_MARKING")));
        twice.then().statusCode(409).body(at("code", equalTo("selection.third-not-needed")));
        assertThat(markers).hasSize(2).doesNotHaveDuplicates().doesNotContain(boards.officer("MARKING", 0));

        // When: one person, with another account, and then a second person
        assertThat(results(contest)).isEmpty();
        var first = contest.act(codes, "reveal");
        var same = contest.act(codes, "reveal");
        var marker = contest.act(boards.token("MARKING", 1), "reveal");
        var closed = contest.papers(contest.cast().personnel());
        contest.act(boards.token("MONITORING", 0), "reveal").then().statusCode(200);
        var untold = contest.paperOf(differing);
        contest.published();

        // Then
        first.then().statusCode(200).body(at("keysTurned", equalTo(1))).body(at("stage", equalTo("CODED")));
        same.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        marker.then().statusCode(403).body(at("code", equalTo("selection.not-this-board")));
        assertThat(closed)
                .allSatisfy(paper -> assertThat(paper.getList("marks")).isEmpty());
        assertThat(untold.getList("marks")).isEmpty();
        var results = results(contest);
        assertThat(results).hasSize(5);
        assertThat(result(contest, results, absent))
                .matches(each -> each.absent() && !each.excluded() && each.points() == null);
        assertThat(result(contest, results, people.get(1)))
                .matches(each -> !each.absent() && each.excluded() && each.points() == null);
        assertThat(result(contest, results, suspended))
                .matches(each -> !each.absent() && each.excluded() && !each.passed());
        boolean farIsDiffering =
                contest.paperOf(differing).getList("marks.mean").toString().equals("[58.01]");
        // 56 and 60.01 are nearest: 58.005, shown as 58.01; the warned one has the other script, or it is the other way
        // round
        assertThat(result(contest, results, differing).points()).hasToString(farIsDiffering ? "58.01" : "60.00");
        assertThat(result(contest, results, warned).points()).hasToString(farIsDiffering ? "30.00" : "29.00");
        assertThat(result(contest, results, warned).passed()).isFalse();
        assertThat(result(contest, results, differing).passed()).isTrue();
        var own = contest.papers(Cast.candidate(warned));
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().getInt("marks[0].deductionPercent")).isEqualTo(50);
        assertThat(contest.papers(Cast.candidate(absent)).getFirst().getList("marks"))
                .isEmpty();
        assertThat(Rounds.get(contest.cast().organiser(), contest.id()).getString("state"))
                .isEqualTo("ROUND1_PUBLISHED");
        provesItsSheets(contest);
        tellsNothingUnsealed(contest);
        forgetsThePerson(contest, differing);
    }

    private static vn.gov.hanoi.kernel.testing.Json number(Contest contest, String codes, UUID person) {
        int number = contest.paperOf(person).getInt("number");
        return contest.papers(codes).stream()
                .filter(each -> each.getInt("number") == number)
                .findFirst()
                .orElseThrow();
    }

    private static io.restassured.response.Response third(Boards boards, UUID script, UUID officer) {
        return Api.as(boards.head("MARKING"))
                .header("Idempotency-Key", Api.key())
                .body(Map.of("data", Map.of("officerId", officer)))
                .post(Contest.SCRIPTS + "/" + script + "/actions/assign");
    }

    private List<WrittenResult> results(Contest contest) {
        return QuarkusTransaction.requiringNew().call(() -> written.results(UUID.fromString(contest.id())));
    }

    private static WrittenResult result(Contest contest, List<WrittenResult> all, UUID person) {
        var application = contest.paperOf(person).getString("applicationId");
        return all.stream()
                .filter(each -> each.applicationId().toString().equals(application))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever has the public marks can prove that no sheet was changed, with nothing but SHA-256. */
    private void provesItsSheets(Contest contest) throws Exception {
        var marks = QuarkusTransaction.requiringNew().call(() -> written.publicMarks(UUID.fromString(contest.id())));
        assertThat(marks).hasSize(2);
        assertThat(marks).flatExtracting(PublicMark::sheets).hasSize(5);
        for (var mark : marks) {
            for (var sheet : mark.sheets()) {
                var sha = java.security.MessageDigest.getInstance("SHA-256");
                sha.update(HexFormat.of().parseHex(sheet.salt()));
                var digest = HexFormat.of()
                        .formatHex(sha.digest(sheet.sheet().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                assertThat(digest).isEqualTo(sheet.digest());
                assertThat(Database.count(
                                "select count(*) from audit_entries where action = 'mark-sheet.seal' and details ->> 'digest' = ?",
                                digest))
                        .isEqualTo(1);
            }
        }
    }

    /** The script goes with the application; what is known of it under its code stays provable. */
    private void forgetsThePerson(Contest contest, UUID person) throws Exception {
        var application = UUID.fromString(contest.paperOf(person).getString("applicationId"));
        QuarkusTransaction.requiringNew().run(() -> purged.fire(new ApplicationPurged(application)));
        assertThat(Database.count(
                        "select count(*) from scripts where exam_id = ? and content is null and owner is null",
                        UUID.fromString(contest.id())))
                .isEqualTo(1);
        provesItsSheets(contest);
    }

    private static void tellsNothingUnsealed(Contest contest) {
        var exam = UUID.fromString(contest.id());
        assertThat(Database.count("""
                select count(*) from scripts where exam_id = ?
                    and (position('%PDF' in encode(content, 'escape')) > 0 or position('Nguyen' in encode(content, 'escape')) > 0)""", exam)).isZero();
        assertThat(Database.count("""
                select count(*) from mark_sheets where exam_id = ? and position('"Q1"' in encode(content, 'escape')) > 0""", exam)).isZero();
        // Nothing in the audit joins a paper and its script, and nothing tells a mark.
        assertThat(Database.query(
                        "select details::text as details from audit_entries where unit_id = ? and action ~ '^(paper|mark-sheet|script|written-exam)'",
                        contest.cast().department().id()))
                .extracting(row -> (String) row.get("details"))
                .allSatisfy(details ->
                        assertThat(details).matches("\\{(\"(digest|key|decision|attendance|kind|startsOn)\": .*)?}"));
    }

    @Test
    void shouldKeepASealedSheetWhateverIsTried() {
        // Given
        var contest = Contest.listed(2).held().coded().assigned();
        var marker = contest.boards().members().get("MARKING").stream()
                .skip(1)
                .map(Boards::token)
                .filter(token -> !contest.sheets(token).isEmpty())
                .findFirst()
                .orElseThrow();
        var sheet = contest.sheets(marker).getFirst();
        var address = Contest.SHEETS + "/" + sheet.getString("id");

        // When
        var empty = Contest.seal(marker, sheet);
        var tooMany = Contest.send(marker, "PUT", address, sheet.getString("etag"), Contest.points("60.01", "0"));
        var unknown = Contest.send(
                marker,
                "PUT",
                address,
                sheet.getString("etag"),
                Map.of("points", List.of(Map.of("criterion", "Q9", "points", 1))));
        var fine = Contest.send(marker, "PUT", address, sheet.getString("etag"), Contest.points("1.001", "0"));
        var draft = Contest.draft(marker, sheet, Contest.points("12.34", "5.60"));
        var stale = Contest.send(marker, "PUT", address, sheet.getString("etag"), Contest.points("1", "1"));
        var sealed = Contest.seal(marker, draft);
        var etag = Api.json(sealed).path("etag").asText();
        var rewritten = Contest.send(marker, "PUT", address, etag, Contest.points("50", "40"));
        var resealed = Contest.send(marker, "POST", address + "/actions/seal", etag, Map.of());
        var pages = Api.as(marker).get(address + "/script");

        // Then
        empty.then()
                .statusCode(422)
                .body(at("errors.code", equalTo(List.of("selection.points-missing", "selection.points-missing"))));
        tooMany.then().statusCode(422).body(at("code", equalTo("selection.points-too-many")));
        unknown.then().statusCode(422).body(at("code", equalTo("selection.criterion-unknown")));
        fine.then().statusCode(400);
        stale.then().statusCode(412);
        sealed.then()
                .statusCode(200)
                .body(at("state", equalTo("SEALED")))
                .body(at("_actions[0].enabled", equalTo(false)));
        rewritten.then().statusCode(409).body(at("code", equalTo("selection.sheet-sealed")));
        resealed.then().statusCode(409);
        assertThat(pages.contentType()).isEqualTo("application/pdf");
        assertThat(pages.header("Content-Disposition")).isEqualTo("attachment; filename=\"script.pdf\"");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Database.execute(
                        "update mark_sheets set sealed_on = sealed_on - 1 where id = ?",
                        UUID.fromString(sheet.getString("id"))))
                .hasMessageContaining("a sealed sheet never changes");

        // When: a marker who has not sealed leaves, and one who has a tie is found
        var left = contest.boards().members().get("MARKING").stream()
                .skip(1)
                .filter(each -> !Boards.token(each).equals(marker))
                .filter(each -> !contest.sheets(Boards.token(each)).isEmpty())
                .findFirst()
                .orElseThrow();
        var lost = contest.sheets(Boards.token(left)).getFirst();
        contest.boards().leave(contest.id(), left);
        var gone = Api.as(Boards.token(left)).get(Contest.SHEETS + "/" + lost.getString("id"));
        contest.assigned();

        // Then
        gone.then().statusCode(404);
        assertThat(Database.count(
                        "select count(*) from mark_sheets where exam_id = ? and officer_id = ? and state <> 'DROPPED'",
                        UUID.fromString(contest.id()),
                        left))
                .isZero();
        assertThat(Database.count(
                        "select count(*) from mark_sheets where exam_id = ? and state <> 'DROPPED'",
                        UUID.fromString(contest.id())))
                .isEqualTo(4);
    }
}
