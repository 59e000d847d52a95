package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Actor;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** The history of sheets; rows are added and never changed. */
@ApplicationScoped
class SheetEntryRepository {
    private static final String INSERT = """
            insert into sheet_entries (sheet_id, seq, kind, state_before, state_after, by_subject, officer_id, delegation_id, alone, content,
                details, at)
            select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::jsonb, ?::jsonb, ?
            from sheet_entries where sheet_id = ?""";
    private static final String SELECT = """
            select seq, kind, state_before, state_after, by_subject, officer_id, delegation_id, alone, content, details, at
            from sheet_entries where sheet_id = ? order by seq""";

    private final DataSource database;

    SheetEntryRepository(DataSource database) {
        this.database = database;
    }

    /** Adds an entry to a held sheet; its place is given here. */
    void append(UUID sheetId, SheetEntry entry) {
        var values = Arrays.asList(
                sheetId,
                entry.kind().name(),
                entry.before().name(),
                entry.after().name(),
                entry.actor().subject(),
                entry.actor().officerId(),
                entry.actor().delegationId(),
                entry.actor().alone(),
                SheetJson.write(entry.content()),
                SheetJson.write(entry.details()),
                SheetRepository.moment(entry.at()),
                sheetId);
        try (var connection = database.getConnection();
                var statement = new Query(INSERT, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history of a sheet cannot be written", e);
        }
    }

    /** In the order in which it was done. */
    List<SheetEntry> of(UUID sheetId) {
        var found = new ArrayList<SheetEntry>();
        try (var connection = database.getConnection();
                var statement = new Query(SELECT, List.of(sheetId), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new SheetEntry(
                        rows.getInt(1),
                        Kind.valueOf(rows.getString(2)),
                        SheetState.valueOf(rows.getString(3)),
                        SheetState.valueOf(rows.getString(4)),
                        new Actor(
                                rows.getString(5),
                                rows.getObject(6, UUID.class),
                                rows.getObject(7, UUID.class),
                                rows.getBoolean(8)),
                        SheetJson.read(rows.getString(9), Content.class),
                        Objects.requireNonNull(SheetJson.read(rows.getString(10), Details.class)),
                        rows.getObject(11, OffsetDateTime.class).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history of a sheet cannot be read", e);
        }
        return found;
    }
}
