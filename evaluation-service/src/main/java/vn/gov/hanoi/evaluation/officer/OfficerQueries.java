package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerFilter;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerItem;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerSummary;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Conditions;
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

/** Reads of officers as of any day and as known at any moment; who may see whom is decided by the present. */
@ApplicationScoped
class OfficerQueries {
    private static final String SORT = "officer.name";

    /** One walk along the names that the reader may see; the order is that of the names as now recorded. */
    private static final String LISTED = """
            from officer_scopes p
            join officers o on o.id = p.officer_id
            join officer_states s on s.officer_id = p.officer_id""";

    private static final String IN_LIST = "p.ancestor_id = ? and p.until > ?";

    private static final String POST =
            "exists (select 1 from assignments f where f.officer_id = s.officer_id and " + held("f");

    /** Category by the main post on the day, or the last before, or the first after: as {@link Officer#category}. */
    private static final String CATEGORY = """
            coalesce((select m.category from assignments m where m.officer_id = s.officer_id and m.main and %s limit 1),
                (select m.category from assignments m where m.officer_id = s.officer_id and m.main and %s
                order by case when m.valid_from <= :day then m.valid_from end desc nulls last, m.valid_from limit 1))""".formatted(held("m"), known("m"));

    /** Names that have the text as it was typed stand before those that have it with other accents. */
    private static final String RANKED =
            "case when strpos(lower(s.full_name collate pg_c_utf8), ?) > 0 then '0' else '1' end || s.sort_key";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;
    private final OfficerRepository officers;
    private final OfficerVisibilityQueries visibility;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;
    private final Clock today;

    OfficerQueries(
            DataSource database,
            Scopes scopes,
            PageQueries pages,
            OfficerRepository officers,
            OfficerVisibilityQueries visibility,
            OfficerViews views,
            DirectoryClockRepository clock,
            Clock today) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
        this.officers = officers;
        this.visibility = visibility;
        this.views = views;
        this.clock = clock;
        this.today = today;
    }

    private record Row(UUID id, String key) {}

    /** What a list is sorted by. */
    private record Order(String sql, String id, List<Object> values) {
        static Order of(@Nullable String sort, @Nullable String q) {
            return sort == null && q != null
                    ? new Order(RANKED, "s.officer_id", List.of(typed(q)))
                    : new Order("p.sort_key", "p.officer_id", List.of());
        }

        private static String typed(String q) {
            return VietnameseText.nfc(q.strip()).toLowerCase(Locale.ROOT);
        }

        void after(Conditions conditions, PageQueries.After after) {
            var places = new ArrayList<>(values);
            places.add(after.key());
            places.add(after.id());
            conditions.add("(" + sql + ", " + id + ") > (?, ?)", places.toArray());
        }
    }

    /**
     * One officer with all posts, shown as of a day. Refusals: resource.not-found for an unknown id, one not recorded at the moment, and
     * an officer outside the scope; scope.unit-unknown, query.invalid-parameter.
     */
    @Transactional
    OfficerView get(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        visibility.requireVisible(caller, id);
        var moment = clock.moment(asOf, knownAt);
        var officer = officers.load(List.of(id), moment).get(id);
        if (officer == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return views.view(officer, moment, caller, List.of());
    }

    /** Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<OfficerItem> list(OfficerFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        if (params.sort() != null && !params.sort().equals(SORT)) {
            throw Params.invalid("sort", SORT);
        }
        var order = Order.of(params.sort(), filter.q());
        var scope = scopes.of(caller);
        var question = new ArrayList<@Nullable Object>(List.of("officers", filter, scope));
        question.add(params.sort());
        var place = pages.place(question, params, caller);
        var conditions = conditions(filter, new Conditions(IN_LIST, scope, LocalDate.now(today)));
        var counted = request.count() ? pages.count("select 1 " + LISTED, conditions, place.moment()) : null;
        place.after().ifPresent(after -> order.after(conditions, after));
        var sql = "select p.officer_id, %1$s as key %2$s where %3$s order by %4$s, %5$s limit %6$d"
                .formatted(
                        order.sql(),
                        LISTED,
                        conditions.sql(),
                        order.values().isEmpty() ? order.sql() : "key",
                        order.id(),
                        request.limit() + 1);
        var values = new ArrayList<>(order.values());
        values.addAll(conditions.values());
        var page = pages.page(
                rows(new Query(sql, values, place.moment())), request, place, row -> pages.keys(row.key(), row.id()));
        return PageQueries.counted(
                new Page<>(summaries(page.items(), place.moment()), page.page(), page.time()), counted);
    }

    private static Conditions conditions(OfficerFilter filter, Conditions visible) {
        filter.category().forEach(category -> Params.oneOf(Category.class, "category", category));
        return visible.add(known("s"))
                .add(POST + ")")
                .anyOf("o.officer_code", "officerCode", filter.officerCode())
                .anyOf(CATEGORY, "category", filter.category())
                .search("s.search_key", filter.q())
                .units(POST + " and f.unit_id %s)", filter.unitId(), filter.unitScope());
    }

    private List<OfficerItem> summaries(List<Row> rows, Moment moment) {
        var loaded = officers.load(rows.stream().map(Row::id).toList(), moment);
        List<OfficerSummary> summaries = views.summaries(
                rows.stream()
                        .map(row -> Objects.requireNonNull(loaded.get(row.id())))
                        .toList(),
                moment);
        return List.copyOf(summaries);
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(rows.getObject(1, UUID.class), rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
        return found;
    }
}
