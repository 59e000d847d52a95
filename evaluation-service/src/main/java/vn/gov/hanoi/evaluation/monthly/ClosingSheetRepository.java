package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Sheets of a whole closing: opened, counted, published and locked by one statement each, however many people there are. */
@ApplicationScoped
class ClosingSheetRepository {
    /**
     * People whose last main post in the period belongs to the rating unit, each with the type of the unit of the post. The nearest unit
     * at or above the post that is no division counts, as on the last day of the post in the period.
     */
    private static final String PEOPLE = """
            with below as (
                select t.unit_id from unit_ancestors t
                where t.ancestor_id = ? and t.valid_from <= ? and (t.valid_to is null or t.valid_to > ?) and t.superseded_at is null
                group by t.unit_id),
            posts as (
                select distinct on (a.officer_id) a.officer_id, a.id, a.unit_id, a.category, a.position, a.title, a.leader,
                    least(coalesce(a.valid_to - 1, ?), ?) as last_day
                from assignments a
                where a.main and a.superseded_at is null and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)
                    and a.officer_id in (
                        select b.officer_id from assignments b where b.unit_id in (select unit_id from below) and b.main and b.superseded_at is null)
                order by a.officer_id, a.valid_from desc),
            people as (
                select p.*, u.type as unit_type, (
                    select t.ancestor_id from unit_ancestors t
                    join unit_states r on r.unit_id = t.ancestor_id and r.superseded_at is null
                        and r.valid_from <= p.last_day and (r.valid_to is null or r.valid_to > p.last_day)
                    where t.unit_id = p.unit_id and t.superseded_at is null and t.valid_from <= p.last_day
                        and (t.valid_to is null or t.valid_to > p.last_day) and r.type <> 'DIVISION'
                    order by t.depth limit 1) as rating_unit_id
                from posts p
                join unit_states u on u.unit_id = p.unit_id and u.superseded_at is null
                    and u.valid_from <= p.last_day and (u.valid_to is null or u.valid_to > p.last_day))
            """;

    private static final String GROUPS = PEOPLE + """
            select category, unit_type, count(*) from people where rating_unit_id = ? group by category, unit_type
            order by category, unit_type""";

    private static final String OPEN = PEOPLE + """
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                position, title, leader, unit_type, sheet_kind, rule_set_id, state, working_days)
            select uuidv7(), ?, ?, ?, p.officer_id, p.id, p.unit_id, p.rating_unit_id, p.category, p.position, p.title, p.leader, p.unit_type,
                case when p.leader then 'LEADER' when p.category = 'CONTRACT_WORKER' then 'CONTRACT' else 'STAFF' end, g.rule_set_id,
                'OPENED', ?::smallint
            from people p
            join unnest(?::text[], ?::text[], ?::uuid[]) as g (category, unit_type, rule_set_id)
                on g.category = p.category and g.unit_type = p.unit_type
            where p.rating_unit_id = ?
            on conflict (officer_id, period_type, period_from) where superseded_at is null do nothing""";

    private static final String CHOSEN = """
            select distinct on (category, unit_type) category, unit_type, rule_set_id from sheets where closing_id = ?
            order by category, unit_type, rule_set_id""";

    private static final String PROGRESS = """
            select s.state, s.rule_set_id, count(*) from sheets s where s.closing_id = ? and s.superseded_at is null
            group by s.state, s.rule_set_id order by s.state, s.rule_set_id""";

    private static final String RESULTS = """
            select s.id, s.officer_id, s.unit_id, s.rule_set_id, s.revision, s.outcome, s.points, s.grade_by_points, s.grade, s.digest
            from sheets s where s.closing_id = ? and s.superseded_at is null and s.outcome is not null order by s.officer_id""";

    /** What an accepted objection gave is not examined again. */
    private static final String CORRECTED = """
            select s.rule_set_id, max(s.published_at) from sheets s
            where s.closing_id = ? and s.superseded_at is null and s.revision > 1
                and not exists (select from objections b where b.result_id = s.id)
            group by s.rule_set_id""";

    private static final String PUBLISH = """
            update sheets set state = 'PUBLISHED', published_at = ?, row_version = row_version + 1
            where closing_id = ? and superseded_at is null and state = 'DECIDED'""";

    private static final String LOCK = """
            update sheets set state = 'LOCKED', row_version = row_version + 1
            where closing_id = ? and superseded_at is null and state = 'PUBLISHED'""";

    /** The unit's type on a day, if it is in force. */
    private static final String TYPE = """
            select u.type from unit_states u where u.unit_id = ? and u.superseded_at is null and u.valid_from <= ?
                and (u.valid_to is null or u.valid_to > ?)""";

    private final DataSource database;

    ClosingSheetRepository(DataSource database) {
        this.database = database;
    }

    /** People of one category in units of one type; they have one rule set. */
    record People(Category category, UnitType unitType) {}

    /** A decided sheet, as far as the cap, the lock and the events need it. */
    record Decided(
            UUID id,
            UUID officerId,
            UUID unitId,
            UUID ruleSetId,
            int revision,
            Score.Outcome outcome,
            @Nullable BigDecimal points,
            @Nullable Grade gradeByPoints,
            @Nullable Grade grade,
            String digest) {}

    /** Sheets of one rule set in one state. */
    record Progress(SheetState state, UUID ruleSetId, int count) {}

    Optional<UnitType> typeOf(UUID unitId, Period period) {
        var found = new ArrayList<UnitType>();
        read(TYPE, List.of(unitId, period.last(), period.last()), row -> found.add(UnitType.valueOf(row.getString(1))));
        return found.stream().findFirst();
    }

    /** The people to be rated in a unit, by what their rule set depends on. */
    List<Map.Entry<People, Integer>> people(UUID unitId, Period period) {
        var found = new ArrayList<Map.Entry<People, Integer>>();
        var values = new ArrayList<Object>(window(unitId, period));
        values.add(unitId);
        read(
                GROUPS,
                values,
                row -> found.add(Map.entry(
                        new People(Category.valueOf(row.getString(1)), UnitType.valueOf(row.getString(2))),
                        row.getInt(3))));
        return found;
    }

    /** The rule sets by which people of a closing are rated already; those who come later are rated by the same. */
    Map<People, UUID> chosen(UUID closingId) {
        var found = new HashMap<People, UUID>();
        read(
                CHOSEN,
                List.of(closingId),
                row -> found.put(
                        new People(Category.valueOf(row.getString(1)), UnitType.valueOf(row.getString(2))),
                        row.getObject(3, UUID.class)));
        return found;
    }

    /** Inserts a sheet for everybody of these groups who has none. @return number of new sheets */
    int open(Closing closing, int workingDays, Map<People, UUID> ruleSets) {
        var period = closing.period();
        var groups = List.copyOf(ruleSets.keySet());
        var values = new ArrayList<Object>(window(closing.unitId(), period));
        values.addAll(List.of(closing.id(), period.type().name(), period.from(), workingDays));
        values.add(groups.stream().map(group -> group.category().name()).toArray(String[]::new));
        values.add(groups.stream().map(group -> group.unitType().name()).toArray(String[]::new));
        values.add(groups.stream().map(ruleSets::get).toArray(UUID[]::new));
        values.add(closing.unitId());
        return change(OPEN, values);
    }

    /** The days of the period in the order of the places of {@link #PEOPLE}; those who left before its end count where they left. */
    private static List<Object> window(UUID unitId, Period period) {
        return List.of(
                unitId, period.last(), period.from(), period.last(), period.last(), period.last(), period.from());
    }

    List<Progress> progress(UUID closingId) {
        var found = new ArrayList<Progress>();
        read(
                PROGRESS,
                List.of(closingId),
                row -> found.add(new Progress(
                        SheetState.valueOf(row.getString(1)), row.getObject(2, UUID.class), row.getInt(3))));
        return found;
    }

    /** All living results of a closing, by officer. */
    List<Decided> results(UUID closingId) {
        var found = new ArrayList<Decided>();
        read(RESULTS, List.of(closingId), row -> {
            var byPoints = row.getString(8);
            var grade = row.getString(9);
            found.add(new Decided(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    row.getInt(5),
                    Score.Outcome.valueOf(row.getString(6)),
                    row.getBigDecimal(7),
                    byPoints == null ? null : Grade.valueOf(byPoints),
                    grade == null ? null : Grade.valueOf(grade),
                    HexFormat.of().formatHex(row.getBytes(10))));
        });
        return found;
    }

    /** When the latest correction was told to which somebody may still object, by rule set; those without one are missing. */
    Map<UUID, Instant> corrected(UUID closingId) {
        var found = new HashMap<UUID, Instant>();
        read(
                CORRECTED,
                List.of(closingId),
                row -> found.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()));
        return found;
    }

    int publish(UUID closingId, Instant at) {
        return change(PUBLISH, List.of(SheetRepository.moment(at), closingId));
    }

    int lock(UUID closingId) {
        return change(LOCK, List.of(closingId));
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, (Moment) null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("sheets of a closing cannot be read", e);
        }
    }

    private int change(String sql, List<Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values.toArray()), null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("sheets of a closing cannot be written", e);
        }
    }
}
