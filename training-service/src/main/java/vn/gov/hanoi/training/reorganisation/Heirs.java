package vn.gov.hanoi.training.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who takes what over from whom. A unit whose shares make less than 1 and that hands nothing over stays, and keeps the rest and its open
 * work.
 */
final class Heirs {
    private final Map<UUID, Estate> estates;

    private Heirs(Map<UUID, Estate> estates) {
        this.estates = estates;
    }

    /** @param share above 0 to 1 */
    record Share(UUID from, UUID to, BigDecimal share) {}

    /** Who goes on with the open work of a unit. */
    record Handover(UUID from, UUID to) {}

    /**
     * What becomes of the holdings of a unit.
     *
     * @param shares what each gets of what can be divided, the unit itself too if it stays; not empty
     * @param worker who goes on with what cannot be divided
     * @param ends whether nothing is left to the unit
     */
    record Estate(List<Share> shares, UUID worker, boolean ends) {
        boolean gives(UUID to) {
            return shares.stream().anyMatch(share -> share.to().equals(to));
        }
    }

    static Heirs of(Collection<Share> shares, Collection<Handover> handovers) {
        var works = handovers.stream().collect(Collectors.toMap(Handover::from, Handover::to, (one, _) -> one));
        var units = new LinkedHashSet<UUID>();
        shares.forEach(share -> units.add(share.from()));
        units.addAll(works.keySet());
        var estates = new TreeMap<UUID, Estate>();
        for (var unit : units) {
            var own = shares.stream().filter(share -> share.from().equals(unit)).toList();
            estates.put(unit, estate(unit, own, works.get(unit)));
        }
        return new Heirs(Collections.unmodifiableMap(estates));
    }

    private static Estate estate(UUID unit, List<Share> own, @Nullable UUID handover) {
        var given = own.stream().map(Share::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean ends = handover != null || given.compareTo(BigDecimal.ONE) >= 0;
        var shares = new ArrayList<>(own);
        if (!ends) {
            shares.add(new Share(unit, unit, BigDecimal.ONE.subtract(given)));
        } else if (shares.isEmpty() && handover != null) {
            shares.add(new Share(unit, handover, BigDecimal.ONE));
        }
        // The order of carried_unit: the greatest share first, then the id as the database compares it.
        shares.sort(Comparator.comparing(Share::share).reversed().thenComparing(share -> share.to()
                .toString()));
        var worker = handover != null ? handover : ends ? shares.getFirst().to() : unit;
        return new Estate(List.copyOf(shares), worker, ends);
    }

    /** Only the units that end. */
    Heirs ofEnding() {
        var ending = new TreeMap<>(estates);
        ending.values().removeIf(estate -> !estate.ends());
        return new Heirs(Collections.unmodifiableMap(ending));
    }

    /** Units that give. */
    Set<UUID> units() {
        return estates.keySet();
    }

    Set<UUID> takers() {
        var takers = new LinkedHashSet<UUID>();
        estates.values().forEach(estate -> {
            estate.shares().forEach(share -> takers.add(share.to()));
            takers.add(estate.worker());
        });
        return takers;
    }

    /** Null if the unit gives nothing. */
    @Nullable
    Estate estate(UUID unit) {
        return estates.get(unit);
    }
}
