package vn.gov.hanoi.evaluation.simulation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * A simulation that was accepted.
 *
 * @param rules as they were written when it was accepted; a draft may change or go meanwhile
 * @param from first day of the first month
 * @param last last day of the last month
 * @param rootUnitId unit whose people, with all below it, are looked at
 * @param scopeRoot unit that bounded what the caller could see
 * @param smallestGroup fewest compared sheets that are shown by themselves; 1 for who sees points
 * @param caller without roles: they were checked when it was accepted
 * @param traceparent trace context of the request
 */
record Simulation(
        UUID id,
        UUID operationId,
        Rules rules,
        LocalDate from,
        LocalDate last,
        UUID rootUnitId,
        UUID scopeRoot,
        int smallestGroup,
        Caller caller,
        @Nullable String traceparent) {

    /** The rule set that is tried. @param document its text */
    record Rules(UUID id, String code, int version, RuleSetStatus status, String digest, String document) {}
}
