package vn.gov.hanoi.evaluation.fairness;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.fairness.BunchingCheck.Strips;
import vn.gov.hanoi.evaluation.fairness.CapCheck.Use;
import vn.gov.hanoi.evaluation.fairness.FairnessQueries.Near;
import vn.gov.hanoi.evaluation.fairness.FairnessQueries.Sum;
import vn.gov.hanoi.evaluation.fairness.FairnessQueries.Threshold;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;

/** What the rule sets of a span say about its results: thresholds of grades and places of caps. Both are read from the versions that rated. */
@ApplicationScoped
class FairnessRules {
    private final FairnessQueries queries;
    private final RuleSetCatalogue catalogue;
    private final FairnessConfig config;

    FairnessRules(FairnessQueries queries, RuleSetCatalogue catalogue, FairnessConfig config) {
        this.queries = queries;
        this.catalogue = catalogue;
        this.config = config;
    }

    /** The strips near each threshold, of months with enough people. */
    List<Strips> strips(List<Sum> sums) {
        var ruleSets = ruleSets(sums);
        var standards = new LinkedHashMap<Threshold, Flag.Standard>();
        ruleSets.forEach((id, ruleSet) -> ruleSet.rules().bands().stream()
                .filter(band -> band.from().signum() > 0)
                .forEach(band -> standards.put(
                        new Threshold(id, band.from().setScale(4)),
                        new Flag.Standard(ruleSet.id(), band.grade().name(), band.from()))));
        var people = new HashMap<UUID, Integer>();
        sums.forEach(each -> people.merge(each.closingId(), each.rated(), Integer::sum));
        var closings = people.entrySet().stream()
                .filter(each -> each.getValue() >= config.results())
                .map(Map.Entry::getKey)
                .toList();
        return queries.strips(standards.keySet(), config.width(), config.distance(), closings).stream()
                .map(near -> strips(near, standards))
                .toList();
    }

    private static Strips strips(Near near, Map<Threshold, Flag.Standard> standards) {
        var key = new Threshold(
                near.threshold().ruleSetId(), near.threshold().points().setScale(4));
        return new Strips(
                near.unitId(),
                Objects.requireNonNull(standards.get(key)),
                near.above(),
                near.beside(),
                near.first().equals(near.last()) ? List.of(near.first()) : List.of(near.first(), near.last()));
    }

    /** The cap in each published month; versions of one rule set count together, by the share of the latest. */
    List<Use> uses(List<Sum> sums) {
        var told = sums.stream().filter(Sum::told).toList();
        var ruleSets = ruleSets(told);
        record Group(UUID closingId, String code) {}
        var groups = told.stream()
                .collect(Collectors.groupingBy(
                        each -> new Group(each.closingId(), of(ruleSets, each).id()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var uses = new ArrayList<Use>();
        for (var group : groups.values()) {
            var latest = group.stream()
                    .map(each -> of(ruleSets, each))
                    .max(Comparator.comparing(RuleSet::version))
                    .orElseThrow();
            var cap = latest.rules().excellenceCap();
            if (cap != null) {
                int rated = group.stream().mapToInt(Sum::rated).sum();
                int used = group.stream()
                        .mapToInt(each -> each.people().getOrDefault(cap.grade(), 0))
                        .sum();
                var first = group.getFirst();
                var standard = new Flag.Standard(
                        latest.id(),
                        cap.grade().name(),
                        from(latest, cap.grade().name()));
                uses.add(new Use(
                        first.cell().unitId(),
                        standard,
                        first.cell().month(),
                        rated,
                        cap.allowed(rated, first.raised(), false),
                        used));
            }
        }
        return uses;
    }

    private static BigDecimal from(RuleSet ruleSet, String grade) {
        return ruleSet.rules().bands().stream()
                .filter(band -> band.grade().name().equals(grade))
                .findFirst()
                .orElseThrow()
                .from();
    }

    private Map<UUID, RuleSet> ruleSets(List<Sum> sums) {
        return sums.stream().map(Sum::ruleSetId).distinct().collect(Collectors.toMap(id -> id, catalogue::version));
    }

    private static RuleSet of(Map<UUID, RuleSet> ruleSets, Sum sum) {
        return Objects.requireNonNull(ruleSets.get(sum.ruleSetId()));
    }
}
