package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Headcount;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Place;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups.Group;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Counts the told results of a unit and of those right below it, and lets one at a time judge them. */
@ApplicationScoped
class PoolRepository {
    /** Of the two keys the first is of pools alone. In the order of the array, which is the same for everybody. */
    private static final String HOLD = "select pg_advisory_xact_lock(7305012, hashtext(k)) from unnest(?::text[]) as k";

    /** A unit is below what it counts with, so whoever holds both holds the upper one first. */
    private static final String ABOVE = """
            select n.unit_id, n.day, rating_unit_above(n.unit_id, n.day), (
                select coalesce(max(t.depth), 0) from unit_ancestors t
                where t.unit_id = n.unit_id and t.superseded_at is null and t.valid_from <= n.day
                    and (t.valid_to is null or t.valid_to > n.day))
            from unnest(?::uuid[], ?::date[]) as n (unit_id, day)""";

    private static final String COUNTED = """
            with roots as (
                select n.root_id, n.period_from, n.root_id as unit_id
                from unnest(?::uuid[], ?::date[], ?::date[]) as n (root_id, day, period_from)
                union
                select n.root_id, n.period_from, b.unit_id
                from unnest(?::uuid[], ?::date[], ?::date[]) as n (root_id, day, period_from), rating_units_below(n.root_id, n.day) as b (unit_id)
                union
                select n.root_id, n.period_from, n.unit_id
                from unnest(?::uuid[], ?::date[], ?::uuid[]) as n (root_id, period_from, unit_id)),
            counted as (
                select k.id, k.unit_id, k.period_from, k.state, k.small_unit_reason is not null as reasoned,
                    k.raised_number is not null as raised, r.code, count(*) as rated, count(*) filter (where s.grade = g.top) as top
                from closings k
                join sheets s on s.closing_id = k.id and s.superseded_at is null and s.outcome = 'RATED'
                join rule_sets r on r.id = s.rule_set_id
                join unnest(?::text[], ?::text[]) as g (code, top) on g.code = r.code
                where k.period_type = ? and (k.unit_id, k.period_from) in (select unit_id, period_from from roots)
                    and (k.state <> 'OPEN' or k.id = any (?))
                group by k.id, r.code)
            select o.root_id, o.period_from, c.unit_id, c.id, c.code, c.state <> 'OPEN', c.rated, c.top, c.reasoned, c.raised
            from roots o join counted c on c.unit_id = o.unit_id and c.period_from = o.period_from order by c.unit_id""";

    private final DataSource database;
    private final SimilarTaskGroups groups;

    PoolRepository(DataSource database, SimilarTaskGroups groups) {
        this.database = database;
        this.groups = groups;
    }

    private record Tree(Map<Place, UUID> above, Map<Place, Integer> depths) {}

    /**
     * Which pools are looked at.
     *
     * @param small closings that count, or nearly count, with others; the pools of the rest are their own
     * @param byGroup whether a rule set counts by groups of units with similar tasks
     * @param tops top grade by rule set that pools small units
     */
    record Wanted(List<Closing> closings, Set<UUID> small, boolean byGroup, Map<String, Grade> tops) {}

    /**
     * The pools around closings, until the end of the transaction judged by nobody else. Everybody holds them in one order: groups before
     * units, then period, depth, unit.
     */
    PoolBook hold(Wanted wanted) {
        var groupOf = wanted.byGroup() ? groups(wanted.closings()) : Map.<Place, Group>of();
        var pools = wanted.closings().stream()
                .map(PoolRepository::place)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var above = tree(List.copyOf(pools)).above();
        var held = new TreeMap<String, Place>();
        for (var closing : wanted.closings()) {
            var place = place(closing);
            if (!wanted.small().contains(closing.id())) {
                continue;
            }
            var group = groupOf.get(place);
            var unit = above.get(place);
            if (group != null) {
                held.put(key(new Place(closing.period(), group.id())), place);
            } else if (unit != null) {
                pools.add(new Place(closing.period(), unit));
            }
        }
        var tree = tree(List.copyOf(pools));
        var units = pools.stream()
                .sorted(Comparator.comparing((Place place) -> place.period().from())
                        .thenComparing(place -> tree.depths().getOrDefault(place, 0))
                        .thenComparing(Place::id))
                .toList();
        var keys = Stream.concat(held.keySet().stream(), units.stream().map(PoolRepository::key))
                .toArray(String[]::new);
        read(HOLD, List.of((Object) keys), _ -> {});
        var members = held.values().stream()
                .map(place -> Map.entry(place.period(), Objects.requireNonNull(groupOf.get(place))))
                .toList();
        var counted = counted(units, members, wanted);
        return new PoolBook(tree.above(), groupOf, wanted.byGroup() ? grouped(counted) : Set.of(), counted);
    }

    private static Place place(Closing closing) {
        return new Place(closing.period(), closing.unitId());
    }

    private static String key(Place place) {
        return place.id() + " " + place.period().text();
    }

    private Map<Place, Group> groups(List<Closing> closings) {
        var found = new HashMap<Place, Group>();
        closings.stream()
                .collect(
                        Collectors.groupingBy(Closing::period, Collectors.mapping(Closing::unitId, Collectors.toSet())))
                .forEach((period, units) -> groups.of(units, period.last())
                        .forEach((unit, group) -> found.put(new Place(period, unit), group)));
        return found;
    }

    /** Roots of pools that are groups are in no group; all others may be. */
    private Set<Place> grouped(Map<Place, List<Headcount>> counted) {
        var units = new HashMap<Period, Set<UUID>>();
        counted.forEach((root, each) -> {
            var all = units.computeIfAbsent(root.period(), _ -> new HashSet<>());
            all.add(root.id());
            each.forEach(one -> all.add(one.unitId()));
        });
        var found = new HashSet<Place>();
        units.forEach((period, all) ->
                groups.grouped(all, period.last()).forEach(unit -> found.add(new Place(period, unit))));
        return found;
    }

    private Tree tree(List<Place> places) {
        var above = new HashMap<Place, UUID>();
        var depths = new HashMap<Place, Integer>();
        var periods = new HashMap<LocalDate, Period>();
        places.forEach(place -> periods.put(place.period().last(), place.period()));
        read(ABOVE, List.of(units(places), days(places)), row -> {
            var period = Objects.requireNonNull(periods.get(row.getObject(2, LocalDate.class)));
            var place = new Place(period, row.getObject(1, UUID.class));
            var id = row.getObject(3, UUID.class);
            if (id != null) {
                above.put(place, id);
            }
            depths.put(place, row.getInt(4));
        });
        return new Tree(above, depths);
    }

    private Map<Place, List<Headcount>> counted(
            List<Place> roots, List<Map.Entry<Period, Group>> members, Wanted wanted) {
        var periods = new HashMap<LocalDate, Period>();
        roots.forEach(place -> periods.put(place.period().from(), place.period()));
        var from = roots.stream().map(place -> place.period().from()).toArray(LocalDate[]::new);
        var codes = List.copyOf(wanted.tops().keySet());
        var inGroups = members.stream()
                .flatMap(each -> each.getValue().unitIds().stream().map(unit -> new Member(each, unit)))
                .toList();
        var found = new HashMap<Place, List<Headcount>>();
        read(
                COUNTED,
                List.of(
                        units(roots),
                        days(roots),
                        from,
                        units(roots),
                        days(roots),
                        from,
                        inGroups.stream()
                                .map(each -> each.group().getValue().id())
                                .toArray(UUID[]::new),
                        inGroups.stream()
                                .map(each -> each.group().getKey().from())
                                .toArray(LocalDate[]::new),
                        inGroups.stream().map(Member::unitId).toArray(UUID[]::new),
                        codes.toArray(String[]::new),
                        codes.stream()
                                .map(code -> Objects.requireNonNull(
                                                wanted.tops().get(code))
                                        .name())
                                .toArray(String[]::new),
                        PeriodType.MONTH.name(),
                        wanted.closings().stream().map(Closing::id).toArray(UUID[]::new)),
                row -> {
                    var period = Objects.requireNonNull(periods.get(row.getObject(2, LocalDate.class)));
                    found.computeIfAbsent(new Place(period, row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                            .add(new Headcount(
                                    row.getObject(3, UUID.class),
                                    row.getObject(4, UUID.class),
                                    row.getString(5),
                                    row.getBoolean(6),
                                    row.getInt(7),
                                    row.getInt(8),
                                    row.getBoolean(9),
                                    row.getBoolean(10)));
                });
        return found;
    }

    private record Member(Map.Entry<Period, Group> group, UUID unitId) {}

    private static UUID[] units(List<Place> places) {
        return places.stream().map(Place::id).toArray(UUID[]::new);
    }

    private static LocalDate[] days(List<Place> places) {
        return places.stream().map(place -> place.period().last()).toArray(LocalDate[]::new);
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("pools of small units cannot be read", e);
        }
    }
}
