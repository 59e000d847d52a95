package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Announces a vacancy and tells it to everybody. */
@ApplicationScoped
class AnnounceVacancy {
    private final VacancyRepository vacancies;
    private final UnitQueries units;
    private final SelectionDefaultQueries defaults;
    private final AnnouncementRepository announcements;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    AnnounceVacancy(
            VacancyRepository vacancies,
            UnitQueries units,
            SelectionDefaultQueries defaults,
            AnnouncementRepository announcements,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.vacancies = vacancies;
        this.units = units;
        this.defaults = defaults;
        this.announcements = announcements;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Announces the version that the caller has read.
     *
     * <p>Refusals: resource.not-found, precondition.required, precondition.failed, selection.rules-missing, those of
     * {@link Vacancy#announce}.
     */
    @Transactional
    public Vacancy announce(UUID id, @Nullable String ifMatch, Announcement wanted, Caller caller) {
        var vacancy = vacancies.forChange(id);
        Etags.require(ifMatch, vacancy.version());
        var unitId = vacancy.unit().id();
        var event = vacancy.announce(
                wanted,
                units.find(unitId, wanted.announcedOn()).orElse(null),
                defaults.on(wanted.announcedOn()),
                new Stamp(clock.instant(), caller.subject()));
        vacancies.flush();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "vacancy.announce",
                        "vacancies",
                        id,
                        unitId,
                        Map.of(
                                "announcedOn",
                                wanted.announcedOn().toString(),
                                "dossiersTo",
                                wanted.dossiersTo().toString())));
        announcements.add(vacancy, "PUBLISHED");
        outbox.write(new EventDraft("selection.announcement", "published", 1, "vacancies", id, unitId, event));
        return vacancy;
    }
}
