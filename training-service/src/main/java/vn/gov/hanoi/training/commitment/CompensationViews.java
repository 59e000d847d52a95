package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.commitment.CommitmentViewApi.OfficerRef;
import vn.gov.hanoi.training.commitment.CompensationDesk.Matter;
import vn.gov.hanoi.training.commitment.CompensationGuard.Act;
import vn.gov.hanoi.training.commitment.CompensationViewApi.CompensationView;
import vn.gov.hanoi.training.commitment.CompensationViewApi.DebtView;
import vn.gov.hanoi.training.commitment.CompensationViewApi.DetailsView;
import vn.gov.hanoi.training.commitment.CompensationViewApi.InstalmentView;
import vn.gov.hanoi.training.commitment.CompensationViewApi.PaymentView;
import vn.gov.hanoi.training.decree.Instalment;

/** Shows one case with the computation of its debt and what can be done with it. */
@ApplicationScoped
class CompensationViews {
    static final String PATH = "/training/v1/compensations/";

    private final CompensationDesk desk;
    private final CompensationRepository cases;
    private final Actions actions;
    private final Clock clock;

    CompensationViews(CompensationDesk desk, CompensationRepository cases, Actions actions, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.actions = actions;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    CompensationView full(UUID id, Caller caller) {
        var seen = desk.see(id, caller);
        var found = seen.matter();
        var verdict = found.verdict();
        var plan = cases.instalments(id);
        var refusals = new CompensationGuard(found, seen.commitment().learner(), caller).refusals();
        return new CompensationView(
                id,
                found.commitmentId(),
                OfficerRef.of(seen.commitment().learner()),
                found.trigger().name(),
                found.eventOn(),
                found.state(),
                found.opened().at(),
                found.amountVnd(),
                found.paidVnd(),
                overdue(found, plan),
                verdict == null ? null : verdict.dueOn(),
                details(seen, plan),
                Arrays.stream(Act.values())
                        .map(act -> actions.of(act.verb(), PATH + id, act.needs(), refusals))
                        .toList(),
                found.version());
    }

    private long overdue(CompensationCase found, List<Instalment> plan) {
        if (found.state() != CompensationState.DECIDED && found.state() != CompensationState.PAYING) {
            return 0;
        }
        var today = LocalDate.now(clock);
        long due = plan.stream()
                .filter(each -> each.dueOn().isBefore(today))
                .mapToLong(Instalment::amountVnd)
                .sum();
        return Math.max(0, due - found.paidVnd());
    }

    private DetailsView details(Matter seen, List<Instalment> plan) {
        var found = seen.matter();
        var verdict = found.verdict();
        var ending = found.ending();
        var council = verdict != null ? verdict.council() : ending == null ? null : ending.council();
        var debt =
                verdict != null ? verdict.debt() : seen.commitment().debt(found.trigger(), found.eventOn(), 0, false);
        return new DetailsView(
                found.opened().source().name(),
                found.opened().note(),
                DebtView.of(debt),
                plan.stream()
                        .map(each -> new InstalmentView(each.dueOn(), each.amountVnd()))
                        .toList(),
                cases.payments(found.id()).stream()
                        .map(each -> new PaymentView(
                                each.id(), each.paidOn(), each.amountVnd(), each.reference(), each.at()))
                        .toList(),
                council == null ? null : council.members(),
                council == null ? null : council.minutes(),
                verdict != null ? verdict.decision() : ending == null ? null : ending.decision(),
                ending == null ? null : ending.ground(),
                ending == null ? null : ending.certificate(),
                ending == null ? null : ending.reason());
    }
}
