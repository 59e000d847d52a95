package vn.gov.hanoi.evaluation.simulation;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.CapUse;

/** Counts how many people of a rating unit would have the capped grade in a month. It picks nobody. */
final class CapCount {
    private final ExcellenceCap cap;
    private int rated;
    private int before;
    private int reaching;

    CapCount(ExcellenceCap cap) {
        this.cap = cap;
    }

    void add(Rescored sheet) {
        if (sheet instanceof Rescored.Compared compared) {
            var to = compared.grades().to();
            rated += to.compareTo(Result.D) <= 0 ? 1 : 0;
            before += isCapped(compared.grades().from()) ? 1 : 0;
            reaching += isCapped(to) ? 1 : 0;
        }
    }

    private boolean isCapped(Result result) {
        return result.name().equals(cap.grade().name());
    }

    /** @param raised whether a decision on special achievements raises the share */
    @Nullable
    CapUse use(String period, boolean raised) {
        int allowed = cap.allowed(rated, raised, false);
        return rated == 0
                ? null
                : new CapUse(period, cap.grade(), rated, allowed, before, reaching, Math.max(0, reaching - allowed));
    }
}
