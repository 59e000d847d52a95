package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Reads for whom a file of scores has rows. */
@ApplicationScoped
class ScoreTemplateQueries {
    private static final String UNDECIDED = """
            select o.officer_code, n.full_name, s.rule_set_id, s.sheet_kind, s.template_id, s.working_days from sheets s
            join officers o on o.id = s.officer_id
            join officer_states n on n.officer_id = s.officer_id and n.superseded_at is null
            where s.closing_id = ? and s.superseded_at is null and s.outcome is null
            order by s.unit_id, n.sort_key, s.officer_id""";

    private static final String SHEETS = """
            select distinct s.rule_set_id, s.sheet_kind, s.template_id from sheets s where s.closing_id = ? and s.superseded_at is null
            order by s.rule_set_id, s.sheet_kind, s.template_id""";

    private final DataSource database;

    ScoreTemplateQueries(DataSource database) {
        this.database = database;
    }

    /**
     * Somebody without a decision.
     *
     * @param sheet by what he or she is rated
     * @param workingDays of the month
     */
    record Person(String officerCode, String fullName, ScoreForm.Sheet sheet, int workingDays) {}

    /** Division by division, by name. */
    List<Person> undecided(UUID closingId) {
        var found = new ArrayList<Person>();
        read(
                UNDECIDED,
                closingId,
                row -> found.add(new Person(row.getString(1), row.getString(2), sheet(row, 3), row.getInt(6))));
        return found;
    }

    /** By what the people of a month are rated, decided or not. */
    List<ScoreForm.Sheet> sheets(UUID closingId) {
        var found = new ArrayList<ScoreForm.Sheet>();
        read(SHEETS, closingId, row -> found.add(sheet(row, 1)));
        return found;
    }

    private static ScoreForm.Sheet sheet(ResultSet row, int first) throws SQLException {
        return new ScoreForm.Sheet(
                row.getObject(first, UUID.class),
                SheetKind.valueOf(row.getString(first + 1)),
                row.getObject(first + 2, UUID.class));
    }

    private void read(String sql, UUID closingId, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, List.of(closingId), null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("people of a closing cannot be read", e);
        }
    }
}
