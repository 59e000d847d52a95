package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import vn.gov.hanoi.evaluation.fairness.PeerComparison.Observation;

/**
 * Leniency and drift of raters. Only whole cells of enough people count, so that two answers over different spans or units differ by whole
 * cells too: their difference is never about fewer people. Pure.
 */
final class RaterCheck {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final List<Cell> cells;
    private final Limits limits;
    private final int groups;

    RaterCheck(List<Cell> cells, Limits limits) {
        this.limits = limits;
        this.groups = byRater(cells).values().stream().mapToInt(Map::size).sum();
        this.cells = cells.stream()
                .filter(cell -> cell.moments().results() >= limits.results())
                .toList();
    }

    /** The cells of a rater together. */
    private record Sample(List<Cell> cells) {
        Moments moments() {
            return cells.stream().map(Cell::moments).reduce(Moments.NONE, Moments::plus);
        }

        /** As in the fullest month: the results of a person in several months are not independent. */
        BigDecimal weight() {
            var people = new HashMap<YearMonth, Integer>();
            cells.forEach(cell -> people.merge(cell.month(), cell.moments().results(), Integer::sum));
            int most = people.values().stream().max(Comparator.naturalOrder()).orElseThrow();
            return BigDecimal.ONE.divide(BigDecimal.valueOf(most), DIGITS);
        }

        Sample of(Predicate<YearMonth> months) {
            return new Sample(
                    cells.stream().filter(cell -> months.test(cell.month())).toList());
        }

        boolean hasAtLeast(int results) {
            return moments().results() >= results;
        }

        /** The agency with most results. */
        UUID unitId() {
            var results = new TreeMap<UUID, Integer>();
            cells.forEach(cell -> results.merge(cell.unitId(), cell.moments().results(), Integer::sum));
            return results.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }

        List<YearMonth> months() {
            return cells.stream().map(Cell::month).distinct().sorted().toList();
        }
    }

    private record Measured(Cell.Rater rater, Sample sample, Observation observation) {}

    private static Map<Cell.Kin, Map<Cell.Rater, Sample>> byRater(List<Cell> cells) {
        var found = new LinkedHashMap<Cell.Kin, Map<Cell.Rater, List<Cell>>>();
        cells.forEach(cell -> found.computeIfAbsent(cell.kin(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(cell.rater(), _ -> new ArrayList<>())
                .add(cell));
        var samples = new LinkedHashMap<Cell.Kin, Map<Cell.Rater, Sample>>();
        found.forEach((kin, raters) -> {
            var ofKin = new LinkedHashMap<Cell.Rater, Sample>();
            raters.forEach((rater, own) -> ofKin.put(rater, new Sample(own)));
            samples.put(kin, ofKin);
        });
        return samples;
    }

    /** Whose mean is far from that of peers: points above (lenient) or below (strict). */
    Findings leniency() {
        var measured = new LinkedHashMap<Cell.Kin, List<Measured>>();
        byRater(cells)
                .forEach((kin, raters) -> raters.forEach((rater, sample) -> {
                    if (sample.hasAtLeast(limits.results())) {
                        var own = new Observation(sample.moments().mean(), sample.weight());
                        measured.computeIfAbsent(kin, _ -> new ArrayList<>()).add(new Measured(rater, sample, own));
                    }
                }));
        return compared(FlagKind.LENIENCY, measured);
    }

    /** Whose mean changed from the first half of the span to the second, unlike those of peers; of an odd span the middle month is left out. */
    Findings drift(YearMonth from, int months) {
        int half = months / 2;
        Predicate<YearMonth> first = month -> month.isBefore(from.plusMonths(half));
        Predicate<YearMonth> second = month -> !month.isBefore(from.plusMonths(months - (long) half));
        var measured = new LinkedHashMap<Cell.Kin, List<Measured>>();
        byRater(cells)
                .forEach((kin, raters) -> raters.forEach((rater, sample) -> {
                    var before = sample.of(first);
                    var after = sample.of(second);
                    if (before.hasAtLeast(limits.results()) && after.hasAtLeast(limits.results())) {
                        var change =
                                after.moments().mean().subtract(before.moments().mean());
                        var own = new Observation(change, before.weight().add(after.weight()));
                        measured.computeIfAbsent(kin, _ -> new ArrayList<>())
                                .add(new Measured(rater, sample.of(first.or(second)), own));
                    }
                }));
        return compared(FlagKind.DRIFT, measured);
    }

    private Findings compared(FlagKind kind, Map<Cell.Kin, List<Measured>> measured) {
        var flags = new ArrayList<Flag>();
        int tested = 0;
        for (var entry : measured.entrySet()) {
            var raters = entry.getValue();
            if (raters.size() - 1 < limits.peers()) {
                continue;
            }
            tested += raters.size();
            var comparison = new PeerComparison(
                    raters.stream().map(Measured::observation).toList(), within(raters));
            for (var rater : raters) {
                var difference = comparison.of(rater.observation());
                if (difference != null && limits.flags(difference.probability())) {
                    flags.add(flag(kind, entry.getKey(), rater, comparison.peers(), difference));
                }
            }
        }
        return new Findings(kind, flags, tested, groups - tested);
    }

    private static BigDecimal within(List<Measured> raters) {
        var deviation = BigDecimal.ZERO;
        long degrees = 0;
        for (var rater : raters) {
            var moments = rater.sample().moments();
            deviation = deviation.add(moments.deviation());
            degrees += moments.results() - 1L;
        }
        return deviation.divide(BigDecimal.valueOf(degrees), DIGITS);
    }

    private static Flag flag(
            FlagKind kind, Cell.Kin kin, Measured rater, int peers, PeerComparison.Difference difference) {
        return new Flag(
                kind,
                rater.sample().unitId(),
                rater.rater().officer() ? rater.rater().id() : null,
                kin,
                null,
                rater.sample().months(),
                new Flag.Numbers(
                        rater.sample().moments().results(),
                        peers,
                        rater.observation().value(),
                        difference.expected(),
                        difference.t(),
                        difference.probability()));
    }
}
