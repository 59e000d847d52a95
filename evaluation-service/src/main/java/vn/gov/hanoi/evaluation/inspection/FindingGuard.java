package vn.gov.hanoi.evaluation.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What speaks against an act on a finding. The acts ask it before they change anything, and {@code _actions} is what it answers.
 *
 * @param visits re-inspections of it
 * @param repeated whether another finding is a repeat of it
 */
record FindingGuard(Finding finding, Part part, Visits visits, boolean repeated) {
    /**
     * What somebody has to do with a finding.
     *
     * @param officerId null if no officer of the directory
     * @param speaks whether he or she may speak for the unit
     * @param inspects whether he or she is in the team that found it or in one that came again
     * @param leads whether he or she leads inspections of the unit
     */
    record Part(@Nullable UUID officerId, Ruling speaks, boolean inspects, boolean leads) {
        @Nullable
        UUID delegationId() {
            return speaks.allowed() && speaks.grounds().getFirst() instanceof Ground.Delegated delegated
                    ? delegated.delegationId()
                    : null;
        }
    }

    /**
     * @param planned whether one waits for its end
     * @param began whether one has begun
     */
    record Visits(boolean planned, boolean began) {}

    /** Acts, with what each needs besides the version. */
    enum Act {
        /** The unit says that it is remedied; closes nothing. */
        CLAIM("description"),
        CONFIRM("note"),
        REJECT("note"),
        RE_INSPECT("windowFrom", "windowTo", "mandate"),
        WITHDRAW("note");

        private final List<String> needs;

        Act(String... needs) {
            this.needs = List.of(needs);
        }

        List<String> needs() {
            return needs;
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: authority.missing. */
    List<Refusal> authority(Act act) {
        return switch (act) {
            case CLAIM -> part.speaks().blockedBy();
            case CONFIRM, REJECT, WITHDRAW -> part.inspects() ? List.of() : missing();
            case RE_INSPECT -> part.leads() ? List.of() : missing();
        };
    }

    private static List<Refusal> missing() {
        return List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING));
    }

    /** Refusals: finding.wrong-state, finding.re-inspection-open, finding.has-repeats. */
    List<Refusal> state(Act act) {
        var found = new ArrayList<Refusal>();
        if (!from(act).contains(finding.state())) {
            found.add(Refusal.of(
                    EvaluationProblem.FINDING_WRONG_STATE,
                    "state",
                    finding.state().name(),
                    "needed",
                    from(act).stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (act == Act.RE_INSPECT && visits.planned()) {
            found.add(Refusal.of(EvaluationProblem.FINDING_RE_INSPECTION_OPEN));
        }
        if (act == Act.WITHDRAW && repeated) {
            found.add(Refusal.of(EvaluationProblem.FINDING_HAS_REPEATS));
        }
        return found;
    }

    /** What a rejection makes of it: it escalates when a team has come again. */
    State rejected() {
        return visits.began() ? State.ESCALATED : State.NOT_REMEDIED;
    }

    private List<State> from(Act act) {
        return switch (act) {
            case CLAIM -> List.of(State.OPEN, State.NOT_REMEDIED, State.ESCALATED);
            case CONFIRM, RE_INSPECT -> List.of(State.OPEN, State.CLAIMED, State.NOT_REMEDIED, State.ESCALATED);
            case REJECT ->
                visits.began()
                        ? List.of(State.OPEN, State.CLAIMED, State.NOT_REMEDIED)
                        : List.of(State.OPEN, State.CLAIMED);
            case WITHDRAW -> List.of(State.OPEN, State.CLAIMED, State.REMEDIED, State.NOT_REMEDIED, State.ESCALATED);
        };
    }
}
