package vn.gov.hanoi.training.effect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** People with one value before and one after each; computes their figures exactly and rounds only what is shown. */
record Group(Map<UUID, Values> people) {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    Group {
        people = Map.copyOf(people);
    }

    /** In percent of the maximum. */
    record Values(BigDecimal before, BigDecimal after) {
        BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /** Each person counts once: with the mean of their criteria, if there are several. */
    static Group of(List<Pair> pairs) {
        var all = new LinkedHashMap<UUID, List<Values>>();
        pairs.forEach(pair -> all.computeIfAbsent(pair.person(), _ -> new ArrayList<>())
                .add(new Values(pair.before(), pair.after())));
        var people = new LinkedHashMap<UUID, Values>();
        all.forEach((person, values) ->
                people.put(person, new Values(mean(values, Values::before), mean(values, Values::after))));
        return new Group(people);
    }

    int size() {
        return people.size();
    }

    Set<UUID> persons() {
        return people.keySet();
    }

    /**
     * Figures of at least as many people as the rules say. The interval is that of the mean of paired differences by Student's t with
     * one degree of freedom less than people; the deviation is that of the sample.
     */
    EffectFigures figures(EffectRules rules) {
        var values = List.copyOf(people.values());
        var number = BigDecimal.valueOf(values.size());
        var mean = mean(values, Values::difference);
        var squares = values.stream()
                .map(each -> each.difference().subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var error = squares.divide(number.subtract(BigDecimal.ONE).multiply(number), EXACT)
                .sqrt(EXACT);
        var reach = rules.quantile(values.size() - 1).multiply(error);
        long improved =
                values.stream().filter(each -> each.difference().signum() > 0).count();
        return new EffectFigures(
                values.size(),
                EffectFigures.shown(mean(values, Values::before)),
                EffectFigures.shown(mean(values, Values::after)),
                EffectFigures.shown(mean),
                EffectFigures.shown(
                        BigDecimal.valueOf(improved).movePointRight(2).divide(number, EXACT)),
                EffectFigures.shown(mean.subtract(reach)),
                EffectFigures.shown(mean.add(reach)));
    }

    private static BigDecimal mean(List<Values> of, Function<Values, BigDecimal> value) {
        return of.stream()
                .map(value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(of.size()), EXACT);
    }
}
