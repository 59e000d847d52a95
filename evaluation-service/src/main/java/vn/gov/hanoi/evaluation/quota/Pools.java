package vn.gov.hanoi.evaluation.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which groups count together. Small groups join their pool from the bottom up, whatever the order in which they are given: a group
 * that is helped by those below it does not go up itself.
 */
final class Pools {
    private final Map<String, QuotaGroup> byId;
    /** The group that a pooled group counts in; a group that stands alone is not a key. */
    private final Map<String, String> joined = new HashMap<>();

    Pools(List<QuotaGroup> groups) {
        byId = groups.stream().collect(Collectors.toMap(QuotaGroup::id, group -> group));
    }

    /** @param allowed cap of the groups that count together, by their ids */
    void join(ToIntFunction<Set<String>> allowed) {
        var bottomUp = byId.values().stream()
                .sorted(Comparator.comparingInt(this::depth).reversed().thenComparing(QuotaGroup::id))
                .toList();
        for (var group : bottomUp) {
            var pool = group.pool();
            boolean joins = pool != null && !rootOf(pool).equals(group.id());
            if (joins && allowed.applyAsInt(together(group.id())) == 0) {
                joined.put(group.id(), Objects.requireNonNull(pool));
            }
        }
    }

    /** The groups that have a cap of their own, each with all that count in it, itself first; by id. */
    List<List<String>> all() {
        var pools = new ArrayList<List<String>>();
        byId.keySet().stream()
                .sorted()
                .filter(id -> !joined.containsKey(id))
                .forEach(id -> pools.add(List.copyOf(together(id))));
        return pools;
    }

    private Set<String> together(String root) {
        var ids = new LinkedHashSet<String>();
        ids.add(root);
        byId.keySet().stream().sorted().filter(id -> rootOf(id).equals(root)).forEach(ids::add);
        return ids;
    }

    private String rootOf(String id) {
        var at = id;
        while (joined.containsKey(at)) {
            at = Objects.requireNonNull(joined.get(at));
        }
        return at;
    }

    /** Length of the way up; groups that name each other as pool are as deep as there are groups. */
    private int depth(QuotaGroup group) {
        int depth = 0;
        var pool = group.pool();
        while (pool != null && depth < byId.size()) {
            depth++;
            pool = Objects.requireNonNull(byId.get(pool)).pool();
        }
        return depth;
    }
}
