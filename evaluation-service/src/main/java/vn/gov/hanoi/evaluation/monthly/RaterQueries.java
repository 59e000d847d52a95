package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Raters;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Reads who had a hand in a result. */
@ApplicationScoped
class RaterQueries {
    /**
     * Everybody who scored, gave the opinion of the collective or of a channel, decided or corrected, in this revision or one before it; and for whom it
     * was done, along the whole chain of delegations.
     */
    private static final String RATERS = """
            with recursive chain as (
                select s.id, s.supersedes from sheets s where s.id = ?
                union all
                select s.id, s.supersedes from sheets s join chain c on s.id = c.supersedes),
            acts as (
                select e.officer_id, e.by_subject, e.delegation_id from sheet_entries e
                where e.sheet_id in (select id from chain) and e.kind in ('COLLECTIVE', 'MANAGER', 'ADVICE', 'DECISION', 'CORRECTION')),
            orders as (
                select d.id, d.parent_id, d.from_officer_id from delegations d where d.id in (select delegation_id from acts)
                union
                select d.id, d.parent_id, d.from_officer_id from delegations d join orders o on d.id = o.parent_id)
            select officer_id, by_subject from acts
            union
            select from_officer_id, null from orders""";

    private final DataSource database;

    RaterQueries(DataSource database) {
        this.database = database;
    }

    Raters of(UUID sheetId) {
        var officers = new HashSet<UUID>();
        var subjects = new HashSet<String>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(RATERS, List.of(sheetId), null), row -> {
                var officer = row.getObject(1, UUID.class);
                var subject = row.getString(2);
                if (officer != null) {
                    officers.add(officer);
                }
                if (subject != null) {
                    subjects.add(subject);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("who rated a sheet cannot be read", e);
        }
        return new Raters(officers, subjects);
    }
}
