package vn.gov.hanoi.evaluation.report;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Figures;
import vn.gov.hanoi.evaluation.report.HeadcountApi.HeadcountLine;
import vn.gov.hanoi.evaluation.report.HeadcountApi.HeadcountReport;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Mapping;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Counts people by unit, as it was or mapped to the units of today. */
@ApplicationScoped
class HeadcountQueries {
    private static final int SCALE = 4;
    /** People, leaders, then the five categories in the order of {@code Category}. */
    private static final int FIGURES = 7;

    private static final String PEOPLE = """
            select a.unit_id, count(*), count(*) filter (where a.leader), count(*) filter (where a.category = 'CADRE'),
                count(*) filter (where a.category = 'CIVIL_SERVANT'), count(*) filter (where a.category = 'PUBLIC_EMPLOYEE'),
                count(*) filter (where a.category = 'CONTRACT_WORKER'), count(*) filter (where a.category = 'COMMUNE_PART_TIME')
            from assignments a where a.main and %s group by a.unit_id""".formatted(held("a"));
    private static final String STEPS = """
            select from_unit_id, to_unit_id, share, effective_on from unit_successions s
            where s.effective_on > :day and s.effective_on <= ? and %s""".formatted(known("s"));
    /** Units in force on the day, and with them those that have figures though they ended. */
    private static final String UNITS = """
            select distinct on (s.unit_id) s.unit_id, c.code, s.name, s.type, s.parent_id, s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day),
                coalesce(c.code_key, '')
            from unit_states s left join unit_codes c on c.unit_id = s.unit_id and c.scheme = 'ELECTRONIC' and %s
                and c.valid_from < coalesce(s.valid_to, 'infinity') and s.valid_from < coalesce(c.valid_to, 'infinity')
            where %s and s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day or s.unit_id = any (?))
            order by s.unit_id, s.valid_from desc, c.valid_from desc""".formatted(known("c"), known("s"));

    private static final String VISIBLE = "select id from units_within(?)";

    private final DataSource database;
    private final Scopes scopes;
    private final DirectoryClockRepository directoryClock;
    private final Clock clock;

    HeadcountQueries(DataSource database, Scopes scopes, DirectoryClockRepository directoryClock, Clock clock) {
        this.database = database;
        this.scopes = scopes;
        this.directoryClock = directoryClock;
        this.clock = clock;
    }

    private record Place(
            UnitReference unit, UnitType type, @Nullable UUID parentId, boolean inForce, String key) {}

    /** Refusals: query.invalid-parameter, scope.unit-unknown. */
    @Transactional
    HeadcountReport report(Mapping mapping, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        var scope = scopes.of(caller);
        var moment = directoryClock.moment(asOf, knownAt);
        var today = LocalDate.now(clock);
        var shown = mapping == Mapping.AS_WAS ? moment.asOf() : today;
        try (var connection = database.getConnection()) {
            var figures = people(connection, moment);
            if (mapping == Mapping.TODAY && moment.asOf().isBefore(today)) {
                figures = Lineage.carried(figures, steps(connection, moment, today));
            }
            var places = places(connection, new Moment(shown, moment.knownAt()), figures.keySet());
            return new HeadcountReport(
                    lines(places, figures, visible(connection, scope)), mapping, shown, PageQueries.time(moment));
        } catch (SQLException e) {
            throw new IllegalStateException("people cannot be counted", e);
        }
    }

    private static Map<UUID, Count> people(Connection connection, Moment moment) throws SQLException {
        var found = new HashMap<UUID, Count>();
        read(connection, new Query(PEOPLE, List.of(), moment), row -> {
            var values = new ArrayList<BigDecimal>(FIGURES);
            for (int i = 0; i < FIGURES; i++) {
                values.add(BigDecimal.valueOf(row.getLong(i + 2)));
            }
            found.put(row.getObject(1, UUID.class), new Count(values));
        });
        return found;
    }

    private static List<Lineage.Step> steps(Connection connection, Moment moment, LocalDate until) throws SQLException {
        var found = new ArrayList<Lineage.Step>();
        read(
                connection,
                new Query(STEPS, List.of(until), moment),
                row -> found.add(new Lineage.Step(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBigDecimal(3),
                        row.getObject(4, LocalDate.class))));
        return found;
    }

    private static Map<UUID, Place> places(Connection connection, Moment moment, java.util.Set<UUID> withFigures)
            throws SQLException {
        var found = new ArrayList<Place>();
        var values = List.of((Object) withFigures.toArray(UUID[]::new));
        read(connection, new Query(UNITS, values, moment), row -> {
            boolean inForce = row.getBoolean(6);
            found.add(new Place(
                    new UnitReference(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                    UnitType.valueOf(row.getString(4)),
                    inForce ? row.getObject(5, UUID.class) : null,
                    inForce,
                    row.getString(7)));
        });
        found.sort(java.util.Comparator.comparing(Place::key)
                .thenComparing(place -> place.unit().id()));
        var byId = new LinkedHashMap<UUID, Place>();
        found.forEach(place -> byId.put(place.unit().id(), place));
        return byId;
    }

    private static java.util.Set<UUID> visible(Connection connection, UnitScope scope) throws SQLException {
        var found = new java.util.HashSet<UUID>();
        read(
                connection,
                new Query(VISIBLE, List.of(scope.rootUnitId()), null),
                row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    private static List<HeadcountLine> lines(
            Map<UUID, Place> places, Map<UUID, Count> figures, java.util.Set<UUID> visible) {
        var totals = new HashMap<UUID, Count>();
        figures.forEach((unit, count) -> {
            for (var at = places.get(unit); at != null; at = at.parentId() == null ? null : places.get(at.parentId())) {
                totals.merge(at.unit().id(), count, Count::plus);
            }
        });
        return places.values().stream()
                .filter(place -> visible.contains(place.unit().id()))
                .map(place -> new HeadcountLine(
                        place.unit(),
                        place.type(),
                        place.parentId(),
                        place.inForce(),
                        figures(figures.getOrDefault(place.unit().id(), Count.NONE)),
                        figures(totals.getOrDefault(place.unit().id(), Count.NONE))))
                .toList();
    }

    private static Figures figures(Count count) {
        var shown = IntStream.range(0, FIGURES)
                .mapToObj(place -> count.at(place).setScale(SCALE, RoundingMode.HALF_UP))
                .toList();
        return new Figures(
                shown.get(0), shown.get(1), shown.get(2), shown.get(3), shown.get(4), shown.get(5), shown.get(6));
    }
}
