package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.quota.Pick;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaBreach;
import vn.gov.hanoi.evaluation.quota.QuotaCase;
import vn.gov.hanoi.evaluation.quota.QuotaCheck;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.quota.QuotaRule;
import vn.gov.hanoi.evaluation.quota.SmallUnitPolicy;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The cap on the top grade of a rating unit: 3814-QĐ/TU of 16/05/2018 (30 %, 40 % by decision). It counts the rated people of the unit under
 * each rule set for itself, since each brings its own share. Small units count with the unit above where the rule set says so; else
 * their cap is what the share gives, 0 for three people (legal_check).
 */
@ApplicationScoped
class ExcellenceCheck {
    private final ClosingSheetRepository sheets;
    private final RuleSetCatalogue catalogue;
    private final SmallUnitPools pools;

    ExcellenceCheck(ClosingSheetRepository sheets, RuleSetCatalogue catalogue, SmallUnitPools pools) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.pools = pools;
    }

    /**
     * Refusals: evaluation.cap-exceeded, evaluation.cap-reason-missing for each rule set; the closing is held, so the count is exact.
     * evaluation.cap-reason-unneeded if a reason is given although no place hangs on it; one that is kept already stays whatever follows.
     */
    List<Refusal> breaches(Closing closing, @Nullable Raise raise) {
        return alone(closing).breaches(closing, raise);
    }

    /** The use of the cap of one rule set in a closing as it stands; empty if it has no cap or rates nobody there. */
    Optional<CapUse> use(Closing closing, String ruleSet) {
        return alone(closing).uses(closing, closing.raise()).stream()
                .filter(use -> use.ruleSet().equals(ruleSet))
                .findFirst();
    }

    /** The use of every cap as the closing stands, by rule set; of a small unit also that of the pool next to it, if that is exceeded. */
    List<CapUse> uses(Closing closing) {
        return alone(closing).uses(closing, closing.raise());
    }

    private Judgement alone(Closing closing) {
        return judgement(List.of(closing), Map.of(closing.id(), sheets.results(closing.id())));
    }

    /**
     * Takes the pools of closings to judge one after the other; they are held until the end of the transaction.
     *
     * @param results by closing
     */
    Judgement judgement(List<Closing> closings, Map<UUID, List<Decided>> results) {
        var versions = results.values().stream()
                .flatMap(List::stream)
                .map(Decided::ruleSetId)
                .distinct()
                .collect(Collectors.toMap(id -> id, catalogue::version));
        return new Judgement(results, versions, pools.hold(closings, results, versions));
    }

    /** Judges closings that are held, with their pools. */
    final class Judgement {
        private final Map<UUID, List<Decided>> results;
        private final Map<UUID, RuleSet> versions;
        private final PoolBook book;

        private Judgement(Map<UUID, List<Decided>> results, Map<UUID, RuleSet> versions, PoolBook book) {
            this.results = results;
            this.versions = versions;
            this.book = book;
        }

        /**
         * Refusals: evaluation.cap-exceeded, evaluation.cap-reason-missing for each rule set. evaluation.cap-reason-unneeded if a reason is
         * given although no place hangs on it; one that is kept already stays whatever follows.
         */
        List<Refusal> breaches(Closing closing, @Nullable Raise raise) {
            var uses = uses(closing, raise);
            boolean open = closing.state() == ClosingState.OPEN;
            var refused = uses.stream()
                    .filter(CapUse::refused)
                    .map(use -> (open ? use : use.told()).refusal())
                    .toList();
            boolean unneeded =
                    open && closing.smallUnitReason() != null && uses.stream().noneMatch(CapUse::usesException);
            return refused.isEmpty() && unneeded
                    ? List.of(Refusal.of(EvaluationProblem.EVALUATION_CAP_REASON_UNNEEDED)
                            .at("/data/smallUnitReason"))
                    : refused;
        }

        /** The results of a closing will be told: they count for those that are judged after it. */
        void allow(Closing closing, @Nullable Raise raise) {
            book.allow(closing, raise);
        }

        /** The use of every cap, by rule set. */
        private List<CapUse> uses(Closing closing, @Nullable Raise raise) {
            // Versions of one rule set count together, by the share of the latest.
            var byCode = new TreeMap<String, List<Decided>>();
            results.getOrDefault(closing.id(), List.of()).forEach(each -> byCode.computeIfAbsent(
                            version(versions, each).id(), _ -> new ArrayList<>())
                    .add(each));
            var uses = new ArrayList<CapUse>();
            byCode.values().forEach(each -> {
                var latest = each.stream()
                        .map(one -> version(versions, one))
                        .max(Comparator.comparing(RuleSet::version))
                        .orElseThrow();
                use(latest, each, raise, closing.smallUnitReason())
                        .ifPresent(alone -> uses.addAll(pools.uses(closing, latest, alone, raise, book)));
            });
            return uses;
        }
    }

    private static RuleSet version(Map<UUID, RuleSet> versions, Decided result) {
        return Objects.requireNonNull(versions.get(result.ruleSetId()));
    }

    /** The rule sets that know no raised share although a decision raises. Refusal: evaluation.cap-not-raisable. */
    List<Refusal> notRaisable(List<Decided> results) {
        return results.stream()
                .map(Decided::ruleSetId)
                .distinct()
                .map(catalogue::version)
                .filter(ruleSet -> {
                    var cap = ruleSet.rules().excellenceCap();
                    return cap != null && cap.raisedShare() == null;
                })
                .map(ruleSet -> Refusal.of(EvaluationProblem.EVALUATION_CAP_NOT_RAISABLE, "ruleSet", ruleSet.id())
                        .at("/data/raise"))
                .toList();
    }

    /** By itself, whatever else a small unit counts with. */
    static Optional<CapUse> use(
            RuleSet ruleSet, List<Decided> results, @Nullable Raise raise, @Nullable String smallUnitReason) {
        var cap = ruleSet.rules().excellenceCap();
        if (cap == null) {
            return Optional.empty();
        }
        var group = ruleSet.id();
        var members =
                results.stream().map(each -> member(each, cap.grade(), group)).toList();
        var check = new QuotaCheck(
                rule(ruleSet, cap, results),
                new QuotaCase(
                        List.of(new QuotaGroup(group, QuotaGroup.Kind.UNIT, null)),
                        members,
                        raise == null ? null : raise.decision().number()));
        var picked = results.stream()
                .filter(each -> each.grade() == cap.grade())
                .map(each -> each.id().toString())
                .collect(Collectors.toSet());
        var allowance = check.allowances().getFirst();
        // Why one person and not another is on each sheet; why there is a place at all, only here.
        var reason = allowance.bySmallUnitPolicy() ? Objects.requireNonNullElse(smallUnitReason, "") : "decided";
        var verdict = check.judge(
                picked.stream().sorted().map(id -> new Pick(id, reason)).toList());
        boolean exceeded = verdict.breaches().stream().anyMatch(QuotaBreach.CapExceeded.class::isInstance);
        if (exceeded != picked.size() > allowance.allowed()) {
            throw new IllegalStateException("cap of " + group + " is judged in two ways");
        }
        return Optional.of(new CapUse(
                group,
                cap.grade(),
                allowance.share(),
                allowance.rated(),
                allowance.allowed(),
                picked.size(),
                ranking(check, picked),
                allowance.bySmallUnitPolicy()
                        ? new CapUse.ByReason(
                                verdict.breaches().stream().noneMatch(QuotaBreach.ReasonMissing.class::isInstance))
                        : null,
                null));
    }

    private static List<Map<String, Object>> ranking(QuotaCheck check, Set<String> picked) {
        return check.ranking().stream()
                .map(each -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("rank", each.rank());
                    line.put("evaluationId", each.memberId());
                    line.put("points", each.score());
                    line.put("tied", each.tied());
                    line.put("decided", picked.contains(each.memberId()));
                    return Map.copyOf(line);
                })
                .toList();
    }

    private static QuotaMember member(Decided result, Grade top, String group) {
        return new QuotaMember(result.id().toString(), standing(result, top), result.points(), Set.of(group));
    }

    /** A person who has the points and a lower grade is a candidate still; the list shows who was left out. */
    private static Standing standing(Decided result, Grade top) {
        var grade = result.grade();
        if (grade == null) {
            return Standing.NOT_RATED;
        }
        BigDecimal points = result.points();
        if (points != null && (grade == top || result.gradeByPoints() == top)) {
            return Standing.EXCELLENT;
        }
        return grade == Grade.B ? Standing.GOOD : Standing.LOWER;
    }

    private static QuotaRule rule(RuleSet ruleSet, ExcellenceCap cap, List<Decided> results) {
        int rated = (int) results.stream().filter(each -> each.grade() != null).count();
        return new QuotaRule(
                ruleSet.id() + "/cap",
                QuotaBasis.RATED,
                cap.share(),
                cap.raisedShare(),
                cap.smallUnits().oneWithReason() && cap.isSmall(rated)
                        ? SmallUnitPolicy.AT_MOST_ONE_WITH_REASON
                        : SmallUnitPolicy.NONE);
    }
}
