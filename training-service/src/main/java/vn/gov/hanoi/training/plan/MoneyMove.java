package vn.gov.hanoi.training.plan;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;

/**
 * Money that a decision moves.
 *
 * @param from null: the City gives it
 * @param to null: the City takes it back
 * @param amountVnd đồng, above zero
 * @param pointer place in the request
 */
record MoneyMove(@Nullable BudgetKey from, @Nullable BudgetKey to, long amountVnd, String pointer) {}
