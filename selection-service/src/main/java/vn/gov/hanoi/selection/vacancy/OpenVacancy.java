package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;

/** Opens a vacancy as a draft. */
@ApplicationScoped
class OpenVacancy {
    private final VacancyRepository vacancies;
    private final UnitQueries units;
    private final SelectionDefaultQueries defaults;
    private final AuditTrail audit;
    private final Clock clock;

    OpenVacancy(
            VacancyRepository vacancies,
            UnitQueries units,
            SelectionDefaultQueries defaults,
            AuditTrail audit,
            Clock clock) {
        this.vacancies = vacancies;
        this.units = units;
        this.defaults = defaults;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: those of {@link Vacancy#open}, and selection.vacancy-exists. */
    @Transactional
    public Vacancy open(NewVacancy wanted, Caller caller) {
        var today = LocalDate.now(clock);
        var unit = units.find(wanted.unitId(), today).orElse(null);
        var vacancy =
                Vacancy.open(wanted, unit, today, defaults.on(today), new Stamp(clock.instant(), caller.subject()));
        vacancies.persistAndFlush(vacancy);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "vacancy.open",
                        "vacancies",
                        vacancy.id(),
                        vacancy.unit().id(),
                        Map.of("decision", vacancy.decision().number(), "positions", vacancy.positions())));
        return vacancy;
    }
}
