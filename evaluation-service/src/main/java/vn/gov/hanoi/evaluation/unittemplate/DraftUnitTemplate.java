package vn.gov.hanoi.evaluation.unittemplate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.DeductionRule;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Content;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Criterion;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Mark;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.CreateRequest;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TitleRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Writes down what a unit makes its own, as a draft or published at once. */
@ApplicationScoped
class DraftUnitTemplate {
    private final UnitTemplateRepository templates;
    private final UnitTemplateQueries queries;
    private final PublishUnitTemplate publish;
    private final RuleSetCatalogue catalogue;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    DraftUnitTemplate(
            UnitTemplateRepository templates,
            UnitTemplateQueries queries,
            PublishUnitTemplate publish,
            RuleSetCatalogue catalogue,
            Scopes scopes,
            AuditTrail audit,
            Clock clock) {
        this.templates = templates;
        this.queries = queries;
        this.publish = publish;
        this.catalogue = catalogue;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, scope.outside, those of the texts and the document, sheet-template.rule-set-unknown,
     * sheet-template.empty; with a pointer to the criterion or deduction score.group-unknown, score.group-of-products, score.twice and
     * score.group-over-maximum.
     */
    @Transactional
    Answer draft(CreateRequest request, Caller caller) {
        scopes.require(scopes.of(caller), request.unitId());
        Refused.ifAny(faults(request));
        var content = content(request);
        check(request, content);
        var template = new UnitTemplate(
                Ids.next(),
                request.unitId(),
                request.ruleSetId(),
                request.sheetKind(),
                null,
                content,
                request.decision().kept(),
                new Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                null,
                1);
        templates.insert(template);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "sheet-template.draft",
                        "sheet-templates",
                        template.id(),
                        template.unitId(),
                        Map.of(
                                "digest",
                                content.digest(),
                                "sheetKind",
                                template.kind().name())));
        var kept = request.publish() ? publish.published(template, caller) : template;
        return Answer.created(UnitTemplateQueries.PATH + kept.id(), queries.view(kept, caller), kept.rowVersion());
    }

    private static List<Refusal> faults(CreateRequest request) {
        var faults = new Faults();
        for (int i = 0; i < request.criteria().size(); i++) {
            texts(faults, "/criteria/" + i, request.criteria().get(i).title());
        }
        var deductions = all(request.deductions());
        for (int i = 0; i < deductions.size(); i++) {
            texts(faults, "/deductions/" + i, deductions.get(i).title());
        }
        if (request.criteria().isEmpty() && deductions.isEmpty()) {
            faults.addAll(List.of(Refusal.of(EvaluationProblem.TEMPLATE_EMPTY).at("/criteria")));
        }
        return faults.addAll(request.decision().kept().faults("/decision")).all();
    }

    private static void texts(Faults faults, String place, TitleRequest title) {
        faults.add(place + "/title/vi", TextRule.UNIT_NAME.fault(kept(title.vi())))
                .add(place + "/title/en", TextRule.UNIT_NAME.fault(kept(title.en())));
    }

    private static Content content(CreateRequest request) {
        return new Content(
                request.criteria().stream()
                        .map(each -> new Criterion(each.group(), each.code(), title(each.title()), each.maximum()))
                        .toList(),
                all(request.deductions()).stream()
                        .map(each -> new DeductionRule(each.code(), title(each.title()), each.group(), each.points()))
                        .toList());
    }

    private void check(CreateRequest request, Content content) {
        try {
            var _ = content.adapting(ruleSet(request.ruleSetId()), request.sheetKind());
        } catch (Refused refused) {
            throw new Refused(refused.refusals().stream()
                    .map(refusal -> placed(refusal, content))
                    .toList());
        }
    }

    private RuleSet ruleSet(UUID id) {
        var written = catalogue.written(id);
        if (written.isPresent() && written.get().status() != RuleSetStatus.DRAFT) {
            var ruleSet = catalogue.version(id);
            if (ruleSet.periodic() != null) {
                return ruleSet;
            }
        }
        throw new Refused(
                Refusal.of(EvaluationProblem.TEMPLATE_RULE_SET_UNKNOWN).at("/ruleSetId"));
    }

    /** Codes become places of the request; what the rule set gave itself is no place of it. */
    private static Refusal placed(Refusal refusal, Content content) {
        var parts =
                refusal.pointer() == null ? new String[0] : refusal.pointer().split("/", 3);
        if (parts.length < 3) {
            return refusal;
        }
        var code = parts[2];
        var criteria = content.criteria();
        var deductions = content.deductions();
        return switch (parts[1]) {
            case "marks" ->
                at(
                        refusal,
                        "/criteria",
                        last(criteria.stream().map(Criterion::code).toList(), code),
                        "/code");
            case "deductions" ->
                at(
                        refusal,
                        "/deductions",
                        last(deductions.stream().map(DeductionRule::code).toList(), code),
                        "/code");
            default -> {
                int first = criteria.stream().map(Criterion::group).toList().indexOf(code);
                yield first >= 0
                        ? at(refusal, "/criteria", first, "/group")
                        : at(
                                refusal,
                                "/deductions",
                                deductions.stream()
                                        .map(DeductionRule::group)
                                        .toList()
                                        .indexOf(code),
                                "/group");
            }
        };
    }

    private static int last(List<String> codes, String code) {
        return IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).equals(code))
                .max()
                .orElse(-1);
    }

    private static Refusal at(Refusal refusal, String list, int index, String property) {
        return refusal.at(index < 0 ? list : list + "/" + index + property);
    }

    private static Title title(TitleRequest title) {
        return new Title(kept(title.vi()), kept(title.en()));
    }

    private static String kept(String text) {
        return VietnameseText.nfc(text.strip());
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
