package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Boards;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.Scans;

/** Every step of a written round, tried by many at once: one effect, and a clear refusal for the others. */
@QuarkusTest
@WithStack
class PaperRaceTest {
    private static final int MANY = 8;

    @Test
    void shouldTakeEachStepOnceWhoeverTriesItTogether() throws Exception {
        // Given
        var contest = Contest.listed(2);
        var exam = UUID.fromString(contest.id());
        var boards = contest.boards();
        var cast = contest.cast();

        // When, Then: planned by two personnel officers
        once(201, 409, many(i -> () -> contest.create(i % 2 == 0 ? cast.personnel() : cast.otherPersonnel())));
        assertThat(count("select count(*) from papers where exam_id = ?", exam)).isEqualTo(2);
        contest.write(Contest.scheme()).then().statusCode(200);
        var room = boards.token("SUPERVISION", 1);
        var paper = contest.papers(room).getFirst();
        once(
                200,
                412,
                many(i -> () -> Contest.attend(i % 2 == 0 ? room : boards.head("SUPERVISION"), paper, true, i % 3)));
        Contest.attend(room, contest.papers(room).getLast(), true, 0).then().statusCode(200);
        step(contest, boards.head("SUPERVISION"), "close");

        // A script is taken in once, by two members
        var codes = boards.token("CODING", 1);
        var first = contest.papers(codes).getFirst();
        once(
                200,
                412,
                many(i -> () ->
                        Contest.handIn(i % 2 == 0 ? codes : boards.head("CODING"), first, Scans.pages(1), "x.pdf")));
        assertThat(count("select count(*) from scripts where exam_id = ?", exam))
                .isEqualTo(1);
        Contest.handIn(codes, contest.papers(codes).getLast(), Scans.pages(1), "y.pdf")
                .then()
                .statusCode(200);
        step(contest, boards.head("CODING"), "lock");
        step(contest, boards.head("MARKING"), "assign");
        assertThat(count("select count(*) from mark_sheets where exam_id = ?", exam))
                .isEqualTo(4);

        // A sheet is sealed once; drafts and seals of two windows do not mix
        var marker = boards.members().get("MARKING").stream()
                .skip(1)
                .map(Boards::token)
                .filter(token -> !contest.sheets(token).isEmpty())
                .findFirst()
                .orElseThrow();
        var sheet = Contest.draft(marker, contest.sheets(marker).getFirst(), Contest.points("10.00", "10.00"));
        var sealed = once(
                200,
                412,
                many(i -> () -> i % 2 == 0
                        ? Contest.seal(marker, sheet)
                        : Contest.send(
                                marker,
                                "PUT",
                                Contest.SHEETS + "/" + sheet.getString("id"),
                                sheet.getString("etag"),
                                Contest.points("60.00", "40.00"))));
        if (Api.json(sealed).path("state").asText().equals("DRAFT")) {
            Contest.seal(marker, contest.sheets(marker).getFirst()).then().statusCode(200);
        }
        contest.marked("MARKING", (_, _) -> "45.00");

        // The third marker is named once
        var head = boards.head("MARKING");
        var spread = contest.scripts(head).stream()
                .filter(each -> each.getString("state").equals("SPREAD"))
                .toList();
        for (var script : spread) {
            var had = Database.query(
                            "select officer_id from mark_sheets where script_id = ?",
                            UUID.fromString(script.getString("id")))
                    .stream()
                    .map(row -> (UUID) row.get("officer_id"))
                    .toList();
            var free = boards.members().get("MARKING").stream()
                    .skip(1)
                    .filter(each -> !had.contains(each))
                    .toList();
            once(
                    200,
                    409,
                    many(i -> () -> Api.as(head)
                            .header("Idempotency-Key", Api.key())
                            .body(Map.of("data", Map.of("officerId", free.get(i % free.size()))))
                            .post(Contest.SCRIPTS + "/" + script.getString("id") + "/actions/assign")));
        }
        contest.marked("MARKING", (_, _) -> "0.00");

        // The first key by one of many presses of one person; the second by another person, with the tag of before
        // refused
        var address = Contest.EXAMS + "/" + contest.id() + "/actions/reveal";
        var etag = Contest.etag(codes, Contest.EXAMS + "/" + contest.id());
        var key = Api.key();
        var same = allAtOnce(many(_ -> () -> Api.as(codes)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(Map.of())
                .post(address)));
        assertThat(same).extracting(Response::statusCode).isSubsetOf(200, 409);
        assertThat(count("select count(*) from written_exams where id = ? and second_key_officer is null", exam))
                .isEqualTo(1);
        var others =
                List.of(boards.token("MONITORING", 0), boards.token("MONITORING", 1), boards.head("CODING"), codes);
        var opened = allAtOnce(many(i -> () -> contest.act(others.get(i % 4), "reveal")));
        assertThat(opened.stream().filter(each -> each.statusCode() == 200)).hasSize(1);
        assertThat(opened).extracting(Response::statusCode).isSubsetOf(200, 403, 409, 412);
        assertThat(count("select count(*) from written_marks where exam_id = ?", exam))
                .isEqualTo(2);
        assertThat(count(
                        "select count(*) from audit_entries where resource_id = ? and action = 'written-exam.reveal'",
                        exam))
                .isEqualTo(2);
        assertThat(count(
                        "select count(*) from written_exams where id = ? and first_key_officer <> second_key_officer",
                        exam))
                .isEqualTo(1);

        // Told once, objected to once
        var tag = Contest.etag(cast.approver(), Contest.EXAMS + "/" + contest.id());
        once(
                200,
                412,
                many(_ -> () -> Contest.send(
                        cast.approver(),
                        "POST",
                        Contest.EXAMS + "/" + contest.id() + "/actions/publish",
                        tag,
                        Map.of("decision", Rounds.decision()))));
        once(201, 409, many(_ -> () -> contest.object(contest.people().getFirst())));
        assertThat(count("select count(*) from objections where exam_id = ?", exam))
                .isEqualTo(1);
    }

    private static void step(Contest contest, String head, String verb) throws Exception {
        var etag = Contest.etag(head, Contest.EXAMS + "/" + contest.id());
        once(
                200,
                412,
                many(_ -> () -> Contest.send(
                        head, "POST", Contest.EXAMS + "/" + contest.id() + "/actions/" + verb, etag, Map.of())));
    }

    private static List<Callable<Response>> many(IntFunction<Callable<Response>> call) {
        return IntStream.range(0, MANY).mapToObj(call).toList();
    }

    /** @return the one that had an effect */
    private static Response once(int done, int refused, List<Callable<Response>> calls) throws Exception {
        var answers = allAtOnce(calls);
        var effective =
                answers.stream().filter(each -> each.statusCode() == done).toList();
        assertThat(effective).as(answers.getFirst().asString()).hasSize(1);
        assertThat(answers.stream().filter(each -> each.statusCode() != done))
                .extracting(Response::statusCode)
                .containsOnly(refused);
        return effective.getFirst();
    }

    private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static long count(String sql, UUID id) {
        return Database.count(sql, id);
    }
}
