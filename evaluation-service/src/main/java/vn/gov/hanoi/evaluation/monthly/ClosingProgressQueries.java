package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Reads how far a month is in all rating units of a part of the tree, by one statement however many there are. */
@ApplicationScoped
class ClosingProgressQueries {
    /**
     * The rating units as on the last day of the month, the higher ones first; each with its sheets by state and rule set, or once without
     * any.
     */
    private static final String TREE = """
            with asked as (select ?::uuid as unit_id, ?::date as day, ?::text as period_type, ?::date as period_from),
            places as materialized (
                select t.unit_id, t.depth, u.type, u.name from asked a
                join unit_ancestors t on t.ancestor_id = a.unit_id and t.superseded_at is null and t.valid_from <= a.day
                    and (t.valid_to is null or t.valid_to > a.day)
                join unit_states u on u.unit_id = t.unit_id and u.superseded_at is null and u.valid_from <= a.day
                    and (u.valid_to is null or u.valid_to > a.day)
                where u.type <> 'DIVISION'),
            tops as (
                select distinct on (p.unit_id) p.unit_id, b.ancestor_id as above_id from places p
                cross join asked a
                join unit_ancestors b on b.unit_id = p.unit_id and b.depth > 0 and b.superseded_at is null and b.valid_from <= a.day
                    and (b.valid_to is null or b.valid_to > a.day)
                join places m on m.unit_id = b.ancestor_id
                order by p.unit_id, b.depth),
            outdated as (
                select sheet_id from sheet_flags where settled_at is null
                union
                select r.sheet_id from asked a join outdated_sheets r on r.effective_on between a.period_from and a.day),
            counted as (
                select k.id, k.unit_id, k.state as closing_state, s.state, s.rule_set_id, count(s.id) as sheets,
                    count(o.sheet_id) as outdated
                from asked a
                join closings k on k.period_type = a.period_type and k.period_from = a.period_from
                join places p on p.unit_id = k.unit_id
                left join sheets s on s.closing_id = k.id and s.superseded_at is null
                left join outdated o on o.sheet_id = s.id
                group by k.id, k.unit_id, k.state, s.state, s.rule_set_id)
            select p.unit_id, p.type, p.name, n.code, t.above_id, c.id as closing_id, c.closing_state, c.state, c.rule_set_id,
                coalesce(c.sheets, 0) as sheets, coalesce(c.outdated, 0) as outdated
            from places p
            cross join asked a
            left join tops t on t.unit_id = p.unit_id
            left join unit_codes n on n.unit_id = p.unit_id and n.scheme = 'ELECTRONIC' and n.superseded_at is null and n.valid_from <= a.day
                and (n.valid_to is null or n.valid_to > a.day)
            left join counted c on c.unit_id = p.unit_id
            order by p.depth, n.code, p.unit_id, c.state, c.rule_set_id""";

    private final DataSource database;

    ClosingProgressQueries(DataSource database) {
        this.database = database;
    }

    /**
     * A rating unit, or sheets of it in one state under one rule set.
     *
     * @param aboveId closest rating unit above it in this part of the tree; null if there is none
     * @param state of the sheets; null if there are none
     * @param ruleSetId null if there are no sheets
     */
    record Line(
            UnitReference unit,
            UnitType type,
            @Nullable UUID aboveId,
            @Nullable UUID closingId,
            @Nullable ClosingState closing,
            @Nullable SheetState state,
            @Nullable UUID ruleSetId,
            int sheets,
            int outdated) {}

    List<Line> tree(UUID unitId, Period period) {
        var found = new ArrayList<Line>();
        var values = List.of(unitId, period.last(), period.type().name(), period.from());
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(TREE, values, null), row -> found.add(line(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("the progress of a month cannot be read", e);
        }
        return found;
    }

    private static Line line(ResultSet row) throws SQLException {
        var closing = row.getString("closing_state");
        var state = row.getString("state");
        var id = row.getObject("unit_id", UUID.class);
        return new Line(
                new UnitReference(id, row.getString("code"), row.getString("name")),
                UnitType.valueOf(row.getString("type")),
                row.getObject("above_id", UUID.class),
                row.getObject("closing_id", UUID.class),
                closing == null ? null : ClosingState.valueOf(closing),
                state == null ? null : SheetState.valueOf(state),
                row.getObject("rule_set_id", UUID.class),
                row.getInt("sheets"),
                row.getInt("outdated"));
    }
}
