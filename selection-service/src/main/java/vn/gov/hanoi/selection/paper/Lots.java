package vn.gov.hanoi.selection.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Who marks what, by lot and evenly: as coded envelopes are drawn. */
final class Lots {
    private Lots() {}

    /**
     * A script that needs markers.
     *
     * @param many how many, 1 or 2
     * @param possible who may mark it; never who had it before
     */
    record Need(UUID script, int many, Set<UUID> possible) {
        Need {
            possible = Set.copyOf(possible);
        }
    }

    /**
     * Markers for every script, each in a random order; who has least to mark comes first.
     *
     * @param load how many sheets each has already
     * @return empty if some script has fewer possible markers than it needs
     */
    static Optional<Map<UUID, List<UUID>>> draw(Collection<Need> needs, Map<UUID, Integer> load, Random random) {
        if (needs.stream().anyMatch(each -> each.possible().size() < each.many())) {
            return Optional.empty();
        }
        var loads = new HashMap<>(load);
        var shuffled = new ArrayList<>(needs);
        Collections.shuffle(shuffled, random);
        var drawn = new LinkedHashMap<UUID, List<UUID>>();
        for (var need : shuffled) {
            var candidates = new ArrayList<>(need.possible());
            Collections.shuffle(candidates, random);
            candidates.sort(Comparator.comparing(each -> loads.getOrDefault(each, 0)));
            var chosen = new ArrayList<>(candidates.subList(0, need.many()));
            chosen.forEach(each -> loads.merge(each, 1, Integer::sum));
            Collections.shuffle(chosen, random);
            drawn.put(need.script(), chosen);
        }
        return Optional.of(drawn);
    }
}
