package vn.gov.hanoi.selection.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;

/**
 * Boards of a round, seated past the service: how they are formed is another room's matter. The first of each is its head.
 *
 * @param members officers of a department that has nothing to do with the candidates
 */
public record Boards(Map<String, List<UUID>> members) {
    private static final Map<String, Integer> SIZES =
            Map.of("QUESTION", 1, "SUPERVISION", 2, "CODING", 2, "MARKING", 5, "REMARKING", 4, "MONITORING", 2);

    public static Boards seat(String roundId) {
        var home = Org.department();
        var members = new LinkedHashMap<String, List<UUID>>();
        SIZES.forEach((body, size) -> members.put(
                body, Stream.generate(() -> Org.officer(home)).limit(size).toList()));
        members.forEach((body, officers) -> {
            var panel = UUID.randomUUID();
            Database.execute("""
                    insert into panels (id, round_id, body, state, version, created_at, created_by, changed_at, changed_by)
                    values (?, ?, ?, 'FORMED', 0, now(), 'test', now(), 'test')""", panel, UUID.fromString(roundId), body);
            for (int i = 0; i < officers.size(); i++) {
                Database.execute(
                        "insert into panel_members (panel_id, place, officer_id, capacity, joined_on) values (?, ?, ?, ?, ?)",
                        panel,
                        i,
                        officers.get(i),
                        i == 0 ? "HEAD" : "MEMBER",
                        Rounds.TODAY);
            }
        });
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
        return Tokens.user("panel-" + officer)
                .officer(Cast.code(officer))
                .roles("selection-panel")
                .token();
    }

    /** Somebody leaves a board. */
    public void leave(String roundId, UUID officer) {
        Database.execute(
                "update panel_members set left_on = ? where officer_id = ? and panel_id in (select id from panels where round_id = ?)",
                Rounds.TODAY,
                officer,
                UUID.fromString(roundId));
    }
}
