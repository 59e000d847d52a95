package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseFilter;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseSummary;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of cases, with the names that go with them. */
@ApplicationScoped
class DisciplineQueries {
    private static final String UNIT = """
            (select x.%1$s from %2$s x where x.unit_id = c.unit_id and x.superseded_at is null %3$s
                and x.valid_from <= (c.opened_at at time zone 'Asia/Ho_Chi_Minh')::date order by x.valid_from desc limit 1)""";
    private static final String PENDING = "c.state in ('OPENED', 'PROPOSED', 'COUNCIL', 'SUSPENDED')";
    private static final String FROM = " from discipline_cases c join officers o on o.id = c.officer_id";
    private static final String SELECT = """
            select c.id, c.row_version, c.officer_id, o.officer_code, n.full_name, c.unit_id, %s as unit_code, %s as unit_name, c.state,
                c.act_on, c.discovered_on, c.due_on, %s as pending, c.opened_at
            %s join officer_states n on n.officer_id = c.officer_id and n.superseded_at is null""".formatted(
                    UNIT.formatted("code", "unit_codes", "and x.scheme = 'ELECTRONIC'"),
                    UNIT.formatted("name", "unit_states", ""),
                    PENDING,
                    FROM);
    private static final String SERVES_IN = """
            exists (select 1 from assignments a where a.officer_id = c.officer_id and a.main and %s and a.unit_id %%s)""".formatted(Query.held("a"));
    private static final String OVERDUE = "(" + PENDING + " and coalesce(c.due_on < ?, false))";
    private static final String NAMED = """
            select o.officer_code, n.full_name from officers o
            join officer_states n on n.officer_id = o.id and n.superseded_at is null where o.id = ?""";

    private final DataSource database;
    private final OfficerVisibilityQueries visibility;
    private final PageQueries pages;
    private final Clock clock;

    DisciplineQueries(DataSource database, OfficerVisibilityQueries visibility, PageQueries pages, Clock clock) {
        this.database = database;
        this.visibility = visibility;
        this.pages = pages;
        this.clock = clock;
    }

    CaseSummary summary(UUID id) {
        return rows(new Query(SELECT + " where c.id = ?", List.of(id), null)).getFirst();
    }

    Optional<OfficerReference> officer(UUID id) {
        var found = new ArrayList<OfficerReference>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(NAMED, List.of(id), null),
                    row -> found.add(new OfficerReference(id, row.getString(1), row.getString(2))));
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be named", e);
        }
        return found.stream().findFirst();
    }

    /** The latest first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<CaseSummary> list(CaseFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "openedAt, descending, only");
        }
        filter.state().forEach(each -> Params.oneOf(DisciplineState.class, "state", each));
        var officer = Params.uuid("officerId", filter.officerId());
        var conditions = visibility
                .visible(caller)
                .anyOf("c.state", "state", filter.state())
                .units(SERVES_IN, filter.unitId(), filter.unitScope());
        if (officer != null) {
            conditions.add("c.officer_id = ?", officer);
        }
        if (filter.overdue() != null) {
            conditions.add(Params.flag("overdue", filter.overdue()) ? OVERDUE : "not " + OVERDUE, LocalDate.now(clock));
        }
        var place = pages.place(List.of("discipline-cases", filter, String.valueOf(caller.unitCode())), params, caller);
        var counted = params.page().count() ? pages.count("select 1" + FROM, conditions, place.moment()) : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(c.opened_at, c.id) < (?, ?)", OffsetDateTime.parse(after.key()), after.id()));
        var sql = "%s where %s order by c.opened_at desc, c.id desc limit %d"
                .formatted(SELECT, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(row.openedAt().toString(), row.id()));
        return PageQueries.counted(page, counted);
    }

    private List<CaseSummary> rows(Query query) {
        var found = new ArrayList<CaseSummary>();
        var today = LocalDate.now(clock);
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(summary(row, today)));
        } catch (SQLException e) {
            throw new IllegalStateException("cases cannot be listed", e);
        }
        return found;
    }

    private static CaseSummary summary(ResultSet row, LocalDate today) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new CaseSummary(
                row.getObject("id", UUID.class),
                Etags.of(row.getLong("row_version")),
                new OfficerReference(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("full_name")),
                new UnitReference(
                        row.getObject("unit_id", UUID.class), row.getString("unit_code"), row.getString("unit_name")),
                DisciplineState.valueOf(row.getString("state")),
                row.getObject("act_on", LocalDate.class),
                row.getObject("discovered_on", LocalDate.class),
                dueOn,
                row.getBoolean("pending") && dueOn != null && today.isAfter(dueOn),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
