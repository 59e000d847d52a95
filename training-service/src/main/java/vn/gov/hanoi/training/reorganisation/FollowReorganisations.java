package vn.gov.hanoi.training.reorganisation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.directorycopy.AppliedReorganisation;
import vn.gov.hanoi.kernel.directorycopy.ReorganisationFollower;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Drafts the decisions that a reorganisation calls for, when it is told and by looking: a plan that is decided later, and money that comes
 * back to a unit that ended, are found too. Nothing moves here.
 */
@ApplicationScoped
class FollowReorganisations implements ReorganisationFollower {
    private static final Caller SUITE = Caller.system("reorganisation");

    private final DraftRepository drafts;
    private final AuditTrail audit;

    FollowReorganisations(DraftRepository drafts, AuditTrail audit) {
        this.drafts = drafts;
        this.audit = audit;
    }

    @Override
    public void applied(AppliedReorganisation plan) {
        drafts.add(plan);
        drafts.keep();
        record("plan-move.draft", plan.planId(), plan.version());
    }

    @Override
    public void reverted(UUID planId, long version) {
        if (drafts.revert(planId)) {
            record("plan-move.withdraw", planId, version);
        }
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        drafts.keep();
    }

    private void record(String action, UUID planId, long version) {
        audit.record(
                SUITE, new AuditTrail.Act(action, "reorganisations", planId, null, Map.of("planVersion", version)));
    }
}
