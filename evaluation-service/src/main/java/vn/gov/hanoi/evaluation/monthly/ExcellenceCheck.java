package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
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

    /** @param id of the unit above or of the group */
    record Pooled(ExcellenceCap.Pool kind, UUID id) {}

    /**
     * How a rule set's cap is used in a closing.
     *
     * @param share in force, raised or not
     * @param rated people who count; of a small unit those of all units that it counts with
     * @param used those of them with the top grade
     * @param ranking those who reach it by points, the highest first: it lists and never chooses
     * @param exception the one place that the share does not give, against a written reason; null without one
     * @param pooled with whom the people of the closing are counted; null if by themselves
     */
    record Use(
            String ruleSet,
            Grade grade,
            BigDecimal share,
            int rated,
            int allowed,
            int used,
            List<Map<String, Object>> ranking,
            @Nullable ByReason exception,
            @Nullable Pooled pooled) {
        /** @param reasoned whether a reason is kept for everybody who has the place */
        record ByReason(boolean reasoned) {}

        /** Refusals: evaluation.cap-exceeded, evaluation.cap-reason-missing. */
        Refusal refusal() {
            if (!exceeded()) {
                return Refusal.of(
                                EvaluationProblem.EVALUATION_CAP_REASON_MISSING,
                                "ruleSet",
                                ruleSet,
                                "grade",
                                grade.name(),
                                "rated",
                                rated)
                        .at("/data/smallUnitReason");
            }
            return Refusal.of(
                    EvaluationProblem.EVALUATION_CAP_EXCEEDED,
                    "ruleSet",
                    ruleSet,
                    "grade",
                    grade.name(),
                    "rated",
                    rated,
                    "allowed",
                    allowed,
                    "used",
                    used,
                    "countedWith",
                    pooled == null ? "-" : pooled.kind().name(),
                    "ranking",
                    ranking);
        }

        boolean exceeded() {
            return used > allowed;
        }

        boolean refused() {
            return exceeded()
                    || usesException() && !Objects.requireNonNull(exception).reasoned();
        }

        boolean usesException() {
            return exception != null && used > 0;
        }

        /** The same once results are told, when no reason can be given any more: without one there is no such place. */
        Use told() {
            return exception == null || exception.reasoned()
                    ? this
                    : new Use(ruleSet, grade, share, rated, 0, used, ranking, null, pooled);
        }
    }

    /**
     * Refusals: evaluation.cap-exceeded, evaluation.cap-reason-missing for each rule set; the closing is held, so the count is exact.
     * evaluation.cap-reason-unneeded if a reason is given although no place hangs on it; one that is kept already stays whatever follows.
     */
    List<Refusal> breaches(Closing closing, @Nullable Raise raise) {
        return alone(closing).breaches(closing, raise);
    }

    /** The use of the cap of one rule set in a closing as it stands; empty if it has no cap or rates nobody there. */
    Optional<Use> use(Closing closing, String ruleSet) {
        return alone(closing).uses(closing, closing.raise()).stream()
                .filter(use -> use.ruleSet().equals(ruleSet))
                .findFirst();
    }

    /** The use of every cap as the closing stands, by rule set; of a small unit also that of the pool next to it, if that is exceeded. */
    List<Use> uses(Closing closing) {
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
                    .filter(Use::refused)
                    .map(use -> (open ? use : use.told()).refusal())
                    .toList();
            boolean unneeded =
                    open && closing.smallUnitReason() != null && uses.stream().noneMatch(Use::usesException);
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
        private List<Use> uses(Closing closing, @Nullable Raise raise) {
            // Versions of one rule set count together, by the share of the latest.
            var byCode = new TreeMap<String, List<Decided>>();
            results.getOrDefault(closing.id(), List.of()).forEach(each -> byCode.computeIfAbsent(
                            version(versions, each).id(), _ -> new ArrayList<>())
                    .add(each));
            var uses = new ArrayList<Use>();
            byCode.values().forEach(each -> {
                var latest = each.stream()
                        .map(one -> version(versions, one))
                        .max(Comparator.comparing(RuleSet::version))
                        .orElseThrow();
                OwnCap.use(latest, each, raise, closing.smallUnitReason())
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
}
