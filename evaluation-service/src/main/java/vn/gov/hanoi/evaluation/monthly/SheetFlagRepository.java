package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.OfficerCharged;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittask.UnitLevelDecided;

/** Keeps which results rest on an input that was replaced. Sheets are only looked at, never held: those who decide them may be waiting. */
@ApplicationScoped
class SheetFlagRepository {
    /** The rated sheets of those who lead a unit. */
    private static final String LED = """
            s.unit_id = ? and s.rating_unit_id = s.unit_id and s.position <> 'STAFF' and s.period_type = ? and s.period_from = ?
                and s.superseded_at is null and s.outcome = 'RATED'""";

    private static final String RESTING =
            "select s.id, s.closing_id, s.rule_set_id, s.position, s.extras->>'unitGrade' as used"
                    + " from sheets s where " + LED + " order by s.id";

    private static final String FLAG = """
            insert into sheet_flags (id, sheet_id, closing_id, kind, unit_result_id, used, stands, flagged_at)
            values (uuidv7(), ?, ?, 'UNIT_LEVEL', ?, ?, ?, ?)""";

    private static final String CHARGED = """
            select s.id, s.closing_id, s.outcome, s.extras from sheets s
            where s.officer_id = ? and s.period_type = 'MONTH' and s.period_from = ? and s.superseded_at is null and s.digest is not null""";

    private static final String FLAG_CHARGED = """
            insert into sheet_flags (id, sheet_id, closing_id, kind, flagged_at) values (uuidv7(), ?, ?, 'ACCOUNTABILITY', ?)""";

    private static final String SETTLE =
            "update sheet_flags set settled_at = ? where sheet_id = ? and kind = any (?) and settled_at is null";

    /** What is written down, and what follows from the records as they are now. */
    private static final String OPEN = """
            select sheet_id, kind, used, stands, unit_result_id, flagged_at, closing_id from sheet_flags
            where settled_at is null and %1$s
            union all
            select sheet_id, 'RECORD', null, null, null, max(since), closing_id from outdated_sheets
            where %1$s %2$s group by sheet_id, closing_id
            order by flagged_at, sheet_id""";

    private static final String OPEN_ON = OPEN.formatted("sheet_id = ?", "");

    /** Begins from the sanctions of the days of the closings, which are few: their sheets are many and most rest on none. */
    private static final String OPEN_IN = OPEN.formatted("closing_id = any (?)", """
            and effective_on >= (select min(k.period_from) from closings k where k.id = any (?))
                and effective_on < (select max(k.period_from + case k.period_type
                    when 'MONTH' then interval '1 month' when 'QUARTER' then interval '3 months' when 'HALF' then interval '6 months'
                    else interval '1 year' end) from closings k where k.id = any (?))""");

    private final DataSource database;

    SheetFlagRepository(DataSource database) {
        this.database = database;
    }

    /**
     * A result that rests on the level of a unit.
     *
     * @param used level that went into it; null if none was known
     */
    record Resting(
            UUID sheetId,
            UUID closingId,
            UUID ruleSetId,
            Position position,
            @Nullable Grade used) {}

    /** The results of those who lead a unit in a period, alone or as deputies. */
    List<Resting> resting(UnitLevelDecided told) {
        var found = new ArrayList<Resting>();
        read(
                RESTING,
                List.of(
                        told.unitId(),
                        told.period().type().name(),
                        told.period().from()),
                row -> found.add(new Resting(
                        row.getObject("id", UUID.class),
                        row.getObject("closing_id", UUID.class),
                        row.getObject("rule_set_id", UUID.class),
                        Position.valueOf(row.getString("position")),
                        grade(row.getString("used")))));
        return found;
    }

    void flag(Resting result, UnitLevelDecided told, Instant at) {
        change(
                FLAG,
                Arrays.asList(
                        result.sheetId(),
                        result.closingId(),
                        told.resultId(),
                        result.used() == null ? null : result.used().name(),
                        told.level().name(),
                        SheetRepository.moment(at)));
    }

    /**
     * A decided month of somebody who answers for something in it.
     *
     * @param rated whether it has points
     */
    record Answering(UUID sheetId, UUID closingId, boolean rated, List<Deduction> charges) {}

    /** The decided sheet of an officer and month; empty if nothing is decided. */
    Optional<Answering> answering(OfficerCharged told) {
        var found = new ArrayList<Answering>();
        read(CHARGED, List.of(told.officerId(), told.month()), row -> {
            var extras = SheetJson.read(row.getString("extras"), Extras.class);
            found.add(new Answering(
                    row.getObject("id", UUID.class),
                    row.getObject("closing_id", UUID.class),
                    "RATED".equals(row.getString("outcome")),
                    extras == null ? List.of() : extras.charges()));
        });
        return found.stream().findFirst();
    }

    void flag(Answering result, Instant at) {
        change(FLAG_CHARGED, List.of(result.sheetId(), result.closingId(), SheetRepository.moment(at)));
    }

    /** The result was decided again, or the input is as it was. */
    void settle(UUID sheetId, Instant at, SheetFlag.Kind... kinds) {
        var names = Stream.of(kinds).map(Enum::name).toArray(String[]::new);
        change(SETTLE, List.of(SheetRepository.moment(at), sheetId, names));
    }

    /** What is open on a sheet; at most one of each kind. */
    List<SheetFlag> open(UUID sheetId) {
        var found = new ArrayList<SheetFlag>();
        read(OPEN_ON, List.of(sheetId, sheetId), row -> found.add(flag(row)));
        return found;
    }

    /** What is open in a closing, the oldest first. */
    List<SheetFlag> openIn(UUID closingId) {
        return openIn(List.of(closingId)).getOrDefault(closingId, List.of());
    }

    /** What is open, by closing, the oldest first; a closing without is missing. */
    Map<UUID, List<SheetFlag>> openIn(Collection<UUID> closingIds) {
        var found = new HashMap<UUID, List<SheetFlag>>();
        var ids = closingIds.toArray(UUID[]::new);
        read(OPEN_IN, List.of(ids, ids, ids, ids), row -> found.computeIfAbsent(
                        row.getObject("closing_id", UUID.class), _ -> new ArrayList<>())
                .add(flag(row)));
        return found;
    }

    private static SheetFlag flag(ResultSet row) throws SQLException {
        return new SheetFlag(
                row.getObject("sheet_id", UUID.class),
                SheetFlag.Kind.valueOf(row.getString("kind")),
                grade(row.getString("used")),
                grade(row.getString("stands")),
                row.getObject("unit_result_id", UUID.class),
                row.getObject("flagged_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Grade grade(@Nullable String name) {
        return name == null ? null : Grade.valueOf(name);
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("flags of sheets cannot be read", e);
        }
    }

    private void change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("flags of sheets cannot be written", e);
        }
    }
}
