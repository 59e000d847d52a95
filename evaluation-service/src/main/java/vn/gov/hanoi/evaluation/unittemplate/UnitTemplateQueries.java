package vn.gov.hanoi.evaluation.unittemplate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.CriterionRequest;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.DeductionRequest;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateAction;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateFilter;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateRules;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateState;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateSummary;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateView;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TitleRequest;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads templates of the units in a scope, and the published ones of units above it, which hold for it too. */
@ApplicationScoped
class UnitTemplateQueries {
    static final String PATH = "/evaluation/v1/sheet-templates/";
    static final String KEEPER = "evaluation-keeper";

    private static final String VISIBLE = """
            exists (select from (select ?::uuid as root) r where t.unit_id in (select id from units_within(r.root))
                or t.state = 'PUBLISHED' and t.unit_id in (
                    select a.ancestor_id from unit_ancestors a where a.unit_id = r.root and a.superseded_at is null))""";

    private final UnitTemplateRepository templates;
    private final RuleSetCatalogue catalogue;
    private final UnitLookupQueries units;
    private final DirectoryClockRepository clock;
    private final PageQueries pages;
    private final Scopes scopes;

    UnitTemplateQueries(
            UnitTemplateRepository templates,
            RuleSetCatalogue catalogue,
            UnitLookupQueries units,
            DirectoryClockRepository clock,
            PageQueries pages,
            Scopes scopes) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.units = units;
        this.clock = clock;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    TemplateView get(UUID id, Caller caller) {
        var conditions = new Conditions(VISIBLE, scopes.of(caller)).add("t.id = ?", id);
        var found = templates.rows(new Query(
                "select " + UnitTemplateRepository.COLUMNS + " from sheet_templates t where " + conditions.sql(),
                conditions.values(),
                null));
        return view(found.stream().findFirst().orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), caller);
    }

    /**
     * The latest first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired.
     */
    @Transactional
    Page<TemplateSummary> list(TemplateFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "id, descending, only");
        }
        filter.state().forEach(each -> Params.oneOf(TemplateState.class, "state", each));
        filter.sheetKind().forEach(each -> Params.oneOf(SheetKind.class, "sheetKind", each));
        var conditions = new Conditions(VISIBLE, scopes.of(caller))
                .anyOf("t.state", "state", filter.state())
                .anyOf("t.sheet_kind", "sheetKind", filter.sheetKind())
                .units("t.unit_id %s", filter.unitId(), filter.unitScope());
        var ruleSet = Params.uuid("ruleSetId", filter.ruleSetId());
        if (ruleSet != null) {
            conditions.add("t.rule_set_id = ?", ruleSet);
        }
        var place = pages.place(List.of("sheet-templates", filter, String.valueOf(caller.unitCode())), params, caller);
        var counted = params.page().count()
                ? pages.count("select 1 from sheet_templates t", conditions, place.moment())
                : null;
        place.after().ifPresent(after -> conditions.add("t.id < ?", after.id()));
        var sql = "select %s from sheet_templates t where %s order by t.id desc limit %d"
                .formatted(
                        UnitTemplateRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var rows = templates.rows(new Query(sql, conditions.values(), place.moment()));
        var page = pages.page(rows, params.page(), place, row -> pages.keys("", row.id()));
        return PageQueries.map(PageQueries.counted(page, counted), this::summary);
    }

    private TemplateSummary summary(UnitTemplate template) {
        return new TemplateSummary(
                template.id(),
                Etags.of(template.rowVersion()),
                unit(template),
                rules(template),
                template.kind(),
                state(template),
                template.version(),
                template.content().digest(),
                template.published() == null ? null : template.published().at());
    }

    TemplateView view(UnitTemplate template, Caller caller) {
        var summary = summary(template);
        return new TemplateView(
                summary.id(),
                summary.etag(),
                summary.unit(),
                summary.ruleSet(),
                summary.sheetKind(),
                summary.state(),
                summary.version(),
                summary.digest(),
                summary.publishedAt(),
                template.content().criteria().stream()
                        .map(each -> new CriterionRequest(
                                each.group(),
                                each.code(),
                                title(each.title()),
                                each.maximum().setScale(4)))
                        .toList(),
                template.content().deductions().stream()
                        .map(each -> new DeductionRequest(
                                each.code(),
                                title(each.title()),
                                each.group(),
                                each.points().setScale(4)))
                        .toList(),
                template.decision(),
                List.of(action(template, caller)));
    }

    private static TitleRequest title(vn.gov.hanoi.evaluation.ruleset.Title title) {
        return new TitleRequest(title.vi(), title.en());
    }

    private TemplateAction action(UnitTemplate template, Caller caller) {
        var code = blocked(template, caller);
        return new TemplateAction(
                "publish",
                PATH + template.id() + "/actions/publish",
                code == null,
                code == null ? List.of() : List.of(code));
    }

    private @Nullable String blocked(UnitTemplate template, Caller caller) {
        if (!caller.roles().contains(KEEPER)) {
            return KernelProblem.FORBIDDEN.code();
        }
        if (!scopes.contains(scopes.of(caller), template.unitId())) {
            return KernelProblem.SCOPE_OUTSIDE.code();
        }
        return template.isPublished() ? EvaluationProblem.TEMPLATE_PUBLISHED.code() : null;
    }

    private UnitReference unit(UnitTemplate template) {
        var found = units.references(List.of(template.unitId()), clock.moment(null, null));
        return Objects.requireNonNull(found.get(template.unitId()));
    }

    private TemplateRules rules(UnitTemplate template) {
        var ruleSet = catalogue.version(template.ruleSetId());
        return new TemplateRules(template.ruleSetId(), ruleSet.id(), ruleSet.version());
    }

    private static TemplateState state(UnitTemplate template) {
        return template.isPublished() ? TemplateState.PUBLISHED : TemplateState.DRAFT;
    }
}
