package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Counts the told results of a unit and of those right below it, and lets one at a time judge them. */
@ApplicationScoped
class PoolRepository {
    /** Of the two keys the first is of pools alone. */
    private static final String HOLD = "select pg_advisory_xact_lock(7305012, hashtext(?))";

    private static final String ABOVE = "select rating_unit_above(?, ?)";

    private static final String COUNTED = """
            select k.unit_id, count(*), count(*) filter (where s.grade = ?), bool_or(k.small_unit_reason is not null),
                bool_or(k.raised_number is not null)
            from closings k
            join sheets s on s.closing_id = k.id and s.superseded_at is null and s.outcome = 'RATED'
            join rule_sets r on r.id = s.rule_set_id and r.code = ?
            where k.period_type = ? and k.period_from = ? and (k.state <> 'OPEN' or k.id = ?)
                and %s
            group by k.unit_id order by k.unit_id""";

    private static final String OF_UNIT =
            COUNTED.formatted("(k.unit_id = ? or k.unit_id in (select rating_units_below(?, ?)))");

    private static final String OF_GROUP = COUNTED.formatted("k.unit_id = any (?)");

    private final DataSource database;

    PoolRepository(DataSource database) {
        this.database = database;
    }

    /**
     * People of a rating unit under one rule set.
     *
     * @param top those with the top grade
     * @param reasoned whether a reason is kept why one of them has it although the cap gives no place
     * @param raised whether a decision raises the cap of the unit
     */
    record Headcount(UUID unitId, int rated, int top, boolean reasoned, boolean raised) {}

    /** The closest rating unit above one on the last day of the period; empty for the City. */
    Optional<UUID> above(UUID unitId, Period period) {
        var found = new ArrayList<UUID>();
        read(ABOVE, List.of(unitId, period.last()), row -> {
            var id = row.getObject(1, UUID.class);
            if (id != null) {
                found.add(id);
            }
        });
        return found.stream().findFirst();
    }

    /** Until the end of the transaction nobody else judges the pool of a unit. The pool above is held first, by everybody. */
    void hold(UUID unitId, Period period) {
        read(HOLD, List.of(unitId + " " + period.text()), _ -> {});
    }

    /**
     * The unit and those right below it, as far as their results are told or about to be.
     *
     * @param closing whose results count although they are not told yet
     */
    List<Headcount> counted(UUID unitId, Closing closing, String ruleSet, Grade top) {
        return counted(OF_UNIT, List.of(unitId, unitId, closing.period().last()), closing, ruleSet, top);
    }

    /** The same of given units. */
    List<Headcount> counted(List<UUID> units, Closing closing, String ruleSet, Grade top) {
        return counted(OF_GROUP, List.of((Object) units.toArray(UUID[]::new)), closing, ruleSet, top);
    }

    private List<Headcount> counted(String sql, List<Object> units, Closing closing, String ruleSet, Grade top) {
        var period = closing.period();
        var values =
                new ArrayList<Object>(List.of(top.name(), ruleSet, period.type().name(), period.from(), closing.id()));
        values.addAll(units);
        var found = new ArrayList<Headcount>();
        read(
                sql,
                values,
                row -> found.add(new Headcount(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getBoolean(5))));
        return found;
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("pools of small units cannot be read", e);
        }
    }
}
