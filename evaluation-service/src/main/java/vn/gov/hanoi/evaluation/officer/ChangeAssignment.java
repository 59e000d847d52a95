package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CloseRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CorrectAssignmentRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Ends posts and corrects what was recorded of them. What was known before stays readable. */
@ApplicationScoped
class ChangeAssignment {
    private final PostGuard guard;
    private final OfficerJournal journal;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;

    ChangeAssignment(PostGuard guard, OfficerJournal journal, OfficerViews views, DirectoryClockRepository clock) {
        this.guard = guard;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Ends a post on a day. Who has no other post then leaves the service of the City.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, assignment.ends-before-begin,
     * assignment.ended, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer close(UUID postId, @Nullable String ifMatch, CloseRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = guard.holder(postId, ifMatch, caller);
        var post = before.post(postId).orElseThrow();
        guard.requireInCharge(post, caller);
        var decision = request.decision().kept();
        Refused.ifAny(new Faults()
                .date("/effectiveOn", request.effectiveOn())
                .addAll(decision.faults("/decision"))
                .all());
        var after = before.leave(postId, request.effectiveOn());
        journal.record(
                before,
                after,
                stamp,
                caller,
                "assignment.close",
                post.unitId(),
                Map.of(
                        "assignmentId", postId,
                        "effectiveOn", request.effectiveOn().toString(),
                        "decision", decision.number(),
                        "signedOn", decision.signedOn().toString(),
                        "issuer", decision.issuer()));
        return answer(after, postId);
    }

    /**
     * Records what a post really was.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, assignment.unit-not-in-force,
     * assignment.main-overlaps, assignment.head-exists, officer.birth-date-late, correction.empty, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer correct(UUID postId, @Nullable String ifMatch, CorrectAssignmentRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = guard.holder(postId, ifMatch, caller);
        var post = before.post(postId).orElseThrow();
        guard.requireInCharge(post, caller);
        var unit = guard.unit(post.unitId(), "", caller);
        var draft = request.data().draft();
        var faults = new Faults()
                .addAll(draft.faults("/data"))
                .add(
                        "/data/validFrom",
                        OfficerDraft.birthFault(
                                before.identity().birthDate(), draft.validity().from()));
        if (draft.validity().fault().isEmpty()) {
            faults.add("/data/validFrom", PostGuard.unitInForce(unit, draft.validity()));
        }
        Refused.ifAny(faults.all());
        var right = draft.post(postId, post.unitId(), post.main(), post.kind(), post.category());
        if (right.equals(post)) {
            throw new Refused(Refusal.of(EvaluationProblem.CORRECTION_EMPTY).at("/data"));
        }
        var after = before.correct(right);
        journal.record(
                before,
                after,
                stamp,
                caller,
                "assignment.correct",
                post.unitId(),
                request.reason().audited(Map.of("assignmentId", postId)));
        return answer(after, postId);
    }

    private Answer answer(Officer after, UUID postId) {
        var view = views.held(after, after.post(postId).orElseThrow(), clock.moment(null, null));
        return Answer.ok(view, after.version());
    }
}
