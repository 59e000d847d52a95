package vn.gov.hanoi.localstack.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Which unit goes into which successor in which share. Communes of a district that lie side by side become one; two in five are shared
 * among several successors, and the first commune of a district also with a successor of the district before. One successor has
 * {@link #MOST_PREDECESSORS} predecessors, one predecessor {@link #MOST_SUCCESSORS} successors, and nobody has more.
 */
final class Lineage {
    static final int MOST_PREDECESSORS = 14;
    static final int MOST_SUCCESSORS = 5;

    private static final int WHOLE = 10_000;
    private static final long SEED = 2025;

    private final RandomGenerator random = new Random(SEED);
    private final Map<UUID, Map<String, Integer>> weights = new LinkedHashMap<>();
    private final Map<String, Integer> predecessors = new LinkedHashMap<>();

    /** A part of a unit, above 0 to 1 with four decimals, that goes into a successor. */
    record Share(String successor, BigDecimal share) {}

    private Lineage() {}

    /** Shares of each district and commune, the largest first; those of one unit are 1.0000 together. */
    static Map<UUID, List<Share>> of(CityTree tree, Reform2025 reform) {
        var lineage = new Lineage();
        for (var district : tree.districts()) {
            lineage.mergeNeighbours(district, reform.successorsOf(district.unit()));
        }
        lineage.splitOne(tree, reform);
        lineage.widenOne(tree, reform);
        var before = List.<String>of();
        for (var district : tree.districts()) {
            var own = reform.successorsOf(district.unit());
            lineage.shareSome(district, own, before);
            before = own;
        }
        return lineage.shares();
    }

    private void mergeNeighbours(CityTree.District district, List<String> successors) {
        for (var successor : successors.subList(0, Math.min(successors.size(), MOST_SUCCESSORS))) {
            give(district.unit().id(), successor, 2 + random.nextInt(4));
        }
        var communes = district.communes();
        for (var i = 0; i < communes.size(); i++) {
            give(communes.get(i).id(), successors.get(i * successors.size() / communes.size()), 12 + random.nextInt(8));
        }
    }

    /** The first commune of the district with most successors goes to as many as one may. */
    private void splitOne(CityTree tree, Reform2025 reform) {
        var widest = tree.districts().getFirst();
        for (var district : tree.districts()) {
            if (reform.successorsOf(district.unit()).size()
                    > reform.successorsOf(widest.unit()).size()) {
                widest = district;
            }
        }
        for (var successor : reform.successorsOf(widest.unit())) {
            give(widest.communes().getFirst().id(), successor, 1 + random.nextInt(5));
        }
    }

    private void widenOne(CityTree tree, Reform2025 reform) {
        for (var district : tree.districts()) {
            if (reform.successorsOf(district.unit()).contains(reform.widest())) {
                district.communes().forEach(commune -> give(commune.id(), reform.widest(), 2 + random.nextInt(9)));
            }
        }
    }

    private void shareSome(CityTree.District district, List<String> own, List<String> before) {
        for (var i = 0; i < district.communes().size(); i++) {
            var commune = district.communes().get(i).id();
            var takers = random.nextInt(100);
            var more = takers < 60 ? 0 : takers < 85 ? 1 : takers < 96 ? 2 : 3;
            var home = i * own.size() / district.communes().size();
            for (var step = 1; step <= more; step++) {
                give(commune, own.get((home + step) % own.size()), 1 + random.nextInt(6));
            }
            if (i == 0 && !before.isEmpty()) {
                give(commune, before.getLast(), 1 + random.nextInt(3));
            }
        }
    }

    /** Does nothing where a bound is reached already or the successor has a part. */
    private void give(UUID predecessor, String successor, int weight) {
        var own = weights.computeIfAbsent(predecessor, _ -> new LinkedHashMap<>());
        if (own.size() < MOST_SUCCESSORS
                && predecessors.getOrDefault(successor, 0) < MOST_PREDECESSORS
                && own.putIfAbsent(successor, weight) == null) {
            predecessors.merge(successor, 1, Integer::sum);
        }
    }

    private Map<UUID, List<Share>> shares() {
        var shares = new LinkedHashMap<UUID, List<Share>>();
        weights.forEach((predecessor, own) -> shares.put(predecessor, whole(own)));
        return shares;
    }

    /** What rounding leaves over goes to the first, which has the largest weight. */
    private static List<Share> whole(Map<String, Integer> weights) {
        var sorted = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        var total = sorted.stream().mapToInt(Map.Entry::getValue).sum();
        var parts = new ArrayList<Integer>();
        sorted.forEach(entry -> parts.add(entry.getValue() * WHOLE / total));
        parts.set(
                0,
                parts.getFirst()
                        + WHOLE
                        - parts.stream().mapToInt(Integer::intValue).sum());
        var shares = new ArrayList<Share>();
        for (var i = 0; i < sorted.size(); i++) {
            shares.add(new Share(sorted.get(i).getKey(), BigDecimal.valueOf(parts.get(i), 4)));
        }
        return List.copyOf(shares);
    }
}
