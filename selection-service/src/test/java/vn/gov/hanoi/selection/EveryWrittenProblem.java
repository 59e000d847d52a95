package vn.gov.hanoi.selection;

import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.selection.support.Boards;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.Scans;

/**
 * How a caller meets the problems of written rounds and objections. One contest goes on while they are raised in the order of the catalogue; each step
 * catches up with what it needs.
 */
final class EveryWrittenProblem {
    static final Set<SelectionProblem> KNOWN =
            EnumSet.range(SelectionProblem.EXAM_EXISTS, SelectionProblem.OBJECTION_TOO_LATE);

    private final Contest contest = Contest.listed(2);
    private final Boards boards = contest.boards();
    private final UUID writer = contest.people().getFirst();
    private final UUID absent = contest.people().getLast();
    private final String room = boards.token("SUPERVISION", 1);
    private final String codes = boards.token("CODING", 1);
    private int step;

    /** Does what was not done yet, up to a step. */
    private EveryWrittenProblem upTo(int wanted) {
        for (; step < wanted; step++) {
            switch (step) {
                case 0 -> contest.planned();
                case 1 -> contest.write(Contest.scheme()).then().statusCode(200);
                case 2 -> {
                    Contest.attend(room, contest.paperOf(writer), true, 0)
                            .then()
                            .statusCode(200);
                    Contest.attend(room, contest.paperOf(absent), false, 0)
                            .then()
                            .statusCode(200);
                    contest.collected();
                }
                case 3 -> contest.coded();
                case 4 -> contest.assigned();
                case 5 -> contest.marked("MARKING", (_, officer) -> officer.equals(marker(0)) ? "60.00" : null);
                case 6 -> contest.marked("MARKING", (_, _) -> "20.00");
                case 7 -> {
                    third(boards.members().get("MARKING").stream()
                                    .skip(1)
                                    .filter(each -> !each.equals(marker(0)) && !each.equals(marker(1)))
                                    .findFirst()
                                    .orElseThrow())
                            .then()
                            .statusCode(200);
                    contest.marked("MARKING", (_, _) -> "30.00").revealed().published();
                }
                default -> throw new AssertionError(step);
            }
        }
        return this;
    }

    Response raise(SelectionProblem problem) {
        return switch (problem) {
            case EXAM_EXISTS -> upTo(1).contest.create(contest.cast().personnel());
            case ROOMS_TOO_SMALL -> upTo(1).replan(Rounds.TODAY.toString(), 1);
            case TOO_FEW_TO_SIT -> {
                upTo(1).candidatesNeeded(9);
                var refused = replan(Rounds.TODAY.toString(), 9);
                candidatesNeeded(2);
                yield refused;
            }
            case EXAM_STAGE -> upTo(1).contest.act(boards.head("CODING"), "lock");
            case NOT_THIS_BOARD -> upTo(1).contest.act(boards.head("CODING"), "close");
            case EXAM_NOT_BEGUN -> {
                upTo(1).replan(Rounds.TODAY.plusDays(1).toString(), 9);
                var refused = Contest.attend(room, contest.paperOf(writer), true, 0);
                replan(Rounds.TODAY.toString(), 9);
                yield refused;
            }
            case SCHEME_MISSING -> upTo(1).contest.act(boards.head("SUPERVISION"), "close");
            case SCHEME_SUM -> upTo(1).contest.write(scheme("Q1", 60, "Q2", 39));
            case CRITERION_TWICE -> upTo(1).contest.write(scheme("Q1", 60, "Q1", 40));
            case ATTENDANCE_MISSING -> upTo(2).contest.act(boards.head("SUPERVISION"), "close");
            case NOT_SITTING -> {
                upTo(2);
                yield Contest.violate(room, contest.paperOf(absent).getString("id"), "WARNING");
            }
            default -> raiseOfScript(problem);
        };
    }

    private Response raiseOfScript(SelectionProblem problem) {
        return switch (problem) {
            case SCRIPT_MISSING -> upTo(3).contest.act(boards.head("CODING"), "lock");
            case SCRIPT_TOO_LARGE -> upTo(3).handIn(Scans.pages(41));
            case SCRIPT_UNREADABLE -> upTo(3).handIn(new byte[] {1, 2, 3});
            case SCRIPT_EXISTS -> {
                upTo(3).handIn(Scans.pages(1)).then().statusCode(200);
                var refused = handIn(Scans.pages(1));
                contest.act(boards.head("CODING"), "lock").then().statusCode(200);
                step++;
                yield refused;
            }
            case MARKERS_TOO_FEW -> {
                upTo(4).away("'" + Rounds.TODAY + "'");
                var refused = contest.act(boards.head("MARKING"), "assign");
                away("null");
                yield refused;
            }
            case THIRD_NOT_NEEDED -> upTo(5).third(boards.officer("MARKING", 4));
            case CRITERION_UNKNOWN -> upTo(5).draft(Map.of("points", List.of(Map.of("criterion", "Q9", "points", 1))));
            case POINTS_TOO_MANY -> upTo(5).draft(Contest.points("60.01", "1"));
            case POINTS_MISSING -> {
                var token = Boards.token(upTo(5).marker(0));
                yield Contest.seal(token, contest.sheets(token).getFirst());
            }
            case SHEET_SEALED -> upTo(6).draft(Contest.points("1", "1"));
            case MARKS_MISSING -> upTo(6).contest.act(codes, "reveal");
            case MARKER_NOT_POSSIBLE -> upTo(7).third(marker(0));
            default -> raiseOfObjection(problem);
        };
    }

    private Response raiseOfObjection(SelectionProblem problem) {
        upTo(8);
        return switch (problem) {
            case NOT_MARKED -> contest.object(absent);
            case OBJECTIONS_OPEN -> contest.remark(boards.head("REMARKING"), "assign", Map.of());
            case NO_OBJECTIONS -> {
                contest.timeIsOver();
                yield contest.remark(boards.head("REMARKING"), "assign", Map.of());
            }
            case OBJECTION_EXISTS -> {
                contest.timeGoesOn();
                contest.object(writer).then().statusCode(201);
                yield contest.object(writer);
            }
            case OBJECTION_STATE -> {
                contest.timeGoesOn();
                contest.object(writer);
                contest.withdraw(writer);
                yield contest.withdraw(writer);
            }
            case OBJECTION_TOO_LATE -> {
                contest.timeIsOver();
                yield contest.object(writer);
            }
            default -> throw new AssertionError("nobody says how a caller meets " + problem);
        };
    }

    private Response replan(String day, int seats) {
        var token = contest.cast().personnel();
        var address = Contest.EXAMS + "/" + contest.id();
        return Contest.send(
                token,
                "PUT",
                address,
                Contest.etag(token, address),
                Map.of("startsOn", day, "startsAt", "08:00", "rooms", List.of(Map.of("name", "P.1", "seats", seats))));
    }

    private void candidatesNeeded(int many) {
        Database.execute(
                "update vacancies set minimum_candidates = ? where id = ?",
                many,
                UUID.fromString(contest.round().vacancyId()));
    }

    private static Map<String, Object> scheme(String one, int first, String other, int second) {
        return Map.of(
                "criteria",
                List.of(
                        Map.of("code", one, "title", "A", "maximum", first),
                        Map.of("code", other, "title", "B", "maximum", second)));
    }

    private Response handIn(byte[] scan) {
        int number = contest.paperOf(writer).getInt("number");
        Json paper = contest.papers(codes).stream()
                .filter(each -> each.getInt("number") == number)
                .findFirst()
                .orElseThrow();
        return Contest.handIn(codes, paper, scan, "scan.pdf");
    }

    private void away(String day) {
        Database.execute(
                "update panel_members set left_on = " + day
                        + " where capacity = 'MEMBER' and panel_id in (select id from panels where round_id = ? and body = 'MARKING')",
                UUID.fromString(contest.id()));
    }

    private UUID marker(int turn) {
        return (UUID) Database.query(
                        "select officer_id from mark_sheets where exam_id = ? and phase = 'MARKING' order by turn",
                        UUID.fromString(contest.id()))
                .get(turn)
                .get("officer_id");
    }

    private Response third(UUID officer) {
        var head = boards.head("MARKING");
        return Api.as(head)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("data", Map.of("officerId", officer)))
                .post(Contest.SCRIPTS + "/" + contest.scripts(head).getFirst().getString("id") + "/actions/assign");
    }

    private Response draft(Object points) {
        var token = Boards.token(marker(0));
        var sheet = contest.sheets(token).getFirst();
        return Contest.send(
                token, "PUT", Contest.SHEETS + "/" + sheet.getString("id"), sheet.getString("etag"), points);
    }
}
