package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * What speaks against an act on a case: who acts, and how far the case has come. The acts ask it before they change anything, and
 * {@code _actions} is what it answers.
 *
 * @param revisions those of the decision, the last of which stands; empty if nothing is decided
 * @param officerId officer that the caller is; null if none
 */
record DisciplineGuard(
        DisciplineCase matter,
        List<DisciplineDecision> revisions,
        Caller caller,
        @Nullable UUID officerId,
        LocalDate today) {
    enum Act {
        PROPOSE(DisciplineRoles.OFFICER, "form", "severity"),
        SUSPEND(DisciplineRoles.OFFICER, "ground", "document"),
        RESUME(DisciplineRoles.OFFICER),
        DECIDE(DisciplineRoles.AUTHORITY, "decision", "form"),
        CORRECT(DisciplineRoles.AUTHORITY, "reason", "decision"),
        ACQUIT(DisciplineRoles.AUTHORITY, "reason", "decision"),
        CLOSE(DisciplineRoles.AUTHORITY, "reason");

        private final String role;
        private final List<String> needs;

        Act(String role, String... needs) {
            this.role = role;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** The revision of the decision that stands; null if nothing is decided. */
    @Nullable
    DisciplineDecision decision() {
        return revisions.isEmpty() ? null : revisions.getLast();
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: auth.role-missing, authority.own-act, discipline.decider-proposed. */
    List<Refusal> authority(Act act) {
        if (!caller.roles().contains(act.role)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (matter.officerId().equals(officerId)) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        return act == Act.DECIDE && hasProposed()
                ? List.of(Refusal.of(EvaluationProblem.DISCIPLINE_DECIDER_PROPOSED))
                : List.of();
    }

    /** The same natural person with another officer stays the same, and so does an officer with another token. */
    private boolean hasProposed() {
        var proposal = matter.proposal();
        return proposal != null
                && (proposal.made().by().equals(caller.subject())
                        || officerId != null && officerId.equals(proposal.made().officerId()));
    }

    /** Refusals: discipline.wrong-state, discipline.in-force. */
    List<Refusal> state(Act act) {
        var states = EnumSet.noneOf(DisciplineState.class);
        for (var state : DisciplineState.values()) {
            if (isFor(act, state)) {
                states.add(state);
            }
        }
        if (!states.contains(matter.state())) {
            return List.of(Refusal.of(
                    EvaluationProblem.DISCIPLINE_WRONG_STATE,
                    "state",
                    matter.state().name(),
                    "needed",
                    states.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        return act == Act.CLOSE ? ended() : List.of();
    }

    private boolean isFor(Act act, DisciplineState state) {
        return switch (act) {
            case PROPOSE, SUSPEND -> state.isRunning();
            case RESUME -> state == DisciplineState.SUSPENDED;
            case DECIDE -> state == DisciplineState.PROPOSED || state == DisciplineState.COUNCIL;
            case CORRECT -> state == DisciplineState.DECIDED;
            // A sanction that was kept to its end may still turn out wrong.
            case ACQUIT ->
                state.isPending()
                        || state == DisciplineState.DECIDED
                        || state == DisciplineState.CLOSED && decision() != null;
            case CLOSE -> state.isPending() || state == DisciplineState.DECIDED;
        };
    }

    /** A case with a sanction is open as long as the sanction. */
    private List<Refusal> ended() {
        var decision = decision();
        if (decision == null || today.isAfter(decision.sanction().lastsUntil())) {
            return List.of();
        }
        return List.of(Refusal.of(
                EvaluationProblem.DISCIPLINE_IN_FORCE,
                "until",
                decision.sanction().lastsUntil().toString()));
    }
}
