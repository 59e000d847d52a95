package vn.gov.hanoi.evaluation.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Loads and stores units: one by one through the mapping, many by one statement. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {
    private static final String INSERT = """
            insert into units (id, code, code_key, name, name_key, search_key, type, parent_id, valid_from, valid_to,
                created_at, created_by, changed_at, changed_by)
            select *, ?, ?, ?, ? from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::uuid[], ?::date[], ?::date[])""";

    private final DataSource database;

    UnitRepository(DataSource database) {
        this.database = database;
    }

    /**
     * What an import must know of a recorded unit.
     *
     * @param inScope whether it lies within the scope that was asked for
     */
    record Known(
            UUID id,
            String code,
            String name,
            UnitType type,
            @Nullable String parentCode,
            Validity validity,
            boolean inScope) {}

    boolean isDirectoryEmpty() {
        return find("from Unit").page(0, 1).list().isEmpty();
    }

    /** The units with these codes, by code. Without a scope none of them is in scope. */
    Map<String, Known> byCode(Collection<String> codes, @Nullable UnitScope scope) {
        var sql = """
                select u.id, u.code, u.name, u.type, p.code, u.valid_from, u.valid_to,
                    u.id in (select id from units_within(?::uuid))
                from units u left join units p on p.id = u.parent_id where u.code = any (?)""";
        var found = new HashMap<String, Known>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, scope == null ? null : scope.rootUnitId());
            statement.setArray(2, connection.createArrayOf("text", codes.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var unit = new Known(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            UnitType.valueOf(rows.getString(4)),
                            rows.getString(5),
                            new Validity(rows.getObject(6, LocalDate.class), rows.getObject(7, LocalDate.class)),
                            rows.getBoolean(8));
                    found.put(unit.code(), unit);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be read", e);
        }
        return found;
    }

    /** Stores new units by one statement; a parent may be among them. */
    void insertAll(List<Unit> units, Stamp stamp) {
        if (units.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            var at = OffsetDateTime.ofInstant(stamp.at(), ZoneOffset.UTC);
            insert.setObject(1, at);
            insert.setString(2, stamp.by());
            insert.setObject(3, at);
            insert.setString(4, stamp.by());
            insert.setArray(5, column(connection, "uuid", units, Unit::id));
            insert.setArray(6, column(connection, "text", units, Unit::code));
            insert.setArray(7, column(connection, "text", units, Unit::codeKey));
            insert.setArray(8, column(connection, "text", units, Unit::name));
            insert.setArray(9, column(connection, "text", units, Unit::nameKey));
            insert.setArray(10, column(connection, "text", units, Unit::searchKey));
            insert.setArray(11, column(connection, "text", units, Unit::type));
            insert.setArray(12, column(connection, "uuid", units, Unit::parentId));
            insert.setArray(13, column(connection, "date", units, unit -> unit.validity()
                    .from()));
            insert.setArray(14, column(connection, "date", units, unit -> unit.validity()
                    .to()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be written", e);
        }
    }

    /** One column of all rows as an array; dates, enums and ids go as their text. */
    static <T> java.sql.Array column(
            Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value) throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            var each = value.apply(rows.get(i));
            values[i] = each == null || each instanceof Boolean ? each : each.toString();
        }
        return connection.createArrayOf(type, values);
    }
}
