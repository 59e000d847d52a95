package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What speaks against an act on a sheet: the state of the sheet and its closing, the steps of the rule set, and what the actor has to do
 * with the sheet. The acts ask it before they change anything, and {@code _actions} is what it answers.
 */
final class SheetGuard {
    private final EvaluationSheet sheet;
    private final Standing standing;
    private final ClosingState closing;
    private final @Nullable UUID objection;
    private final boolean outdated;
    private final Workflow workflow;
    private final Relation relation;
    private final LocalDate today;

    SheetGuard(EvaluationSheet sheet, Standing standing, Workflow workflow, Relation relation, LocalDate today) {
        this.sheet = sheet;
        this.standing = standing;
        this.closing = standing.closing();
        this.objection = standing.objection();
        this.outdated = standing.outdated();
        this.workflow = workflow;
        this.relation = relation;
        this.today = today;
    }

    /**
     * Where the sheet stands.
     *
     * @param objection that is open against it; null if there is none
     * @param outdated whether its result rests on an input that was replaced
     */
    record Standing(ClosingState closing, @Nullable UUID objection, boolean outdated) {
        Standing(ClosingState closing, @Nullable UUID objection) {
            this(closing, objection, false);
        }
    }

    /** What can be done on a sheet, with the state that it leads to. */
    enum Act {
        SUBMIT_PLAN("submit", SheetState.PLANNED),
        SUBMIT_SELF("submit", SheetState.SELF_SCORED),
        REVIEW_COLLECTIVE("review", SheetState.COLLECTIVE_REVIEWED),
        REVIEW_MANAGER("review", SheetState.MANAGER_SCORED),
        /** Back to where the last step came from. */
        RETURN("return", null),
        DECIDE("decide", SheetState.DECIDED),
        /** Without a rating: the steps of scoring are not waited for. */
        DECIDE_NOT_RATED("decide", SheetState.DECIDED),
        /** A keeper takes over what was scored and decided elsewhere; the steps before are not waited for. */
        RECORD("record", SheetState.DECIDED),
        /** A supporting channel is heard; the state stays what it is. */
        ADVISE("advise", null),
        /** A new revision of a told result. */
        CORRECT("correct", null),
        /** A new revision of a told result that rests on an old input, with the same marks. */
        RECOMPUTE("recompute", null);

        private final String verb;
        private final @Nullable SheetState result;

        Act(String verb, @Nullable SheetState result) {
            this.verb = verb;
            this.result = result;
        }

        String verb() {
            return verb;
        }

        /** Whether it puts a later revision in the place of a told result; the cap of the whole unit is checked again. */
        boolean isRevision() {
            return this == CORRECT || this == RECOMPUTE;
        }

        /** The state after the step. */
        SheetState result() {
            if (result == null) {
                throw new IllegalStateException(name());
            }
            return result;
        }
    }

    /** The same for another relation. */
    SheetGuard with(Relation other) {
        return new SheetGuard(sheet, standing, workflow, other, today);
    }

    /** Whether the result rests on an input that was replaced. */
    boolean outdated() {
        return outdated;
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: authority.missing, authority.own-act. */
    List<Refusal> authority(Act act) {
        return switch (act) {
            case SUBMIT_PLAN, SUBMIT_SELF ->
                relation.self() ? List.of() : List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING));
            case REVIEW_COLLECTIVE, REVIEW_MANAGER -> relation.manager().blockedBy();
            case DECIDE, DECIDE_NOT_RATED, CORRECT, RECOMPUTE ->
                relation.decider().blockedBy();
            case RETURN -> returning().blockedBy();
            case ADVISE -> advising();
            // Keepers have a role for it in their units; the own grade is for a colleague to record.
            case RECORD -> relation.self() ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
        };
    }

    /** The order under which the act is done; null in the own right. */
    @Nullable
    UUID delegation(Act act) {
        return switch (act) {
            case SUBMIT_PLAN, SUBMIT_SELF, RECORD -> null;
            case ADVISE ->
                relation.advisers().values().stream()
                        .map(Relation::delegation)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case REVIEW_COLLECTIVE, REVIEW_MANAGER -> Relation.delegation(relation.manager());
            case DECIDE, DECIDE_NOT_RATED, CORRECT, RECOMPUTE -> Relation.delegation(relation.decider());
            case RETURN -> Relation.delegation(returning());
        };
    }

    /** Refusals: authority.own-act; authority.missing for who holds no channel. */
    private List<Refusal> advising() {
        if (relation.self()) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        return relation.advisers().isEmpty() ? List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING)) : List.of();
    }

    /** What the manager has scored is sent back by the decider alone. */
    private Ruling returning() {
        boolean managerMay = sheet.state().compareTo(SheetState.MANAGER_SCORED) < 0;
        return managerMay && relation.manager().allowed() ? relation.manager() : relation.decider();
    }

    /**
     * Refusals: evaluation.closing-not-open, evaluation.closing-not-published, evaluation.superseded, evaluation.has-objection,
     * evaluation.not-outdated, evaluation.already-decided, evaluation.advice-too-late, evaluation.step-disabled,
     * evaluation.step-out-of-order, evaluation.step-not-open.
     */
    List<Refusal> state(Act act) {
        var found = new ArrayList<Refusal>();
        if (sheet.revision().supersededAt() != null) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_SUPERSEDED));
        }
        if (act.isRevision()) {
            if (closing == ClosingState.OPEN) {
                found.add(Refusal.of(
                        EvaluationProblem.EVALUATION_CLOSING_NOT_PUBLISHED,
                        "state",
                        closing.name(),
                        "needed",
                        ClosingState.PUBLISHED.name()));
            }
            // An objection is told to nobody who could not correct; it is resolved before anything else happens to the
            // result.
            if (objection != null && relation.decider().allowed()) {
                found.add(Refusal.of(EvaluationProblem.EVALUATION_HAS_OBJECTION, "objectionId", objection));
            }
            if (act == Act.RECOMPUTE && !outdated) {
                found.add(Refusal.of(EvaluationProblem.EVALUATION_NOT_OUTDATED));
            }
            return found;
        }
        if (closing != ClosingState.OPEN) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN, "state", closing.name()));
            return found;
        }
        if (act == Act.RETURN) {
            if (sheet.state().compareTo(SheetState.SELF_SCORED) < 0) {
                found.add(outOfOrder(SheetState.SELF_SCORED));
            }
            return found;
        }
        if (act == Act.ADVISE) {
            if (sheet.result() != null) {
                found.add(Refusal.of(
                        EvaluationProblem.EVALUATION_ADVICE_TOO_LATE,
                        "state",
                        sheet.state().name()));
            }
            return found;
        }
        if (act == Act.RECORD && sheet.result() != null) {
            found.add(Refusal.of(
                    EvaluationProblem.EVALUATION_ALREADY_DECIDED,
                    "state",
                    sheet.state().name()));
            return found;
        }
        step(act, found);
        return found;
    }

    private void step(Act act, List<Refusal> found) {
        var step = act.result();
        if (!workflow.has(step) && step != SheetState.DECIDED) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_STEP_DISABLED, "step", step.name()));
            return;
        }
        var from = workflow.before(step);
        // The last step may be done again as long as nobody has gone on from it.
        boolean inOrder = sheet.state() == from || sheet.state() == step;
        boolean waits = act != Act.DECIDE_NOT_RATED && act != Act.RECORD;
        if (!inOrder && waits && !(act == Act.REVIEW_MANAGER && alone())) {
            found.add(outOfOrder(from));
        }
        var opens = workflow.opens(step);
        if (opens != null && today.isBefore(opens)) {
            found.add(Refusal.of(
                    EvaluationProblem.EVALUATION_STEP_NOT_OPEN, "step", step.name(), "opensOn", opens.toString()));
        }
    }

    /** Whether the manager may score without a self-score, which is late. It is logged. */
    boolean alone() {
        return workflow.calendar().managerMayScoreAlone()
                && sheet.state().compareTo(SheetState.SELF_SCORED) < 0
                && workflow.isLate(SheetState.SELF_SCORED, today);
    }

    private Refusal outOfOrder(SheetState needed) {
        return Refusal.of(
                EvaluationProblem.EVALUATION_STEP_OUT_OF_ORDER,
                "state",
                sheet.state().name(),
                "needed",
                needed.name());
    }
}
