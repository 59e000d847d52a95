package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.inspection.FindingApi.ClaimView;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingView;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Act;
import vn.gov.hanoi.evaluation.inspection.FindingRepository.Claim;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ActionView;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows findings to those who may see them, with what each may do. */
@ApplicationScoped
class FindingViews {
    static final String PATH = "/evaluation/v1/findings/";

    private final FindingDesk desk;
    private final FindingRepository findings;
    private final FindingQueries queries;
    private final InspectionViews inspections;

    FindingViews(FindingDesk desk, FindingRepository findings, FindingQueries queries, InspectionViews inspections) {
        this.desk = desk;
        this.findings = findings;
        this.queries = queries;
        this.inspections = inspections;
    }

    /** What the caller sees of a finding that was just changed. */
    FindingView full(UUID id, Caller caller) {
        return full(desk.again(id, caller), caller);
    }

    Answer answer(UUID id, Caller caller) {
        var after = desk.again(id, caller);
        return Answer.ok(full(after, caller), after.finding().rowVersion());
    }

    FindingView full(FindingGuard seen, Caller caller) {
        var finding = seen.finding();
        var summary = queries.summary(finding);
        var closed = finding.closed();
        return new FindingView(
                summary.id(),
                summary.etag(),
                summary.inspectionId(),
                summary.type(),
                summary.unit(),
                summary.happenedOn(),
                summary.severity(),
                summary.state(),
                summary.dueOn(),
                summary.overdue(),
                summary.aggravated(),
                finding.happenedAt(),
                finding.description(),
                finding.evidence(),
                finding.rules(),
                finding.repeatOf(),
                queries.entries(finding, caller),
                findings.claims(finding.id()).stream().map(FindingViews::claim).toList(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.because(),
                Stream.of(Act.values()).map(act -> action(seen, act)).toList());
    }

    private static ClaimView claim(Claim claim) {
        return new ClaimView(
                claim.description(),
                claim.evidence(),
                claim.at(),
                claim.delegationId(),
                claim.inTime(),
                claim.answer(),
                claim.answeredAt(),
                claim.note());
    }

    private ActionView action(FindingGuard seen, Act act) {
        var blocked = seen.refusals(act).stream().map(inspections::blocker).toList();
        return new ActionView(
                act.verb(),
                PATH + seen.finding().id() + "/actions/" + act.verb(),
                blocked.isEmpty(),
                act.needs(),
                blocked);
    }
}
