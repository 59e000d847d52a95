package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** The door of this room: sanctions of officers, for those whose results rest on them. */
@ApplicationScoped
public class SanctionQueries {
    private static final String RECORDED = """
            select d.case_id, d.officer_id, d.form, d.number, d.signed_on, d.effective_on, d.in_duty,
                d.superseded_at is null and d.lifted_on is null as stands
            from discipline_decisions d where d.officer_id = any (%s) order by d.officer_id, d.signed_on, d.recorded_at""";

    private static final String OF = RECORDED.formatted("?");

    private static final String DECIDED_IN = RECORDED.formatted(
            "select y.officer_id from discipline_decisions y where y.signed_on between make_date(?, 1, 1) and make_date(?, 12, 31)");

    private final DataSource database;

    SanctionQueries(DataSource database) {
        this.database = database;
    }

    /** Every revision of every sanction of these officers; most have none. */
    public List<RecordedSanction> of(Collection<UUID> officers) {
        return read(new Query(OF, List.of((Object) officers.toArray(UUID[]::new)), null));
    }

    /** The same of all officers about whom something was decided in a year, also what was corrected or lifted since. */
    public List<RecordedSanction> decidedIn(int year) {
        return read(new Query(DECIDED_IN, List.of(year, year), null));
    }

    private List<RecordedSanction> read(Query query) {
        var found = new ArrayList<RecordedSanction>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    query,
                    row -> found.add(new RecordedSanction(
                            row.getObject("case_id", UUID.class),
                            row.getObject("officer_id", UUID.class),
                            row.getString("form"),
                            row.getString("number"),
                            row.getObject("signed_on", LocalDate.class),
                            row.getObject("effective_on", LocalDate.class),
                            row.getBoolean("in_duty"),
                            row.getBoolean("stands"))));
        } catch (SQLException e) {
            throw new IllegalStateException("sanctions cannot be read", e);
        }
        return found;
    }
}
