package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionFilter;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionSummary;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.TargetView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of objections, with the names that go with them. */
@ApplicationScoped
class ObjectionQueries {
    private static final String UNIT = """
            (select x.%1$s from %2$s x where x.unit_id = b.unit_id and x.superseded_at is null %3$s
                and x.valid_from <= (b.received_at at time zone 'Asia/Ho_Chi_Minh')::date order by x.valid_from desc limit 1)""";
    private static final String SELECT = """
            select b.id, b.row_version, b.evaluation_id, to_char(b.period_from, 'YYYY-MM') as period, b.officer_id, o.officer_code, n.full_name,
                b.unit_id, %s as unit_code, %s as unit_name, b.state, b.received_at, b.due_on, b.ended_at
            from objections b
            join officers o on o.id = b.officer_id
            join officer_states n on n.officer_id = b.officer_id and n.superseded_at is null""".formatted(
                    UNIT.formatted("code", "unit_codes", "and x.scheme = 'ELECTRONIC'"),
                    UNIT.formatted("name", "unit_states", ""));
    private static final String OVERDUE = "(b.ended_at is null and b.due_on < ?)";

    private final DataSource database;
    private final PartyQueries parties;
    private final PageQueries pages;
    private final Clock clock;

    ObjectionQueries(DataSource database, PartyQueries parties, PageQueries pages, Clock clock) {
        this.database = database;
        this.parties = parties;
        this.pages = pages;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ObjectionSummary summary(UUID id) {
        return rows(new Query(SELECT + " where b.id = ?", List.of(id), null)).getFirst();
    }

    /**
     * The latest first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown.
     */
    @Transactional
    Page<ObjectionSummary> list(ObjectionFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "receivedAt, descending, only");
        }
        filter.state().forEach(each -> Params.oneOf(ObjectionState.class, "state", each));
        var conditions = parties.visible(caller)
                .anyOf("b.state", "state", filter.state())
                .months("b.period_from", filter.period())
                .units("b.unit_id %s", filter.unitId(), filter.unitScope());
        if (filter.overdue() != null) {
            conditions.add(Params.flag("overdue", filter.overdue()) ? OVERDUE : "not " + OVERDUE, today());
        }
        var place = pages.place(
                List.of(
                        "objections",
                        filter,
                        caller.roles().stream().sorted().toList(),
                        String.valueOf(caller.unitCode()),
                        String.valueOf(caller.officerCode())),
                params,
                caller);
        var counted =
                params.page().count() ? pages.count("select 1 from objections b", conditions, place.moment()) : null;
        place.after()
                .ifPresent(after -> conditions.add(
                        "(b.received_at, b.id) < (?, ?)", OffsetDateTime.parse(after.key()), after.id()));
        var sql = "%s where %s order by b.received_at desc, b.id desc limit %d"
                .formatted(SELECT, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(row.receivedAt().toString(), row.id()));
        return PageQueries.counted(page, counted);
    }

    private List<ObjectionSummary> rows(Query query) {
        var found = new ArrayList<ObjectionSummary>();
        var today = today();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(summary(row, today)));
        } catch (SQLException e) {
            throw new IllegalStateException("objections cannot be listed", e);
        }
        return found;
    }

    private static ObjectionSummary summary(ResultSet row, LocalDate today) throws SQLException {
        var state = ObjectionState.valueOf(row.getString("state"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ObjectionSummary(
                row.getObject("id", UUID.class),
                Etags.of(row.getLong("row_version")),
                new TargetView("evaluations", row.getObject("evaluation_id", UUID.class)),
                row.getString("period"),
                new OfficerReference(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("full_name")),
                new UnitReference(
                        row.getObject("unit_id", UUID.class), row.getString("unit_code"), row.getString("unit_name")),
                state,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                dueOn,
                state.isOpen() && today.isAfter(dueOn),
                ended == null ? null : ended.toInstant());
    }
}
