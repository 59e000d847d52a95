package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Signed;
import vn.gov.hanoi.training.degree.DegreeApi.ApproveRequest;
import vn.gov.hanoi.training.degree.DegreeGuard.Act;
import vn.gov.hanoi.training.degree.DegreeTraining.Decided;
import vn.gov.hanoi.training.degree.DegreeTraining.Waiver;

/** Decides on a proposal, by somebody else than who made it; or takes it back. */
@ApplicationScoped
class DecideTraining {
    private final DegreeRepository trainings;
    private final CheckPerson checkPerson;
    private final DegreePayments payments;
    private final DegreeDesk desk;
    private final Clock clock;

    DecideTraining(
            DegreeRepository trainings,
            CheckPerson checkPerson,
            DegreePayments payments,
            DegreeDesk desk,
            Clock clock) {
        this.trainings = trainings;
        this.checkPerson = checkPerson;
        this.payments = payments;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Looks at the person again. Refusals: those of {@link DegreeGuard}, training.decision-not-signed-yet, training.reason-unknown,
     * training.degree-not-waivable, training.degree-rule-missing, training.degree-condition-not-met, training.degree-condition-unknown.
     */
    @Transactional
    DegreeTraining approve(UUID id, @Nullable String ifMatch, ApproveRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.APPROVE, caller);
        var waivers = request.kept();
        Refused.ifAny(faults(request, waivers));
        var found = checkPerson
                .check(
                        held.learner().officerId(),
                        held.study().level(),
                        held.stated(),
                        held.study().startsOn())
                .eligible();
        var faults = new ArrayList<>(CheckPerson.idle(found, waivers));
        faults.addAll(CheckPerson.open(found, waivers));
        Refused.ifAny(faults);
        var by = new Decided(request.decision(), null, waivers, caller.subject(), clock.instant());
        var approved = held.decided(DegreeState.APPROVED, by, found);
        trainings.update(approved);
        var details = Map.of(
                "decision",
                request.decision().number(),
                "waived",
                waivers.stream().map(each -> each.condition().name()).toList());
        desk.record("approve", approved, details, caller);
        return approved;
    }

    /** What is committed for it is free again. Refusals: those of {@link DegreeGuard}, training.reason-unknown. */
    @Transactional
    DegreeTraining end(UUID id, @Nullable String ifMatch, Act act, ActReason reason, Caller caller) {
        var held = desk.hold(id, ifMatch, act, caller);
        Refused.ifAny(DegreeDesk.faults(reason, act));
        var by = new Decided(null, reason, List.of(), caller.subject(), clock.instant());
        var ended = held.refused(act == Act.REJECT ? DegreeState.REJECTED : DegreeState.WITHDRAWN, by);
        trainings.update(ended);
        var details = Map.of("reason", reason.code(), "releasedVnd", payments.release(ended, caller));
        desk.record(act.verb(), ended, details, caller);
        return ended;
    }

    private List<Refusal> faults(ApproveRequest request, List<Waiver> waivers) {
        var today = LocalDate.now(clock);
        var faults = new ArrayList<>(Signed.faults(request.decision().signedOn(), today, "/decision"));
        for (int i = 0; i < waivers.size(); i++) {
            var place = "/waivers/" + i;
            var waiver = waivers.get(i);
            faults.addAll(Signed.faults(waiver.decision().signedOn(), today, place + "/decision"));
            faults.addAll(DegreeDesk.faults(waiver.reason(), "WAIVE", place + "/reason/code"));
        }
        return faults;
    }
}
