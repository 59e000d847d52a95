package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.CreateAssignmentRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Gives officers new posts: another main one, or one beside it. */
@ApplicationScoped
class AssignOfficer {
    private final PostGuard guard;
    private final OfficerJournal journal;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;
    private final OfficerRepository officers;
    private final OfficerVisibilityQueries visibility;

    AssignOfficer(
            PostGuard guard,
            OfficerJournal journal,
            OfficerViews views,
            DirectoryClockRepository clock,
            OfficerRepository officers,
            OfficerVisibilityQueries visibility) {
        this.guard = guard;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
        this.officers = officers;
        this.visibility = visibility;
    }

    /**
     * Moves an officer to another main post; the present one ends on the day. Both units must be in the caller's scope.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, assignment.unit-unknown,
     * assignment.unit-not-in-force, assignment.ends-before-begin, assignment.head-exists, officer.birth-date-late, scope.outside,
     * scope.unit-unknown.
     */
    @Transactional
    Answer assign(UUID id, @Nullable String ifMatch, AssignRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = guard.officer(id, ifMatch, caller);
        var decision = request.decision().kept();
        var day = request.effectiveOn();
        before.mainOn(day).ifPresent(main -> guard.requireInCharge(main, caller));
        var unit = guard.unit(request.data().unitId(), "/data/unitId", caller);
        var draft = request.draft();
        Refused.ifAny(new Faults()
                .date("/effectiveOn", day)
                .addAll(decision.faults("/decision"))
                .add("/data/title", draft.titleFault())
                .add("/effectiveOn", OfficerDraft.birthFault(before.identity().birthDate(), day))
                .all());
        var main = draft.post(
                Ids.next(), unit.id(), true, PostKind.REGULAR, request.data().category());
        var after = before.assign(main);
        var recorded = after.post(main.id()).orElseThrow();
        Refused.ifAny(new Faults()
                .add("/data/unitId", PostGuard.unitInForce(unit, recorded.validity()))
                .all());
        journal.record(
                before,
                after,
                stamp,
                caller,
                "officer.assign",
                unit.id(),
                Map.of(
                        "effectiveOn", day.toString(),
                        "decision", decision.number(),
                        "signedOn", decision.signedOn().toString(),
                        "issuer", decision.issuer()));
        return Answer.ok(views.view(after, clock.moment(null, null), caller, List.of()), after.version());
    }

    /**
     * Gives an officer a post beside the main one, in a unit of the caller's scope.
     *
     * <p>Refusals: resource.not-found, those of the fields, assignment.kind-regular, assignment.unit-unknown,
     * assignment.unit-not-in-force, assignment.head-exists, officer.birth-date-late, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer add(CreateAssignmentRequest request, Caller caller) {
        var stamp = clock.take(caller);
        visibility.requireVisible(caller, request.officerId());
        var before = officers.find(request.officerId()).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var unit = guard.unit(request.unitId(), "/unitId", caller);
        var draft = request.draft();
        var faults = new Faults()
                .addAll(draft.faults(""))
                .add("/kind", request.kind() == PostKind.REGULAR ? REGULAR : Optional.empty())
                .add(
                        "/validFrom",
                        OfficerDraft.birthFault(
                                before.identity().birthDate(), draft.validity().from()));
        if (draft.validity().fault().isEmpty()) {
            faults.add("/unitId", PostGuard.unitInForce(unit, draft.validity()));
        }
        Refused.ifAny(faults.all());
        var post = draft.post(Ids.next(), unit.id(), false, request.kind(), request.category());
        var after = before.take(post);
        journal.record(
                before,
                after,
                stamp,
                caller,
                "assignment.create",
                unit.id(),
                Map.of("assignmentId", post.id(), "kind", post.kind(), "decision", post.decisionNumber()));
        return Answer.created(
                "/evaluation/v1/assignments/" + post.id(),
                views.held(after, post, clock.moment(null, null)),
                after.version());
    }

    private static final Optional<Refusal> REGULAR = Optional.of(Refusal.of(EvaluationProblem.ASSIGNMENT_KIND_REGULAR));
}
