package vn.gov.hanoi.evaluation.report;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * Adds up the results of a period by unit, in one statement whatever their number: a row of an answer is a unit, never a person. What was
 * known at a moment are the units as recorded then, and the results published until then; everything else that was there was open.
 */
@ApplicationScoped
class ResultQueries {
    /**
     * Places of WANTED: moment of the results, asked unit, first day of the period, root of the scope, days between which lineage is
     * followed back. A unit that ended in the period stands where it stood on its last day. Results of units that no longer are in the scope
     * are not counted, as no list shows them.
     */
    private static final String WANTED = """
            with recursive moment as materialized (select coalesce(?::timestamptz, 'infinity') as at),
            below as materialized (
                select a.unit_id as id, a.valid_to is null or a.valid_to > :day as in_force
                from unit_ancestors a join units u on u.id = a.unit_id
                where a.ancestor_id = ? and %s and a.valid_from <= :day
                    and (a.valid_to is null or a.valid_to > :day or a.valid_to > ? and a.valid_to = u.ended_on)
                    and a.unit_id in (select id from units_within(?))),
            wanted as (
                select id from below
                union
                select p.from_unit_id from wanted w join unit_successions p on p.to_unit_id = w.id
                where %s and p.effective_on > ? and p.effective_on <= ?),
            """.formatted(known("a"), known("p"));

    private static final String LIVING = """
            r.unit_id = any (array(select id from wanted)) and (r.superseded_at is null or r.superseded_at > (select at from moment))
                and uuid_extract_timestamp(r.id) <= (select at from moment)""";

    /** Read by unit, so that a ward does not read the City; the index has the first day besides. */
    private static final String SHEETS = """
            from sheets r where r.period_from = ? and r.period_type = 'MONTH' and\s""" + LIVING;

    private static final String YEARS = """
            from annual_classifications r where r.year = extract(year from ?::date)::int and\s""" + LIVING;

    /** A figure of results that were published at the moment. */
    private static final String TOLD = "count(*) filter (where r.published_at <= (select at from moment) and %s)";

    private static final String PLACED = """
            select w.id, b.id is not null as shown, b.in_force, c.code, s.name, s.type, s.parent_id, coalesce(c.code_key, '') as code_key, f.*
            from wanted w left join below b on b.id = w.id left join figures f on f.unit_id = w.id
            left join lateral (
                select x.name, x.type, x.parent_id from unit_states x
                where x.unit_id = b.id and %s and x.valid_from <= :day order by x.valid_from desc limit 1) s on true
            left join lateral (
                select x.code, x.code_key from unit_codes x
                where x.unit_id = b.id and x.scheme = 'ELECTRONIC' and %s and x.valid_from <= :day order by x.valid_from desc limit 1) c on true
            where b.id is not null or f.unit_id is not null
            order by code_key, w.id""".formatted(known("x"), known("x"));

    /**
     * Places: last day of the period, first day, last day of the lineage. Whose unit ended in the period had left it or gone with it by then,
     * so of ended units only the last step counts.
     */
    private static final String STEPS = """
            select p.from_unit_id, p.to_unit_id, p.share, p.effective_on from unit_successions p join units u on u.id = p.from_unit_id
            where (p.effective_on > ? or p.effective_on > ? and p.effective_on = u.ended_on) and p.effective_on <= ? and %s""".formatted(known("p"));

    private final DataSource database;

    ResultQueries(DataSource database) {
        this.database = database;
    }

    /**
     * Which results are asked for, and how they are shown.
     *
     * @param units day and moment of the units
     * @param until last day to which figures are carried; the first day of the period if they are not
     * @param knownAt moment of the results; null for now
     */
    record Question(
            ResultKind kind,
            Period period,
            UUID unitId,
            UUID scopeRoot,
            Moment units,
            LocalDate until,
            @Nullable Instant knownAt) {
        private List<@Nullable Object> places() {
            var at = knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
            return Arrays.asList(at, unitId, period.from(), scopeRoot, period.from(), until, period.from());
        }
    }

    /**
     * Where figures are shown.
     *
     * @param parentId last unit above; null for the City
     */
    record Place(
            UnitReference unit, UnitType type, @Nullable UUID parentId, boolean inForce) {}

    /** @param place null for a unit whose figures are only carried to others */
    record Row(UUID unitId, @Nullable Place place, Count figures) {}

    /** In the order of codes. */
    List<Row> rows(Question question) {
        int width = ResultFigure.REASONS + question.kind().reasons().size();
        var found = new ArrayList<Row>();
        read(new Query(sql(question.kind()), question.places(), question.units()), row -> {
            var id = row.getObject("id", UUID.class);
            found.add(new Row(id, row.getBoolean("shown") ? place(id, row) : null, figures(row, width)));
        });
        return found;
    }

    private static String sql(ResultKind kind) {
        boolean month = kind == ResultKind.MONTH;
        var columns = new ArrayList<String>();
        columns.add("count(*) as people");
        var grade = month ? "r.grade = '%s'" : "r.level = '%s'";
        for (var each : List.of("A", "B", "C", "D")) {
            columns.add(TOLD.formatted(grade.formatted(each)));
        }
        columns.add(TOLD.formatted(month ? "r.outcome = 'INSUFFICIENT_DATA'" : "false"));
        columns.add(
                "count(*) filter (where r.published_at is null or r.published_at > (select at from moment)) as still_open");
        columns.add("count(*) filter (where r.position = 'HEAD') as heads");
        for (var each : List.of("A", "B", "C", "D")) {
            columns.add(TOLD.formatted("r.position = 'HEAD' and " + grade.formatted(each)));
        }
        var points = month ? "r.points" : "r.points_mean";
        var rated = month ? "r.grade is not null" : "r.level is not null";
        columns.add("coalesce(sum(%s) filter (where r.published_at <= (select at from moment) and %s), 0) as points"
                .formatted(points, rated));
        kind.reasons().forEach(reason -> columns.add(TOLD.formatted("r.not_rated = '" + reason + "'")));
        return WANTED + "figures as (select r.unit_id, "
                + columns.stream().collect(Collectors.joining(",\n    ")) + "\n" + (month ? SHEETS : YEARS)
                + " group by r.unit_id)\n" + PLACED;
    }

    private static Place place(UUID id, ResultSet row) throws SQLException {
        var code = row.getString("code");
        return new Place(
                new UnitReference(id, code == null ? "" : code, row.getString("name")),
                UnitType.valueOf(row.getString("type")),
                row.getObject("parent_id", UUID.class),
                row.getBoolean("in_force"));
    }

    /** The columns behind those of the unit. */
    private static Count figures(ResultSet row, int width) throws SQLException {
        if (row.getObject("unit_id") == null) {
            return Count.NONE;
        }
        int first = row.findColumn("unit_id") + 1;
        var values = new ArrayList<BigDecimal>(width);
        for (int i = 0; i < width; i++) {
            values.add(row.getBigDecimal(first + i));
        }
        return new Count(values);
    }

    /** What went over from units to others since the period. */
    List<Lineage.Step> steps(Question question) {
        var found = new ArrayList<Lineage.Step>();
        var places = List.of(question.period().last(), question.period().from(), question.until());
        read(
                new Query(STEPS, places, question.units()),
                row -> found.add(new Lineage.Step(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBigDecimal(3),
                        row.getObject(4, LocalDate.class))));
        return found;
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("results cannot be added up", e);
        }
    }
}
