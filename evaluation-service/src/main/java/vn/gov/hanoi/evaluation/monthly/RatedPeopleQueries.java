package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Whom an agency rates in a month or a year, and by which rules. */
@ApplicationScoped
public class RatedPeopleQueries {
    /**
     * The table {@code people}: those whose last main post in the period belongs to the rating unit, each with the type of the unit of the
     * post. The nearest unit at or above the post that is no division counts, as on the last day of the post in the period. Its places are
     * those of {@link #window}.
     */
    public static final String PEOPLE = """
            with below as (
                select t.unit_id from unit_ancestors t
                where t.ancestor_id = any (?) and t.valid_from <= ? and (t.valid_to is null or t.valid_to > ?) and t.superseded_at is null
                    and (t.unit_id = t.ancestor_id or exists (
                        select from unit_states d where d.unit_id = t.unit_id and d.type = 'DIVISION' and d.superseded_at is null
                            and d.valid_from <= ? and (d.valid_to is null or d.valid_to > ?)))
                group by t.unit_id),
            posts as (
                select distinct on (a.officer_id) a.officer_id, a.id, a.unit_id, a.category, a.position, a.title, a.leader,
                    least(coalesce(a.valid_to - 1, ?), ?) as last_day
                from assignments a
                where a.main and a.superseded_at is null and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)
                    and a.officer_id in (
                        select b.officer_id from assignments b where b.unit_id in (select unit_id from below) and b.main and b.superseded_at is null)
                order by a.officer_id, a.valid_from desc),
            places as materialized (select distinct unit_id, last_day from posts),
            agencies as materialized (
                select p.unit_id, p.last_day, u.type as unit_type, (
                    select t.ancestor_id from unit_ancestors t
                    join unit_states r on r.unit_id = t.ancestor_id and r.superseded_at is null
                        and r.valid_from <= p.last_day and (r.valid_to is null or r.valid_to > p.last_day)
                    where t.unit_id = p.unit_id and t.superseded_at is null and t.valid_from <= p.last_day
                        and (t.valid_to is null or t.valid_to > p.last_day) and r.type <> 'DIVISION'
                    order by t.depth limit 1) as rating_unit_id
                from places p
                join unit_states u on u.unit_id = p.unit_id and u.superseded_at is null
                    and u.valid_from <= p.last_day and (u.valid_to is null or u.valid_to > p.last_day)),
            people as (
                select p.*, a.unit_type, a.rating_unit_id from posts p
                join agencies a on a.unit_id = p.unit_id and a.last_day = p.last_day)
            """;

    private static final String GROUPS = PEOPLE + """
            select rating_unit_id, category, unit_type, count(*) from people where rating_unit_id = any (?)
            group by rating_unit_id, category, unit_type order by rating_unit_id, category, unit_type""";

    /** The types of units on a day, as far as they are in force. */
    private static final String TYPES = """
            select u.unit_id, u.type from unit_states u where u.unit_id = any (?) and u.superseded_at is null and u.valid_from <= ?
                and (u.valid_to is null or u.valid_to > ?)""";

    private final DataSource database;
    private final RuleSetCatalogue catalogue;

    RatedPeopleQueries(DataSource database, RuleSetCatalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** People of one category in units of one type; they have one rule set. */
    public record People(Category category, UnitType unitType) {}

    /**
     * People whom no rule set rates in the period.
     *
     * @param reason code of the refusal
     */
    public record Unrated(People who, int count, String reason) {}

    /**
     * The people of a unit in a period.
     *
     * @param rated id of the version by which each group is rated
     * @param people number of all, rated or not
     */
    public record Groups(Map<People, UUID> rated, List<Unrated> unrated, int people) {}

    /** The days of the period in the order of the places of {@link #PEOPLE}; those who left before its end count where they left. */
    public static Stream<Object> window(UUID[] unitIds, Period period) {
        var from = period.from();
        var last = period.last();
        return Stream.of(unitIds, last, from, last, from, last, last, last, from);
    }

    /** Refusals: unit.not-in-force, evaluation.not-a-rating-unit; empty if the unit rates people in the period. */
    public List<Refusal> faults(UUID unitId, Period period) {
        return faults(List.of(unitId), period).getOrDefault(unitId, List.of());
    }

    /** The same for many units; one that rates people in the period is missing. */
    public Map<UUID, List<Refusal>> faults(Collection<UUID> unitIds, Period period) {
        var types = new HashMap<UUID, UnitType>();
        read(
                TYPES,
                List.of(unitIds.toArray(UUID[]::new), period.last(), period.last()),
                row -> types.put(row.getObject(1, UUID.class), UnitType.valueOf(row.getString(2))));
        var found = new HashMap<UUID, List<Refusal>>();
        for (var unitId : unitIds) {
            var type = types.get(unitId);
            if (type == null) {
                found.put(
                        unitId,
                        List.of(Refusal.of(EvaluationProblem.UNIT_NOT_IN_FORCE).at("/unitId")));
            } else if (type == UnitType.DIVISION) {
                found.put(
                        unitId,
                        List.of(Refusal.of(EvaluationProblem.EVALUATION_NOT_A_RATING_UNIT)
                                .at("/unitId")));
            }
        }
        return found;
    }

    /** Groups of people. */
    public record Counted(People who, int count) {}

    /** The people of a unit and the rules for them. Refusals: those of {@link #choose}. */
    public Groups groups(UUID unitId, Period period, Map<People, UUID> chosen) {
        return choose(counted(List.of(unitId), period).getOrDefault(unitId, List.of()), period, chosen);
    }

    /**
     * Chooses the rules once for each group. Refusals: rule-set.ambiguous, rule-set.none if it is so for everybody.
     *
     * @param counted the people of one unit
     * @param chosen the rules of those who are rated already; who comes later is rated by the same
     */
    public Groups choose(List<Counted> counted, Period period, Map<People, UUID> chosen) {
        var rated = new LinkedHashMap<People, UUID>();
        var unrated = new ArrayList<Unrated>();
        var none = new ArrayList<Refusal>();
        int people = 0;
        for (var group : counted) {
            var who = group.who();
            people += group.count();
            var known = chosen.get(who);
            if (known != null) {
                rated.put(who, known);
                continue;
            }
            var choice = catalogue.choose(RuleSubject.of(who.category(), who.unitType()), period);
            var version = choice.version();
            if (version != null) {
                rated.put(who, version.id());
                continue;
            }
            // Whom no rule set rates is left out, and the answer says so; two rule sets for one person are a fault.
            var reason = choice.refusals().getFirst();
            if (reason.code() != EvaluationProblem.RULE_SET_NONE) {
                throw new Refused(choice.refusals());
            }
            none.add(reason);
            unrated.add(new Unrated(who, group.count(), reason.code().code()));
        }
        if (rated.isEmpty()) {
            Refused.ifAny(none);
        }
        return new Groups(rated, unrated, people);
    }

    /** The people of units in a period, by unit; one without is missing. */
    public Map<UUID, List<Counted>> counted(Collection<UUID> unitIds, Period period) {
        var units = unitIds.toArray(UUID[]::new);
        var found = new HashMap<UUID, List<Counted>>();
        read(
                GROUPS,
                Stream.concat(window(units, period), Stream.of((Object) units)).toList(),
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new Counted(
                                new People(Category.valueOf(row.getString(2)), UnitType.valueOf(row.getString(3))),
                                row.getInt(4))));
        return found;
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("the people of a unit cannot be read", e);
        }
    }
}
