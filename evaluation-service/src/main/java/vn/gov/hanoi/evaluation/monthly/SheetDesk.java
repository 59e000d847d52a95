package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Standing;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays a sheet on the table: with its closing, its rules, and what the caller has to do with it. */
@ApplicationScoped
class SheetDesk {
    private final SheetRepository sheets;
    private final ClosingRepository closings;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates templates;
    private final RelationQueries relations;
    private final SheetVisibilityQueries visibility;
    private final SheetFlagRepository flags;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    SheetDesk(
            SheetRepository sheets,
            ClosingRepository closings,
            RuleSetCatalogue catalogue,
            UnitTemplates templates,
            RelationQueries relations,
            SheetVisibilityQueries visibility,
            SheetFlagRepository flags,
            Clock clock) {
        this.sheets = sheets;
        this.closings = closings;
        this.catalogue = catalogue;
        this.templates = templates;
        this.relations = relations;
        this.visibility = visibility;
        this.flags = flags;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown sheet and one that the caller has nothing to do with. */
    @Transactional
    SheetCase see(UUID id, Caller caller) {
        visibility.requireScope(caller);
        var sheet = sheets.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var found = laid(sheet, caller);
        if (!found.relation().any()
                && !visibility.isInReach(caller, sheet.person().unitId())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return found;
    }

    /**
     * The sheet that somebody wants to act on, held until the end of the transaction. Its closing is shared with the acts on other sheets; a
     * correction has it alone, since the cap of the whole unit is checked again.
     *
     * <p>Refusals: those of {@link #see} and {@link SheetGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SheetCase hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var seen = see(id, caller).sheet();
        var closing = act.isRevision() ? closings.hold(seen.closingId()) : closings.share(seen.closingId());
        var held = laid(sheets.hold(id).orElseThrow(), closing.orElseThrow(), caller);
        Refused.ifAny(held.guard().authority(act));
        Etags.require(ifMatch, held.sheet().rowVersion());
        Refused.ifAny(held.guard().state(act));
        return held;
    }

    /**
     * The sheet against which an objection is being accepted. Its closing and the objection are held already, and the room of objections
     * has ruled who resolves it.
     *
     * <p>Refusals: evaluation.superseded, evaluation.closing-not-published.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SheetCase holdContested(UUID id, Ruling authority, Caller caller) {
        var sheet = sheets.hold(id).orElseThrow();
        var closing = closings.find(sheet.closingId()).orElseThrow();
        var held = laid(sheet, closing, caller, null, authority);
        Refused.ifAny(held.guard().refusals(Act.CORRECT));
        return held;
    }

    /** The same caller's view of a sheet that was just changed. */
    SheetCase again(UUID id, Caller caller) {
        return laid(sheets.find(id).orElseThrow(), caller);
    }

    /** By which a sheet is rated. */
    PeriodicRules rules(EvaluationSheet sheet) {
        return catalogue.version(sheet.ruleSetId()).rules();
    }

    private SheetCase laid(EvaluationSheet sheet, Caller caller) {
        return laid(sheet, closings.find(sheet.closingId()).orElseThrow(), caller);
    }

    private SheetCase laid(EvaluationSheet sheet, Closing closing, Caller caller) {
        var objection = closing.state() == ClosingState.OPEN
                ? null
                : closings.openObjection(sheet.id()).orElse(null);
        return laid(sheet, closing, caller, objection, null);
    }

    /**
     * @param objection that is open; null if there is none
     * @param authority by which it is decided in the room of objections; null for what the caller has to do with it anyway
     */
    private SheetCase laid(
            EvaluationSheet sheet,
            Closing closing,
            Caller caller,
            @Nullable UUID objection,
            @Nullable Ruling authority) {
        var ruleSet = catalogue.version(sheet.ruleSetId());
        var evaluators = relations.evaluators(sheet, ruleSet.rules());
        var own = relations.of(caller, sheet, evaluators);
        var relation = authority == null ? own : own.deciding(authority);
        var workflow = Workflow.of(ruleSet.rules(), sheet.period(), days);
        return new SheetCase(
                sheet,
                closing,
                ruleSet,
                templates.of(ruleSet, sheet.person().sheetKind(), sheet.templateId()),
                workflow,
                relation,
                evaluators,
                new SheetGuard(
                        sheet,
                        new Standing(closing.state(), objection, isOutdated(sheet)),
                        workflow,
                        relation,
                        LocalDate.now(clock)));
    }

    private boolean isOutdated(EvaluationSheet sheet) {
        return sheet.result() != null && !flags.open(sheet.id()).isEmpty();
    }
}
