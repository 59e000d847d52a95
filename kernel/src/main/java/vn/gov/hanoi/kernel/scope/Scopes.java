package vn.gov.hanoi.kernel.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Resolves and checks scopes against the service's own unit tree. Each database provides the functions
 * {@code unit_of_code(code)} and {@code units_within(root)}.
 */
@ApplicationScoped
public class Scopes {
    private final EntityManager entities;

    Scopes(EntityManager entities) {
        this.entities = entities;
    }

    /** The caller's scope. Refusal: scope.unit-unknown if the token names no unit or one this service does not know. */
    public UnitScope of(Caller caller) {
        return find(caller).orElseThrow(() -> new Refused(KernelProblem.SCOPE_UNKNOWN));
    }

    public Optional<UnitScope> find(Caller caller) {
        if (caller.unitCode() == null) {
            return Optional.empty();
        }
        var id = (UUID) entities.createNativeQuery("select unit_of_code(:code)", UUID.class)
                .setParameter("code", caller.unitCode())
                .getSingleResultOrNull();
        return Optional.ofNullable(id).map(UnitScope::new);
    }

    public boolean contains(UnitScope scope, UUID unitId) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from units_within(:root) u where u.id = :unit)", Boolean.class)
                .setParameter("root", scope.rootUnitId())
                .setParameter("unit", unitId)
                .getSingleResult();
    }

    /** For writes that name a unit the caller already knows. Refusal: scope.outside. */
    public void require(UnitScope scope, UUID unitId) {
        if (!contains(scope, unitId)) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
    }

    /** For records whose existence is not the caller's to know. Refusal: resource.not-found, the same as for an absent id. */
    public void requireVisible(UnitScope scope, UUID unitId) {
        if (!contains(scope, unitId)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }
}
