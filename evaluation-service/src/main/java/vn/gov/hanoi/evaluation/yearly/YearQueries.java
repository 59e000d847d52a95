package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.yearly.YearApi.YearSummary;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of classifications. */
@ApplicationScoped
class YearQueries {
    /** Name or code of a unit as on the last day of the year, or the last before it. */
    private static final String UNIT = """
            (select x.%1$s from %2$s x where x.unit_id = c.unit_id and x.superseded_at is null %3$s
                and x.valid_from <= make_date(c.year, 12, 31) order by x.valid_from desc limit 1) as unit_%1$s""";

    static final String UNIT_COLUMNS = UNIT.formatted("code", "unit_codes", "and x.scheme = 'ELECTRONIC'") + ", "
            + UNIT.formatted("name", "unit_states", "");

    private static final String SELECT = """
            select c.id, c.row_version, c.year, c.closing_id, c.officer_id, o.officer_code, n.full_name, c.unit_id, %s, c.state, c.level,
                c.not_rated, c.sheet_ids <> published_months(c.officer_id, c.year) or year_lacks_discipline(c.officer_id, c.year, c.facts) as stale,
                rest_on_reopened(c.sheet_ids) as reopened, c.revision, c.published_at
            from annual_classifications c
            join officers o on o.id = c.officer_id
            join officer_states n on n.officer_id = c.officer_id and n.superseded_at is null
            where\s""".formatted(UNIT_COLUMNS);

    private final DataSource database;
    private final YearRelationQueries relations;
    private final PageQueries pages;

    YearQueries(DataSource database, YearRelationQueries relations, PageQueries pages) {
        this.database = database;
        this.relations = relations;
        this.pages = pages;
    }

    YearSummary summary(UUID id) {
        return rows(new Query(SELECT + "c.id = ?", List.of(id), null)).getFirst();
    }

    /**
     * Living classifications, the latest year first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired,
     * scope.unit-unknown.
     */
    @Transactional
    Page<YearSummary> list(YearFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "year, descending, only");
        }
        filter.check();
        var conditions = relations
                .visible(caller)
                .add("c.superseded_at is null")
                .anyOf("c.state", "state", filter.state())
                .anyOf("c.level", "level", filter.level())
                .years("c.year", filter.year())
                .units("c.unit_id %s", filter.unitId(), filter.unitScope());
        var officer = Params.uuid("officerId", filter.officerId());
        if (officer != null) {
            conditions.add("c.officer_id = ?", officer);
        }
        var question = List.of(
                "annual-classifications",
                filter,
                caller.roles().stream().sorted().toList(),
                String.valueOf(caller.unitCode()));
        var place = pages.place(question, params, caller);
        var counted = params.page().count()
                ? pages.count("select 1 from annual_classifications c", conditions, place.moment())
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

    private List<YearSummary> rows(Query query) {
        var found = new ArrayList<YearSummary>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(view(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("classifications cannot be listed", e);
        }
        return found;
    }

    static UnitReference unit(ResultSet row) throws SQLException {
        return new UnitReference(
                row.getObject("unit_id", UUID.class), row.getString("unit_code"), row.getString("unit_name"));
    }

    private static YearSummary view(ResultSet row) throws SQLException {
        var notRated = row.getString("not_rated");
        return new YearSummary(
                row.getObject("id", UUID.class),
                Etags.of(row.getLong("row_version")),
                row.getInt("year"),
                row.getObject("closing_id", UUID.class),
                new OfficerReference(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("full_name")),
                unit(row),
                Classification.State.valueOf(row.getString("state")),
                ClassificationRowRepository.grade(row, "level"),
                notRated == null ? null : NotRated.Reason.valueOf(notRated),
                row.getBoolean("stale"),
                row.getBoolean("reopened"),
                row.getInt("revision"),
                ClassificationRowRepository.instant(row, "published_at"));
    }
}
