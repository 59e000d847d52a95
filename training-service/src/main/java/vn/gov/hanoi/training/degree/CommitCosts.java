package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.degree.DegreeApi.CommitRequest;
import vn.gov.hanoi.training.degree.DegreeGuard.Act;
import vn.gov.hanoi.training.ledger.Ledger;

/** Commits parts of the costs of a degree against accounts of the training money. */
@ApplicationScoped
class CommitCosts {
    private static final String ACCOUNT = "/data/accountId";

    private final DegreePayments payments;
    private final DegreePaymentRepository kept;
    private final DegreeRepository trainings;
    private final DegreeDesk desk;
    private final Ledger ledger;

    CommitCosts(
            DegreePayments payments,
            DegreePaymentRepository kept,
            DegreeRepository trainings,
            DegreeDesk desk,
            Ledger ledger) {
        this.payments = payments;
        this.kept = kept;
        this.trainings = trainings;
        this.desk = desk;
        this.ledger = ledger;
    }

    /**
     * Commits a part of the costs from an account of the source that pays for the degree; each year may pay its own part.
     *
     * <p>Refusals: those of {@link DegreeGuard}, training.account-unknown, training.funding-source-differs,
     * training.degree-cost-exceeded, and those of a posting.
     */
    @Transactional
    DegreeTraining commit(UUID id, @Nullable String ifMatch, CommitRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.COMMIT, caller);
        var data = request.data();
        var source = ledger.source(data.accountId(), caller)
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.ACCOUNT_UNKNOWN).at(ACCOUNT)));
        if (!source.name().equals(held.study().fundingSource())) {
            throw new Refused(Refusal.of(
                            TrainingProblem.FUNDING_SOURCE_DIFFERS,
                            "fundingSource",
                            source.name(),
                            "required",
                            held.study().fundingSource())
                    .at(ACCOUNT));
        }
        long used = payments.of(id).stream()
                .mapToLong(each -> Math.addExact(each.openVnd(), each.spentVnd()))
                .reduce(0, Math::addExact);
        long cost = held.study().costVnd();
        if (data.amountVnd() > cost - used) {
            throw new Refused(Refusal.of(
                            TrainingProblem.DEGREE_COST_EXCEEDED,
                            "costVnd",
                            cost,
                            "usedVnd",
                            used,
                            "requestedVnd",
                            data.amountVnd())
                    .at("/data/amountVnd"));
        }
        var text = "Đào tạo trình độ " + held.study().level() + ": "
                + held.learner().code();
        var entry = ledger.commit(data.accountId(), new Money(data.amountVnd()), null, text, caller);
        kept.add(id, data.accountId(), entry.id());
        var changed = held.touched();
        trainings.update(changed);
        desk.record("commit", changed, Map.of("commitmentId", entry.id(), "amountVnd", data.amountVnd()), caller);
        return changed;
    }
}
