package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Keeps which commitments of the ledger pay for a degree. */
@ApplicationScoped
class DegreePaymentRepository {
    private final EntityManager entities;

    DegreePaymentRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID trainingId, UUID accountId, UUID commitmentId) {
        var sql = """
                insert into degree_payments (commitment_entry_id, training_id, account_id) values (:commitment, :training, :account)""";
        entities.createNativeQuery(sql)
                .setParameter("commitment", commitmentId)
                .setParameter("training", trainingId)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** A commitment and the account that it is of. */
    record Payment(UUID commitmentId, UUID accountId) {}

    /** In the order of the accounts, as everybody takes them who needs several. */
    @SuppressWarnings("unchecked")
    List<Payment> of(UUID trainingId) {
        var sql = """
                select commitment_entry_id, account_id from degree_payments where training_id = :training
                order by account_id, commitment_entry_id""";
        var rows = (List<Object[]>) entities.createNativeQuery(sql)
                .setParameter("training", trainingId)
                .getResultList();
        return rows.stream()
                .map(row -> new Payment((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
