package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.degree.DegreeGuard.Act;
import vn.gov.hanoi.training.degree.DegreeTraining.Cost;
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;

/** Takes degree trainings out, shows them, and keeps the record of what was done. */
@ApplicationScoped
class DegreeDesk {
    static final String PATH = "/training/v1/degree-trainings/";
    private static final long MOST_VND = (1L << 53) - 1;

    private final DegreeQueries queries;
    private final DegreeRepository trainings;
    private final DegreePayments payments;
    private final Actions actions;
    private final AuditTrail audit;

    DegreeDesk(
            DegreeQueries queries,
            DegreeRepository trainings,
            DegreePayments payments,
            Actions actions,
            AuditTrail audit) {
        this.queries = queries;
        this.trainings = trainings;
        this.payments = payments;
        this.actions = actions;
        this.audit = audit;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    DegreeTrainingView full(UUID id, Caller caller) {
        var training = queries.see(id, caller);
        var guard = new DegreeGuard(training, caller);
        var offered = Arrays.stream(Act.values())
                .map(act -> actions.of(act.verb(), PATH + id, act.needs(), guard.refusals(act)))
                .toList();
        return DegreeTrainingView.full(training, payments.of(id), offered);
    }

    /**
     * Held until the transaction ends, once nothing of person and state speaks against the act. Refusals: resource.not-found,
     * precondition.required, precondition.failed, those of {@link DegreeGuard}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    DegreeTraining hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        queries.see(id, caller);
        var held = trainings.forChange(id).orElseThrow();
        Etags.require(ifMatch, held.version());
        Refused.ifAny(new DegreeGuard(held, caller).refusals(act));
        return held;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void record(String verb, DegreeTraining training, Map<String, ?> details, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act(
                        "degree-training." + verb,
                        "degree-trainings",
                        training.id(),
                        training.learner().unitId(),
                        details));
    }

    /** Refusals: training.degree-cost-item-unknown, training.code-repeated, training.total-too-large. */
    static List<Refusal> faults(List<Cost> costs) {
        var faults = new ArrayList<Refusal>();
        var seen = new HashSet<String>();
        long left = MOST_VND;
        for (int i = 0; i < costs.size(); i++) {
            var cost = costs.get(i);
            var place = "/costs/" + i + "/item";
            if (!DegreeRules.shipped().knowsCostItem(cost.item())) {
                faults.add(Refusal.of(TrainingProblem.DEGREE_COST_ITEM_UNKNOWN, "item", cost.item())
                        .at(place));
            } else if (!seen.add(cost.item())) {
                faults.add(Refusal.of(TrainingProblem.CODE_REPEATED, "value", cost.item())
                        .at(place));
            }
            left -= cost.amountVnd();
            if (left < 0) {
                faults.add(Refusal.of(TrainingProblem.TOTAL_TOO_LARGE, "figure", "costs", "most", MOST_VND)
                        .at("/costs"));
                break;
            }
        }
        return faults;
    }

    /** Refusal: training.reason-unknown. */
    static List<Refusal> faults(ActReason reason, Act act) {
        return faults(reason, act.name(), "/reason/code");
    }

    static List<Refusal> faults(ActReason reason, String act, String pointer) {
        return DegreeRules.shipped().isReason(reason.code(), act)
                ? List.of()
                : List.of(Refusal.of(TrainingProblem.REASON_UNKNOWN, "reason", reason.code())
                        .at(pointer));
    }
}
