package vn.gov.hanoi.selection.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Loads and keeps rounds. */
@ApplicationScoped
class RoundRepository implements PanacheRepositoryBase<Round, UUID> {
    /** Held against every other act until the end of the transaction. Refusal: resource.not-found. */
    Round forChange(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Held against acts on the round; others may hold it in the same way. Refusal: resource.not-found. */
    Round forUse(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_READ);
    }

    /** Unit of a round, without loading it: a lock taken later must see its newest version. Refusal: resource.not-found. */
    UUID unitOf(UUID id) {
        return find("select unitId from Round where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private Round held(UUID id, LockModeType lock) {
        return findByIdOptional(id, lock).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
