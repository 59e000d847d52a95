package vn.gov.hanoi.evaluation.weakness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which criteria were weak, as the newest revision of each month has them. */
@ApplicationScoped
class WeakCriterionRepository {
    private static final String FORGET_CLOSINGS = """
            delete from weak_criteria w using sheets s
            where s.closing_id = any (?) and s.period_type = 'MONTH' and w.officer_id = s.officer_id and w.month = s.period_from""";

    private static final String FORGET = "delete from weak_criteria where officer_id = ? and month = ?";

    private static final String REMEMBER = """
            insert into weak_criteria (officer_id, month, rule_set_code, sheet_kind, criterion)
            select x.officer_id, x.month, r.code, s.sheet_kind, x.criterion
            from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[]) as x (sheet_id, officer_id, month, criterion)
                join sheets s on s.id = x.sheet_id join rule_sets r on r.id = s.rule_set_id
            on conflict do nothing""";

    private final DataSource database;

    WeakCriterionRepository(DataSource database) {
        this.database = database;
    }

    /** Takes the place of what was remembered of these closings. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remember(Collection<UUID> closings, List<Weakness> weak) {
        try (var connection = database.getConnection()) {
            try (var delete = connection.prepareStatement(FORGET_CLOSINGS)) {
                delete.setArray(1, connection.createArrayOf("uuid", closings.toArray()));
                delete.executeUpdate();
            }
            add(connection, weak);
        } catch (SQLException e) {
            throw new IllegalStateException("weak criteria cannot be remembered", e);
        }
    }

    /** Takes the place of what was remembered of the officer and month. */
    @Transactional(Transactional.TxType.MANDATORY)
    void replace(Weakness weak) {
        try (var connection = database.getConnection()) {
            try (var delete = connection.prepareStatement(FORGET)) {
                delete.setObject(1, weak.officerId());
                delete.setObject(2, weak.month());
                delete.executeUpdate();
            }
            add(connection, List.of(weak));
        } catch (SQLException e) {
            throw new IllegalStateException("weak criteria cannot be remembered", e);
        }
    }

    private static void add(Connection connection, List<Weakness> weak) throws SQLException {
        var sheets = new ArrayList<UUID>();
        var officers = new ArrayList<UUID>();
        var months = new ArrayList<LocalDate>();
        var criteria = new ArrayList<String>();
        for (var each : weak) {
            for (var criterion : each.criteria()) {
                sheets.add(each.evaluationId());
                officers.add(each.officerId());
                months.add(each.month());
                criteria.add(criterion);
            }
        }
        if (criteria.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(REMEMBER)) {
            insert.setArray(1, connection.createArrayOf("uuid", sheets.toArray()));
            insert.setArray(2, connection.createArrayOf("uuid", officers.toArray()));
            insert.setArray(3, connection.createArrayOf("date", months.toArray()));
            insert.setArray(4, connection.createArrayOf("text", criteria.toArray()));
            insert.executeUpdate();
        }
    }
}
