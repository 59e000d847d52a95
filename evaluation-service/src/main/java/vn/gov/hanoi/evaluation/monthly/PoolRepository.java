package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Headcount;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Place;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
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
                select n.root_id, n.day, n.period_from, n.root_id as unit_id
                from unnest(?::uuid[], ?::date[], ?::date[]) as n (root_id, day, period_from)
                union
                select n.root_id, n.day, n.period_from, b.unit_id
                from unnest(?::uuid[], ?::date[], ?::date[]) as n (root_id, day, period_from), rating_units_below(n.root_id, n.day) as b (unit_id)),
            counted as (
                select k.id, k.unit_id, k.period_from, k.state, r.code, count(*) as rated, count(*) filter (where s.grade = g.top) as top
                from closings k
                join sheets s on s.closing_id = k.id and s.superseded_at is null and s.outcome = 'RATED'
                join rule_sets r on r.id = s.rule_set_id
                join unnest(?::text[], ?::text[]) as g (code, top) on g.code = r.code
                where k.period_type = ? and (k.unit_id, k.period_from) in (select unit_id, period_from from roots)
                    and (k.state <> 'OPEN' or k.id = any (?))
                group by k.id, r.code)
            select o.root_id, o.period_from, c.unit_id, c.id, c.code, c.state <> 'OPEN', c.rated, c.top
            from roots o join counted c on c.unit_id = o.unit_id and c.period_from = o.period_from order by c.unit_id""";

    private final DataSource database;

    PoolRepository(DataSource database) {
        this.database = database;
    }

    private record Tree(Map<Place, UUID> above, Map<Place, Integer> depths) {}

    /**
     * The pools around closings, until the end of the transaction judged by nobody else. Everybody holds them in one order: period, depth,
     * unit.
     *
     * @param small those that count, or nearly count, with the unit above; the pools of the others are their own
     * @param tops top grade by rule set that pools small units
     */
    PoolBook hold(List<Closing> closings, Set<UUID> small, Map<String, Grade> tops) {
        var pools = closings.stream()
                .map(each -> new Place(each.period(), each.unitId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var above = tree(List.copyOf(pools)).above();
        for (var closing : closings) {
            var unit = above.get(new Place(closing.period(), closing.unitId()));
            if (unit != null && small.contains(closing.id())) {
                pools.add(new Place(closing.period(), unit));
            }
        }
        var tree = tree(List.copyOf(pools));
        var order = Comparator.comparing((Place place) -> place.period().from())
                .thenComparing(place -> tree.depths().getOrDefault(place, 0))
                .thenComparing(Place::unitId);
        var held = pools.stream().sorted(order).toList();
        var keys = held.stream()
                .map(place -> place.unitId() + " " + place.period().text())
                .toArray(String[]::new);
        read(HOLD, List.of((Object) keys), _ -> {});
        return new PoolBook(tree.above(), counted(held, closings, tops));
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

    private Map<Place, List<Headcount>> counted(List<Place> roots, List<Closing> closings, Map<String, Grade> tops) {
        var periods = new HashMap<LocalDate, Period>();
        roots.forEach(place -> periods.put(place.period().from(), place.period()));
        var from = roots.stream().map(place -> place.period().from()).toArray(LocalDate[]::new);
        var codes = List.copyOf(tops.keySet());
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
                        codes.toArray(String[]::new),
                        codes.stream()
                                .map(code ->
                                        Objects.requireNonNull(tops.get(code)).name())
                                .toArray(String[]::new),
                        PeriodType.MONTH.name(),
                        closings.stream().map(Closing::id).toArray(UUID[]::new)),
                row -> {
                    var period = Objects.requireNonNull(periods.get(row.getObject(2, LocalDate.class)));
                    found.computeIfAbsent(new Place(period, row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                            .add(new Headcount(
                                    row.getObject(3, UUID.class),
                                    row.getObject(4, UUID.class),
                                    row.getString(5),
                                    row.getBoolean(6),
                                    row.getInt(7),
                                    row.getInt(8)));
                });
        return found;
    }

    private static UUID[] units(List<Place> places) {
        return places.stream().map(Place::unitId).toArray(UUID[]::new);
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
