package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignmentFilter;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.HeldView;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of posts with their holders; whoever sees the holder sees the post. */
@ApplicationScoped
class AssignmentQueries {
    private static final String SORT = "validFrom";

    private static final String FROM = "from assignments a join officers o on o.id = a.officer_id";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;
    private final OfficerRepository officers;
    private final OfficerVisibilityQueries visibility;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;

    AssignmentQueries(
            DataSource database,
            Scopes scopes,
            PageQueries pages,
            OfficerRepository officers,
            OfficerVisibilityQueries visibility,
            OfficerViews views,
            DirectoryClockRepository clock) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
        this.officers = officers;
        this.visibility = visibility;
        this.views = views;
        this.clock = clock;
    }

    private record Row(UUID id, UUID officerId, String key) {}

    /** One post. Refusals: resource.not-found also if it was not recorded at the moment, scope.unit-unknown. */
    @Transactional
    HeldView get(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        var moment = clock.moment(asOf, knownAt);
        var holder = officers.ofPost(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        visibility.requireVisible(caller, holder.id());
        var then = officers.load(List.of(holder.id()), moment).get(holder.id());
        if (then == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return views.held(then, then.post(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), moment);
    }

    /** Posts held on the day. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<HeldView> list(AssignmentFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        if (params.sort() != null && !params.sort().equals(SORT)) {
            throw Params.invalid("sort", SORT);
        }
        var place = pages.place(List.of("assignments", filter, scopes.of(caller)), params, caller);
        var conditions =
                visibility.visible(caller).add(held("a")).units("a.unit_id %s", filter.unitId(), filter.unitScope());
        var officerId = Params.uuid("officerId", filter.officerId());
        if (officerId != null) {
            conditions.add("a.officer_id = ?", officerId);
        }
        var counted = request.count() ? pages.count("select 1 " + FROM, conditions, place.moment()) : null;
        place.after().ifPresent(after -> conditions.after("(a.valid_from::text, a.id)", after.key(), after.id()));
        var sql = "select a.id, a.officer_id, a.valid_from::text as key %s where %s order by key, a.id limit %d"
                .formatted(FROM, conditions.sql(), request.limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                request,
                place,
                row -> pages.keys(row.key(), row.id()));
        return PageQueries.counted(new Page<>(views(page.items(), place.moment()), page.page(), page.time()), counted);
    }

    private List<HeldView> views(List<Row> rows, Moment moment) {
        var holders = officers.load(rows.stream().map(Row::officerId).distinct().toList(), moment);
        var references = views.references(holders.values(), moment);
        return rows.stream()
                .map(row -> {
                    var holder = Objects.requireNonNull(holders.get(row.officerId()));
                    return views.held(holder, holder.post(row.id()).orElseThrow(), references);
                })
                .toList();
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("posts cannot be read", e);
        }
        return found;
    }
}
