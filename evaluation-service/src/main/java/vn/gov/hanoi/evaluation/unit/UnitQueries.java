package vn.gov.hanoi.evaluation.unit;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitApi.CodeView;
import vn.gov.hanoi.evaluation.unit.UnitApi.StateView;
import vn.gov.hanoi.evaluation.unit.UnitApi.Status;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitFilter;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitItem;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitView;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads of units; a caller sees the own unit and everything below it, as of any day and as known at any moment. */
@ApplicationScoped
class UnitQueries {
    /** Units in force on the day, with what was known of them. */
    private static final String FROM = """
            from unit_states s
            join units u on u.id = s.unit_id
            left join unit_codes c on c.unit_id = s.unit_id and c.scheme = 'ELECTRONIC' and\s""" + held("c");

    private static final String SELECT = """
            select u.id, c.code, s.name, s.type, p.unit_id, pc.code, p.name,
                (select min(valid_from) from unit_states b where b.unit_id = u.id and %s),
                (select nullif(max(coalesce(valid_to, 'infinity')), 'infinity') from unit_states b where b.unit_id = u.id and %s),
                u.version, %%s
            %s
            left join unit_states p on p.unit_id = s.parent_id and %s
            left join unit_codes pc on pc.unit_id = s.parent_id and pc.scheme = 'ELECTRONIC' and %s
            where %s and %%s""".formatted(known("b"), known("b"), FROM, held("p"), held("pc"), held("s"));

    private static final String IN_SCOPE = "u.id in (select id from units_within(?))";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;
    private final UnitRepository units;
    private final DirectoryClockRepository clock;

    UnitQueries(
            DataSource database,
            Scopes scopes,
            PageQueries pages,
            UnitRepository units,
            DirectoryClockRepository clock) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
        this.units = units;
        this.clock = clock;
    }

    /** Sort properties of the list; the id is always the last key. */
    enum Sort {
        code("c.code_key"),
        name("s.name_key");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    private record Row(UnitView view, String key) {}

    /**
     * One unit with all its days, shown as of a day. Refusals: resource.not-found for an unknown id, one not recorded at the
     * moment, and a unit outside the scope; scope.unit-unknown, query.invalid-parameter.
     */
    @Transactional
    UnitView get(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        scopes.requireVisible(scopes.of(caller), id);
        var moment = clock.moment(asOf, knownAt);
        var unit = units.load(List.of(id), moment).get(id);
        if (unit == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return view(unit, moment);
    }

    /** A unit as of the day of the moment, or the nearest day on which it was in force. */
    UnitView view(Unit unit, Moment moment) {
        var day = moment.asOf();
        var state = unit.states().nearest(day).orElseThrow();
        var begin = Objects.requireNonNull(unit.states().begin());
        return new UnitView(
                unit.id(),
                Etags.of(unit.version()),
                unit.code(day),
                state.name(),
                state.type(),
                status(unit, day),
                state.parentId() == null ? null : reference(state.parentId(), moment),
                begin,
                unit.states().end(),
                unit.version(),
                unit.states().spans().stream()
                        .map(span -> new StateView(
                                span.content().name(),
                                span.content().type(),
                                span.content().parentId(),
                                span.validity().from(),
                                span.validity().to()))
                        .toList(),
                unit.codes().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().spans().stream()
                                .map(span -> new CodeView(
                                        entry.getKey(),
                                        span.content(),
                                        span.validity().from(),
                                        span.validity().to())))
                        .toList(),
                PageQueries.time(moment));
    }

    private static Status status(Unit unit, LocalDate day) {
        if (unit.at(day).isPresent()) {
            return Status.IN_FORCE;
        }
        return day.isBefore(Objects.requireNonNull(unit.states().begin())) ? Status.PLANNED : Status.CLOSED;
    }

    private @Nullable UnitReference reference(UUID id, Moment moment) {
        var unit = units.load(List.of(id), moment).get(id);
        return unit == null
                ? null
                : new UnitReference(
                        id,
                        unit.code(moment.asOf()),
                        unit.states().nearest(moment.asOf()).orElseThrow().name());
    }

    /** Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<UnitItem> list(UnitFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        var chosen = Params.oneOf(Sort.class, "sort", params.sort());
        var sort = chosen == null ? Sort.code : chosen;
        var scope = scopes.of(caller);
        var place = pages.place(List.of("units", filter, sort, scope), params, caller);
        var conditions = conditions(filter, scope);
        var counted =
                request.count() ? pages.count("select 1 " + FROM, conditions.add(held("s")), place.moment()) : null;
        place.after().ifPresent(after -> conditions.after("(" + sort.column + ", u.id)", after.key(), after.id()));
        var sql = SELECT.formatted(sort.column, conditions.sql())
                + " order by %s, u.id limit %d".formatted(sort.column, request.limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                request,
                place,
                row -> pages.keys(row.key(), row.view().id()));
        return PageQueries.counted(PageQueries.map(page, Row::view), counted);
    }

    private static Conditions conditions(UnitFilter filter, UnitScope scope) {
        filter.type().forEach(type -> Params.oneOf(UnitType.class, "type", type));
        var conditions = new Conditions(IN_SCOPE, scope)
                .anyOf("c.code", "code", filter.code())
                .anyOf("s.type", "type", filter.type())
                .search("(s.search_key || ' ' || lower(coalesce(c.code, '')))", filter.q())
                .units("u.id %s", filter.unitId(), filter.unitScope());
        var parent = Params.uuid("parentId", filter.parentId());
        return parent == null ? conditions : conditions.add("s.parent_id = ?", parent);
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(view(rows), rows.getString(11)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be read", e);
        }
        return found;
    }

    private static UnitView view(ResultSet row) throws SQLException {
        long version = row.getLong(10);
        return new UnitView(
                row.getObject(1, UUID.class),
                Etags.of(version),
                row.getString(2),
                row.getString(3),
                UnitType.valueOf(row.getString(4)),
                Status.IN_FORCE,
                parent(row),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                version,
                null,
                null,
                null);
    }

    private static @Nullable UnitReference parent(ResultSet row) throws SQLException {
        var id = row.getObject(5, UUID.class);
        return id == null ? null : new UnitReference(id, row.getString(6), row.getString(7));
    }
}
