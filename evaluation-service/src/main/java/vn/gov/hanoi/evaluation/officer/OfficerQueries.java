package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.AssignmentView;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerFilter;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerSummary;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of officers; a caller sees those who have, or will have, a post within the own unit and everything below it. */
@ApplicationScoped
class OfficerQueries {
    private static final String IN_FORCE = "%1$s.valid_from <= ? and (%1$s.valid_to is null or %1$s.valid_to > ?)";
    /** Posts that ended before today give no view: rights are those of now, whatever day is shown. */
    private static final String VISIBLE = """
            exists (select 1 from assignments v where v.officer_id = o.id
                and v.unit_id in (select id from units_within(?)) and (v.valid_to is null or v.valid_to > ?))""";

    private static final String SELECT = """
            with page as (
                select o.id, o.officer_code, o.full_name, o.category, o.birth_date, o.version, o.sort_key
                from officers o where %s order by o.sort_key, o.id limit %d)
            select page.*, a.id, a.position, a.title, a.leader, a.main, a.valid_from, a.valid_to, a.decision_number,
                u.id, u.code, u.name
            from page left join assignments a on a.officer_id = page.id %s left join units u on u.id = a.unit_id
            order by page.sort_key, page.id, a.valid_from, a.id""";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;
    private final Clock clock;

    OfficerQueries(DataSource database, Scopes scopes, PageQueries pages, Clock clock) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
        this.clock = clock;
    }

    private record Row(OfficerView view, String key) {
        OfficerSummary summary() {
            return new OfficerSummary(
                    view.id(),
                    view.etag(),
                    view.officerCode(),
                    view.fullName(),
                    view.category(),
                    view.assignments(),
                    view.version());
        }
    }

    /** Refusals: resource.not-found for an unknown id and for an officer outside the scope, scope.unit-unknown. */
    @Transactional
    OfficerView get(UUID id, Caller caller) {
        var conditions = visible(caller).add("o.id = ?", id);
        var found = rows(SELECT.formatted(conditions.sql(), 1, ""), conditions.values());
        if (found.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return found.getFirst().view();
    }

    /** Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<OfficerSummary> list(OfficerFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        if (params.sort() != null && !params.sort().equals("officer.name")) {
            throw Params.invalid("sort", "officer.name");
        }
        var conditions = visible(caller);
        var place = pages.place(List.of("officers", filter, scopes.of(caller)), params, caller);
        var day = place.time().asOf();
        apply(filter, day, conditions);
        var counted = request.count()
                ? pages.count("select 1 from officers o where " + conditions.sql(), conditions.values())
                : null;
        place.after().ifPresent(after -> conditions.after("(o.sort_key, o.id)", after.key(), after.id()));
        var values = new ArrayList<>(conditions.values());
        values.addAll(List.of(day, day));
        var sql = SELECT.formatted(conditions.sql(), request.limit() + 1, " and " + IN_FORCE.formatted("a"));
        var page = pages.page(
                rows(sql, values),
                request,
                place,
                row -> pages.keys(row.key(), row.view().id()));
        return PageQueries.counted(PageQueries.map(page, Row::summary), counted);
    }

    private Conditions visible(Caller caller) {
        return new Conditions(VISIBLE, scopes.of(caller), LocalDate.now(clock));
    }

    private static void apply(OfficerFilter filter, LocalDate day, Conditions conditions) {
        filter.category().forEach(category -> Params.oneOf(Category.class, "category", category));
        var post = "exists (select 1 from assignments f where f.officer_id = o.id and " + IN_FORCE.formatted("f");
        conditions
                .add(post + ")", day, day)
                .anyOf("o.officer_code", "officerCode", filter.officerCode())
                .anyOf("o.category", "category", filter.category())
                .search("o.search_key", filter.q());
        conditions.units(post + " and f.unit_id %s)", filter.unitId(), filter.unitScope(), day, day);
    }

    private List<Row> rows(String sql, List<Object> values) {
        var found = new ArrayList<Row>();
        var posts = new ArrayList<AssignmentView>();
        try (var connection = database.getConnection();
                var statement = PageQueries.prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                if (found.isEmpty() || !found.getLast().view().id().equals(id)) {
                    posts = new ArrayList<>();
                    found.add(new Row(view(rows, posts), rows.getString(7)));
                }
                var post = post(rows);
                if (post != null) {
                    posts.add(post);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
        return found;
    }

    private static OfficerView view(ResultSet row, List<AssignmentView> posts) throws SQLException {
        long version = row.getLong(6);
        return new OfficerView(
                row.getObject(1, UUID.class),
                Etags.of(version),
                row.getString(2),
                row.getString(3),
                Category.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                posts,
                version);
    }

    private static @Nullable AssignmentView post(ResultSet row) throws SQLException {
        var id = row.getObject(8, UUID.class);
        return id == null
                ? null
                : new AssignmentView(
                        id,
                        new UnitReference(row.getObject(16, UUID.class), row.getString(17), row.getString(18)),
                        Position.valueOf(row.getString(9)),
                        row.getString(10),
                        row.getBoolean(11),
                        row.getBoolean(12),
                        row.getObject(13, LocalDate.class),
                        row.getObject(14, LocalDate.class),
                        row.getString(15));
    }
}
