package vn.gov.hanoi.evaluation.fairness;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.fairness.Cell.Kin;
import vn.gov.hanoi.evaluation.fairness.Cell.Rater;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/**
 * Adds up the results of months in the database, whatever their number: a row of an answer is an agency and month with its raters or rule
 * sets, never a sheet. Only results that count and are decided, published or locked.
 */
@ApplicationScoped
class FairnessQueries {
    /**
     * Places: root of the units, first day of the first and of the last month. Sheets are read once and added up by their closing, before
     * anything else is asked of it: of a city-year 1.8 million sheets are then 22,000 rows.
     *
     * <p>Who decided is asked of one sheet of a row: in one month, agency and category somebody decides with a document or without, by file or
     * one by one. Whoever sends a file need not be who decided, so there the agency is the rater.
     */
    private static final String SUMS = """
            with months as materialized (
                select c.id, c.unit_id, c.period_from, c.state <> 'OPEN' as told, c.raised_number is not null as raised, (
                    select u.type from unit_states u where u.unit_id = c.unit_id and u.superseded_at is null
                        and u.valid_from < c.period_from + interval '1 month' order by u.valid_from desc limit 1) as unit_type
                from closings c
                where c.unit_id in (select id from units_within(?)) and c.period_type = 'MONTH' and c.period_from between ? and ?),
            sums as (
                select s.closing_id, s.category, s.rule_set_id, s.decided_by, s.decision_number is null as by_hand, any_value(s.id) as sheet_id,
                    count(*) as results, sum(s.points) as points, sum(s.points * s.points) as squares,
                    count(*) filter (where s.grade = 'A') as a, count(*) filter (where s.grade = 'B') as b,
                    count(*) filter (where s.grade = 'C') as c, count(*) filter (where s.grade = 'D') as d
                from sheets s where s.closing_id in (select id from months) and s.superseded_at is null and s.outcome = 'RATED'
                group by s.closing_id, s.category, s.rule_set_id, s.decided_by, by_hand)
            select m.id, m.unit_id, m.unit_type, m.period_from, m.told, m.raised, s.category, s.rule_set_id, s.results, s.points, s.squares,
                s.a, s.b, s.c, s.d, case when e.details ->> 'importId' is null then e.officer_id end as officer_id
            from sums s join months m on m.id = s.closing_id left join lateral (
                select officer_id, details from sheet_entries
                where sheet_id = s.sheet_id and kind in ('DECISION', 'CORRECTION') order by seq desc limit 1) e on true
            order by m.unit_id, m.period_from, s.category, s.rule_set_id, s.decided_by""";

    private static final int FIRST_GRADE = 12;

    /** Places: rule sets, thresholds, width, distance, closings. */
    private static final String STRIPS = """
            with near as (
                select s.rating_unit_id, s.rule_set_id, t.threshold, s.officer_id, s.period_from,
                    s.points >= t.threshold and s.points < t.threshold + w.width as above
                from unnest(?::uuid[], ?::text[]::numeric[]) as t (rule_set_id, threshold)
                cross join (select ?::numeric as width, ?::numeric as distance) w
                join sheets s on s.rule_set_id = t.rule_set_id and s.superseded_at is null and s.outcome = 'RATED'
                    and s.points >= t.threshold - w.distance and s.points < t.threshold + w.distance + w.width
                    and (s.points < t.threshold - w.distance + w.width or s.points >= t.threshold + w.distance
                        or s.points >= t.threshold and s.points < t.threshold + w.width)
                join unnest(?) as k (closing_id) on k.closing_id = s.closing_id)
            select rating_unit_id, rule_set_id, threshold, count(distinct officer_id) filter (where above),
                count(distinct officer_id) filter (where not above), min(period_from), max(period_from)
            from near group by rating_unit_id, rule_set_id, threshold order by rating_unit_id, rule_set_id, threshold""";

    private static final String OFFICERS = """
            select o.id, o.officer_code, n.full_name from officers o
            join officer_states n on n.officer_id = o.id and n.superseded_at is null where o.id = any (?)""";
    private static final String UNITS = """
            select u.id, (select x.code from unit_codes x where x.unit_id = u.id and x.scheme = 'ELECTRONIC' and x.superseded_at is null
                    and x.valid_from <= ? order by x.valid_from desc limit 1),
                (select x.name from unit_states x where x.unit_id = u.id and x.superseded_at is null
                    and x.valid_from <= ? order by x.valid_from desc limit 1)
            from units u where u.id = any (?)""";

    private final DataSource database;

    FairnessQueries(DataSource database) {
        this.database = database;
    }

    /** Units and months of a question; both ends belong to it. */
    record Span(UUID rootUnitId, YearMonth from, YearMonth to) {
        int months() {
            return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
        }

        private List<Object> places() {
            return List.of(rootUnitId, from.atDay(1), to.atDay(1));
        }
    }

    /**
     * The results of a rater under one rule set in a month of an agency.
     *
     * @param told whether the month is published
     * @param raised whether a decision raised the cap
     * @param people by grade
     */
    record Sum(Cell cell, UUID closingId, boolean told, boolean raised, UUID ruleSetId, Map<Grade, Integer> people) {
        int rated() {
            return cell.moments().results();
        }
    }

    /** Fewest points of a grade under a rule set. */
    record Threshold(UUID ruleSetId, BigDecimal points) {}

    /** The people near a threshold, and the first and last month in which they stood there. */
    record Near(UUID unitId, Threshold threshold, int above, int beside, YearMonth first, YearMonth last) {}

    List<Sum> sums(Span span) {
        var found = new ArrayList<Sum>();
        read(SUMS, span.places(), row -> {
            var people = new EnumMap<Grade, Integer>(Grade.class);
            for (var grade : Grade.values()) {
                people.put(grade, row.getInt(FIRST_GRADE + grade.ordinal()));
            }
            found.add(new Sum(
                    cell(row),
                    row.getObject("id", UUID.class),
                    row.getBoolean("told"),
                    row.getBoolean("raised"),
                    row.getObject("rule_set_id", UUID.class),
                    people));
        });
        return found;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        var unit = row.getObject("unit_id", UUID.class);
        var officer = row.getObject("officer_id", UUID.class);
        return new Cell(
                officer == null ? new Rater(unit, false) : new Rater(officer, true),
                new Kin(row.getString("unit_type"), row.getString("category")),
                unit,
                YearMonth.from(row.getObject("period_from", LocalDate.class)),
                new Moments(row.getInt("results"), row.getBigDecimal("points"), row.getBigDecimal("squares")));
    }

    private static YearMonth month(ResultSet row, int place) throws SQLException {
        return YearMonth.from(row.getObject(place, LocalDate.class));
    }

    /** @param closings those whose people are enough to be counted */
    List<Near> strips(Collection<Threshold> thresholds, BigDecimal width, BigDecimal distance, List<UUID> closings) {
        var found = new ArrayList<Near>();
        var values = Arrays.<Object>asList(
                thresholds.stream().map(Threshold::ruleSetId).toArray(UUID[]::new),
                thresholds.stream().map(each -> each.points().toPlainString()).toArray(String[]::new),
                width,
                distance,
                closings.toArray(UUID[]::new));
        read(
                STRIPS,
                values,
                row -> found.add(new Near(
                        row.getObject(1, UUID.class),
                        new Threshold(row.getObject(2, UUID.class), row.getBigDecimal(3)),
                        row.getInt(4),
                        row.getInt(5),
                        month(row, 6),
                        month(row, 7))));
        return found;
    }

    Map<UUID, OfficerReference> officers(Collection<UUID> ids) {
        var found = new HashMap<UUID, OfficerReference>();
        read(OFFICERS, List.of((Object) ids.toArray(UUID[]::new)), row -> {
            var id = row.getObject(1, UUID.class);
            found.put(id, new OfficerReference(id, row.getString(2), row.getString(3)));
        });
        return found;
    }

    /** As they are called on the day, or were before. */
    Map<UUID, UnitReference> units(Collection<UUID> ids, LocalDate day) {
        var found = new HashMap<UUID, UnitReference>();
        read(UNITS, List.of(day, day, ids.toArray(UUID[]::new)), row -> {
            var id = row.getObject(1, UUID.class);
            var name = Objects.requireNonNull(row.getString(3));
            found.put(id, new UnitReference(id, Objects.requireNonNullElse(row.getString(2), ""), name));
        });
        return found;
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("results cannot be compared", e);
        }
    }
}
