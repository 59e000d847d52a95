package vn.gov.hanoi.evaluation.judgement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Reads who judged whom from the history of sheets, of many sheets by one statement. */
@ApplicationScoped
class JudgementQueries {
    private static final String JUDGES = """
            select %1$s, e.officer_id, max((s.period_from + case s.period_type when 'MONTH' then interval '1 month'
                when 'QUARTER' then interval '3 months' else interval '6 months' end)::date - 1), array_agg(distinct s.officer_id)
            from sheets s join sheet_entries e on e.sheet_id = s.id
            where %1$s = any (?) and s.superseded_at is null and e.kind in ('MANAGER', 'DECISION', 'CORRECTION')
                and e.officer_id is not null and e.officer_id <> s.officer_id
            group by 1, 2 order by 1, 2""";

    private final DataSource database;

    JudgementQueries(DataSource database) {
        this.database = database;
    }

    /** @param cause closing or sheet */
    record Found(UUID cause, Judgement judgement) {}

    /** By the living results of closings. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Found> ofClosings(Collection<UUID> closings) {
        return found("s.closing_id", closings);
    }

    /** By one living result. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Found> ofSheet(UUID sheet) {
        return found("s.id", List.of(sheet));
    }

    private List<Found> found(String cause, Collection<UUID> ids) {
        var found = new ArrayList<Found>();
        try (var connection = database.getConnection()) {
            var query = new Query(JUDGES.formatted(cause), List.of((Object) ids.toArray(UUID[]::new)), null);
            RowRepository.read(
                    connection,
                    query,
                    row -> found.add(new Found(
                            row.getObject(1, UUID.class),
                            new Judgement(
                                    row.getObject(2, UUID.class),
                                    row.getObject(3, LocalDate.class),
                                    Arrays.asList((UUID[]) row.getArray(4).getArray())))));
        } catch (SQLException e) {
            throw new IllegalStateException("history of sheets cannot be read", e);
        }
        return found;
    }
}
