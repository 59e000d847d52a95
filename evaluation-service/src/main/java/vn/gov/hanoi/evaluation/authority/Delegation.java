package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * An order by which one officer acts for another (ủy quyền): in a unit and everything below it, for some actions, from a day to a day.
 *
 * @param actions codes of the list of actions; {@link #ALL} stands for each of them
 * @param mayRedelegate whether the receiver may pass on what this order gives
 * @param parentId delegation that is passed on; null if the giver passes on what he or she holds as head
 */
record Delegation(
        UUID id,
        UUID fromOfficerId,
        UUID toOfficerId,
        UUID unitId,
        Set<String> actions,
        boolean mayRedelegate,
        @Nullable UUID parentId,
        String decisionNumber,
        Validity validity) {
    /** Stands for every action, also those that are added to the list later. */
    static final String ALL = "ALL";

    Delegation {
        actions = Set.copyOf(actions);
    }

    /** Whether the order names the action on this day; whether its giver has anything to give is another question. */
    boolean names(String action, LocalDate day) {
        return validity.contains(day) && (actions.contains(ALL) || actions.contains(action));
    }
}
