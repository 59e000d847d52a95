package vn.gov.hanoi.selection;

import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** How a caller meets the problems of the second round and of results; refusals change nothing, so that a few contests serve all. */
final class EveryContestProblem {
    private static final Set<SelectionProblem> HERE =
            EnumSet.range(SelectionProblem.NOT_SECRETARY, SelectionProblem.SIGNER_NOT_SEATED);

    private final Cast cast;
    private final Map<String, SecondRound> played = new LinkedHashMap<>();

    EveryContestProblem(Cast cast) {
        this.cast = cast;
    }

    static boolean knows(SelectionProblem problem) {
        return HERE.contains(problem);
    }

    Response raise(SelectionProblem problem) {
        return switch (problem) {
            case NOT_SECRETARY ->
                SecondRound.post(bare().chair(), bare().drawPath() + "/actions/commit", null, Map.of());
            case DRAW_LATE -> bare().commit();
            case DRAW_NOT_COMMITTED -> bare().draw();
            case DRAW_COMMITTED -> committed().commit();
            case MARKS_NOT_FINAL -> {
                var contest = contest(
                        "open", () -> SecondRound.bare(cast, drawn().council()).held());
                contest.commit();
                contest.marked();
                Database.execute(
                        "update written_exams set objections_until = current_date + 1 where id = ?", contest.id());
                yield contest.draw();
            }
            case SCHEDULE_SHORT -> reveal(List.of());
            case SCHEDULE_ORDER -> reveal(List.of(session(-1, 5)));
            case CONTINUATION_UNDECIDED -> reveal(List.of(session(0, 5)));
            default -> raiseOfDefence(problem);
        };
    }

    private Response raiseOfDefence(SelectionProblem problem) {
        var council = drawn().council();
        return switch (problem) {
            case NOT_LEADING -> drawn().act(drawn().secretary(), 1, "reveal", Map.of());
            case DEFENCE_STATE -> drawn().act(drawn().chair(), 0, "reveal", Map.of());
            case DEFENCE_TOO_EARLY -> drawn().assign(3, council);
            case MEMBER_CANNOT_JUDGE -> drawn().assign(0, List.of(council.get(0), cast.first()));
            case LEAD_ABSENT -> drawn().assign(0, council.subList(1, 5));
            case QUORUM_MISSING -> drawn().assign(0, council.subList(0, 3));
            case SHEETS_MISSING -> drawn().act(drawn().chair(), 1, "reveal", Map.of());
            case MEMBER_NOT_MISSING ->
                drawn().act(drawn().chair(), 1, "reveal", Map.of("absent", List.of(council.get(2))));
            case REASON_MISSING -> {
                Database.execute("update defences set held_on = held_on - 1 where id = ?", drawn().defenceId(1));
                yield drawn().act(drawn().chair(), 1, "reveal", Map.of("absent", List.of(council.get(1))));
            }
            case REVIEW_NOT_NEEDED ->
                drawn().act(drawn().chair(), 2, "review", Map.of("reason", Rounds.reason("REVIEWED")));
            case DEFENCES_OPEN -> drawn().list();
            case POINTS_BEYOND -> write("PLAN", "25.01");
            case SHEET_INCOMPLETE -> SecondRound.seal(drawn().member(1), drawn().sheetPath(drawn().member(1), 1));
            default -> raiseOfResult(problem);
        };
    }

    private Response raiseOfResult(SelectionProblem problem) {
        var minutes = new LinkedHashMap<String, Object>(
                Map.of("number", "7/BB", "signedOn", Rounds.TODAY.toString(), "signedBy", List.of(cast.first())));
        return switch (problem) {
            case NOT_CHAIR ->
                SecondRound.post(
                        listed().secretary(), "/selection/v1/merit-lists", null, Map.of("roundId", listed().id()));
            case RESULT_EXISTS -> listed().list();
            case TIE_OPEN -> listed().onResult(listed().secretary(), "submit", listed().minutes());
            case SIGNER_NOT_SEATED -> {
                yield listed().onResult(listed().secretary(), "submit", Map.of("data", Map.of("minutes", minutes)));
            }
            case TIE_ORDER -> decide(listed().applications().subList(0, 1));
            case RESULT_STATE ->
                submitted()
                        .onResult(submitted().secretary(), "submit", submitted().minutes());
            case RESULT_STALE -> {
                submitted().mark(0, "50.50");
                yield submitted().onResult(cast.approver(), "approve", Map.of("decision", Rounds.decision()));
            }
            default -> throw new AssertionError("nobody says how a caller meets " + problem);
        };
    }

    /** Written marks are told; nobody has committed to a lot. */
    private SecondRound bare() {
        return contest("bare", () -> SecondRound.bare(cast, drawn().council()).marked());
    }

    /** One of two who passed has withdrawn since. */
    private SecondRound committed() {
        return contest("committed", () -> {
            var contest = SecondRound.listed(cast, 2).held();
            contest.commit().then().statusCode(200);
            Database.execute(
                    "update applications set state = 'WITHDRAWN', ended_on = current_date where id = ?",
                    contest.applications().getFirst());
            return contest.marked("70.00", "80.00");
        });
    }

    /** The first is drawn, the second marks, the third is opened, the last defends tomorrow. */
    private SecondRound drawn() {
        return contest("drawn", () -> {
            var contest = SecondRound.listed(cast, 4).held();
            contest.commit().then().statusCode(200);
            contest.marked("70.00", "80.00", "90.00", "60.00");
            contest.draw().then().statusCode(200);
            Database.execute(
                    "update defences set starts_at = starts_at + interval '1 day' where id = ?", contest.defenceId(3));
            contest.scored(2, "70", "70", "70", "70");
            contest.assign(1, contest.council()).then().statusCode(200);
            for (int i : List.of(0, 2, 3, 4)) {
                var path = contest.sheetPath(contest.member(i), 1);
                SecondRound.write(contest.member(i), path, SecondRound.sheet("70"))
                        .then()
                        .statusCode(200);
                SecondRound.seal(contest.member(i), path).then().statusCode(200);
            }
            return contest;
        });
    }

    /** Two equal candidates are listed. */
    private SecondRound listed() {
        return contest("listed", () -> scored("70.00", "70.00"));
    }

    /** The council has submitted. */
    private SecondRound submitted() {
        return contest("submitted", () -> {
            var contest = scored("80.00", "70.00");
            contest.onResult(contest.secretary(), "submit", contest.minutes())
                    .then()
                    .statusCode(200);
            return contest;
        });
    }

    private SecondRound scored(String... written) {
        var contest = SecondRound.listed(cast, 2).held();
        contest.commit().then().statusCode(200);
        contest.marked(written);
        contest.draw().then().statusCode(200);
        contest.scored(0, "70", "70", "70", "70").scored(1, "70", "70", "70", "70");
        contest.list().then().statusCode(201);
        return contest;
    }

    private SecondRound contest(String name, java.util.function.Supplier<SecondRound> play) {
        @Nullable SecondRound known = played.get(name);
        if (known == null) {
            known = play.get();
            played.put(name, known);
        }
        return Objects.requireNonNull(known);
    }

    private Response reveal(List<Map<String, Object>> sessions) {
        return SecondRound.post(
                committed().secretary(),
                committed().drawPath() + "/actions/reveal",
                "\"0\"",
                Map.of("data", Map.of("sessions", sessions)));
    }

    private static Map<String, Object> session(int days, int defences) {
        return Map.of(
                "startsAt",
                Rounds.TODAY
                        .plusDays(days)
                        .atStartOfDay(HanoiClock.ZONE)
                        .toInstant()
                        .toString(),
                "defences",
                defences);
    }

    private Response write(String criterion, String points) {
        return SecondRound.write(
                drawn().member(1),
                drawn().sheetPath(drawn().member(1), 1),
                Map.of("marks", List.of(Map.of("criterion", criterion, "points", new java.math.BigDecimal(points)))));
    }

    private Response decide(List<UUID> order) {
        return listed().onResult(
                        listed().chair(),
                        "decide",
                        Map.of(
                                "data", Map.of("vacancyId", listed().vacancies().getFirst(), "order", order),
                                "reason", Rounds.reason("MORE_YEARS")));
    }
}
