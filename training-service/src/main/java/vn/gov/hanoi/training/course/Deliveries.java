package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Door to classes that are over, for what follows a class: certificates. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Deliveries {
    private final DeliveryQueries queries;

    Deliveries(DeliveryQueries queries) {
        this.queries = queries;
    }

    /** How a class ended for a learner; empty while it is not over, and for an unknown enrolment. Whoever asks looks after the scope. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Delivered> of(UUID enrolmentId) {
        return queries.of(enrolmentId);
    }

    /** Everybody who passed the class, in the order of nomination; empty while it is not over. Whoever asks looks after the scope. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Delivered> passed(UUID classId) {
        return queries.passed(classId);
    }
}
