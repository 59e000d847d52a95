package vn.gov.hanoi.selection.vacancy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/** Loads and keeps vacancies. */
@ApplicationScoped
class VacancyRepository implements PanacheRepositoryBase<Vacancy, UUID> {
    /** Holds the row until the end of the transaction, so that of many who race the others see the winner's version. Refusal: resource.not-found. */
    Vacancy forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** Unit of a vacancy, without loading the vacancy: a lock taken later must see its newest version. Refusal: resource.not-found. */
    UUID unitOf(UUID id) {
        return find("select v.unit.id from Vacancy v where v.id = ?1", id)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
