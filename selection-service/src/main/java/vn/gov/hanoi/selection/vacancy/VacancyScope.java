package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Whether a caller may touch a unit or a vacancy; inside the transaction of the command, before a stored answer is shown. */
@ApplicationScoped
class VacancyScope {
    private final Scopes scopes;
    private final UnitQueries units;
    private final VacancyRepository vacancies;

    VacancyScope(Scopes scopes, UnitQueries units, VacancyRepository vacancies) {
        this.scopes = scopes;
        this.units = units;
        this.vacancies = vacancies;
    }

    /**
     * For a command that names a unit. A unit that is not known yet is in nobody's scope; that it is unknown is the more useful
     * answer, and the command gives it.
     *
     * <p>Refusals: scope.unit-unknown, scope.outside.
     */
    void requireUnit(UUID unitId, Caller caller) {
        var scope = scopes.of(caller);
        if (units.isKnown(unitId)) {
            scopes.require(scope, unitId);
        }
    }

    /** Refusals: scope.unit-unknown; resource.not-found for a vacancy outside the scope as for none. */
    void requireVacancy(UUID vacancyId, Caller caller) {
        var scope = scopes.of(caller);
        scopes.requireVisible(scope, vacancies.unitOf(vacancyId));
    }
}
