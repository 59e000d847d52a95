package vn.gov.hanoi.evaluation.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * A reorganisation as a document.
 *
 * @param refs id of each unit the plan makes, by its name within the plan; given with the draft and kept
 * @param scopeUnitId unit of the person who drafted it
 * @param contentVersion version in which it got its present content
 * @param pending what was asked for and is not done yet
 * @param requestedBy who asked for it, as of then
 * @param changedBy who gave the draft its present content
 */
record Plan(
        UUID id,
        Head head,
        PlanContent content,
        Map<String, UUID> refs,
        State state,
        UUID scopeUnitId,
        long version,
        long contentVersion,
        Mark drafted,
        String changedBy,
        @Nullable Pending pending,
        @Nullable Caller requestedBy,
        @Nullable UUID operationId,
        @Nullable Mark applied,
        @Nullable Mark reverted) {

    /**
     * What a plan is called and rests on.
     *
     * @param effectiveOn first day of the new order
     */
    record Head(String title, Decision decision, LocalDate effectiveOn) {}

    /** The decision that orders it. */
    record Decision(String number, LocalDate signedOn, String issuer) {}

    /** Who did something when. */
    record Mark(String by, Instant at) {}

    enum State {
        DRAFT,
        APPLIED,
        /** Undone before its day. */
        REVERTED,
        CANCELLED
    }

    enum Pending {
        APPLY,
        REVERT
    }

    /** What somebody may want to do with a plan. */
    enum Act {
        CHANGE,
        CANCEL,
        APPLY,
        REVERT
    }

    static Plan draft(UUID id, Head head, PlanContent content, UUID scopeUnitId, Mark drafted) {
        return new Plan(
                id,
                head,
                content,
                named(content, Map.of()),
                State.DRAFT,
                scopeUnitId,
                1,
                1,
                drafted,
                drafted.by(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The draft with other content, in the next version; a name keeps its id. */
    Plan replaced(Head newHead, PlanContent newContent, String by) {
        return new Plan(
                id,
                newHead,
                newContent,
                named(newContent, refs),
                state,
                scopeUnitId,
                version + 1,
                version + 1,
                drafted,
                by,
                null,
                null,
                null,
                null,
                null);
    }

    private static Map<String, UUID> named(PlanContent content, Map<String, UUID> before) {
        var refs = new HashMap<String, UUID>();
        content.units().stream()
                .filter(change -> change.change() == Kind.CREATE)
                .map(change -> Objects.requireNonNull(change.ref()))
                .forEach(ref -> refs.put(ref, before.getOrDefault(ref, Ids.next())));
        return refs;
    }

    /**
     * What speaks against an act of a caller on a day; the answer of the act and its {@code _actions} both come from here.
     *
     * <p>Refusals: reorganisation.busy, reorganisation.not-draft, reorganisation.not-applied, reorganisation.in-force,
     * auth.role-missing, authority.own-act.
     */
    List<Refusal> refusals(Act act, Caller caller, LocalDate today) {
        var found = new ArrayList<Refusal>();
        boolean approves = act == Act.APPLY || act == Act.REVERT;
        if (!caller.roles().contains(approves ? "directory-approver" : "directory-editor")) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (act == Act.APPLY
                && (caller.subject().equals(drafted.by()) || caller.subject().equals(changedBy))) {
            found.add(Refusal.of(KernelProblem.OWN_ACT));
        }
        if (pending != null) {
            found.add(Refusal.of(EvaluationProblem.PLAN_BUSY, "pending", pending.name()));
        }
        if (act == Act.REVERT) {
            if (state != State.APPLIED) {
                found.add(Refusal.of(EvaluationProblem.PLAN_NOT_APPLIED, "state", state.name()));
            } else if (!today.isBefore(head.effectiveOn())) {
                found.add(Refusal.of(
                        EvaluationProblem.PLAN_IN_FORCE,
                        "day",
                        head.effectiveOn().toString()));
            }
        } else if (state != State.DRAFT) {
            found.add(Refusal.of(EvaluationProblem.PLAN_NOT_DRAFT, "state", state.name()));
        }
        return found;
    }
}
