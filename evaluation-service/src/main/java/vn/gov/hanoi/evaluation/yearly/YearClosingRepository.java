package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.yearly.YearClosing.Mark;
import vn.gov.hanoi.evaluation.yearly.YearClosing.Raise;

/**
 * Loads and changes the closings of years. Decisions share a closing, so they go on beside each other; opening, publishing and correcting
 * take it alone. The closing is always held before a classification of it, so nobody waits in a circle.
 */
@ApplicationScoped
class YearClosingRepository {
    private static final String SELECT = "select c.* from annual_closings c where ";
    private static final String INSERT = """
            insert into annual_closings (id, year, unit_id, state, opened_by, opened_at, row_version)
            select uuidv7(), ?, n.unit_id, 'OPEN', ?, ?, 1 from unnest(?::uuid[]) as n (unit_id) order by n.unit_id
            on conflict on constraint ux_annual_closings_year_unit do nothing returning id""";
    private static final String PUBLISH = """
            update annual_closings set state = 'PUBLISHED', published_by = ?, published_at = ?, raised_number = ?,
                raised_signed_on = ?::date, raised_issuer = ?, raised_reason = ?, row_version = row_version + 1
            where id = ?""";

    private final DataSource database;

    YearClosingRepository(DataSource database) {
        this.database = database;
    }

    /** Opens the year of units, as far as it is not open already. @return ids of the new closings */
    Set<UUID> insert(int year, Collection<UUID> unitIds, Mark opened) {
        var created = new HashSet<UUID>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(
                            INSERT,
                            List.of(
                                    year,
                                    opened.by(),
                                    ClassificationRowRepository.moment(opened.at()),
                                    unitIds.toArray(UUID[]::new)),
                            null),
                    row -> created.add(row.getObject(1, UUID.class)));
        } catch (SQLException e) {
            throw new IllegalStateException("closings of years cannot be written", e);
        }
        return created;
    }

    Optional<YearClosing> find(UUID id) {
        return closings("c.id = ?", id).stream().findFirst();
    }

    /** The closings of units' year, as far as there are some. */
    List<YearClosing> find(int year, Collection<UUID> unitIds) {
        return closings("c.year = ? and c.unit_id = any (?)", year, unitIds.toArray(UUID[]::new));
    }

    /** The closings of units' year, until the end of the transaction in no other hands; by id, as everybody holds them. */
    List<YearClosing> hold(int year, Collection<UUID> unitIds) {
        return closings(
                "c.year = ? and c.unit_id = any (?) order by c.id for update", year, unitIds.toArray(UUID[]::new));
    }

    /** The closing, until the end of the transaction in no other hands. */
    Optional<YearClosing> hold(UUID id) {
        return closings("c.id = ? for update", id).stream().findFirst();
    }

    /** The closing, until the end of the transaction not published or corrected by others. */
    Optional<YearClosing> share(UUID id) {
        return closings("c.id = ? for share", id).stream().findFirst();
    }

    void publish(UUID id, Mark mark, @Nullable Raise raise) {
        var decision = raise == null ? null : raise.decision();
        change(
                PUBLISH,
                Arrays.asList(
                        mark.by(),
                        ClassificationRowRepository.moment(mark.at()),
                        decision == null ? null : decision.number(),
                        decision == null ? null : decision.signedOn(),
                        decision == null ? null : decision.issuer(),
                        raise == null ? null : raise.reason(),
                        id));
    }

    static YearClosing read(ResultSet row) throws SQLException {
        var published = row.getString("published_by");
        var raised = row.getString("raised_number");
        return new YearClosing(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getObject("unit_id", UUID.class),
                YearClosing.State.valueOf(row.getString("state")),
                mark(row, "opened"),
                published == null ? null : mark(row, "published"),
                raised == null
                        ? null
                        : new Raise(
                                new Decision(
                                        raised,
                                        row.getObject("raised_signed_on", LocalDate.class),
                                        row.getString("raised_issuer")),
                                row.getString("raised_reason")),
                row.getLong("row_version"));
    }

    private static Mark mark(ResultSet row, String act) throws SQLException {
        return new Mark(
                row.getString(act + "_by"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }

    private List<YearClosing> closings(String condition, Object... values) {
        var found = new ArrayList<YearClosing>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(SELECT + condition, Arrays.asList(values), null),
                    row -> found.add(read(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("closings of years cannot be read", e);
        }
        return found;
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("closings of years cannot be written", e);
        }
    }
}
