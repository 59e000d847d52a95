package vn.gov.hanoi.selection.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.directorycopy.ImpactQueries;

/** What stands under units: vacancies that have not ended. */
@ApplicationScoped
class VacancyImpactQueries implements ImpactQueries {
    private static final String COUNTS = """
            select 'VACANCIES' as kind, v.unit_id, count(*) as number from vacancies v
            where v.unit_id in (:units) and v.state in ('DRAFT', 'ANNOUNCED')
            group by v.unit_id order by v.unit_id""";

    private final EntityManager entities;

    VacancyImpactQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Count> count(Collection<UUID> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Tuple> rows = entities.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("units", units)
                .getResultList();
        return rows.stream()
                .map(row -> new Count(
                        row.get("kind", String.class),
                        row.get("unit_id", UUID.class),
                        row.get("number", Long.class),
                        null))
                .toList();
    }
}
