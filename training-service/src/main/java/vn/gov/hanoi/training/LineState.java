package vn.gov.hanoi.training;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a line of the plan stands (trạng thái chỉ tiêu kế hoạch), from the survey of needs to the closing. Nobody sets it: it is
 * derived from what was proposed, decided, opened, delivered and settled. CERTIFIED needs the facts of certificates and is not derived yet.
 */
public enum LineState {
    /** Drafted by a unit from its needs. */
    NEED_SURVEYED,
    /** Submitted by the unit. */
    PROPOSED,
    /** Taken up by a unit above. */
    CONSOLIDATED,
    /** In the City's proposal with an estimate; a line that awaits approval stays here. */
    COSTED,
    /** Has quota by a decision of the City. */
    ASSIGNED,
    /** Has another quota by a later decision. */
    ADJUSTED,
    /** At least one class is open. */
    CLASS_OPENED,
    /** All classes that were opened are delivered. */
    DELIVERED,
    /** All learners who passed have their certificates. */
    CERTIFIED,
    /** The money of its classes is settled. */
    SETTLED,
    /** The plan is closed. */
    CLOSED;

    private static final Map<LineState, Set<LineState>> NEXT = Map.ofEntries(
            Map.entry(NEED_SURVEYED, EnumSet.of(PROPOSED)),
            Map.entry(PROPOSED, EnumSet.of(NEED_SURVEYED, CONSOLIDATED, COSTED)),
            Map.entry(CONSOLIDATED, EnumSet.of(PROPOSED, COSTED)),
            Map.entry(COSTED, EnumSet.of(CONSOLIDATED, PROPOSED, ASSIGNED)),
            Map.entry(ASSIGNED, EnumSet.of(ADJUSTED, CLASS_OPENED, CLOSED)),
            Map.entry(ADJUSTED, EnumSet.of(CLASS_OPENED, CLOSED)),
            Map.entry(CLASS_OPENED, EnumSet.of(ASSIGNED, ADJUSTED, DELIVERED)),
            Map.entry(DELIVERED, EnumSet.of(CLASS_OPENED, CERTIFIED, SETTLED, CLOSED)),
            Map.entry(CERTIFIED, EnumSet.of(CLASS_OPENED, SETTLED, CLOSED)),
            Map.entry(SETTLED, EnumSet.of(CLASS_OPENED, CLOSED)),
            Map.entry(CLOSED, EnumSet.noneOf(LineState.class)));

    /** Whether a line may come to the other state directly. */
    public boolean canBecome(LineState other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /**
     * Facts about a line of a plan.
     *
     * @param pending without quota
     * @param number of its version, from 1
     * @param openedClasses classes that were opened and not cancelled
     * @param deliveredClasses those of them that are delivered
     * @param settled whether the account that pays is closed, which it is only with all spending settled
     * @param closed whether the plan is closed
     */
    public record Facts(
            boolean pending, int number, long openedClasses, long deliveredClasses, boolean settled, boolean closed) {}

    /** The state of a line of a plan. */
    public static LineState of(Facts facts) {
        if (facts.closed()) {
            return CLOSED;
        }
        if (facts.pending()) {
            return COSTED;
        }
        if (facts.openedClasses() > 0) {
            boolean delivered = facts.deliveredClasses() == facts.openedClasses();
            return delivered ? facts.settled() ? SETTLED : DELIVERED : CLASS_OPENED;
        }
        return facts.number() > 1 ? ADJUSTED : ASSIGNED;
    }
}
