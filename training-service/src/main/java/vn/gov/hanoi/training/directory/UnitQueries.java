package vn.gov.hanoi.training.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads units of the read copy; inside a transaction. */
@ApplicationScoped
class UnitQueries {
    private static final String COLUMNS = """
            select u.id, u.code, u.name, u.type, u.valid_from, u.valid_to, exists (
                select 1 from unit_ancestors a join unit_states d on d.unit_id = a.ancestor_id
                where a.unit_id = u.id and d.type = 'DISTRICT'
                    and daterange(a.valid_from, a.valid_to) * daterange(d.valid_from, d.valid_to)
                        @> least(greatest(:day, u.valid_from), u.valid_to - 1)) as inside_district
            """;

    private final EntityManager entities;

    UnitQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The unit as it is on the day, or on the nearest of its days. */
    Optional<KnownUnit> byId(UUID id, LocalDate day) {
        var query = entities.createNativeQuery(COLUMNS + "from unit_on(:id, :day) u", Tuple.class)
                .setParameter("id", id)
                .setParameter("day", day);
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull()).map(UnitQueries::unit);
    }

    /** A code is an alias with dates: the unit that bears it on the day comes first, then the latest that bore it. */
    Optional<KnownUnit> byCode(String code, LocalDate day) {
        var from = """
                from unit_codes c cross join lateral unit_on(c.unit_id, :day) u
                where c.code = :code and c.scheme = 'ELECTRONIC'
                order by (c.valid_from <= :day and coalesce(c.valid_to > :day, true)) desc, c.valid_from desc limit 1""";
        var query = entities.createNativeQuery(COLUMNS + from, Tuple.class)
                .setParameter("code", code)
                .setParameter("day", day);
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull()).map(UnitQueries::unit);
    }

    /** Whether the open records of the one unit are kept by the other today. */
    boolean keeps(UUID keeper, UUID unit) {
        var sql = "select exists (select 1 from units_kept(:keeper) k where k.id = :unit)";
        return (Boolean) entities.createNativeQuery(sql)
                .setParameter("keeper", keeper)
                .setParameter("unit", unit)
                .getSingleResult();
    }

    private static KnownUnit unit(Tuple row) {
        return new KnownUnit(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("inside_district", Boolean.class));
    }
}
