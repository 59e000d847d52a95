package vn.gov.hanoi.evaluation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitFilter;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitReference;
import vn.gov.hanoi.evaluation.directory.UnitApi.UnitView;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of units; a caller sees the own unit and everything below it. */
@ApplicationScoped
class UnitQueries {
    private static final String SELECT = """
            select u.id, u.code, u.name, u.type, p.id, p.code, p.name, u.valid_from, u.valid_to, u.version, %s
            from units u left join units p on p.id = u.parent_id where %s""";
    private static final String IN_SCOPE = "u.id in (select id from units_within(?))";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;

    UnitQueries(DataSource database, Scopes scopes, PageQueries pages) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
    }

    /** Sort properties of the list; the id is always the last key. */
    enum Sort {
        code("u.code_key"),
        name("u.name_key");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    private record Row(UnitView view, String key) {}

    /** Refusals: resource.not-found for an unknown id and for a unit outside the scope, scope.unit-unknown. */
    @Transactional
    UnitView get(UUID id, Caller caller) {
        var conditions = new Conditions(IN_SCOPE, scopes.of(caller)).add("u.id = ?", id);
        var found = rows(SELECT.formatted("''", conditions.sql()), conditions.values());
        if (found.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return found.getFirst().view();
    }

    /** Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<UnitView> list(UnitFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        var chosen = Params.oneOf(Sort.class, "sort", params.sort());
        var sort = chosen == null ? Sort.code : chosen;
        var scope = scopes.of(caller);
        var place = pages.place(List.of("units", filter, sort, scope), params, caller);
        var conditions = new Conditions(IN_SCOPE, scope);
        apply(filter, place.time().asOf(), conditions);
        var counted = request.count() ? count(conditions) : null;
        place.after().ifPresent(after -> conditions.after("(" + sort.column + ", u.id)", after.key(), after.id()));
        var sql = SELECT.formatted(sort.column, conditions.sql())
                + " order by %s, u.id limit %d".formatted(sort.column, request.limit() + 1);
        var page = pages.page(
                rows(sql, conditions.values()),
                request,
                place,
                row -> pages.keys(row.key(), row.view().id()));
        return PageQueries.counted(PageQueries.map(page, Row::view), counted);
    }

    private static void apply(UnitFilter filter, LocalDate day, Conditions conditions) {
        filter.type().forEach(type -> Params.oneOf(UnitType.class, "type", type));
        conditions
                .add("u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)", day, day)
                .anyOf("u.code", "code", filter.code())
                .anyOf("u.type", "type", filter.type())
                .search("u.search_key", filter.q())
                .units("u.id %s", filter.unitId(), filter.unitScope());
        var parent = Params.uuid("parentId", filter.parentId());
        if (parent != null) {
            conditions.add("u.parent_id = ?", parent);
        }
    }

    private Long count(Conditions conditions) {
        return pages.count("select 1 from units u where " + conditions.sql(), conditions.values());
    }

    private List<Row> rows(String sql, List<Object> values) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = PageQueries.prepare(connection, sql, values);
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
                parent(row),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                version);
    }

    private static @Nullable UnitReference parent(ResultSet row) throws SQLException {
        var id = row.getObject(5, UUID.class);
        return id == null ? null : new UnitReference(id, row.getString(6), row.getString(7));
    }
}
