package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Act;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Part;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Visits;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays a finding on the table: with what the caller has to do with it. */
@ApplicationScoped
class FindingDesk {
    private final FindingRepository findings;
    private final InspectionRepository inspections;
    private final ViewerQueries viewers;

    FindingDesk(FindingRepository findings, InspectionRepository inspections, ViewerQueries viewers) {
        this.findings = findings;
        this.inspections = inspections;
        this.viewers = viewers;
    }

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown finding and one that is not the caller's to know. */
    @Transactional
    FindingGuard see(UUID id, Caller caller) {
        var viewer = viewers.of(caller);
        return laid(findings.find(id, viewer).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), viewer, caller);
    }

    /**
     * The finding that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: those of {@link #see} and {@link FindingGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    FindingGuard hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        see(id, caller);
        var held = laid(findings.hold(id).orElseThrow(), viewers.of(caller), caller);
        Refused.ifAny(held.authority(act));
        Etags.require(ifMatch, held.finding().rowVersion());
        Refused.ifAny(held.state(act));
        return held;
    }

    /** The same caller's view of a finding that was just changed. */
    FindingGuard again(UUID id, Caller caller) {
        return laid(findings.find(id).orElseThrow(), viewers.of(caller), caller);
    }

    private FindingGuard laid(Finding finding, Viewer viewer, Caller caller) {
        var officer = viewer.officerId().equals(Viewer.NOBODY) ? null : viewer.officerId();
        var teams = inspections.rows(
                "(i.id = ? or i.finding_id = ?) and i.state <> 'CANCELLED'",
                List.of(finding.inspectionId(), finding.id()));
        var again = teams.stream()
                .filter(each -> each.kind() == Inspection.Kind.RE_INSPECTION
                        && finding.id().equals(each.findingId()))
                .toList();
        boolean inspects = viewer.inspects()
                && !viewer.own().contains(finding.unitId())
                && teams.stream().anyMatch(each -> each.roleOf(officer) != null);
        var part = new Part(
                officer,
                officer != null && caller.roles().contains(InspectionRoles.PARTICIPANT)
                        ? viewers.remedies(officer, finding.unitId())
                        : new Ruling(List.of(), List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING))),
                inspects,
                viewers.leads(viewer, finding.unitId()));
        var visits = new Visits(
                again.stream().anyMatch(each -> each.ended() == null),
                again.stream().anyMatch(each -> each.startedAt() != null));
        return new FindingGuard(finding, part, visits, findings.hasRepeats(finding.id()));
    }
}
