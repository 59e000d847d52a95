package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The cap on the top grade for the people of some groups: says what is allowed, lists who reaches the grade, and judges the decider's
 * picks. It never picks. Law: 3814-QĐ/TU of 16/05/2018; Decree 48/2023; Decree 335/2025, art. 20 cl. 5; the denominator and the
 * treatment of small units are parameters (legal_check).
 */
public final class QuotaCheck {
    private final QuotaRule rule;
    private final QuotaCase people;
    private final BigDecimal share;
    private final Map<String, QuotaMember> candidates;
    private final List<Allowance> allowances;

    public QuotaCheck(QuotaRule rule, QuotaCase people) {
        this.rule = rule;
        this.people = people;
        this.share = rule.shareWith(people.raisingDecision());
        this.candidates = people.members().stream()
                .filter(QuotaMember::isCandidate)
                .collect(Collectors.toMap(QuotaMember::id, member -> member));
        var pools = new Pools(people.groups());
        if (rule.smallUnits() == SmallUnitPolicy.POOL_WITH_PARENT) {
            pools.join(groups -> rule.basis().allowed(headcount(groups), share));
        }
        this.allowances = pools.all().stream().map(this::allowance).toList();
    }

    /** What is allowed to each group that counts for itself, by group. */
    public List<Allowance> allowances() {
        return allowances;
    }

    /** All who reach the top grade, highest score first and compared exactly; among equals by id, which means nothing. */
    public List<RankedCandidate> ranking() {
        var sorted = candidates.values().stream()
                .sorted(Comparator.comparing(QuotaCheck::score).reversed().thenComparing(QuotaMember::id))
                .toList();
        var ranking = new ArrayList<RankedCandidate>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean asBefore = i > 0 && isTie(sorted.get(i - 1), sorted.get(i));
            boolean asNext = i + 1 < sorted.size() && isTie(sorted.get(i), sorted.get(i + 1));
            int rank = asBefore ? ranking.getLast().rank() : i + 1;
            ranking.add(new RankedCandidate(rank, sorted.get(i).id(), score(sorted.get(i)), asBefore || asNext));
        }
        return ranking;
    }

    /** Whether picks keep the cap of every group. The picks need not follow the scores; then a reason says why. */
    public QuotaVerdict judge(List<Pick> picks) {
        var breaches = new ArrayList<QuotaBreach>();
        var picked = new HashSet<String>();
        for (var pick : picks) {
            if (!candidates.containsKey(pick.memberId())) {
                breaches.add(new QuotaBreach.NotACandidate(pick.memberId()));
            } else if (!picked.add(pick.memberId())) {
                breaches.add(new QuotaBreach.PickedTwice(pick.memberId()));
            } else {
                missingReason(pick).ifPresent(breaches::add);
            }
        }
        for (var allowance : allowances) {
            int used = (int)
                    allowance.candidates().stream().filter(picked::contains).count();
            if (used > allowance.allowed()) {
                breaches.add(exceeded(allowance, used));
            }
        }
        return new QuotaVerdict(allowances, List.copyOf(breaches));
    }

    private Optional<QuotaBreach> missingReason(Pick pick) {
        return allowances.stream()
                .filter(allowance -> allowance.needsReason()
                        && allowance.candidates().contains(pick.memberId())
                        && pick.reason().isBlank())
                .findFirst()
                .map(allowance -> new QuotaBreach.ReasonMissing(
                        pick.memberId(), allowance.groups().getFirst()));
    }

    private QuotaBreach exceeded(Allowance allowance, int used) {
        return new QuotaBreach.CapExceeded(
                rule.code(),
                allowance.groups().getFirst(),
                rule.basis(),
                share,
                rule.basis().base(new Headcount(allowance.rated(), allowance.goodOrBetter())),
                allowance.allowed(),
                used);
    }

    private Allowance allowance(List<String> groups) {
        var headcount = headcount(Set.copyOf(groups));
        var readings = new EnumMap<QuotaBasis, Integer>(QuotaBasis.class);
        rule.readings().forEach(reading -> readings.put(reading, reading.allowed(headcount, share)));
        int allowed = Objects.requireNonNull(readings.get(rule.basis()));
        boolean small = allowed == 0
                && rule.smallUnits() == SmallUnitPolicy.AT_MOST_ONE_WITH_REASON
                && rule.basis().base(headcount) > 0;
        return new Allowance(
                groups,
                headcount.rated(),
                headcount.goodOrBetter(),
                rule.basis(),
                share,
                small ? 1 : allowed,
                Collections.unmodifiableMap(readings),
                small,
                candidatesOf(groups));
    }

    private SortedSet<String> candidatesOf(List<String> groups) {
        return Collections.unmodifiableSortedSet(candidates.values().stream()
                .filter(member -> member.groups().stream().anyMatch(groups::contains))
                .map(QuotaMember::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Headcount headcount(Set<String> groups) {
        int rated = 0;
        int good = 0;
        for (var member : people.members()) {
            if (member.groups().stream().noneMatch(groups::contains)) {
                continue;
            }
            switch (member.standing()) {
                case EXCELLENT, GOOD -> {
                    rated++;
                    good++;
                }
                case LOWER -> rated++;
                case NOT_RATED -> {}
            }
        }
        return new Headcount(rated, good);
    }

    private static boolean isTie(QuotaMember one, QuotaMember other) {
        return score(one).compareTo(score(other)) == 0;
    }

    private static BigDecimal score(QuotaMember member) {
        return Objects.requireNonNull(member.score());
    }
}
