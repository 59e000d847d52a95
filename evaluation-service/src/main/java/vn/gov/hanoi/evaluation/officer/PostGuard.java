package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.DirectoryGuard;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Who may give which post to whom. The single request and the imported row ask the same questions. */
@ApplicationScoped
class PostGuard {
    private final OfficerRepository officers;
    private final OfficerVisibilityQueries visibility;
    private final UnitRepository units;
    private final DirectoryGuard guard;

    PostGuard(
            OfficerRepository officers,
            OfficerVisibilityQueries visibility,
            UnitRepository units,
            DirectoryGuard guard) {
        this.officers = officers;
        this.visibility = visibility;
        this.units = units;
        this.guard = guard;
    }

    /** The officer of a change. Refusals: resource.not-found, precondition.required, precondition.failed, scope.unit-unknown. */
    Officer officer(UUID id, @Nullable String ifMatch, Caller caller) {
        visibility.requireVisible(caller, id);
        var officer = officers.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, officer.version());
        return officer;
    }

    /** The officer who has the post of a change; refusals as for the officer. */
    Officer holder(UUID postId, @Nullable String ifMatch, Caller caller) {
        var officer = officers.ofPost(postId).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        return officer(officer.id(), ifMatch, caller);
    }

    /** Whether the caller may see the holder of the post. Refusals: resource.not-found, scope.unit-unknown. */
    void requireVisible(UUID postId, Caller caller) {
        var officer = officers.ofPost(postId).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        visibility.requireVisible(caller, officer.id());
    }

    /** The unit of a post that is given. Refusals: assignment.unit-unknown, scope.outside, scope.unit-unknown. */
    Unit unit(UUID id, String pointer, Caller caller) {
        var found = units.find(id)
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.ASSIGNMENT_UNIT_UNKNOWN).at(pointer)));
        guard.requireInScope(caller, found.id(), pointer);
        return found;
    }

    /** Only who is in charge of the unit of a post may change it. Refusals: scope.outside, scope.unit-unknown. */
    void requireInCharge(Post post, Caller caller) {
        guard.requireInScope(caller, post.unitId(), "");
    }

    /** Refusal: assignment.unit-not-in-force with the first day of the post on which its unit is not. */
    static Optional<Refusal> unitInForce(Unit unit, Validity post) {
        return unit.states()
                .firstGap(post)
                .map(day -> Refusal.of(EvaluationProblem.ASSIGNMENT_UNIT_NOT_IN_FORCE, "validFrom", day.toString()));
    }
}
