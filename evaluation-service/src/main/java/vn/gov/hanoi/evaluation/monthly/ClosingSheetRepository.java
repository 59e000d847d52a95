package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.People;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Sheets of a whole closing: opened, counted, published and locked by one statement each, however many people there are. */
@ApplicationScoped
class ClosingSheetRepository {
    /** The newest template of the nearest unit that has one when the month was opened; who comes later is rated by the same. */
    private static final String OPEN = RatedPeopleQueries.PEOPLE + """
            , own as materialized (
                select distinct on (a.unit_id, t.rule_set_id, t.sheet_kind) a.unit_id, t.rule_set_id, t.sheet_kind, t.id
                from sheet_templates t
                join unit_ancestors a on a.ancestor_id = t.unit_id and a.superseded_at is null and a.valid_from <= ?
                    and (a.valid_to is null or a.valid_to > ?)
                where t.state = 'PUBLISHED' and t.rule_set_id = any (?) and t.published_at <= ?
                order by a.unit_id, t.rule_set_id, t.sheet_kind, a.depth, t.version desc)
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                position, title, leader, unit_type, sheet_kind, rule_set_id, template_id, state, working_days)
            select uuidv7(), ?, ?, ?, p.officer_id, p.id, p.unit_id, p.rating_unit_id, p.category, p.position, p.title, p.leader, p.unit_type,
                k.sheet_kind, g.rule_set_id, w.id, 'OPENED', ?::smallint
            from people p
            cross join lateral (
                select case when p.leader then 'LEADER' when p.category = 'CONTRACT_WORKER' then 'CONTRACT' else 'STAFF' end) k (sheet_kind)
            join unnest(?::text[], ?::text[], ?::uuid[]) as g (category, unit_type, rule_set_id)
                on g.category = p.category and g.unit_type = p.unit_type
            left join own w on w.unit_id = p.unit_id and w.rule_set_id = g.rule_set_id and w.sheet_kind = k.sheet_kind
            where p.rating_unit_id = ?
            on conflict (officer_id, period_type, period_from) where superseded_at is null do nothing""";

    private static final String CHOSEN = """
            select distinct on (category, unit_type) category, unit_type, rule_set_id from sheets where closing_id = ?
            order by category, unit_type, rule_set_id""";

    private static final String PROGRESS = """
            select s.closing_id, s.state, s.rule_set_id, count(*) from sheets s where s.closing_id = any (?) and s.superseded_at is null
            group by s.closing_id, s.state, s.rule_set_id order by s.state, s.rule_set_id""";

    private static final String RESULTS = """
            select s.id, s.officer_id, s.unit_id, s.rule_set_id, s.revision, s.outcome, s.points, s.grade_by_points, s.grade, s.digest,
                s.closing_id
            from sheets s where s.closing_id = any (?) and s.superseded_at is null and s.outcome is not null order by s.officer_id""";

    /** What an accepted objection gave is not examined again. */
    private static final String CORRECTED = """
            select s.rule_set_id, max(s.published_at) from sheets s
            where s.closing_id = ? and s.superseded_at is null and s.revision > 1
                and not exists (select from objections b where b.result_id = s.id)
            group by s.rule_set_id""";

    private static final String PUBLISH = """
            update sheets set state = 'PUBLISHED', published_at = ?, row_version = row_version + 1
            where closing_id = any (?) and superseded_at is null and state = 'DECIDED'""";

    private static final String LOCK = """
            update sheets set state = 'LOCKED', row_version = row_version + 1
            where closing_id = ? and superseded_at is null and state = 'PUBLISHED'""";

    private static final String REOPEN = """
            update sheets set state = 'PUBLISHED', row_version = row_version + 1
            where closing_id = ? and superseded_at is null and state = 'LOCKED'""";

    private final DataSource database;

    ClosingSheetRepository(DataSource database) {
        this.database = database;
    }

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
        var values = new ArrayList<Object>(
                RatedPeopleQueries.window(new UUID[] {closing.unitId()}, period).toList());
        values.addAll(List.of(
                period.last(),
                period.last(),
                ruleSets.values().stream().distinct().toArray(UUID[]::new),
                SheetRepository.moment(closing.opened().at())));
        values.addAll(List.of(closing.id(), period.type().name(), period.from(), workingDays));
        values.add(groups.stream().map(group -> group.category().name()).toArray(String[]::new));
        values.add(groups.stream().map(group -> group.unitType().name()).toArray(String[]::new));
        values.add(groups.stream().map(ruleSets::get).toArray(UUID[]::new));
        values.add(closing.unitId());
        return change(OPEN, values);
    }

    List<Progress> progress(UUID closingId) {
        return progress(List.of(closingId)).getOrDefault(closingId, List.of());
    }

    /** By closing; one without sheets is missing. */
    Map<UUID, List<Progress>> progress(Collection<UUID> closingIds) {
        var found = new HashMap<UUID, List<Progress>>();
        read(PROGRESS, List.of((Object) closingIds.toArray(UUID[]::new)), row -> found.computeIfAbsent(
                        row.getObject(1, UUID.class), _ -> new ArrayList<>())
                .add(new Progress(SheetState.valueOf(row.getString(2)), row.getObject(3, UUID.class), row.getInt(4))));
        return found;
    }

    /** All living results of a closing, by officer. */
    List<Decided> results(UUID closingId) {
        return results(List.of(closingId)).getOrDefault(closingId, List.of());
    }

    /** All living results, by closing and officer; a closing without results is missing. */
    Map<UUID, List<Decided>> results(Collection<UUID> closingIds) {
        var found = new HashMap<UUID, List<Decided>>();
        read(RESULTS, List.of((Object) closingIds.toArray(UUID[]::new)), row -> {
            var byPoints = row.getString(8);
            var grade = row.getString(9);
            found.computeIfAbsent(row.getObject(11, UUID.class), _ -> new ArrayList<>())
                    .add(new Decided(
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

    /** Publishes the decided sheets of closings. @return their number */
    int publish(Collection<UUID> closingIds, Instant at) {
        return change(PUBLISH, List.of(SheetRepository.moment(at), closingIds.toArray(UUID[]::new)));
    }

    int lock(UUID closingId) {
        return change(LOCK, List.of(closingId));
    }

    /** Unlocks the results of a closing that is unlocked already. */
    int reopen(UUID closingId) {
        return change(REOPEN, List.of(closingId));
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
