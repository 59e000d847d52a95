package vn.gov.hanoi.training.decree;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of a debt.
 *
 * @param dueOn last day on which it is paid in time
 * @param amountVnd in đồng, above zero
 */
public record Instalment(LocalDate dueOn, long amountVnd) {
    /** Whether the parts are the whole, exactly. */
    public static boolean addUp(List<Instalment> plan, long debtVnd) {
        long sum = 0;
        for (var each : plan) {
            if (each.amountVnd() <= 0 || each.amountVnd() > debtVnd - sum) {
                return false;
            }
            sum += each.amountVnd();
        }
        return sum == debtVnd;
    }

    /** Whether each is due later than the one before, none before the first day and none after the last. */
    public static boolean inOrder(List<Instalment> plan, LocalDate first, LocalDate last) {
        var before = first.minusDays(1);
        for (var each : plan) {
            if (!each.dueOn().isAfter(before)) {
                return false;
            }
            before = each.dueOn();
        }
        return !before.isAfter(last);
    }
}
