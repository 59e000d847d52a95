package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.ChargeQueries;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.CriterionView;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.GroupView;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.TitleView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.ActionView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.Blocker;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.ChannelView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.Detail;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.HiddenField;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.PostView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.TemplateReference;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.ExplanationApi.EntryView;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.monthly.WorkApi.ChargeView;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows sheets, each viewer what is for him or her. */
@ApplicationScoped
class SheetViews {
    static final String PATH = "/evaluation/v1/evaluations/";
    static final String HIDDEN = "policy.no-part-in-it";

    private final EvaluationQueries queries;
    private final SheetVisibilityQueries visibility;
    private final ClosingSheetRepository closingSheets;
    private final FilingDoor filing;
    private final SheetFlagRepository flags;
    private final ChargeQueries charges;
    private final UnitTemplates templates;
    private final ProblemTexts texts;

    SheetViews(
            EvaluationQueries queries,
            SheetVisibilityQueries visibility,
            ClosingSheetRepository closingSheets,
            FilingDoor filing,
            SheetFlagRepository flags,
            ChargeQueries charges,
            UnitTemplates templates,
            ProblemTexts texts) {
        this.queries = queries;
        this.visibility = visibility;
        this.closingSheets = closingSheets;
        this.filing = filing;
        this.flags = flags;
        this.charges = charges;
        this.templates = templates;
        this.texts = texts;
    }

    EvaluationView full(SheetCase seen, Caller caller) {
        var sheet = seen.sheet();
        var person = sheet.person();
        boolean shown = visibility.seesPoints(caller, seen);
        var summary = queries.summary(sheet.id());
        return new EvaluationView(
                summary.id(),
                summary.etag(),
                summary.period(),
                summary.closingId(),
                summary.officer(),
                summary.unit(),
                summary.state(),
                summary.outcome(),
                summary.grade(),
                summary.official(),
                summary.ruleSet(),
                summary.revision(),
                summary.publishedAt(),
                new PostView(
                        person.assignmentId(),
                        person.title(),
                        person.leader(),
                        person.sheetKind(),
                        person.ratingUnitId()),
                sheet.revision().supersedes(),
                sheet.revision().supersededAt(),
                seen.guard().outdated(),
                shown ? detail(seen) : null,
                shown ? List.of() : List.of(new HiddenField("/detail", HIDDEN)),
                seen.relation().decider().allowed() ? warnings(seen) : List.of(),
                actions(seen));
    }

    private Detail detail(SheetCase seen) {
        var sheet = seen.sheet();
        var result = sheet.result();
        var value = result == null ? null : result.value();
        var person = sheet.person();
        var decider = seen.evaluators().decider();
        return new Detail(
                titled(seen),
                groups(seen),
                SheetJson.shown(sheet.content().extras()),
                sheet.workingDays(),
                result == null ? null : result.presenceDays(),
                value == null ? null : value.points(),
                value == null ? null : value.gradeByPoints(),
                result == null ? null : result.notRated(),
                result == null ? null : result.digest(),
                result == null ? null : result.decided().at(),
                result == null ? null : result.decided().number(),
                result == null ? null : result.decided().collective(),
                decider == null ? null : decider.collective(),
                seen.evaluators().channels().stream()
                        .map(channel -> channel(seen, channel))
                        .toList(),
                template(seen),
                seen.guard().outdated() ? flags.open(sheet.id()) : List.of(),
                charges.of(person.officerId(), sheet.period().from()).stream()
                        .map(each -> new ChargeView(
                                each.entryId(), each.findingId(), each.type(), each.points(), each.rules()))
                        .toList());
    }

    private static ChannelView channel(SheetCase seen, Evaluators.Channel channel) {
        var points = seen.sheet().content().advice().stream()
                .filter(each -> each.channel().equals(channel.code()))
                .map(each -> each.points().setScale(4, java.math.RoundingMode.UNNECESSARY))
                .findFirst()
                .orElse(null);
        return new ChannelView(
                channel.code(),
                seen.relation().advisers().containsKey(channel.code()),
                channel.row().weight().setScale(4, java.math.RoundingMode.UNNECESSARY),
                points);
    }

    /** The template of the unit; null for the criteria of the rule set. */
    static @Nullable TemplateReference template(SheetCase seen) {
        var origin = seen.template().origin();
        return origin == null ? null : new TemplateReference(origin.id(), origin.unitId(), origin.version());
    }

    /** Every criterion of the sheet with what people call it. */
    private List<CriterionView> titled(SheetCase seen) {
        var origin = seen.template().origin();
        var titles =
                templates.headings(seen.ruleSet(), seen.template().kind(), origin == null ? null : origin.id()).stream()
                        .map(UnitTemplates.Heading::title)
                        .toList();
        return marks(seen, seen.sheet().content(), titles);
    }

    private static List<GroupView> groups(SheetCase seen) {
        return seen.ruleSet().rules().groups().stream()
                .filter(group -> !seen.template().items(group.code()).isEmpty())
                .map(group -> new GroupView(
                        group.code(),
                        TitleView.of(group.title()),
                        group.maximum().setScale(4, java.math.RoundingMode.UNNECESSARY)))
                .toList();
    }

    /** @param titles in the order of the criteria; empty where nobody needs them */
    private static List<CriterionView> marks(SheetCase seen, Content content, List<Title> titles) {
        var marks = content.marks();
        return IntStream.range(0, seen.template().items().size())
                .mapToObj(i -> {
                    var item = seen.template().items().get(i);
                    return new CriterionView(
                            item.code(),
                            item.group(),
                            item.maximum().setScale(4, java.math.RoundingMode.UNNECESSARY),
                            i < marks.size() ? marks.get(i) : null,
                            titles.isEmpty() ? null : TitleView.of(titles.get(i)));
                })
                .toList();
    }

    static EntryView entry(SheetCase seen, SheetEntry entry) {
        return new EntryView(
                entry.seq(),
                entry.kind(),
                entry.before(),
                entry.after(),
                entry.actor().officerId(),
                entry.actor().delegationId(),
                entry.actor().alone(),
                entry.content() == null ? List.of() : marks(seen, entry.content(), List.of()),
                SheetJson.shown(entry.details()),
                entry.at());
    }

    /** Before the publication the decider is told when more people have the top grade than the cap would let publish now. */
    private List<Blocker> warnings(SheetCase seen) {
        var value = seen.sheet().result() == null ? null : seen.sheet().result().value();
        var cap = seen.ruleSet().rules().excellenceCap();
        if (seen.closing().state() != ClosingState.OPEN
                || value == null
                || cap == null
                || value.grade() != cap.grade()) {
            return List.of();
        }
        var decided = closingSheets.results(seen.closing().id()).stream()
                .filter(each -> each.ruleSetId().equals(seen.sheet().ruleSetId()))
                .toList();
        return ExcellenceCheck.use(seen.ruleSet(), decided, null, null)
                .filter(CapUse::exceeded)
                .map(use -> List.of(blocker(use.refusal())))
                .orElse(List.of());
    }

    private List<ActionView> actions(SheetCase seen) {
        var offered = new ArrayList<ActionView>();
        offered.add(action(seen, Act.SUBMIT_PLAN, "PLAN", List.of()));
        offered.add(action(seen, Act.SUBMIT_SELF, "SELF", List.of("work")));
        offered.add(action(seen, Act.REVIEW_COLLECTIVE, "COLLECTIVE", List.of("minutes")));
        offered.add(action(seen, Act.REVIEW_MANAGER, "MANAGER", List.of("work")));
        offered.add(action(seen, Act.RETURN, null, List.of("reason")));
        offered.add(action(seen, Act.ADVISE, null, List.of("channel", "points")));
        offered.add(action(seen, Act.DECIDE, null, deciding(seen, List.of("presenceDays"))));
        offered.add(action(seen, Act.RECOMPUTE, null, List.of("reason", "decision")));
        offered.add(action(seen, Act.CORRECT, null, deciding(seen, List.of("reason", "decision", "presenceDays"))));
        if (seen.relation().self() && seen.closing().state() != ClosingState.OPEN) {
            offered.add(filing(seen));
        }
        return offered;
    }

    private static List<String> deciding(SheetCase seen, List<String> needs) {
        var decider = seen.evaluators().decider();
        return decider == null || decider.collective() == null
                ? needs
                : Stream.concat(needs.stream(), Stream.of("collective", "minutes", "meeting"))
                        .toList();
    }

    /** An objection to the own result, which is told. */
    private ActionView filing(SheetCase seen) {
        var blocked = filing.refusals(ContestedResults.contested(seen)).stream()
                .map(this::blocker)
                .toList();
        return new ActionView(
                "object",
                null,
                "/evaluation/v1/objections",
                blocked.isEmpty(),
                List.of("evaluationId", "grounds"),
                blocked);
    }

    private ActionView action(SheetCase seen, Act act, @Nullable String step, List<String> needs) {
        var blocked = seen.guard().refusals(act).stream().map(this::blocker).toList();
        return new ActionView(
                act.verb(),
                step,
                PATH + seen.sheet().id() + "/actions/" + act.verb(),
                blocked.isEmpty(),
                needs,
                blocked);
    }

    Blocker blocker(Refusal refusal) {
        return new Blocker(
                refusal.code().code(), refusal.args(), texts.detail(refusal.code(), refusal.args(), Locale.of("vi")));
    }
}
