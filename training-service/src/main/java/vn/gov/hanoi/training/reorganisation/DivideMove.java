package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.reorganisation.MoveApi.DivideRequest;
import vn.gov.hanoi.training.reorganisation.MoveGuard.Act;

/** Lays down amounts for successors instead of the shares; somebody else approves. */
@ApplicationScoped
class DivideMove {
    private final MoveDesk desk;
    private final DraftRepository drafts;
    private final AuditTrail audit;

    DivideMove(MoveDesk desk, DraftRepository drafts, AuditTrail audit) {
        this.desk = desk;
        this.drafts = drafts;
        this.audit = audit;
    }

    /**
     * Refusals: those of {@link MoveGuard#refusals}, precondition.required, precondition.failed, training.move-successor-unknown,
     * training.move-sums-differ.
     */
    @Transactional
    void divide(UUID id, @Nullable String ifMatch, DivideRequest request, Caller caller) {
        Refused.ifAny(desk.see(id, caller).rights(Act.DIVIDE));
        var held = drafts.hold(id);
        var guard = desk.see(id, caller);
        var matter = guard.matter();
        Etags.require(ifMatch, matter.tag());
        Refused.ifAny(guard.refusals(Act.DIVIDE));
        var division = new Division(request.amounts().stream()
                .map(each -> new Division.Part(each.block(), each.fromUnitId(), each.toUnitId(), each.amountVnd()))
                .toList());
        Refused.ifAny(FollowLineage.refusals(matter.standing(), matter.heirs(), division));
        held.divide(MoveContent.text(division), caller.subject());
        drafts.flush();
        var details = Map.of("parts", division.parts().size());
        audit.record(caller, new AuditTrail.Act("plan-move.divide", "plan-moves", id, matter.planUnitId(), details));
    }
}
