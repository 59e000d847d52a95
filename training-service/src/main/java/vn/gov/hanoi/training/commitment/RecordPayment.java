package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.commitment.CompensationApi.PaymentRequest;
import vn.gov.hanoi.training.commitment.CompensationRepository.Payment;

/** Records what was paid of a debt. */
@ApplicationScoped
class RecordPayment {
    private final CompensationDesk desk;
    private final CompensationRepository cases;
    private final Clock clock;

    RecordPayment(CompensationDesk desk, CompensationRepository cases, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Refusals: authority.own-act, training.compensation-wrong-state, training.degree-day-outside, training.payment-above-debt,
     * training.payment-reference-exists. The case is held, so of two payments the second sees the first.
     */
    @Transactional
    CompensationCase record(UUID id, PaymentRequest request, Caller caller) {
        var held = desk.hold(id, caller);
        var matter = held.matter();
        Refused.ifAny(new CompensationGuard(matter, held.commitment().learner(), caller).ofPayment());
        var first = Objects.requireNonNull(matter.verdict()).decision().signedOn();
        var today = LocalDate.now(clock);
        if (request.paidOn().isBefore(first) || request.paidOn().isAfter(today)) {
            throw new Refused(Refusal.of(
                            TrainingProblem.DEGREE_DAY_OUTSIDE,
                            "day",
                            request.paidOn().toString(),
                            "first",
                            first.toString(),
                            "last",
                            today.toString())
                    .at("/paidOn"));
        }
        long owed = matter.amountVnd() - matter.paidVnd();
        if (request.amountVnd() > owed) {
            throw new Refused(
                    Refusal.of(TrainingProblem.PAYMENT_ABOVE_DEBT, "openVnd", owed, "requestedVnd", request.amountVnd())
                            .at("/amountVnd"));
        }
        var payment = new Payment(
                Ids.next(),
                request.paidOn(),
                request.amountVnd(),
                PlainText.of(request.reference()),
                caller.subject(),
                clock.instant());
        cases.pay(id, payment);
        var paid = matter.paid(request.amountVnd());
        cases.update(paid);
        desk.record("pay", held, Map.of("amountVnd", request.amountVnd(), "paidVnd", paid.paidVnd()), caller);
        return paid;
    }
}
