package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.objection.Objection.About;
import vn.gov.hanoi.evaluation.objection.Objection.Deadlines;
import vn.gov.hanoi.evaluation.objection.Objection.Ending;
import vn.gov.hanoi.evaluation.objection.Objection.Said;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Loads and changes objections. The closing of the contested result is held before an objection, by everybody. */
@ApplicationScoped
class ObjectionRepository {
    private static final String SELECT = """
            select b.id, b.evaluation_id, b.closing_id, b.period_type, b.period_from, b.officer_id, b.unit_id, b.rating_unit_id, b.state,
                b.grounds, b.evidence, b.received_by, b.received_at, b.file_until, b.due_on, b.calendar, b.calendar_version, b.ended_by,
                b.ended_officer_id, b.ended_delegation_id, b.ended_at, b.reason_code, b.reason_text, b.decision_number,
                b.decision_signed_on, b.decision_issuer, b.result_id, b.row_version
            from objections b where\s""";
    private static final String INSERT = """
            insert into objections (id, evaluation_id, closing_id, period_type, period_from, officer_id, unit_id, rating_unit_id, state, grounds,
                evidence, received_by, received_at, file_until, due_on, calendar, calendar_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SAVE = """
            update objections set state = ?, ended_by = ?, ended_officer_id = ?::uuid, ended_delegation_id = ?::uuid, ended_at = ?::timestamptz,
                reason_code = ?, reason_text = ?, decision_number = ?, decision_signed_on = ?::date, decision_issuer = ?, result_id = ?::uuid,
                row_version = row_version + 1
            where id = ? and row_version = ?""";
    private static final String BEFORE =
            "select b.state from objections b where b.evaluation_id = ? or b.result_id = ?";

    private final DataSource database;

    ObjectionRepository(DataSource database) {
        this.database = database;
    }

    Optional<Objection> find(UUID id) {
        return objections("b.id = ?", id).stream().findFirst();
    }

    /** The objection, held until the end of the transaction. */
    Optional<Objection> hold(UUID id) {
        return objections("b.id = ? for update", id).stream().findFirst();
    }

    /** States of the objections to a revision of a result, and of the one whose acceptance gave it. */
    List<ObjectionState> before(UUID evaluationId) {
        var found = new ArrayList<ObjectionState>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(BEFORE, List.of(evaluationId, evaluationId), null),
                    row -> found.add(ObjectionState.valueOf(row.getString(1))));
        } catch (SQLException e) {
            throw new IllegalStateException("objections to a result cannot be read", e);
        }
        return found;
    }

    /** A race for the one place of a revision is decided by ux_objections_evaluation_id. */
    void insert(Objection objection) {
        var about = objection.about();
        var said = objection.said();
        var deadlines = objection.deadlines();
        change(
                INSERT,
                Arrays.asList(
                        objection.id(),
                        about.evaluationId(),
                        about.closingId(),
                        about.period().type().name(),
                        about.period().from(),
                        about.officerId(),
                        about.unitId(),
                        about.ratingUnitId(),
                        objection.state().name(),
                        said.grounds(),
                        said.evidence().toArray(String[]::new),
                        said.by(),
                        moment(said.at()),
                        deadlines.fileUntil(),
                        deadlines.dueOn(),
                        deadlines.calendar(),
                        deadlines.calendarVersion()));
    }

    /** Keeps what an act left on a held objection. */
    void save(Objection objection) {
        var ending = objection.ending();
        var reason = ending == null ? null : ending.reason();
        var decision = ending == null ? null : ending.decision();
        int changed = change(
                SAVE,
                Arrays.asList(
                        objection.state().name(),
                        ending == null ? null : ending.by(),
                        ending == null ? null : ending.officerId(),
                        ending == null ? null : ending.delegationId(),
                        ending == null ? null : moment(ending.at()),
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.text(),
                        decision == null ? null : decision.number(),
                        decision == null ? null : decision.signedOn(),
                        decision == null ? null : decision.issuer(),
                        ending == null ? null : ending.resultId(),
                        objection.id(),
                        objection.rowVersion()));
        if (changed != 1) {
            throw new IllegalStateException("the objection was not held: " + objection.id());
        }
    }

    private List<Objection> objections(String condition, UUID id) {
        var found = new ArrayList<Objection>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection, new Query(SELECT + condition, List.of(id), null), row -> found.add(objection(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("objections cannot be read", e);
        }
        return found;
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("objections cannot be written", e);
        }
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                new About(
                        row.getObject("evaluation_id", UUID.class),
                        row.getObject("closing_id", UUID.class),
                        period(row),
                        row.getObject("officer_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("rating_unit_id", UUID.class)),
                new Said(
                        row.getString("grounds"),
                        List.of((String[]) row.getArray("evidence").getArray()),
                        row.getString("received_by"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                new Deadlines(
                        row.getObject("file_until", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("calendar"),
                        row.getInt("calendar_version")),
                ObjectionState.valueOf(row.getString("state")),
                row.getString("ended_by") == null ? null : ending(row),
                row.getLong("row_version"));
    }

    /** Only months can be contested. */
    private static Period period(ResultSet row) throws SQLException {
        if (PeriodType.valueOf(row.getString("period_type")) != PeriodType.MONTH) {
            throw new IllegalStateException("only months are contested");
        }
        return Period.month(YearMonth.from(row.getObject("period_from", LocalDate.class)));
    }

    private static Ending ending(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        var number = row.getString("decision_number");
        return new Ending(
                row.getString("ended_by"),
                row.getObject("ended_officer_id", UUID.class),
                row.getObject("ended_delegation_id", UUID.class),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                code == null ? null : new Reason(code, row.getString("reason_text")),
                number == null
                        ? null
                        : new Decision(
                                number,
                                row.getObject("decision_signed_on", LocalDate.class),
                                row.getString("decision_issuer")),
                row.getObject("result_id", UUID.class));
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
