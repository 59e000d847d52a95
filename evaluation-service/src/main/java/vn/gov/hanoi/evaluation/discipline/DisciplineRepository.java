package vn.gov.hanoi.evaluation.discipline;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Council;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Ending;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Mark;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Proposal;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Severity;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Violation;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Loads and changes cases. */
@ApplicationScoped
class DisciplineRepository {
    private static final String SELECT = "select c.* from discipline_cases c where c.id = ?";

    private static final String INSERT = """
            insert into discipline_cases (id, officer_id, unit_id, act_on, discovered_on, opened_on, in_duty, exemption, summary, basis, opened_by,
                opened_officer_id, opened_at, state, complex, due_on, suspensions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, '[]')""";

    private static final String SAVE = """
            update discipline_cases set state = ?, before_suspension = ?, complex = ?, due_on = ?::date, proposed_form = ?, severity = ?, proposed_on = ?::date,
                proposed_by = ?, proposed_officer_id = ?::uuid, proposed_at = ?::timestamptz, council_held_on = ?::date,
                council_minutes = ?, suspensions = ?::jsonb, ended_by = ?, ended_officer_id = ?::uuid, ended_at = ?::timestamptz,
                reason_code = ?, reason_text = ?, row_version = row_version + 1
            where id = ? and row_version = ?""";

    private final DataSource database;

    DisciplineRepository(DataSource database) {
        this.database = database;
    }

    Optional<DisciplineCase> find(UUID id) {
        return matter(SELECT, id);
    }

    /** The case, held until the end of the transaction. */
    Optional<DisciplineCase> hold(UUID id) {
        return matter(SELECT + " for update", id);
    }

    void insert(DisciplineCase opened, @Nullable LocalDate dueOn) {
        var violation = opened.violation();
        change(
                INSERT,
                Arrays.asList(
                        opened.id(),
                        opened.officerId(),
                        opened.unitId(),
                        violation.actOn(),
                        violation.discoveredOn(),
                        violation.openedOn(),
                        violation.inDuty(),
                        violation.exemption(),
                        violation.summary(),
                        violation.basis().toArray(String[]::new),
                        opened.opened().by(),
                        opened.opened().officerId(),
                        moment(opened.opened().at()),
                        opened.state().name(),
                        opened.complex(),
                        dueOn));
    }

    /** Keeps what an act left on a held case. */
    void save(DisciplineCase matter, @Nullable LocalDate dueOn) {
        var proposal = matter.proposal();
        var council = proposal == null ? null : proposal.council();
        var ending = matter.ending();
        var before = matter.before();
        int changed = change(
                SAVE,
                Arrays.asList(
                        matter.state().name(),
                        before == null ? null : before.name(),
                        matter.complex(),
                        dueOn,
                        proposal == null ? null : proposal.form(),
                        proposal == null ? null : proposal.severity().name(),
                        proposal == null ? null : proposal.on(),
                        proposal == null ? null : proposal.made().by(),
                        proposal == null ? null : proposal.made().officerId(),
                        proposal == null ? null : moment(proposal.made().at()),
                        council == null ? null : council.heldOn(),
                        council == null ? null : council.minutes(),
                        DisciplineJson.write(matter.suspensions()),
                        ending == null ? null : ending.mark().by(),
                        ending == null ? null : ending.mark().officerId(),
                        ending == null ? null : moment(ending.mark().at()),
                        ending == null ? null : ending.reason().code(),
                        ending == null ? null : ending.reason().text(),
                        matter.id(),
                        matter.rowVersion()));
        if (changed != 1) {
            throw new IllegalStateException("the case was not held: " + matter.id());
        }
    }

    private Optional<DisciplineCase> matter(String sql, UUID id) {
        var found = new ArrayList<DisciplineCase>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, List.of(id), null), row -> found.add(matter(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("cases cannot be read", e);
        }
        return found.stream().findFirst();
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cases cannot be written", e);
        }
    }

    private static DisciplineCase matter(ResultSet row) throws SQLException {
        var before = row.getString("before_suspension");
        return new DisciplineCase(
                row.getObject("id", UUID.class),
                row.getObject("officer_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                new Violation(
                        row.getObject("act_on", LocalDate.class),
                        row.getObject("discovered_on", LocalDate.class),
                        row.getObject("opened_on", LocalDate.class),
                        row.getBoolean("in_duty"),
                        row.getString("exemption"),
                        row.getString("summary"),
                        List.of((String[]) row.getArray("basis").getArray())),
                mark(row, "opened"),
                DisciplineState.valueOf(row.getString("state")),
                before == null ? null : DisciplineState.valueOf(before),
                row.getBoolean("complex"),
                row.getString("proposed_form") == null ? null : proposal(row),
                DisciplineJson.read(row.getString("suspensions"), new TypeReference<>() {}),
                row.getString("ended_by") == null
                        ? null
                        : new Ending(
                                mark(row, "ended"),
                                new Reason(row.getString("reason_code"), row.getString("reason_text"))),
                row.getLong("row_version"));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        var minutes = row.getString("council_minutes");
        return new Proposal(
                row.getString("proposed_form"),
                Severity.valueOf(row.getString("severity")),
                row.getObject("proposed_on", LocalDate.class),
                mark(row, "proposed"),
                minutes == null ? null : new Council(row.getObject("council_held_on", LocalDate.class), minutes));
    }

    static Mark mark(ResultSet row, String act) throws SQLException {
        return new Mark(
                row.getString(act + "_by"),
                row.getObject(act + "_officer_id", UUID.class),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
