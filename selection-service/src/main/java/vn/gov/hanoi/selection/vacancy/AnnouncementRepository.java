package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Objects;
import vn.gov.hanoi.kernel.id.Ids;

/** Keeps what the public was told, for ever. */
@ApplicationScoped
class AnnouncementRepository {
    private static final String INSERT = """
            insert into announcements (id, vacancy_id, kind, unit_id, unit_code, unit_name, post_title, positions, announced_on,
                dossiers_from, dossiers_to, made_at)
            select :id, v.id, :kind, v.unit_id, v.unit_code, v.unit_name, v.post_title, v.positions, v.announced_on, v.dossiers_from,
                v.dossiers_to, :at from vacancies v where v.id = :vacancy""";

    private final EntityManager entities;
    private final Clock clock;

    AnnouncementRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param kind PUBLISHED, SUSPENDED or CANCELLED */
    void add(Vacancy vacancy, String kind) {
        Objects.requireNonNull(vacancy.announcement());
        entities.flush();
        entities.createNativeQuery(INSERT)
                .setParameter("id", Ids.next())
                .setParameter("kind", kind)
                .setParameter("at", clock.instant())
                .setParameter("vacancy", vacancy.id())
                .executeUpdate();
    }
}
