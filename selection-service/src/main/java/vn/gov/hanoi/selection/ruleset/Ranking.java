package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who comes first for a post. Only who passed both rounds has a rank; absent is not zero. Ranks are dense: equal candidates share one, and the next
 * has the next number. What separates a candidate from the one before is part of the answer (2424/BNV-CCVC of 09/05/2017; tie order assumed, legal_check).
 */
public final class Ranking {
    private Ranking() {}

    /**
     * A candidate as ranked.
     *
     * @param written final written mark, 0..100; null if there is none
     * @param writtenPassed whether it is enough to go on
     * @param gone why the candidate has no defence; null if not for such a reason
     * @param sheets totals of the opened sheets of the defence, 0..100; empty if there was none
     */
    public record Candidate(
            UUID id,
            @Nullable BigDecimal written,
            boolean writtenPassed,
            @Nullable Outcome gone,
            List<BigDecimal> sheets) {
        public Candidate {
            sheets = List.copyOf(sheets);
        }
    }

    /** How far a candidate has come. */
    public enum Outcome {
        RANKED,
        FAILED_DEFENCE,
        ABSENT_FROM_DEFENCE,
        /** Eligible no more when the order of the defences was drawn. */
        INELIGIBLE,
        WITHDRAWN,
        FAILED_WRITTEN,
        ABSENT_FROM_WRITTEN,
        EXCLUDED
    }

    /** What puts a candidate behind the one before. */
    public enum SeparatedBy {
        /** Nobody is before. */
        FIRST,
        TOTAL,
        WRITTEN,
        PROJECT,
        COUNCIL,
        /** Nothing: they share the rank. */
        NOTHING
    }

    /**
     * Where a candidate stands.
     *
     * @param rank from 1; null without one
     * @param project mean of the defence; null without one
     * @param total what the rank goes by; null without a rank
     * @param separatedBy null without a rank
     */
    public record Standing(
            Candidate candidate,
            Outcome outcome,
            @Nullable Integer rank,
            @Nullable Mean project,
            @Nullable Mean total,
            @Nullable SeparatedBy separatedBy) {}

    private record Passed(Candidate candidate, BigDecimal written, Mean project, Mean total) {}

    /**
     * All candidates of a post: the ranked by rank, then the others by outcome; equal ones by id.
     *
     * @param decided order in which the council has put equal candidates, first the best; empty if it has not
     */
    public static List<Standing> of(List<Candidate> candidates, DefenceRules rules, List<UUID> decided) {
        var passed = new ArrayList<Passed>();
        var others = new ArrayList<Standing>();
        for (var each : candidates) {
            var project = each.sheets().isEmpty() ? null : Mean.of(each.sheets());
            var outcome = outcome(each, project, rules);
            var written = each.written();
            if (outcome == Outcome.RANKED && project != null && written != null) {
                passed.add(new Passed(each, written, project, rules.ranking().total(written, project)));
            } else {
                others.add(new Standing(each, outcome, null, project, null, null));
            }
        }
        others.sort(Comparator.comparing(Standing::outcome)
                .thenComparing(each -> each.candidate().id()));
        var standings = ranked(passed, rules, decided);
        standings.addAll(others);
        return standings;
    }

    /** Those among the ranked who share a rank with somebody, in the order of the standings. */
    public static List<UUID> equal(List<Standing> standings) {
        var shared = standings.stream()
                .filter(each -> each.separatedBy() == SeparatedBy.NOTHING)
                .map(Standing::rank)
                .toList();
        return standings.stream()
                .filter(each -> each.rank() != null && shared.contains(each.rank()))
                .map(each -> each.candidate().id())
                .toList();
    }

    private static List<Standing> ranked(List<Passed> passed, DefenceRules rules, List<UUID> decided) {
        var keys = keys(rules, decided);
        Comparator<Passed> order = keys.stream()
                .map(Key::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(each -> each.candidate().id());
        var sorted = passed.stream().sorted(order).toList();
        var standings = new ArrayList<Standing>();
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            var each = sorted.get(i);
            var by = i == 0 ? SeparatedBy.FIRST : between(sorted.get(i - 1), each, keys);
            rank += by == SeparatedBy.NOTHING ? 0 : 1;
            standings.add(new Standing(each.candidate(), Outcome.RANKED, rank, each.project(), each.total(), by));
        }
        return standings;
    }

    private record Key(SeparatedBy name, Comparator<Passed> order) {}

    private static List<Key> keys(DefenceRules rules, List<UUID> decided) {
        var keys = new ArrayList<Key>();
        keys.add(new Key(SeparatedBy.TOTAL, Comparator.comparing(Passed::total).reversed()));
        for (var tie : rules.ties()) {
            keys.add(
                    switch (tie) {
                        case WRITTEN ->
                            new Key(
                                    SeparatedBy.WRITTEN,
                                    Comparator.comparing(Passed::written).reversed());
                        case PROJECT ->
                            new Key(
                                    SeparatedBy.PROJECT,
                                    Comparator.comparing(Passed::project).reversed());
                        case COUNCIL ->
                            new Key(
                                    SeparatedBy.COUNCIL,
                                    Comparator.comparingInt(each -> place(each.candidate(), decided)));
                    });
        }
        return keys;
    }

    /** Whom the council has not placed comes after whom it has. */
    private static int place(Candidate candidate, List<UUID> decided) {
        int place = decided.indexOf(candidate.id());
        return place < 0 ? decided.size() : place;
    }

    private static SeparatedBy between(Passed before, Passed after, List<Key> keys) {
        return keys.stream()
                .filter(key -> key.order().compare(before, after) != 0)
                .map(Key::name)
                .findFirst()
                .orElse(SeparatedBy.NOTHING);
    }

    private static Outcome outcome(Candidate candidate, @Nullable Mean project, DefenceRules rules) {
        if (candidate.gone() != null) {
            return candidate.gone();
        }
        if (!candidate.writtenPassed()) {
            return Outcome.FAILED_WRITTEN;
        }
        if (project == null) {
            return Outcome.ABSENT_FROM_DEFENCE;
        }
        return project.isAtLeast(rules.passMark()) ? Outcome.RANKED : Outcome.FAILED_DEFENCE;
    }
}
