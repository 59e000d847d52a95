package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.ActionView;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.Blocker;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.CaseView;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.ProposalView;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.RevisionView;
import vn.gov.hanoi.evaluation.discipline.DisciplineApi.SuspensionView;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Proposal;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Form;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Regime;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.BanView;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.FormView;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.FormsView;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.SanctionView;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Shows cases and sanctions, and what each may do. */
@ApplicationScoped
class DisciplineViews {
    static final String PATH = "/evaluation/v1/discipline-cases/";

    private final DisciplineQueries queries;
    private final ProblemTexts texts;

    DisciplineViews(DisciplineQueries queries, ProblemTexts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    CaseView full(DisciplineGuard seen) {
        var matter = seen.matter();
        var summary = queries.summary(matter.id());
        var violation = matter.violation();
        var ending = matter.ending();
        return new CaseView(
                summary.id(),
                summary.etag(),
                summary.officer(),
                summary.unit(),
                summary.state(),
                summary.actOn(),
                summary.discoveredOn(),
                violation.openedOn(),
                violation.inDuty(),
                violation.exemption(),
                violation.summary(),
                violation.basis(),
                matter.complex(),
                summary.dueOn(),
                summary.overdue(),
                matter.suspensions().stream()
                        .map(each -> new SuspensionView(each.ground(), each.from(), each.until(), each.document()))
                        .toList(),
                proposal(matter.proposal()),
                seen.revisions().stream()
                        .map(each -> revision(each, seen.today()))
                        .toList(),
                summary.openedAt(),
                ending == null ? null : ending.mark().at(),
                ending == null ? null : ending.reason(),
                Stream.of(Act.values()).map(act -> action(seen, act)).toList());
    }

    private static @Nullable ProposalView proposal(@Nullable Proposal proposal) {
        if (proposal == null) {
            return null;
        }
        var council = proposal.council();
        return new ProposalView(
                proposal.form(),
                proposal.severity(),
                council == null ? null : council.heldOn(),
                council == null ? null : council.minutes(),
                proposal.on());
    }

    private static RevisionView revision(DisciplineDecision decision, LocalDate day) {
        return new RevisionView(
                decision.number(),
                decision.regime(),
                sanction(decision, day),
                decision.ground(),
                decision.reason(),
                decision.mark().at(),
                decision.supersededAt());
    }

    static SanctionView sanction(DisciplineDecision decision, LocalDate day) {
        var sanction = decision.sanction();
        return new SanctionView(
                decision.caseId(),
                sanction.form(),
                decision.document(),
                decision.inDuty(),
                sanction.effectiveOn(),
                sanction.endsOn(),
                sanction.liftedOn(),
                sanction.status(day),
                sanction.bans().stream()
                        .map(ban -> new BanView(ban.kind(), ban.endsOn(), sanction.forbids(ban, day)))
                        .toList());
    }

    /** @param category null for all */
    static FormsView forms(DisciplineRules rules, LocalDate day, @Nullable Category category) {
        var regime = rules.on(day);
        return new FormsView(
                rules.id(),
                rules.version(),
                day,
                rules.legalCheck().isDone(),
                regime.map(Regime::suspensions).orElse(List.of()),
                regime.map(Regime::exemptions).orElse(List.of()),
                rules.regimes().stream()
                        .flatMap(each -> each.forms().stream()
                                .filter(form ->
                                        category == null || form.categories().contains(category))
                                .map(form -> form(each, form, day)))
                        .toList());
    }

    private static FormView form(Regime regime, Form form, LocalDate day) {
        return new FormView(
                form.code(),
                Map.of("vi", form.title().vi(), "en", form.title().en()),
                regime.code(),
                regime.from(),
                regime.to(),
                regime.isInForce(day),
                form.categories().stream().map(Enum::name).toList(),
                form.leader(),
                form.council(),
                form.limitationMonths(),
                form.effectMonths(),
                form.bans(),
                form.confidence().name());
    }

    private ActionView action(DisciplineGuard seen, Act act) {
        var blocked = seen.refusals(act).stream().map(this::blocker).toList();
        return new ActionView(
                act.verb(),
                PATH + seen.matter().id() + "/actions/" + act.verb(),
                blocked.isEmpty(),
                act.needs(),
                blocked);
    }

    private Blocker blocker(Refusal refusal) {
        return new Blocker(
                refusal.code().code(), refusal.args(), texts.detail(refusal.code(), refusal.args(), Locale.of("vi")));
    }
}
