package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.ExportKind;
import vn.gov.hanoi.evaluation.exports.RowExporter;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * All living sheets of an agency's month as they stand, as rows that {@link ScoreImport} finds unchanged: the decided ones with their
 * decision, the others with the marks at hand, so that only what is decided has to be filled in.
 */
@ApplicationScoped
class ScoreExportQueries implements RowExporter {
    /** What was decided last says by which document and why; a sheet alone keeps the number only. */
    private static final String ROWS = """
            select s.rule_set_id, s.sheet_kind, o.officer_code, n.full_name, s.marks::text, s.extras::text, s.presence_days::text, s.not_rated,
                case when s.grade <> s.grade_by_points then s.grade end, s.decision_number, s.decision_collective, s.decision_minutes,
                e.details::text, s.template_id
            from sheets s
            join closings c on c.id = s.closing_id
            join officers o on o.id = s.officer_id
            join officer_states n on n.officer_id = s.officer_id and n.superseded_at is null
            left join lateral (
                select d.details from sheet_entries d where d.sheet_id = s.id and d.kind in ('DECISION', 'CORRECTION')
                order by d.seq desc limit 1) e on s.outcome is not null
            where s.closing_id = ? and s.superseded_at is null and c.unit_id in (select id from units_within(?))
            order by s.unit_id, n.sort_key, s.officer_id""";

    private final ScoreTemplateQueries people;
    private final ClosingRepository closings;
    private final SheetVisibilityQueries visibility;
    private final Scopes scopes;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;

    ScoreExportQueries(
            ScoreTemplateQueries people,
            ClosingRepository closings,
            SheetVisibilityQueries visibility,
            Scopes scopes,
            RuleSetCatalogue catalogue,
            UnitTemplates own) {
        this.people = people;
        this.closings = closings;
        this.visibility = visibility;
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.own = own;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.EVALUATION_SCORES;
    }

    /** Refusals: scope.unit-unknown, scope.outside, resource.not-found if the agency has not opened the month. */
    @Override
    public void check(Selection selection) {
        visibility.requireUnit(unit(selection), selection.caller());
        var _ = closing(selection);
    }

    @Override
    public Contents contents(Selection selection) {
        var closing = closing(selection);
        var form = ScoreForm.of(people.sheets(closing.id()), catalogue::version, own);
        var root = scopes.of(selection.caller()).rootUnitId();
        var names = form.names();
        var period = closing.period().text();
        return new Contents(
                names,
                form.headings(),
                new Query(ROWS, List.of(closing.id(), root), null),
                texts -> cells(names, ScoreCells.of(texts, form, period)));
    }

    private static List<@Nullable String> cells(List<String> names, java.util.Map<String, String> said) {
        var cells = new java.util.ArrayList<@Nullable String>();
        names.forEach(name -> cells.add(said.get(name)));
        return cells;
    }

    private Closing closing(Selection selection) {
        var period = Period.month(Objects.requireNonNull(selection.month()));
        return closings.find(period, unit(selection)).orElseThrow(SheetVisibilityQueries::notFound);
    }

    private static UUID unit(Selection selection) {
        return Objects.requireNonNull(selection.unitId());
    }
}
