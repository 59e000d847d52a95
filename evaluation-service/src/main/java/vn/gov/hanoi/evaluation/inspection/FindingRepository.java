package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Finding.Closed;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.inspection.FindingRules.Severity;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.id.Ids;

/** Loads and changes findings and the claims about them. */
@ApplicationScoped
class FindingRepository {
    private static final String SELECT = """
            select f.id, f.inspection_id, f.type, f.unit_id, f.happened_at, f.happened_on, f.description, f.evidence, f.persons, f.severity,
                f.rules, f.due_on, f.state, f.repeat_of, f.recorded_at, f.closed_by, f.closed_at, f.closed_because, f.row_version
            from findings f where\s""";
    private static final String INSERT = """
            insert into findings (id, inspection_id, type, unit_id, happened_at, happened_on, description, evidence, persons, severity, rules,
                due_on, state, repeat_of, aggravated, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?)""";
    private static final String SAVE = """
            update findings set state = ?, closed_by = ?, closed_at = ?::timestamptz, closed_because = ?, row_version = row_version + 1
            where id = ? and row_version = ?""";
    private static final String CLAIM = """
            insert into remediation_claims (id, finding_id, description, evidence, officer_id, delegation_id, claimed_by, claimed_at, in_time)
            values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?)""";
    private static final String ANSWER = """
            update remediation_claims set answer = ?, answered_by = ?, answered_at = ?, answer_note = ? where finding_id = ? and answer is null""";
    private static final String CLAIMS = """
            select c.description, c.evidence, c.officer_id, c.delegation_id, c.claimed_at, c.in_time, c.answer, c.answered_at, c.answer_note
            from remediation_claims c where c.finding_id = ? order by c.claimed_at, c.id""";

    private final DataSource database;

    FindingRepository(DataSource database) {
        this.database = database;
    }

    /**
     * What the unit says it did.
     *
     * @param delegationId order under which it was said for another; null in the own right
     * @param inTime by the last day to remedy
     * @param answer CONFIRMED or REJECTED; null while nobody has looked
     */
    record Claim(
            String description,
            List<String> evidence,
            UUID officerId,
            @Nullable UUID delegationId,
            Instant at,
            boolean inTime,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String note) {}

    Optional<Finding> find(UUID id) {
        return rows("f.id = ?", List.of(id), null).stream().findFirst();
    }

    /** The finding, if it is there for the viewer. */
    Optional<Finding> find(UUID id, Viewer viewer) {
        var conditions = viewer.findings().add("f.id = ?", id);
        return rows(conditions.sql(), conditions.values(), null).stream().findFirst();
    }

    /** Held until the end of the transaction. */
    Optional<Finding> hold(UUID id) {
        return rows("f.id = ? for update", List.of(id), null).stream().findFirst();
    }

    /** The latest finding of the same type in the unit by another inspection, from a day on and before another. */
    Optional<Finding> repeated(UUID inspectionId, String type, UUID unitId, LocalDate since, LocalDate before) {
        return rows("""
                        f.inspection_id <> ? and f.type = ? and f.unit_id = ? and f.happened_on >= ? and f.happened_on < ?
                            and f.state <> 'WITHDRAWN' order by f.happened_on desc, f.id desc limit 1 for share""", List.of(inspectionId, type, unitId, since, before), null).stream()
                .findFirst();
    }

    /** Whether another one is a repeat of it. */
    boolean hasRepeats(UUID id) {
        return !rows("f.repeat_of = ? and f.state <> 'WITHDRAWN' limit 1", List.of(id), null)
                .isEmpty();
    }

    List<Finding> rows(String condition, List<?> values, @Nullable Moment moment) {
        var found = new ArrayList<Finding>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection, new Query(SELECT + condition, values, moment), row -> found.add(finding(row)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    void insert(Finding finding, String by) {
        change(
                INSERT,
                Arrays.asList(
                        finding.id(),
                        finding.inspectionId(),
                        finding.type(),
                        finding.unitId(),
                        InspectionRepository.moment(finding.happenedAt()),
                        finding.happenedOn(),
                        finding.description(),
                        finding.evidence().toArray(String[]::new),
                        finding.persons().toArray(UUID[]::new),
                        finding.severity().name(),
                        finding.rules(),
                        finding.dueOn(),
                        finding.state().name(),
                        finding.repeatOf(),
                        finding.aggravated(),
                        by,
                        InspectionRepository.moment(finding.recordedAt())));
    }

    /** Keeps what an act left on a held finding. */
    void save(Finding finding) {
        var closed = finding.closed();
        int changed = change(
                SAVE,
                Arrays.asList(
                        finding.state().name(),
                        closed == null ? null : closed.by(),
                        closed == null ? null : InspectionRepository.moment(closed.at()),
                        closed == null ? null : closed.because(),
                        finding.id(),
                        finding.rowVersion()));
        if (changed != 1) {
            throw new IllegalStateException("the finding was not held: " + finding.id());
        }
    }

    void claim(UUID findingId, Claim claim, String by) {
        change(
                CLAIM,
                Arrays.asList(
                        Ids.next(),
                        findingId,
                        claim.description(),
                        claim.evidence().toArray(String[]::new),
                        claim.officerId(),
                        claim.delegationId(),
                        by,
                        InspectionRepository.moment(claim.at()),
                        claim.inTime()));
    }

    /** Answers the claim that is open, if there is one. */
    void answer(UUID findingId, String answer, Closed how) {
        change(ANSWER, List.of(answer, how.by(), InspectionRepository.moment(how.at()), how.because(), findingId));
    }

    List<Claim> claims(UUID findingId) {
        var found = new ArrayList<Claim>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(CLAIMS, List.of(findingId), null), row -> found.add(claim(row)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("description"),
                List.of((String[]) row.getArray("evidence").getArray()),
                row.getObject("officer_id", UUID.class),
                row.getObject("delegation_id", UUID.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("in_time"),
                row.getString("answer"),
                instant(row, "answered_at"),
                row.getString("answer_note"));
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var closedAt = instant(row, "closed_at");
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("inspection_id", UUID.class),
                row.getString("type"),
                row.getObject("unit_id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("happened_on", LocalDate.class),
                row.getString("description"),
                List.of((String[]) row.getArray("evidence").getArray()),
                List.of((UUID[]) row.getArray("persons").getArray()),
                Severity.valueOf(row.getString("severity")),
                row.getString("rules"),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getObject("repeat_of", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                closedAt == null
                        ? null
                        : new Closed(row.getString("closed_by"), closedAt, row.getString("closed_because")),
                row.getLong("row_version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("findings cannot be read or written", cause);
    }
}
