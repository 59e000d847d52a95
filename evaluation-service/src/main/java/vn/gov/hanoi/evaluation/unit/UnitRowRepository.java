package vn.gov.hanoi.evaluation.unit;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.unit.UnitRepository.CodeRow;
import vn.gov.hanoi.evaluation.unit.UnitRepository.StateRow;

/** Writes the dated rows of units. */
@ApplicationScoped
class UnitRowRepository {
    private static final String INSERT_STATES = """
            insert into unit_states (id, unit_id, name, name_key, search_key, type, parent_id, valid_from, valid_to,
                plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), *, ?::uuid, ?, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::date[], ?::date[])""";
    private static final String INSERT_CODES = """
            insert into unit_codes (id, unit_id, scheme, code, code_key, valid_from, valid_to, plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), *, ?::uuid, ?, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[])""";
    private static final String SUPERSEDE_STATES = """
            update unit_states r set superseded_at = ?, superseded_by = ?, superseding_plan_id = ?::uuid
            from unnest(?::uuid[], ?::date[]) as g (unit_id, valid_from)
            where r.unit_id = g.unit_id and r.valid_from = g.valid_from and r.superseded_at is null""";
    private static final String SUPERSEDE_CODES = """
            update unit_codes r set superseded_at = ?, superseded_by = ?, superseding_plan_id = ?::uuid
            from unnest(?::uuid[], ?::date[], ?::text[]) as g (unit_id, valid_from, scheme)
            where r.unit_id = g.unit_id and r.valid_from = g.valid_from and r.scheme = g.scheme and r.superseded_at is null""";

    void insertStates(Connection connection, List<StateRow> rows, Stamp stamp, @Nullable UUID planId)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT_STATES)) {
            insert.setObject(1, planId);
            insert.setObject(2, stamp.moment());
            insert.setString(3, stamp.by());
            insert.setArray(4, column(connection, "uuid", rows, StateRow::unitId));
            insert.setArray(
                    5, column(connection, "text", rows, row -> row.state().name()));
            insert.setArray(
                    6,
                    column(
                            connection,
                            "text",
                            rows,
                            row -> VietnameseText.orderKey(row.state().name())));
            insert.setArray(7, column(connection, "text", rows, StateRow::searchKey));
            insert.setArray(
                    8, column(connection, "text", rows, row -> row.state().type()));
            insert.setArray(
                    9, column(connection, "uuid", rows, row -> row.state().parentId()));
            insert.setArray(
                    10, column(connection, "date", rows, row -> row.validity().from()));
            insert.setArray(
                    11, column(connection, "date", rows, row -> row.validity().to()));
            insert.executeUpdate();
        }
    }

    void insertCodes(Connection connection, List<CodeRow> rows, Stamp stamp, @Nullable UUID planId)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT_CODES)) {
            insert.setObject(1, planId);
            insert.setObject(2, stamp.moment());
            insert.setString(3, stamp.by());
            insert.setArray(4, column(connection, "uuid", rows, CodeRow::unitId));
            insert.setArray(5, column(connection, "text", rows, CodeRow::scheme));
            insert.setArray(6, column(connection, "text", rows, CodeRow::code));
            insert.setArray(7, column(connection, "text", rows, row -> UnitCode.sortKey(row.code())));
            insert.setArray(
                    8, column(connection, "date", rows, row -> row.validity().from()));
            insert.setArray(
                    9, column(connection, "date", rows, row -> row.validity().to()));
            insert.executeUpdate();
        }
    }

    void supersedeStates(Connection connection, List<StateRow> rows, Stamp stamp, @Nullable UUID planId)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(SUPERSEDE_STATES)) {
            update.setObject(1, stamp.moment());
            update.setString(2, stamp.by());
            update.setObject(3, planId);
            update.setArray(4, column(connection, "uuid", rows, StateRow::unitId));
            update.setArray(
                    5, column(connection, "date", rows, row -> row.validity().from()));
            update.executeUpdate();
        }
    }

    void supersedeCodes(Connection connection, List<CodeRow> rows, Stamp stamp, @Nullable UUID planId)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(SUPERSEDE_CODES)) {
            update.setObject(1, stamp.moment());
            update.setString(2, stamp.by());
            update.setObject(3, planId);
            update.setArray(4, column(connection, "uuid", rows, CodeRow::unitId));
            update.setArray(
                    5, column(connection, "date", rows, row -> row.validity().from()));
            update.setArray(6, column(connection, "text", rows, CodeRow::scheme));
            update.executeUpdate();
        }
    }
}
