package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.degree.DegreeViewApi.PaymentView;
import vn.gov.hanoi.training.ledger.Ledger;

/** What the ledger holds for a degree; inside the caller's transaction. */
@ApplicationScoped
class DegreePayments {
    private final DegreePaymentRepository payments;
    private final Ledger ledger;

    DegreePayments(DegreePaymentRepository payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    /** What became of each part. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<PaymentView> of(UUID trainingId) {
        return payments.of(trainingId).stream()
                .map(each -> PaymentView.of(each, ledger.spending(each.commitmentId())))
                .toList();
    }

    /** Gives back what is open of every part; what is spent stays spent. @return how much, in đồng */
    @Transactional(Transactional.TxType.MANDATORY)
    long release(DegreeTraining ended, Caller caller) {
        long released = 0;
        for (var payment : payments.of(ended.id())) {
            long open = ledger.spending(payment.commitmentId()).open().dong();
            var text = "Kết thúc đào tạo: " + ended.learner().code();
            if (ledger.release(payment.commitmentId(), text, caller).isPresent()) {
                released = Math.addExact(released, open);
            }
        }
        return released;
    }
}
