package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** What the directory says of the place of a finding. */
@ApplicationScoped
class FindingPlaceQueries {
    private static final String WITHIN = "select exists (select from units_within(?, :day, :known) u where u.id = ?)";
    private static final String THERE = """
            select distinct a.officer_id from assignments a join unit_ancestors t on t.unit_id = a.unit_id
            where a.officer_id = any (?) and t.ancestor_id = ? and %s and %s""".formatted(Query.held("a"), Query.held("t"));

    private final DataSource database;

    FindingPlaceQueries(DataSource database) {
        this.database = database;
    }

    /** Whether the unit was the inspected one or below it on the day. */
    boolean isWithin(UUID inspected, UUID unitId, Moment moment) {
        var found = new ArrayList<Boolean>();
        read(new Query(WITHIN, List.of(inspected, unitId), moment), row -> found.add(row.getBoolean(1)));
        return found.getFirst();
    }

    /** Those of the officers who had a post in the unit or below it on the day. */
    Set<UUID> there(List<UUID> officers, UUID unitId, Moment moment) {
        var found = new HashSet<UUID>();
        read(
                new Query(THERE, List.of(officers.toArray(UUID[]::new), unitId), moment),
                row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("the place of a finding cannot be read", e);
        }
    }
}
