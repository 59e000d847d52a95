package vn.gov.hanoi.selection.result;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps results. */
@ApplicationScoped
class ContestResultRepository implements PanacheRepositoryBase<ContestResult, UUID> {
    Optional<ContestResult> ofRound(UUID roundId) {
        return find("roundId", roundId).singleResultOptional();
    }

    /** The round of a result, without loading it: a lock taken later must see its newest version. */
    Optional<UUID> roundOf(UUID id) {
        return find("select roundId from ContestResult where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Held until the end of the transaction. */
    Optional<ContestResult> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
