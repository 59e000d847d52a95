package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.quota.Pick;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaCase;
import vn.gov.hanoi.evaluation.quota.QuotaCheck;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.yearly.YearClosing.Raise;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The cap on the best level of an agency: Decree 335/2025, art. 20 cl. 5 (20 %, 25 % by decision). The people under each rule set count for
 * themselves, under both readings of the denominator, of which the rule set says which one binds (legal_check). Groups with similar tasks
 * are not recorded yet, so only the agency counts. It lists by score and never chooses.
 */
@ApplicationScoped
class YearCap {
    private final RuleSetCatalogue catalogue;

    YearCap(RuleSetCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * How a cap is used.
     *
     * @param reading the one that binds
     * @param readings what each reading allows
     * @param goodOrBetter people rated good or better
     * @param ranking those who reach the best level, the highest score first
     */
    record Use(
            String ruleSet,
            QuotaBasis reading,
            Map<QuotaBasis, Integer> readings,
            int goodOrBetter,
            int allowed,
            int used,
            boolean fits,
            List<Map<String, Object>> ranking) {
        Refusal refusal() {
            if (used <= allowed) {
                // Within the number, but without the written reason that the one of a small unit needs.
                return Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING);
            }
            return Refusal.of(
                    EvaluationProblem.ANNUAL_CAP_EXCEEDED,
                    "ruleSet",
                    ruleSet,
                    "reading",
                    reading.name(),
                    "readings",
                    readings,
                    "goodOrBetter",
                    goodOrBetter,
                    "allowed",
                    allowed,
                    "used",
                    used,
                    "ranking",
                    ranking);
        }
    }

    /** Refusals: annual.cap-exceeded, evaluation.reason-missing, for each rule set; the closing is held, so the count is exact. */
    List<Refusal> breaches(List<Classification> rows, @Nullable Raise raise) {
        return uses(rows, raise).stream()
                .filter(use -> !use.fits())
                .map(Use::refusal)
                .toList();
    }

    /** The use of every cap, by rule set; versions of one count together, by the share of the latest. */
    List<Use> uses(List<Classification> rows, @Nullable Raise raise) {
        var versions = versions(rows);
        var byCode = new TreeMap<String, List<Classification>>();
        rows.forEach(
                row -> byCode.computeIfAbsent(version(versions, row).header().id(), _ -> new ArrayList<>())
                        .add(row));
        var uses = new ArrayList<Use>();
        byCode.values().forEach(each -> {
            var latest = each.stream()
                    .map(row -> version(versions, row))
                    .max(Comparator.comparing(ruleSet -> ruleSet.header().version()))
                    .orElseThrow();
            use(latest, each, raise).ifPresent(uses::add);
        });
        return uses;
    }

    /** The rule sets that know no raised share although a decision raises. Refusal: evaluation.cap-not-raisable. */
    List<Refusal> notRaisable(List<Classification> rows) {
        return versions(rows).values().stream()
                .filter(ruleSet -> ruleSet.quotaRule()
                        .map(rule -> rule.raisedShare() == null)
                        .orElse(false))
                .map(ruleSet -> Refusal.of(
                                EvaluationProblem.EVALUATION_CAP_NOT_RAISABLE,
                                "ruleSet",
                                ruleSet.header().id())
                        .at("/data/raise"))
                .toList();
    }

    private Map<UUID, AnnualRuleSet> versions(List<Classification> rows) {
        return rows.stream()
                .map(Classification::ruleSetId)
                .distinct()
                .collect(Collectors.toMap(id -> id, catalogue::annual));
    }

    private static AnnualRuleSet version(Map<UUID, AnnualRuleSet> versions, Classification row) {
        return Objects.requireNonNull(versions.get(row.ruleSetId()));
    }

    /** How one rule set's cap is used by its people; empty if it has none. */
    static Optional<Use> use(AnnualRuleSet ruleSet, List<Classification> rows, @Nullable Raise raise) {
        if (rows.isEmpty() || ruleSet.quotaRule().isEmpty()) {
            return Optional.empty();
        }
        var rule = ruleSet.quotaRule().get();
        var agency = rows.getFirst().person().ratingUnitId().toString();
        var check = new QuotaCheck(
                rule,
                new QuotaCase(
                        List.of(new QuotaGroup(agency, QuotaGroup.Kind.AGENCY, null)),
                        rows.stream().map(row -> member(row, agency)).toList(),
                        raise == null ? null : raise.decision().number()));
        var allowance = check.allowances().getFirst();
        var picks = rows.stream()
                .filter(row -> level(row) == Grade.A)
                .map(row -> new Pick(row.id().toString(), reason(row, allowance.bySmallUnitPolicy())))
                .toList();
        var picked = picks.stream().map(Pick::memberId).collect(Collectors.toSet());
        return Optional.of(new Use(
                ruleSet.header().id(),
                rule.basis(),
                new EnumMap<>(allowance.readings()),
                allowance.goodOrBetter(),
                allowance.allowed(),
                picks.size(),
                check.judge(picks).fits(),
                ranking(check, picked)));
    }

    private static QuotaMember member(Classification row, String agency) {
        var level = level(row);
        var found = row.suggested();
        // Who reaches the best level and got the next one stays on the list that the decider picks from.
        boolean candidate = level == Grade.A || level == Grade.B && found.level() == Grade.A;
        var standing = found.notRated() != null
                ? Standing.NOT_RATED
                : candidate ? Standing.EXCELLENT : level == Grade.B ? Standing.GOOD : Standing.LOWER;
        return new QuotaMember(row.id().toString(), standing, score(row), Set.of(agency));
    }

    private static @Nullable BigDecimal score(Classification row) {
        var sum = row.months().sum();
        return sum == null ? null : sum.divide(BigDecimal.valueOf(row.months().rated()), MathContext.DECIMAL128);
    }

    /** Who is left out has a written reason, since the level differs from the suggestion; the one of a small unit needs an own one. */
    private static String reason(Classification row, boolean own) {
        var decided = row.decided();
        if (decided == null) {
            return "";
        }
        var reason = decided.reason();
        return reason != null ? reason.text() : own ? "" : decided.decision().number();
    }

    private static @Nullable Grade level(Classification row) {
        var decided = row.decided();
        return decided == null ? null : decided.level();
    }

    private static List<Map<String, Object>> ranking(QuotaCheck check, Set<String> picked) {
        return check.ranking().stream()
                .map(each -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("rank", each.rank());
                    line.put("classificationId", each.memberId());
                    line.put("tied", each.tied());
                    line.put("decided", picked.contains(each.memberId()));
                    return Map.copyOf(line);
                })
                .toList();
    }
}
