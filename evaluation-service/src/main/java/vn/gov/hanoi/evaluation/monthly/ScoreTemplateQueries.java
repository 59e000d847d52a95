package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Reads for whom a file of scores has rows. */
@ApplicationScoped
class ScoreTemplateQueries {
    private static final String UNDECIDED = """
            select o.officer_code, n.full_name, s.rule_set_id, s.sheet_kind, s.template_id from sheets s
            join officers o on o.id = s.officer_id
            join officer_states n on n.officer_id = s.officer_id and n.superseded_at is null
            where s.closing_id = ? and s.superseded_at is null and s.outcome is null
            order by s.unit_id, n.sort_key, s.officer_id""";

    private final DataSource database;

    ScoreTemplateQueries(DataSource database) {
        this.database = database;
    }

    /** Somebody without a decision, and by what he or she is rated. */
    record Person(
            String officerCode,
            String fullName,
            UUID ruleSetId,
            SheetKind sheetKind,
            @Nullable UUID templateId) {}

    /** Division by division, by name. */
    List<Person> undecided(UUID closingId) {
        var found = new ArrayList<Person>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(UNDECIDED, List.of(closingId), null),
                    row -> found.add(new Person(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            SheetKind.valueOf(row.getString(4)),
                            row.getObject(5, UUID.class))));
        } catch (SQLException e) {
            throw new IllegalStateException("people of a closing cannot be read", e);
        }
        return found;
    }
}
