package vn.gov.hanoi.selection.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.testing.Database;

/**
 * Boards of a round; the first of each is its head.
 *
 * @param members officers of a department that has nothing to do with the candidates
 */
public record Boards(Map<String, List<UUID>> members) {
    private static final Map<String, Integer> SIZES =
            Map.of("QUESTION", 2, "SUPERVISION", 2, "CODING", 2, "MARKING", 5, "REMARKING", 4, "MONITORING", 2);

    public static Boards seat(Cast cast, Rounds.Played round) {
        var home = Org.department();
        var members = new LinkedHashMap<String, List<UUID>>();
        SIZES.forEach((body, size) -> members.put(
                body, Stream.generate(() -> Org.officer(home)).limit(size).toList()));
        members.forEach((body, officers) -> Councils.board(cast, round, body, officers));
        return new Boards(members);
    }

    public UUID officer(String body, int place) {
        return Objects.requireNonNull(members.get(body)).get(place);
    }

    /** Token of a member, who may do nothing but by sitting there. */
    public String token(String body, int place) {
        return token(officer(body, place));
    }

    public String head(String body) {
        return token(body, 0);
    }

    public static String token(UUID officer) {
        return Councils.member(officer);
    }

    /** Somebody leaves a board, past the service: by decision, somebody else would join. */
    public void leave(String roundId, UUID officer) {
        Database.execute(
                "update panel_members set left_on = ? where officer_id = ? and panel_id in (select id from panels where round_id = ?)",
                Rounds.TODAY,
                officer,
                UUID.fromString(roundId));
    }
}
