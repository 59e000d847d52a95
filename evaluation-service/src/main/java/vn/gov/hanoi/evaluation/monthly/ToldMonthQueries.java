package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Decided;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * The door of this room for who derives longer periods from told months, as they stood told at a moment. Somebody's period belongs to the
 * unit of the last told month in it. A list is one statement for the people of a page and one for all their months.
 */
@ApplicationScoped
public class ToldMonthQueries {
    private static final String PEOPLE = "select s.id, s.officer_id, o.officer_code, n.full_name, s.unit_id, "
            + EvaluationQueries.UNIT
                    .formatted("s", "x.code", "unit_codes x")
                    .replace("and x.superseded_at", "and x.scheme = 'ELECTRONIC' and x.superseded_at")
            + " as unit_code, " + EvaluationQueries.UNIT.formatted("s", "x.name", "unit_states x") + """
             as unit_name, exists (
                select from closings k where k.period_type = 'MONTH' and k.period_from = ? and k.unit_id = s.rating_unit_id
                    and k.published_at <= ?) as unit_told, (%s) as sees_points
            from sheets s
            join closings c on c.id = s.closing_id
            join officers o on o.id = s.officer_id
            join officer_states n on n.officer_id = s.officer_id and n.superseded_at is null""";

    /** The living revision has officer, unit and month of the first one, and the closing says when that was told. */
    private static final String TOLD = """
            s.superseded_at is null and s.period_type = 'MONTH' and s.period_from between ? and ? and c.published_at <= ?
            and not exists (
                select from sheets l join closings k on k.id = l.closing_id
                where l.officer_id = s.officer_id and l.period_type = 'MONTH' and l.period_from > s.period_from and l.period_from <= ?
                    and l.superseded_at is null and k.published_at <= ?)""";

    /** From the living revision back to the one that stood at the moment. */
    private static final String MONTHS = """
            with recursive chain as (
                select s.id, s.supersedes, s.published_at from sheets s
                where s.officer_id = any (?) and s.period_type = 'MONTH' and s.period_from between ? and ? and s.superseded_at is null
                union all
                select s.id, s.supersedes, s.published_at from sheets s join chain h on s.id = h.supersedes where h.published_at > ?)
            select distinct on (s.officer_id, s.period_from) k.state as closing_state, %s
            from chain h join sheets s on s.id = h.id join closings k on k.id = s.closing_id
            where s.superseded_at is null or s.superseded_at > ?
            order by s.officer_id, s.period_from, s.revision""".formatted(SheetRepository.COLUMNS);

    private final DataSource database;
    private final SheetVisibilityQueries visibility;
    private final SheetDesk desk;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;
    private final PageQueries pages;

    ToldMonthQueries(
            DataSource database,
            SheetVisibilityQueries visibility,
            SheetDesk desk,
            RuleSetCatalogue catalogue,
            UnitTemplates own,
            PageQueries pages) {
        this.database = database;
        this.visibility = visibility;
        this.desk = desk;
        this.catalogue = catalogue;
        this.own = own;
        this.pages = pages;
    }

    /** A period longer than a month, as it stood at a moment. */
    public record Span(Period period, Instant at) {
        private OffsetDateTime moment() {
            return SheetRepository.moment(at);
        }
    }

    /**
     * Whose results are asked for.
     *
     * @param unitId null for every unit that the caller sees
     * @param officerId null for everybody
     */
    public record Wanted(
            Span span,
            @Nullable String unitId,
            @Nullable String unitScope,
            @Nullable UUID officerId) {}

    /**
     * Somebody with a told month.
     *
     * @param unit of the last told month, named as on its last day
     * @param unitTold whether the agency of that unit has told the last month of the period
     * @param seesPoints whether the caller sees points of that month
     */
    public record Person(OfficerReference officer, UnitReference unit, boolean unitTold, boolean seesPoints) {}

    /**
     * A month of somebody.
     *
     * @param told whether it was told; if not, nothing is to be derived from it
     * @param locked whether it is signed off now
     * @param decided null before the decision
     * @param digest SHA-256 of the explanation of the result, hexadecimal; null before the decision
     */
    public record Month(
            UUID sheetId,
            UUID officerId,
            Period period,
            int revision,
            boolean told,
            boolean locked,
            RuleSet ruleSet,
            SheetTemplate template,
            @Nullable Decided decided,
            @Nullable String digest) {}

    private record Form(
            UUID ruleSetId, SheetKind kind, @Nullable UUID templateId) {}

    /** By id of the officer. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    public Page<Person> people(Wanted wanted, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null) {
            throw Params.invalid("sort", "officer, only");
        }
        var span = wanted.span();
        var conditions = conditions(wanted, caller);
        var place = pages.place(question(wanted, caller), params, caller);
        var counted = params.page().count()
                ? pages.count(
                        "select 1 from sheets s join closings c on c.id = s.closing_id", conditions, place.moment())
                : null;
        place.after().ifPresent(after -> conditions.add("s.officer_id > ?", after.id()));
        var points = visibility.points(caller);
        var values = new ArrayList<Object>(List.of(span.period().last().withDayOfMonth(1), span.moment()));
        values.addAll(points.values());
        values.addAll(conditions.values());
        var sql = "%s where %s order by s.officer_id limit %d"
                .formatted(
                        PEOPLE.formatted(points.sql()),
                        conditions.sql(),
                        params.page().limit() + 1);
        var found = new ArrayList<Person>();
        read(new Query(sql, values, place.moment()), row -> found.add(person(row)));
        var page = pages.page(
                found,
                params.page(),
                place,
                person -> pages.keys("", person.officer().id()));
        return PageQueries.counted(page, counted);
    }

    private Conditions conditions(Wanted wanted, Caller caller) {
        var span = wanted.span();
        var last = span.period().last();
        var conditions = visibility
                .sheets(caller)
                .add(TOLD, span.period().from(), last, span.moment(), last, span.moment())
                .units("s.unit_id %s", wanted.unitId(), wanted.unitScope());
        return wanted.officerId() == null ? conditions : conditions.add("s.officer_id = ?", wanted.officerId());
    }

    private static List<Object> question(Wanted wanted, Caller caller) {
        return List.of(
                "told-months",
                wanted.span().period(),
                String.valueOf(wanted.unitId()),
                String.valueOf(wanted.unitScope()),
                String.valueOf(wanted.officerId()),
                caller.roles().stream().sorted().toList(),
                String.valueOf(caller.unitCode()));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new OfficerReference(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("full_name")),
                new UnitReference(
                        row.getObject("unit_id", UUID.class), row.getString("unit_code"), row.getString("unit_name")),
                row.getBoolean("unit_told"),
                row.getBoolean("sees_points"));
    }

    /** All months of the period that people have, in whatever unit, by officer and in their order. Who has none is no key. */
    @Transactional
    public Map<UUID, List<Month>> months(Collection<UUID> officers, Span span) {
        var ruleSets = new HashMap<UUID, RuleSet>();
        var templates = new HashMap<Form, SheetTemplate>();
        var found = new LinkedHashMap<UUID, List<Month>>();
        var period = span.period();
        List<Object> values =
                List.of(officers.toArray(UUID[]::new), period.from(), period.last(), span.moment(), span.moment());
        read(new Query(MONTHS, values, null), row -> {
            var sheet = SheetRepository.read(row);
            var ruleSet = ruleSets.computeIfAbsent(sheet.ruleSetId(), catalogue::version);
            var template = templates.computeIfAbsent(
                    new Form(sheet.ruleSetId(), sheet.person().sheetKind(), sheet.templateId()),
                    form -> own.of(ruleSet, form.kind(), form.templateId()));
            var told = sheet.publishedAt();
            var result = sheet.result();
            found.computeIfAbsent(sheet.person().officerId(), _ -> new ArrayList<>())
                    .add(new Month(
                            sheet.id(),
                            sheet.person().officerId(),
                            sheet.period(),
                            sheet.revision().number(),
                            told != null && !told.isAfter(span.at()),
                            ClosingState.valueOf(row.getString("closing_state")) == ClosingState.LOCKED,
                            ruleSet,
                            template,
                            DecidedSheetQueries.decided(sheet, template),
                            result == null ? null : result.digest()));
        });
        return found;
    }

    /** Refusal: scope.unit-unknown. */
    public void requireScope(Caller caller) {
        visibility.requireScope(caller);
    }

    /** Refusals: scope.unit-unknown, resource.not-found for who has nothing to do with the sheet, authority.missing for who sees no points. */
    @Transactional
    public void requirePoints(UUID sheetId, Caller caller) {
        if (!visibility.seesPoints(caller, desk.see(sheetId, caller))) {
            throw new Refused(EvaluationProblem.AUTHORITY_MISSING);
        }
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("told months cannot be read", e);
        }
    }
}
