package vn.gov.hanoi.evaluation.reorganisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.operations.Work;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Applies and undoes plans that were asked for, oldest first. The act is one transaction with the end of its operation: after a crash
 * either all of it is there or nothing. The plan's row is held meanwhile, so no second process does the same.
 */
@ApplicationScoped
class ReorganisationRun implements Work {
    private static final int LONGEST_SECONDS = 300;

    private final PlanRepository plans;
    private final ApplyPlan applyPlan;
    private final RevertPlan revertPlan;
    private final OperationRepository operations;

    ReorganisationRun(
            PlanRepository plans, ApplyPlan applyPlan, RevertPlan revertPlan, OperationRepository operations) {
        this.plans = plans;
        this.applyPlan = applyPlan;
        this.revertPlan = revertPlan;
        this.operations = operations;
    }

    @Override
    public String name() {
        return "reorganisation";
    }

    /** Rolls the act back: somebody has cancelled the operation, or the process ends. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("the act was stopped", null, false, false);
        }
    }

    @Override
    public Step step(BooleanSupplier wanted) {
        var waiting = QuarkusTransaction.requiringNew().call(plans::oldestPending);
        if (waiting.isEmpty()) {
            return Step.IDLE;
        }
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .run(() -> act(waiting.get().id(), wanted));
        } catch (Stopped _) {
            return wanted.getAsBoolean() ? Step.WORKED : Step.IDLE;
        } catch (Refused refused) {
            var operation = Objects.requireNonNull(waiting.get().operationId());
            QuarkusTransaction.requiringNew()
                    .run(() -> fail(operation, refused.refusals().getFirst()));
        }
        return Step.WORKED;
    }

    private void act(UUID id, BooleanSupplier wanted) {
        var plan = plans.hold(id).orElseThrow();
        var caller = plan.requestedBy();
        var operation = plan.operationId();
        if (plan.pending() == null || caller == null || operation == null) {
            return;
        }
        switch (plan.pending()) {
            case APPLY -> applyPlan.apply(plan, caller, step -> report(operation, step, wanted));
            case REVERT -> revertPlan.revert(plan, caller, step -> report(operation, step, wanted));
        }
        if (!operations.finish(operation, OperationState.SUCCEEDED, null)) {
            throw new Stopped();
        }
    }

    /** In a transaction of its own, so that progress is seen while the act is in hand. */
    private void report(UUID operation, int step, BooleanSupplier wanted) {
        boolean goesOn = QuarkusTransaction.requiringNew().call(() -> operations.progress(operation, step));
        if (!goesOn || !wanted.getAsBoolean()) {
            throw new Stopped();
        }
    }

    private void fail(UUID operation, @Nullable Refusal problem) {
        operations.stop(operation, OperationState.FAILED, problem);
        plans.released(operation);
    }

    @Override
    public void giveUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<Plan> plan = plans.oldestPending();
            plan.map(Plan::operationId).ifPresent(id -> fail(id, Refusal.of(KernelProblem.INTERNAL)));
        });
    }
}
