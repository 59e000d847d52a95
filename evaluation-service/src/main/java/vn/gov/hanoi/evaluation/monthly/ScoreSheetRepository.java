package vn.gov.hanoi.evaluation.monthly;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/**
 * Reads and writes the sheets of many people at once: one statement a table, however many rows. Nothing is written on a sheet that somebody
 * changed since it was read, so sheets need not be held; whole closings are, in the order of their ids.
 */
@ApplicationScoped
class ScoreSheetRepository {
    private static final String SHARE =
            "select " + ClosingRepository.COLUMNS + " from closings c where c.id = any (?) order by c.id for share";
    /** Of one month, so that the index leads to the one sheet among all of the officer's. */
    private static final String FIND =
            "select o.officer_code, s.rating_unit_id in (select id from units_within(?::uuid)) as in_scope, "
                    + SheetRepository.COLUMNS + """
                     from officers o
                    join sheets s on s.officer_id = o.id and s.period_type = ? and s.period_from = ? and s.superseded_at is null
                    where o.officer_code = any (?)""";

    private static final String OPENED = """
            select distinct c.period_from from closings c
            where c.period_type = ? and c.period_from = any (?::date[]) and c.unit_id in (select id from units_within(?::uuid))""";

    private static final String DECIDE = """
            update sheets s set state = 'DECIDED', marks = n.marks::numeric(7, 4)[], extras = n.extras::jsonb, presence_days = n.presence_days,
                outcome = n.outcome, not_rated = n.not_rated, points = n.points, grade_by_points = n.grade_by_points, grade = n.grade,
                digest = decode(n.digest, 'hex'), decided_by = ?, decided_at = ?, decision_number = n.decision_number,
                decision_collective = n.decision_collective, decision_minutes = n.decision_minutes, row_version = s.row_version + 1
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[]) as n (id, row_version, marks, extras, presence_days, outcome, not_rated, points,
                grade_by_points, grade, digest, decision_number, decision_collective, decision_minutes)
            where s.id = n.id and s.row_version = n.row_version""";

    /** A sheet on which nothing was done has no entry, so nobody needs to look for the last one. */
    private static final String APPEND = """
            insert into sheet_entries (sheet_id, seq, kind, state_before, state_after, by_subject, officer_id, content, details, at)
            select n.sheet_id, case when n.fresh then 1
                    else coalesce((select max(e.seq) from sheet_entries e where e.sheet_id = n.sheet_id), 0) + 1 end,
                'DECISION', n.state_before, 'DECIDED', ?, ?::uuid, n.content::jsonb, n.details::jsonb, ?
            from unnest(?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::text[]) as n (sheet_id, fresh, state_before, content, details)""";

    private final DataSource database;

    ScoreSheetRepository(DataSource database) {
        this.database = database;
    }

    /** @param inScope whether the agency lies within the scope that was asked for */
    record Found(EvaluationSheet sheet, boolean inScope) {}

    /**
     * A sheet as it was and as it is decided.
     *
     * @param details of the entry
     */
    record Kept(EvaluationSheet before, EvaluationSheet after, SheetEntry.Details details) {}

    /** Who recorded the decisions, and when. */
    record Recorder(Closing.Mark mark, @Nullable UUID officerId) {}

    /** Closings, until the end of the transaction not published, locked or corrected by others. */
    Map<UUID, Closing> share(Collection<UUID> ids) {
        var found = new HashMap<UUID, Closing>();
        read(SHARE, List.of((Object) ids.toArray(UUID[]::new)), row -> {
            var closing = ClosingRepository.read(row);
            found.put(closing.id(), closing);
        });
        return found;
    }

    /**
     * The living sheets, by code of the officer.
     *
     * @param codes by month
     */
    Map<String, Found> find(Map<LocalDate, List<String>> codes, @Nullable UUID scope) {
        var found = new HashMap<String, Found>();
        codes.forEach((month, each) -> read(
                FIND,
                Arrays.asList(scope, PeriodType.MONTH.name(), month, each.toArray(String[]::new)),
                row -> found.put(
                        row.getString("officer_code"),
                        new Found(SheetRepository.read(row), row.getBoolean("in_scope")))));
        return found;
    }

    /** First days of those months that any agency within the scope has opened. */
    Set<LocalDate> opened(Collection<LocalDate> months, @Nullable UUID scope) {
        var found = new HashSet<LocalDate>();
        read(
                OPENED,
                Arrays.asList(PeriodType.MONTH.name(), months(months), scope),
                row -> found.add(row.getObject(1, LocalDate.class)));
        return found;
    }

    private static String[] months(Collection<LocalDate> months) {
        return months.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /** Keeps decided sheets with their entries. */
    void keep(List<Kept> sheets, Recorder by) {
        if (sheets.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            decide(connection, sheets, by);
            append(connection, sheets, by);
        } catch (SQLException e) {
            throw new IllegalStateException("sheets of an import cannot be written", e);
        }
    }

    private static void decide(Connection connection, List<Kept> sheets, Recorder by) throws SQLException {
        var rows = sheets.stream()
                .map(each -> SheetRepository.content(each.after()))
                .toList();
        try (var update = connection.prepareStatement(DECIDE)) {
            update.setString(1, by.mark().by());
            update.setObject(2, SheetRepository.moment(by.mark().at()));
            update.setArray(
                    3, column(connection, "uuid", sheets, each -> each.after().id()));
            update.setArray(
                    4, column(connection, "int8", sheets, each -> each.before().rowVersion()));
            // Who decided and when is the same for all.
            int[] places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13};
            for (int i = 0; i < places.length; i++) {
                int place = places[i];
                var type = place == 2 || place == 5 ? "numeric" : "text";
                update.setArray(5 + i, column(connection, type, rows, row -> row.get(place)));
            }
            if (update.executeUpdate() != sheets.size()) {
                // The step is done again and finds them as they are now.
                throw new IllegalStateException("sheets of an import were changed meanwhile");
            }
        }
    }

    private static void append(Connection connection, List<Kept> sheets, Recorder by) throws SQLException {
        try (var insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, by.mark().by());
            insert.setObject(2, by.officerId());
            insert.setObject(3, SheetRepository.moment(by.mark().at()));
            texts(insert, 4, "uuid", sheets, each -> each.after().id());
            texts(insert, 5, "bool", sheets, each -> each.before().rowVersion() == 1);
            texts(insert, 6, "text", sheets, each -> each.before().state());
            texts(
                    insert,
                    7,
                    "text",
                    sheets,
                    each -> SheetJson.write(each.after().content()));
            texts(insert, 8, "text", sheets, each -> SheetJson.write(each.details()));
            insert.executeUpdate();
        }
    }

    private static void texts(
            PreparedStatement statement,
            int place,
            String type,
            List<Kept> sheets,
            Function<Kept, ? extends @Nullable Object> value)
            throws SQLException {
        statement.setArray(place, column(statement.getConnection(), type, sheets, value));
    }

    private void read(String sql, List<? extends @Nullable Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("sheets of an import cannot be read", e);
        }
    }
}
