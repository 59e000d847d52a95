package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.monthly.ExcellenceCheck.Use;
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
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;

/** The cap on the top grade for the people of one closing under one rule set, counted by themselves. */
final class OwnCap {
    private OwnCap() {}

    /** By itself, whatever else a small unit counts with. */
    static Optional<Use> use(
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
        return Optional.of(new Use(
                group,
                cap.grade(),
                allowance.share(),
                allowance.rated(),
                allowance.allowed(),
                picked.size(),
                ranking(check, picked),
                allowance.bySmallUnitPolicy()
                        ? new Use.ByReason(
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
