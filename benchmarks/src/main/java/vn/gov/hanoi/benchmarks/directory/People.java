package vn.gov.hanoi.benchmarks.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The brute-force oracle: all people and posts in memory, and for each question a climb from every post to the root by parents alone.
 * It shares the stored order of names with the service and nothing else.
 */
final class People {
    private static final String PARENTS =
            "select unit_id, parent_id from unit_states where superseded_at is null and valid_to is null";

    /** Ordered as the service orders; one row a post that is open, as all are after the first load. */
    private static final String POSTS = """
            select s.officer_id, a.unit_id, a.category, s.sort_key
            from officer_states s join assignments a on a.officer_id = s.officer_id
            where s.superseded_at is null and a.superseded_at is null and a.valid_to is null
            order by s.sort_key, s.officer_id""";

    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, List<Post>> people = new LinkedHashMap<>();
    private final Map<UUID, String> sortKeys = new HashMap<>();

    private record Post(UUID unitId, String category) {}

    private People() {}

    static People read(Connection connection) throws SQLException {
        var all = new People();
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(PARENTS)) {
                while (rows.next()) {
                    var parent = rows.getObject(2, UUID.class);
                    if (parent != null) {
                        all.parents.put(rows.getObject(1, UUID.class), parent);
                    }
                }
            }
            try (var rows = statement.executeQuery(POSTS)) {
                while (rows.next()) {
                    all.people
                            .computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new Post(rows.getObject(2, UUID.class), rows.getString(3)));
                    all.sortKeys.put(rows.getObject(1, UUID.class), rows.getString(4));
                }
            }
        }
        return all;
    }

    /**
     * Ids of those with a post in a unit or below it, in order.
     *
     * @param category only people with a post of it; null for all
     */
    List<UUID> within(UUID unitId, @Nullable String category) {
        var found = new ArrayList<UUID>();
        people.forEach((officer, posts) -> {
            var visible = posts.stream().anyMatch(post -> isWithin(post.unitId(), unitId));
            var wanted = category == null
                    || posts.stream().anyMatch(post -> post.category().equals(category));
            if (visible && wanted) {
                found.add(officer);
            }
        });
        return found;
    }

    /** Ids of all people, in order. */
    List<UUID> everybody() {
        return List.copyOf(people.keySet());
    }

    /** Stored sort key of the name by officer. */
    Map<UUID, String> sortKeys() {
        return Collections.unmodifiableMap(sortKeys);
    }

    private boolean isWithin(UUID unitId, UUID root) {
        for (UUID at = unitId; at != null; at = parents.get(at)) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }
}
