package vn.gov.hanoi.selection.council;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Loads and keeps councils and boards. Changes of all bodies of a round follow one another: the round is held first. */
@ApplicationScoped
class PanelRepository implements PanacheRepositoryBase<Panel, UUID> {
    /** Round of a body, without loading it: it is loaded after the round is held. Refusal: resource.not-found. */
    UUID roundOf(UUID id) {
        return find("select roundId from Panel where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
