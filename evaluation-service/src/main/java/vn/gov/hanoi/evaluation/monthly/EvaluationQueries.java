package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationSummary;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.RuleSetReference;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of sheets. */
@ApplicationScoped
class EvaluationQueries {
    /** Name and code of a unit as on the last day of the month, or the last before it. */
    static final String UNIT = """
            (select %2$s from %3$s where x.unit_id = %1$s.unit_id and x.superseded_at is null
                and x.valid_from < %1$s.period_from + interval '1 month' order by x.valid_from desc limit 1)""";

    private static final String SELECT = """
            select s.id, s.row_version, s.period_type, s.period_from, s.closing_id, s.officer_id, o.officer_code, n.full_name, s.unit_id,
                %s as unit_code, %s as unit_name, s.state, s.outcome, s.grade, r.status = 'OFFICIAL' as official, r.code, r.version,
                s.revision, s.published_at
            from sheets s
            join officers o on o.id = s.officer_id
            join officer_states n on n.officer_id = s.officer_id and n.superseded_at is null
            join rule_sets r on r.id = s.rule_set_id""".formatted(
                    UNIT.formatted("s", "x.code", "unit_codes x")
                            .replace("and x.superseded_at", "and x.scheme = 'ELECTRONIC' and x.superseded_at"),
                    UNIT.formatted("s", "x.name", "unit_states x"));

    private final DataSource database;
    private final SheetVisibilityQueries visibility;
    private final PageQueries pages;

    EvaluationQueries(DataSource database, SheetVisibilityQueries visibility, PageQueries pages) {
        this.database = database;
        this.visibility = visibility;
        this.pages = pages;
    }

    private record Row(EvaluationSummary view, LocalDate from) {}

    EvaluationSummary summary(UUID id) {
        return rows(new Query(SELECT + " where s.id = ?", List.of(id), null))
                .getFirst()
                .view();
    }

    /**
     * Living sheets, the latest month first. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired,
     * scope.unit-unknown.
     */
    @Transactional
    Page<EvaluationSummary> list(EvaluationFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "period, descending, only");
        }
        filter.check();
        var conditions = visibility
                .sheets(caller)
                .add("s.superseded_at is null")
                .anyOf("s.state", "state", filter.state())
                .anyOf("s.grade", "grade", filter.grade())
                .months("s.period_from", filter.period())
                .units("s.unit_id %s", filter.unitId(), filter.unitScope());
        var officer = Params.uuid("officerId", filter.officerId());
        if (officer != null) {
            conditions.add("s.officer_id = ?", officer);
        }
        var place = pages.place(
                List.of(
                        "evaluations",
                        filter,
                        caller.roles().stream().sorted().toList(),
                        String.valueOf(caller.unitCode())),
                params,
                caller);
        var counted = params.page().count() ? pages.count("select 1 from sheets s", conditions, place.moment()) : null;
        place.after().ifPresent(after -> after(conditions, after));
        var sql = "%s where %s order by s.period_from desc, s.id desc limit %d"
                .formatted(SELECT, conditions.sql(), params.page().limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                row -> pages.keys(row.from().toString(), row.view().id()));
        return PageQueries.counted(PageQueries.map(page, Row::view), counted);
    }

    private static void after(Conditions conditions, PageQueries.After after) {
        conditions.add("(s.period_from, s.id) < (?, ?)", LocalDate.parse(after.key()), after.id());
    }

    private List<Row> rows(Query query) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    query,
                    row -> found.add(new Row(view(row), row.getObject("period_from", LocalDate.class))));
        } catch (SQLException e) {
            throw new IllegalStateException("sheets cannot be listed", e);
        }
        return found;
    }

    private static EvaluationSummary view(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var grade = row.getString("grade");
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new EvaluationSummary(
                row.getObject("id", UUID.class),
                Etags.of(row.getLong("row_version")),
                ClosingRepository.period(row).text(),
                row.getObject("closing_id", UUID.class),
                new OfficerReference(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("full_name")),
                new UnitReference(
                        row.getObject("unit_id", UUID.class), row.getString("unit_code"), row.getString("unit_name")),
                SheetState.valueOf(row.getString("state")),
                outcome == null ? null : Score.Outcome.valueOf(outcome),
                grade == null ? null : Grade.valueOf(grade),
                row.getBoolean("official") && published != null,
                new RuleSetReference(row.getString("code"), row.getInt("version")),
                row.getInt("revision"),
                published == null ? null : published.toInstant());
    }
}
