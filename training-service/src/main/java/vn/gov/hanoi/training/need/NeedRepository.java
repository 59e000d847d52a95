package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.need.ToldYear.Key;

/** Writes needs inside the transaction of the inbox. Set-based, because the closing of a year tells 160,000 people at once. */
@ApplicationScoped
class NeedRepository {
    private static final String REASONS =
            "select code, kind, told, first_year, last_year from training_need_reasons order by code, first_year";

    private static final String NEWEST = """
            insert into told_years as k (officer_id, year, revision, level)
            select * from unnest(?::uuid[], ?::int[], ?::int[], ?::text[])
            on conflict (officer_id, year) do update set revision = excluded.revision, level = excluded.level
            where k.revision < excluded.revision
            returning officer_id, year""";

    private static final String OPEN = """
            insert into training_needs as n (id, version, officer_id, year, unit_id, reasons, state, classification_id, revision,
                rule_set_code, rule_set_version, opened_at, told_at)
            values (?, 1, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)
            on conflict (officer_id, year) where state = 'OPEN' and origin = 'CLASSIFICATION' do update set version = n.version + 1, unit_id = excluded.unit_id,
                reasons = excluded.reasons, classification_id = excluded.classification_id, revision = excluded.revision,
                rule_set_code = excluded.rule_set_code, rule_set_version = excluded.rule_set_version, told_at = excluded.told_at""";

    private static final String WITHDRAW = """
            update training_needs n set state = 'WITHDRAWN', version = n.version + 1, withdrawn_by = t.id, withdrawn_revision = t.revision,
                withdrawn_at = t.at
            from unnest(?::uuid[], ?::int[], ?::uuid[], ?::int[], ?::timestamptz[]) as t (officer_id, year, id, revision, at)
            where n.officer_id = t.officer_id and n.year = t.year and n.state = 'OPEN' and n.origin = 'CLASSIFICATION'""";

    private final DataSource database;

    NeedRepository(DataSource database) {
        this.database = database;
    }

    /** A told year with the reasons that it has; never none. */
    record Call(ToldYear told, List<String> reasons) {}

    List<NeedReason> reasons() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(REASONS);
                var rows = statement.executeQuery()) {
            var reasons = new ArrayList<NeedReason>();
            while (rows.next()) {
                reasons.add(new NeedReason(
                        rows.getString(1),
                        NeedReason.Kind.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getObject(5, Integer.class)));
            }
            return reasons;
        } catch (SQLException e) {
            throw new IllegalStateException("reasons cannot be read", e);
        }
    }

    /** Remembers these revisions, each of another officer or year, and gives those that no equal or later one was told before. */
    List<Key> newest(Collection<ToldYear> told) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(NEWEST)) {
            upsert.setArray(
                    1, column(connection, "uuid", told, each -> each.key().officerId()));
            upsert.setArray(
                    2, column(connection, "int", told, each -> each.key().year()));
            upsert.setArray(3, column(connection, "int", told, ToldYear::revision));
            upsert.setArray(4, column(connection, "text", told, ToldYear::levelOrNone));
            var newest = new ArrayList<Key>();
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    newest.add(new Key(rows.getObject(1, UUID.class), rows.getInt(2)));
                }
            }
            return newest;
        } catch (SQLException e) {
            throw new IllegalStateException("told years cannot be kept", e);
        }
    }

    /** Opens a need for each, or lets the open one rest on this revision. */
    void open(List<Call> calls) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(OPEN)) {
            for (var call : calls) {
                var told = call.told();
                insert.setObject(1, Ids.next());
                insert.setObject(2, told.key().officerId());
                insert.setInt(3, told.key().year());
                insert.setObject(4, told.unitId());
                insert.setArray(
                        5, connection.createArrayOf("text", call.reasons().toArray()));
                insert.setObject(6, told.classificationId());
                insert.setInt(7, told.revision());
                insert.setString(8, told.ruleSetCode());
                insert.setInt(9, told.ruleSetVersion());
                insert.setObject(10, moment(told));
                insert.setObject(11, moment(told));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("needs cannot be opened", e);
        }
    }

    /** Withdraws what is open for these; most have nothing. */
    void withdraw(List<ToldYear> told) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(WITHDRAW)) {
            update.setArray(
                    1, column(connection, "uuid", told, each -> each.key().officerId()));
            update.setArray(
                    2, column(connection, "int", told, each -> each.key().year()));
            update.setArray(3, column(connection, "uuid", told, ToldYear::classificationId));
            update.setArray(4, column(connection, "int", told, ToldYear::revision));
            update.setArray(5, column(connection, "timestamptz", told, NeedRepository::moment));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("needs cannot be withdrawn", e);
        }
    }

    private static OffsetDateTime moment(ToldYear told) {
        return OffsetDateTime.ofInstant(told.toldAt(), ZoneOffset.UTC);
    }

    private static Array column(
            Connection connection, String type, Collection<ToldYear> told, Function<ToldYear, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, told.stream().map(value).toArray());
    }
}
