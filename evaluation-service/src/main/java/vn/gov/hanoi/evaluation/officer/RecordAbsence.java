package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AbsenceApi.AbsenceRequest;
import vn.gov.hanoi.evaluation.officer.AbsenceApi.CorrectAbsenceRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records absences and corrects them. No event tells of them, and the audit does not say why somebody is away. */
@ApplicationScoped
class RecordAbsence {
    private final AbsenceRepository absences;
    private final OfficerVisibilityQueries visibility;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;

    RecordAbsence(
            AbsenceRepository absences,
            OfficerVisibilityQueries visibility,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.absences = absences;
        this.visibility = visibility;
        this.clock = clock;
        this.audit = audit;
    }

    /** Refusals: resource.not-found, those of the fields, absence.overlaps, scope.unit-unknown. */
    @Transactional
    Answer record(UUID officerId, AbsenceRequest request, Caller caller) {
        var stamp = clock.take(caller);
        visibility.requireVisible(caller, officerId);
        var kept = request.kept();
        Refused.ifAny(kept.faults(""));
        var absence = new Absence(Ids.next(), officerId, 1, kept.kind(), kept.validity(), kept.decisionNumber());
        absences.insert(absence, stamp);
        audit.record(caller, act("absence.create", absence, Map.of()));
        return Answer.created(
                "/evaluation/v1/officers/%s/absences/%s".formatted(officerId, absence.id()),
                AbsenceQueries.view(absence, caller),
                absence.version());
    }

    /**
     * Records what an absence really was.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, absence.overlaps,
     * correction.empty, scope.unit-unknown.
     */
    @Transactional
    Answer correct(UUID officerId, UUID id, @Nullable String ifMatch, CorrectAbsenceRequest request, Caller caller) {
        var stamp = clock.take(caller);
        visibility.requireVisible(caller, officerId);
        var before = absences.find(officerId, id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, before.version());
        var right = request.data().kept();
        Refused.ifAny(right.faults("/data"));
        if (before.says(right)) {
            throw new Refused(Refusal.of(EvaluationProblem.CORRECTION_EMPTY).at("/data"));
        }
        var after = before.correct(right);
        absences.update(after, stamp);
        audit.record(caller, act("absence.correct", after, request.reason().audited(Map.of())));
        return Answer.ok(AbsenceQueries.view(after, caller), after.version());
    }

    private static AuditTrail.Act act(String action, Absence absence, Map<String, ?> details) {
        return new AuditTrail.Act(action, "absences", absence.id(), null, details);
    }
}
