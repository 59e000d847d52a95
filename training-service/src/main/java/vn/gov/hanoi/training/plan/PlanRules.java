package vn.gov.hanoi.training.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.plan.PlanDecisionApi.BlockRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;

/** What an assigning decision must satisfy in itself; plain functions, all refusals in rule order. */
final class PlanRules {
    /** Sums stay exact for every JSON reader. */
    static final long LARGEST_SUM = (1L << 53) - 1;

    private PlanRules() {}

    /** Refusals: training.code-repeated, -line-quota-missing, -line-quota-premature, -total-too-large. */
    static List<Refusal> refusals(List<BlockRequest> blocks) {
        var found = new ArrayList<Refusal>();
        var blockCodes = new HashSet<String>();
        var lineCodes = new HashSet<String>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            repeated(blockCodes, block.code(), "/blocks/" + i + "/code", found);
            for (int j = 0; j < block.lines().size(); j++) {
                var line = block.lines().get(j);
                var place = "/blocks/" + i + "/lines/" + j;
                repeated(lineCodes, line.code(), place + "/code", found);
                quota(block.status(), line, place, found);
            }
        }
        if (totals(blocks).budgetVnd() > LARGEST_SUM) {
            found.add(Refusal.of(TrainingProblem.TOTAL_TOO_LARGE, "figure", "budgetVnd", "most", LARGEST_SUM)
                    .at("/blocks"));
        }
        return found;
    }

    /** Whether the parts of the request are those of its kind. Refusal: request.invalid-value. */
    static List<Refusal> misplaced(PlanDecisionRequest request) {
        var found = new ArrayList<Refusal>();
        var kind = request.kind();
        boolean assigns = kind == DecisionKind.ASSIGN;
        if (kind == DecisionKind.CLOSE) {
            return List.of(invalid("/kind", "the action close of the plan"));
        }
        if (assigns == request.blockList().isEmpty()) {
            found.add(invalid("/blocks", assigns ? "at least one block" : "no blocks with " + kind));
        }
        var changes = request.changeList();
        if (assigns != changes.hasNothing()) {
            found.add(invalid("/changes", assigns ? "no changes with ASSIGN" : "at least one change"));
        }
        var parts = new LinkedHashMap<String, Boolean>();
        parts.put("lines", kind == DecisionKind.ADJUST || changes.lines().isEmpty());
        parts.put("newLines", kind == DecisionKind.ADJUST || changes.newLines().isEmpty());
        parts.put("budgets", kind != DecisionKind.TRANSFER || changes.budgets().isEmpty());
        parts.put(
                "quotaTransfers",
                kind == DecisionKind.TRANSFER || changes.quotaTransfers().isEmpty());
        parts.put(
                "moneyTransfers",
                kind == DecisionKind.TRANSFER || changes.moneyTransfers().isEmpty());
        parts.put("releases", kind == DecisionKind.RELEASE || changes.releases().isEmpty());
        if (!assigns) {
            parts.forEach((part, fits) -> {
                if (!fits) {
                    found.add(invalid("/changes/" + part, "nothing of this with " + kind));
                }
            });
        }
        return found;
    }

    private static Refusal invalid(String pointer, String expected) {
        return Refusal.of(KernelProblem.INVALID_VALUE, "rule", "kind", "expected", expected)
                .at(pointer);
    }

    /** Sums of all blocks. At most 100 blocks of 1,000 lines, so the sums fit a long. */
    static PlanTotals totals(List<BlockRequest> blocks) {
        return blocks.stream()
                .map(block -> {
                    var quota = block.lines().stream().map(PlanRules::quota).reduce(PlanTotals.NONE, PlanTotals::plus);
                    return quota.plus(new PlanTotals(0, 0, block.budgetVnd()));
                })
                .reduce(PlanTotals.NONE, PlanTotals::plus);
    }

    private static PlanTotals quota(LineRequest line) {
        return new PlanTotals(
                Objects.requireNonNullElse(line.classes(), 0), Objects.requireNonNullElse(line.places(), 0), 0);
    }

    private static void repeated(Set<String> known, String code, String place, List<Refusal> found) {
        if (!known.add(code)) {
            found.add(Refusal.of(TrainingProblem.CODE_REPEATED, "value", code).at(place));
        }
    }

    private static void quota(AssignmentStatus status, LineRequest line, String place, List<Refusal> found) {
        boolean missing = line.classes() == null || line.places() == null;
        boolean present = line.classes() != null || line.places() != null;
        if (status == AssignmentStatus.ASSIGNED && missing) {
            found.add(Refusal.of(TrainingProblem.LINE_QUOTA_MISSING, "line", line.code())
                    .at(place));
        }
        if (status == AssignmentStatus.PENDING_APPROVAL && present) {
            found.add(Refusal.of(TrainingProblem.LINE_QUOTA_PREMATURE, "line", line.code())
                    .at(place));
        }
    }
}
