package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Decided;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Person;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Result;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Revision;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Value;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Loads and changes single sheets; whole closings are written by {@link ClosingSheetRepository}. */
@ApplicationScoped
class SheetRepository {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            s.id, s.closing_id, s.period_type, s.period_from, s.officer_id, s.assignment_id, s.unit_id, s.rating_unit_id, s.category,
            s.position, s.title, s.leader, s.unit_type, s.sheet_kind, s.rule_set_id, s.template_id, s.state, s.marks, s.extras, s.working_days,
            s.presence_days, s.outcome, s.not_rated, s.points, s.grade_by_points, s.grade, s.digest, s.decided_by, s.decided_at,
            s.decision_number, s.decision_collective, s.decision_minutes, s.published_at, s.revision, s.supersedes, s.superseded_at,
            s.row_version""";

    private static final String SELECT = "select " + COLUMNS + " from sheets s where ";
    private static final String SAVE = """
            update sheets set state = ?, marks = ?::numeric(7, 4)[], extras = ?::jsonb, presence_days = ?, outcome = ?, not_rated = ?,
                points = ?, grade_by_points = ?, grade = ?, digest = decode(?, 'hex'), decided_by = ?, decided_at = ?, decision_number = ?,
                decision_collective = ?, decision_minutes = ?, row_version = row_version + 1
            where id = ? and row_version = ?""";
    private static final String REVISE = """
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                position, title, leader, unit_type, sheet_kind, rule_set_id, template_id, working_days, state, marks, extras, presence_days, outcome,
                not_rated, points, grade_by_points, grade, digest, decided_by, decided_at, decision_number, decision_collective,
                decision_minutes, published_at, revision, supersedes)
            select ?, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position, title,
                leader, unit_type, sheet_kind, rule_set_id, template_id, working_days, ?, ?::numeric(7, 4)[], ?::jsonb, ?::numeric, ?, ?, ?::numeric, ?,
                ?, decode(?, 'hex'), ?, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?::int, id
            from sheets where id = ?""";

    private final DataSource database;

    SheetRepository(DataSource database) {
        this.database = database;
    }

    Optional<EvaluationSheet> find(UUID id) {
        return sheets("s.id = ?", id).stream().findFirst();
    }

    /** The sheet, held until the end of the transaction. The closing is held before it, by everybody. */
    Optional<EvaluationSheet> hold(UUID id) {
        return sheets("s.id = ? for update", id).stream().findFirst();
    }

    /** The living sheets of a closing, by officer. */
    List<EvaluationSheet> living(UUID closingId) {
        return sheets("s.closing_id = ? and s.superseded_at is null order by s.officer_id", closingId);
    }

    /** Keeps what a step left on a held sheet. */
    void save(EvaluationSheet sheet) {
        var values = new ArrayList<@Nullable Object>();
        values.add(sheet.state().name());
        values.addAll(content(sheet));
        values.add(sheet.id());
        values.add(sheet.rowVersion());
        if (change(SAVE, values) != 1) {
            throw new IllegalStateException("the sheet was not held: " + sheet.id());
        }
    }

    /** Puts a corrected revision into the place of a told one. */
    void supersede(EvaluationSheet revision, Instant at) {
        var before = revision.revision().supersedes();
        change(
                "update sheets set superseded_at = ?, row_version = row_version + 1 where id = ?",
                Arrays.asList(moment(at), before));
        var values = new ArrayList<@Nullable Object>();
        values.add(revision.id());
        values.add(revision.state().name());
        values.addAll(content(revision));
        values.add(moment(at));
        values.add(revision.revision().number());
        values.add(before);
        change(REVISE, values);
    }

    /** What a step left, in the order of the columns from marks to decision_minutes. */
    static List<@Nullable Object> content(EvaluationSheet sheet) {
        var marks = sheet.content().marks().stream()
                .map(mark -> mark == null ? "NULL" : mark.toPlainString())
                .toList();
        var result = sheet.result();
        var value = result == null ? null : result.value();
        var decided = result == null ? null : result.decided();
        return Arrays.asList(
                "{" + String.join(",", marks) + "}",
                SheetJson.write(sheet.content().extras()),
                result == null ? null : result.presenceDays(),
                result == null ? null : result.outcome().name(),
                result == null ? null : name(result.notRated()),
                value == null ? null : value.points(),
                value == null ? null : value.gradeByPoints().name(),
                value == null ? null : value.grade().name(),
                result == null ? null : result.digest(),
                decided == null ? null : decided.by(),
                decided == null ? null : moment(decided.at()),
                decided == null ? null : decided.number(),
                decided == null ? null : decided.collective(),
                decided == null ? null : decided.minutes());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private List<EvaluationSheet> sheets(String condition, Object... values) {
        var found = new ArrayList<EvaluationSheet>();
        try (var connection = database.getConnection();
                var statement = new Query(SELECT + condition, Arrays.asList(values), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sheets cannot be read", e);
        }
        return found;
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("sheets cannot be written", e);
        }
    }

    static EvaluationSheet read(ResultSet row) throws SQLException {
        return new EvaluationSheet(
                row.getObject("id", UUID.class),
                row.getObject("closing_id", UUID.class),
                ClosingRepository.period(row),
                person(row),
                row.getObject("rule_set_id", UUID.class),
                row.getObject("template_id", UUID.class),
                SheetState.valueOf(row.getString("state")),
                new Content(marks(row), SheetJson.read(row.getString("extras"), Extras.class)),
                row.getInt("working_days"),
                row.getString("outcome") == null ? null : result(row),
                instant(row, "published_at"),
                new Revision(
                        row.getInt("revision"), row.getObject("supersedes", UUID.class), instant(row, "superseded_at")),
                row.getLong("row_version"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("officer_id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("rating_unit_id", UUID.class),
                Category.valueOf(row.getString("category")),
                Position.valueOf(row.getString("position")),
                row.getString("title"),
                row.getBoolean("leader"),
                UnitType.valueOf(row.getString("unit_type")),
                SheetKind.valueOf(row.getString("sheet_kind")));
    }

    private static List<@Nullable BigDecimal> marks(ResultSet row) throws SQLException {
        var marks = (@Nullable BigDecimal[]) row.getArray("marks").getArray();
        return Collections.unmodifiableList(Arrays.asList(marks));
    }

    private static Result result(ResultSet row) throws SQLException {
        var notRated = row.getString("not_rated");
        var grade = row.getString("grade");
        return new Result(
                row.getBigDecimal("presence_days"),
                Score.Outcome.valueOf(row.getString("outcome")),
                notRated == null ? null : NotRatedReason.valueOf(notRated),
                grade == null
                        ? null
                        : new Value(
                                row.getBigDecimal("points"),
                                Grade.valueOf(row.getString("grade_by_points")),
                                Grade.valueOf(grade)),
                HexFormat.of().formatHex(row.getBytes("digest")),
                new Decided(
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decision_number"),
                        row.getString("decision_collective"),
                        row.getString("decision_minutes")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
