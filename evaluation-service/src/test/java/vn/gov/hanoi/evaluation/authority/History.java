package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A random history of a small administration: units that move, close and reopen, heads that come, go, return and are renewed, main posts,
 * and orders of delegation, some of them passed on, many of them worthless.
 *
 * @param parents place of a unit, by unit and day; null while it is not in force; the first unit has itself
 */
record History(
        List<UUID> units,
        List<UUID> officers,
        List<List<@Nullable UUID>> parents,
        List<Post> posts,
        List<Delegation> delegations) {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final int DAYS = 12;
    static final List<String> ACTIONS = List.of("SCORE", "DECIDE", "ALL");

    /** A post, as head or as the main one of somebody on the staff. */
    record Post(UUID id, UUID officer, UUID unit, boolean head, boolean acting, Validity validity) {}

    static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    static List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(History::day).toList();
    }

    static History random(Random random) {
        return random(random, ids(random, 3 + random.nextInt(5)), ids(random, 3 + random.nextInt(4)));
    }

    /** Another history of the same units and officers. */
    static History random(Random random, List<UUID> units, List<UUID> officers) {
        var posts = new ArrayList<Post>();
        for (var unit : units) {
            runs(random, officers, 0.3)
                    .forEach((days, officer) ->
                            posts.add(new Post(id(random), officer, unit, true, random.nextInt(4) == 0, days)));
        }
        for (var officer : officers) {
            runs(random, units, 0.15)
                    .forEach((days, unit) -> posts.add(new Post(id(random), officer, unit, false, false, days)));
        }
        return new History(units, officers, tree(random, units), posts, delegations(random, units, officers));
    }

    /** Each unit stands below one that comes before it in the list, so there is no cycle, and is in force on one day at least. */
    private static List<List<@Nullable UUID>> tree(Random random, List<UUID> units) {
        var tree = new ArrayList<List<@Nullable UUID>>();
        tree.add(new ArrayList<>(
                IntStream.range(0, DAYS).mapToObj(_ -> units.getFirst()).toList()));
        for (int unit = 1; unit < units.size(); unit++) {
            var line = new ArrayList<@Nullable UUID>();
            for (int day = 0; day < DAYS; day++) {
                UUID before = day == 0 ? null : line.get(day - 1);
                boolean stays = before != null && random.nextInt(5) > 0;
                UUID place = stays ? before : random.nextInt(6) == 0 ? null : units.get(random.nextInt(unit));
                line.add(place == null || tree.get(units.indexOf(place)).get(day) == null ? null : place);
            }
            if (line.stream().allMatch(Objects::isNull)) {
                line.set(random.nextInt(DAYS), units.getFirst());
            }
            tree.add(line);
        }
        return tree;
    }

    /** Runs of days, each with somebody or something, sometimes renewed, sometimes open, with gaps between. */
    private static Map<Validity, UUID> runs(Random random, List<UUID> of, double gaps) {
        var runs = new HashMap<Validity, UUID>();
        int day = random.nextInt(3) == 0 ? random.nextInt(DAYS) : 0;
        var who = of.get(random.nextInt(of.size()));
        while (day < DAYS) {
            int end = day + 1 + random.nextInt(DAYS);
            boolean open = end >= DAYS;
            if (random.nextDouble() >= gaps) {
                runs.put(new Validity(day(day), open ? null : day(end)), who);
            }
            day = end;
            who = random.nextInt(3) == 0 ? who : of.get(random.nextInt(of.size()));
        }
        return runs;
    }

    private static List<Delegation> delegations(Random random, List<UUID> units, List<UUID> officers) {
        var orders = new ArrayList<Delegation>();
        int count = random.nextInt(9);
        for (int number = 0; number < count; number++) {
            var before = orders.isEmpty() || random.nextInt(3) == 0 ? null : orders.getLast();
            var from = before == null || random.nextInt(8) == 0
                    ? officers.get(random.nextInt(officers.size()))
                    : before.toOfficerId();
            var others = officers.stream().filter(each -> !each.equals(from)).toList();
            var unit = before != null && random.nextBoolean()
                    ? before.unitId()
                    : units.get(random.nextInt(random.nextBoolean() ? 1 : units.size()));
            int begin = random.nextInt(random.nextBoolean() ? 2 : DAYS);
            orders.add(new Delegation(
                    id(random),
                    from,
                    others.get(random.nextInt(others.size())),
                    unit,
                    actions(random),
                    random.nextInt(5) > 0,
                    before == null ? null : before.id(),
                    number + "/QĐ",
                    new Validity(day(begin), random.nextInt(3) == 0 ? null : day(begin + 1 + random.nextInt(DAYS)))));
        }
        return orders;
    }

    private static Set<String> actions(Random random) {
        var actions = new HashSet<String>();
        actions.add(ACTIONS.get(random.nextInt(ACTIONS.size())));
        actions.add(random.nextInt(4) == 0 ? "DECIDE" : "SCORE");
        return actions;
    }

    static List<UUID> ids(Random random, int count) {
        return IntStream.range(0, count).mapToObj(_ -> id(random)).toList();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** What is known of a day, found by walking; also posts and orders of other days, which must not matter. */
    Facts facts(LocalDate day) {
        var paths = new HashMap<UUID, List<UUID>>();
        for (var unit : units) {
            var path = Oracle.path(this, unit, day);
            if (!path.isEmpty()) {
                paths.put(unit, path);
            }
        }
        var mains = new HashMap<UUID, UUID>();
        posts.stream()
                .filter(post -> !post.head() && post.validity().contains(day))
                .forEach(post -> mains.put(post.officer(), post.unit()));
        var heads = posts.stream()
                .filter(Post::head)
                .map(post -> new Headship(post.id(), post.officer(), post.unit(), post.acting(), post.validity()))
                .toList();
        return new Facts(day, paths, heads, mains, delegations);
    }
}
