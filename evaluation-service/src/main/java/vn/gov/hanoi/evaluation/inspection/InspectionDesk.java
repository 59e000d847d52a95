package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays an inspection on the table: with what the caller has to do with it. */
@ApplicationScoped
class InspectionDesk {
    private final InspectionRepository inspections;
    private final ViewerQueries viewers;
    private final TeamQueries teams;
    private final Clock clock;

    InspectionDesk(InspectionRepository inspections, ViewerQueries viewers, TeamQueries teams, Clock clock) {
        this.inspections = inspections;
        this.viewers = viewers;
        this.teams = teams;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown inspection and one that is not the caller's to know. */
    @Transactional
    InspectionGuard see(UUID id, Caller caller) {
        var viewer = viewers.of(caller);
        return laid(inspections.find(id, viewer).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), viewer);
    }

    /**
     * The inspection that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: those of {@link #see} and {@link InspectionGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    InspectionGuard hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var viewer = viewers.of(caller);
        // Looked for first: who may not know of it does not wait for its row either.
        var _ = inspections.find(id, viewer).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var held = laid(inspections.hold(id).orElseThrow(), viewer);
        Refused.ifAny(held.authority(act));
        Etags.require(ifMatch, held.inspection().rowVersion());
        Refused.ifAny(held.state(act));
        return held;
    }

    /**
     * The inspection below which something is recorded, held until the end of the transaction; what others record meanwhile does not matter.
     *
     * <p>Refusals: those of {@link #see} and {@link InspectionGuard#refusals}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    InspectionGuard share(UUID id, Act act, Caller caller) {
        see(id, caller);
        var held = laid(inspections.hold(id).orElseThrow(), viewers.of(caller));
        Refused.ifAny(held.refusals(act));
        return held;
    }

    /** The same caller's view of an inspection that was just changed. */
    InspectionGuard again(UUID id, Caller caller) {
        return laid(inspections.find(id).orElseThrow(), viewers.of(caller));
    }

    private InspectionGuard laid(Inspection inspection, Viewer viewer) {
        var officer = viewer.officerId().equals(Viewer.NOBODY) ? null : viewer.officerId();
        boolean sits = viewer.inspects() && !viewer.own().contains(inspection.unitId());
        var seat =
                new Seat(officer, viewers.leads(viewer, inspection.unitId()), sits ? inspection.roleOf(officer) : null);
        boolean before = inspection.startedAt() == null && inspection.ended() == null;
        var team = before && (seat.leads() || seat.role() != null)
                ? teams.faults(inspection.unitId(), inspection.sitting(), inspection.team())
                : List.<Refusal>of();
        return new InspectionGuard(inspection, seat, team, LocalDate.now(clock));
    }
}
