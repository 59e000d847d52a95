package vn.gov.hanoi.training.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;

/**
 * What of a plan is so at a moment: the figures that a decision starts from. Blocks and lines by code, in their order.
 *
 * @param unitId unit that decides the plan and holds the money that belongs to no other
 */
record PlanStanding(UUID unitId, Map<String, Block> blocks, Map<String, Line> lines, Map<BudgetKey, Budget> budgets) {
    PlanStanding {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
    }

    record Block(String code, FundingSource fundingSource, AssignmentStatus status) {}

    /** @param classes null while pending, as {@code places}; opened ones never exceed it */
    record Line(
            String code,
            String block,
            AssignmentStatus status,
            @Nullable Integer classes,
            @Nullable Integer places,
            int openedClasses,
            int openedPlaces) {
        /** The same line with this quota. */
        Line with(int newClasses, int newPlaces) {
            return new Line(code, block, AssignmentStatus.ASSIGNED, newClasses, newPlaces, openedClasses, openedPlaces);
        }

        Refusal belowUse(long newClasses, long newPlaces) {
            return Refusal.of(
                    TrainingProblem.QUOTA_BELOW_USE,
                    "line",
                    code,
                    "classes",
                    newClasses,
                    "openedClasses",
                    openedClasses,
                    "places",
                    newPlaces,
                    "openedPlaces",
                    openedPlaces);
        }
    }

    /** Money of a block that a unit holds. */
    record BudgetKey(String block, UUID unitId) {}

    /**
     * @param budgetVnd given, in đồng
     * @param boundVnd committed or spent of it; never more
     */
    record Budget(long budgetVnd, long boundVnd) {
        static final Budget NONE = new Budget(0, 0);

        long freeVnd() {
            return budgetVnd - boundVnd;
        }
    }

    /** What the map must have under the key, because it was looked up before. */
    static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing under " + key);
    }

    FundingSource source(String block) {
        return known(blocks, block).fundingSource();
    }

    Budget budget(BudgetKey key) {
        return budgets.getOrDefault(key, Budget.NONE);
    }
}
