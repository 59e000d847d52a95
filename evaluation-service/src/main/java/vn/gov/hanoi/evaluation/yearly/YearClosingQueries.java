package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearClosingSummary;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Lists of the years of agencies; a caller sees those of the own unit and below it. */
@ApplicationScoped
class YearClosingQueries {
    private static final String IN_SCOPE = "c.unit_id in (select id from units_within(?))";
    private static final String SELECT =
            "select c.*, %s from annual_closings c where ".formatted(YearQueries.UNIT_COLUMNS);

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;

    YearClosingQueries(DataSource database, Scopes scopes, PageQueries pages) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
    }

    UnitReference unitOf(UUID id) {
        return rows(new Query(SELECT + "c.id = ?", List.of(id), null))
                .getFirst()
                .unit();
    }

    /**
     * The latest year first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown.
     *
     * @param unitId only this rating unit; null for all
     */
    @Transactional
    Page<YearClosingSummary> list(
            List<String> year, List<String> state, @Nullable String unitId, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "year, descending, only");
        }
        state.forEach(each -> Params.oneOf(YearClosing.State.class, "state", each));
        var scope = scopes.of(caller);
        var unit = Params.uuid("unitId", unitId);
        var place = pages.place(List.of("annual-closings", year, state, String.valueOf(unit), scope), params, caller);
        var conditions =
                new Conditions(IN_SCOPE, scope).anyOf("c.state", "state", state).years("c.year", year);
        if (unit != null) {
            conditions.add("c.unit_id = ?", unit);
        }
        var counted = params.page().count()
                ? pages.count("select 1 from annual_closings c", conditions, place.moment())
                : null;
        place.after()
                .ifPresent(
                        after -> conditions.add("(c.year, c.id) < (?, ?)", Integer.valueOf(after.key()), after.id()));
        var sql = "%s%s order by c.year desc, c.id desc limit %d"
                .formatted(SELECT, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(Integer.toString(row.year()), row.id()));
        return PageQueries.counted(page, counted);
    }

    private List<YearClosingSummary> rows(Query query) {
        var found = new ArrayList<YearClosingSummary>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> {
                var closing = YearClosingRepository.read(row);
                var published = closing.published();
                found.add(new YearClosingSummary(
                        closing.id(),
                        Etags.of(closing.rowVersion()),
                        closing.year(),
                        YearQueries.unit(row),
                        closing.state(),
                        closing.opened().at(),
                        published == null ? null : published.at()));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("closings of years cannot be listed", e);
        }
        return found;
    }
}
