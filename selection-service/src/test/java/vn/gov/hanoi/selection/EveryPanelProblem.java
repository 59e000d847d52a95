package vn.gov.hanoi.selection;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** How a caller meets the problems of councils, boards and conflicts. All of them share a round with two candidates and a board. */
final class EveryPanelProblem {
    private final Cast cast;
    private final UUID candidate;
    private final Rounds.Played round;
    private final List<UUID> markers;
    private final Json marking;

    EveryPanelProblem(Cast cast) {
        this.cast = cast;
        candidate = Org.officer(cast.division());
        round = Rounds.listed(cast, candidate, Org.officer(cast.division()));
        var elsewhere = Org.department();
        markers = List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere));
        marking = Councils.board(cast, round, "MARKING", markers);
    }

    Response raise(SelectionProblem problem) {
        return switch (problem) {
            case PANEL_SIZE -> board("REMARKING", List.of(cast.second()));
            case PANEL_CAPACITY -> {
                var request = Councils.request(
                        round, List.of(Councils.seat(cast.first(), "MEMBER"), Councils.seat(cast.second(), "MEMBER")));
                request.put("body", "QUESTION");
                yield Councils.post(cast.approver(), Councils.BOARDS, request);
            }
            case MEMBER_TWICE -> board("QUESTION", List.of(cast.first(), cast.first()));
            case MEMBER_STANDS -> board("QUESTION", List.of(candidate, cast.first()));
            case MEMBER_SANCTIONED -> {
                var person = Org.officer(cast.division());
                Sanctioned.tell(List.of(Sanctioned.imposed(person, "REPRIMAND", Rounds.TODAY.minusDays(30))));
                yield board("QUESTION", List.of(person, cast.first()));
            }
            case MEMBER_INCOMPATIBLE -> board("CODING", List.of(markers.getFirst(), cast.first()));
            case CHAIR_NOT_OF_AUTHORITY -> council(markers.getFirst(), cast.first());
            case SECRETARY_NOT_PERSONNEL -> council(Org.officer(cast.department()), markers.getFirst());
            case NOT_A_MEMBER -> replace(cast.first(), Org.officer(cast.division()));
            case PANEL_EXISTS -> board("MARKING", markers);
            case PANEL_DISSOLVED -> {
                Database.execute("update panels set state = 'DISSOLVED' where id = ?::uuid", marking.getString("id"));
                var refused = replace(markers.getFirst(), Org.officer(cast.division()));
                Database.execute("update panels set state = 'FORMED' where id = ?::uuid", marking.getString("id"));
                yield refused;
            }
            case CONFLICT_WITH_ONESELF -> tell(markers.getFirst(), markers.getFirst(), "SIBLING");
            case CONFLICT_NEEDS_CANDIDATE -> tell(markers.getFirst(), null, "SIBLING");
            case RECUSAL_BY_ANOTHER ->
                Councils.post(
                        cast.personnel(),
                        Councils.CONFLICTS,
                        Councils.conflict(round, markers.getFirst(), candidate, "RECUSAL"));
            case CONFLICT_EXISTS -> {
                tell(markers.getFirst(), candidate, "SPOUSE").then().statusCode(201);
                yield tell(markers.getFirst(), candidate, "SPOUSE");
            }
            case CONFLICT_UNKNOWN -> Councils.waive(cast, round, markers.getFirst(), candidate, "UNIT_ABOVE");
            case CONFLICT_NOT_WAIVABLE -> Councils.waive(cast, round, markers.getFirst(), candidate, "SIBLING");
            case CONFLICT_WAIVED -> {
                var council = Councils.formed(cast, round);
                Councils.waiveLine(cast, round, council, candidate);
                yield Councils.waive(cast, round, council.chair(), candidate, "UNIT_ABOVE");
            }
            default -> throw new AssertionError("nobody says how a caller meets " + problem);
        };
    }

    private Response board(String body, List<UUID> people) {
        return Councils.formBoard(cast, round, body, people);
    }

    private Response council(UUID chair, UUID secretary) {
        var members = List.of(markers.get(1), markers.get(2), cast.second());
        return Councils.post(
                cast.approver(),
                Councils.COUNCILS,
                Councils.request(round, Councils.council(chair, secretary, members)));
    }

    private Response replace(UUID leaves, UUID joins) {
        var etag = "\"%d\""
                .formatted(Database.count("select version from panels where id = ?::uuid", marking.getString("id")));
        return Councils.act(
                cast.approver(),
                Councils.BOARDS,
                marking.getString("id"),
                etag,
                "replace",
                Councils.replacement(leaves, joins));
    }

    private Response tell(UUID member, @Nullable UUID other, String ground) {
        return Councils.post(
                Councils.member(member), Councils.CONFLICTS, Councils.conflict(round, member, other, ground));
    }
}
