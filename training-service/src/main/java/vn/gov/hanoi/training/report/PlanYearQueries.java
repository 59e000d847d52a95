package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Which plans a caller reads: those whose unit is inside the scope, or above it. */
@ApplicationScoped
class PlanYearQueries {
    private static final String READABLE =
            "p.unit_id in (select id from units_within(:scope) union select id from units_above(:scope))";

    private final EntityManager entities;
    private final Scopes scopes;

    PlanYearQueries(EntityManager entities, Scopes scopes) {
        this.entities = entities;
        this.scopes = scopes;
    }

    /** The year of a plan. Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    int of(UUID planId, Caller caller) {
        var year = (Integer) entities.createNativeQuery("select p.year from plans p where p.id = :plan and " + READABLE)
                .setParameter("plan", planId)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(year).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The plan of a year; empty also if the caller may not read it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> plan(int year, Caller caller) {
        var id = (UUID) entities.createNativeQuery("select p.id from plans p where p.year = :year and " + READABLE)
                .setParameter("year", year)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(id);
    }
}
