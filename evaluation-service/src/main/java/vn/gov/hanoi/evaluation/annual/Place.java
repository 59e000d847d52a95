package vn.gov.hanoi.evaluation.annual;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Who rates, as what, and who must be heard.
 *
 * @param post the highest of the person's posts
 * @param ratingUnit unit whose authority rates
 * @param missingOpinions old units that must be heard and were not
 */
record Place(Post post, UUID ratingUnit, SortedSet<UUID> missingOpinions) {

    static Place of(AnnualCase given, AnnualRules rules, Steps steps) {
        var post = highestPost(given.career(), rules.situations().severalPosts(), steps);
        var unit = ratingUnit(given.career(), rules.situations().secondment(), steps);
        return new Place(
                post, unit, missingOpinions(given, unit, rules.situations().transfer(), steps));
    }

    private static Post highestPost(Career career, Situations.Rule rule, Steps steps) {
        var sorted = career.posts().stream()
                .sorted(Comparator.comparing(Post::rank)
                        .thenComparing(Post::role)
                        .thenComparing(Post::unitId))
                .toList();
        var inputs = new TreeMap<String, String>();
        for (int i = 0; i < sorted.size(); i++) {
            var post = sorted.get(i);
            inputs.put("post%02d".formatted(i + 1), "%d %s %s".formatted(post.rank(), post.role(), post.unitId()));
        }
        var highest = sorted.getFirst();
        steps.add("HIGHEST_POST", "situations/severalPosts", rule.source(), inputs, highest.role());
        return highest;
    }

    private static UUID ratingUnit(Career career, Situations.Rule rule, Steps steps) {
        var last = career.service().stream()
                .max(Comparator.comparing((Stay stay) -> stay.validity().from()).thenComparing(Stay::unitId))
                .orElseThrow()
                .unitId();
        var receiving = career.secondedTo();
        var unit = receiving == null ? last : receiving;
        steps.add(
                "RATING_UNIT",
                "situations/secondment",
                rule.source(),
                Map.of("lastUnit", last.toString(), "secondedTo", receiving == null ? "-" : receiving.toString()),
                unit);
        return unit;
    }

    private static SortedSet<UUID> missingOpinions(
            AnnualCase given, UUID ratingUnit, Situations.Transfer rule, Steps steps) {
        var career = given.career();
        var inputs = new TreeMap<String, String>();
        var missing = new TreeSet<UUID>();
        for (var unit : career.service().stream().map(Stay::unitId).collect(Collectors.toCollection(TreeSet::new))) {
            var spans = Spans.of(given.year(), validities(career, unit));
            boolean ended = career.endedUnits().contains(unit);
            boolean heard = career.opinions().contains(unit);
            inputs.put(unit.toString(), "%s%s%s".formatted(spans.text(), ended ? " ENDED" : "", heard ? " HEARD" : ""));
            if (!unit.equals(ratingUnit) && spans.reach(rule.opinionFromMonths()) && !ended && !heard) {
                missing.add(unit);
            }
        }
        steps.add("OLD_AGENCIES", "situations/transfer/opinionFromMonths", rule.source(), inputs, missing);
        return missing;
    }

    private static List<Validity> validities(Career career, UUID unit) {
        return career.service().stream()
                .filter(stay -> stay.unitId().equals(unit))
                .map(Stay::validity)
                .toList();
    }
}
