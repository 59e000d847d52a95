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
                select 1 from units_above(u.id) a join units d on d.id = a.id where d.type = 'DISTRICT') as inside_district
            from units u
            """;

    private final EntityManager entities;

    UnitQueries(EntityManager entities) {
        this.entities = entities;
    }

    Optional<KnownUnit> byId(UUID id) {
        var query = entities.createNativeQuery(COLUMNS + "where u.id = :id", Tuple.class)
                .setParameter("id", id);
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull()).map(UnitQueries::unit);
    }

    /** A code is an alias with dates: the unit that bears it on the day comes first, then the latest that bore it. */
    Optional<KnownUnit> byCode(String code, LocalDate day) {
        var order = """
                where u.code = :code
                order by (u.valid_from <= :day and coalesce(u.valid_to > :day, true)) desc, u.valid_from desc limit 1""";
        var query = entities.createNativeQuery(COLUMNS + order, Tuple.class)
                .setParameter("code", code)
                .setParameter("day", day);
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull()).map(UnitQueries::unit);
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
