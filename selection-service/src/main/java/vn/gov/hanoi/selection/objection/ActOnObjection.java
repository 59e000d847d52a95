package vn.gov.hanoi.selection.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionRequest;
import vn.gov.hanoi.selection.objection.ObjectionDesk.Laid;
import vn.gov.hanoi.selection.paper.Remarking;
import vn.gov.hanoi.selection.paper.Remarking.Standing;
import vn.gov.hanoi.selection.round.Rounds;

/** The acts on objections, and those that end all of a round together. */
@ApplicationScoped
class ActOnObjection {
    private final ObjectionDesk desk;
    private final ObjectionRepository objections;
    private final Remarking remarking;
    private final Rounds rounds;
    private final AuditTrail audit;

    ActOnObjection(
            ObjectionDesk desk, ObjectionRepository objections, Remarking remarking, Rounds rounds, AuditTrail audit) {
        this.desk = desk;
        this.objections = objections;
        this.remarking = remarking;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** Refusals: resource.not-found for any paper but the own, selection.not-marked, selection.objection-too-late, selection.objection-exists. */
    @Transactional
    Laid file(ObjectionRequest request, Caller caller) {
        var paper = remarking.own(request.paperId(), caller);
        Refused.ifAny(desk.refusals(paper));
        var id = UUID.randomUUID();
        var said = new Objection.Said(PlainText.tidy(request.grounds()), caller.subject());
        var objection = Objection.filed(id, paper.examId(), paper.paperId(), desk.seal(said, id), rounds.today());
        objections.persistAndFlush(objection);
        record("file", objection, paper.unitId(), caller);
        return new Laid(objection, paper);
    }

    /** Refusals: those of {@link ObjectionDesk#hold}, selection.objection-state, selection.objection-too-late. */
    @Transactional
    Laid withdraw(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(desk.withdrawRefusals(laid));
        laid.objection().end(ObjectionState.WITHDRAWN, rounds.today());
        objections.flush();
        var own = Objects.requireNonNull(laid.own());
        record("withdraw", laid.objection(), own.unitId(), caller);
        return laid;
    }

    private void record(String act, Objection objection, UUID unitId, Caller caller) {
        audit.record(caller, new AuditTrail.Act("objection." + act, "objections", objection.id(), unitId, Map.of()));
    }

    /** Draws markers for all contested papers. Refusals: those of {@link Remarking#assign}. */
    @Transactional
    Standing assign(UUID examId, @Nullable String ifMatch, Caller caller) {
        return remarking.assign(
                examId,
                ifMatch,
                () -> objections.open(examId).stream().map(Objection::paperId).toList(),
                caller);
    }

    /** Ends all objections together. Refusals: those of {@link Remarking#publish}. */
    @Transactional
    Standing publish(UUID examId, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var differ = remarking.publish(examId, ifMatch, decision, caller);
        for (var objection : objections.open(examId)) {
            objection.end(
                    differ.getOrDefault(objection.paperId(), false)
                            ? ObjectionState.RESOLVED_ACCEPTED
                            : ObjectionState.RESOLVED_REJECTED,
                    rounds.today());
        }
        objections.flush();
        return remarking.see(examId, caller);
    }
}
