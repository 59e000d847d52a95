package vn.gov.hanoi.evaluation.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What speaks against an act on an inspection: what the actor has to do with it, its state and the day. The acts ask it before they change
 * anything, and {@code _actions} is what it answers.
 */
record InspectionGuard(Inspection inspection, Seat seat, List<Refusal> team, LocalDate today) {
    /** Acts, with what each needs besides the version. */
    enum Act {
        /** Sends other people. */
        ASSIGN("members"),
        /** A member declares a conflict of interest. */
        RECUSE("reason"),
        READY,
        START,
        CONCLUDE("minutes", "conclusion", "answers"),
        CANCEL("reason"),
        /** Records a finding. */
        FINDING("type", "unitId", "happenedAt", "description");

        private final List<String> needs;

        Act(String... needs) {
            this.needs = List.of(needs);
        }

        List<String> needs() {
            return needs;
        }

        /** Below the inspection. */
        String path() {
            return this == FINDING ? "/findings" : "/actions/" + verb();
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusal: authority.missing. */
    List<Refusal> authority(Act act) {
        boolean may =
                switch (act) {
                    case ASSIGN, READY, CANCEL -> seat.leads();
                    case START, CONCLUDE -> seat.role() == Inspection.Role.HEAD;
                    case RECUSE, FINDING -> seat.role() != null;
                };
        return may ? List.of() : List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING));
    }

    /** Refusals: inspection.wrong-state, inspection.outside-window, those of the team. */
    List<Refusal> state(Act act) {
        var found = new ArrayList<Refusal>();
        if (!from(act).contains(inspection.state())) {
            found.add(Refusal.of(
                    EvaluationProblem.INSPECTION_WRONG_STATE,
                    "state",
                    inspection.state().name(),
                    "needed",
                    from(act).stream().map(Enum::name).collect(Collectors.joining(", "))));
            return found;
        }
        var window = inspection.window();
        if (act == Act.READY && today.isAfter(window.to()) || act == Act.START && !window.contains(today)) {
            found.add(Refusal.of(
                    EvaluationProblem.INSPECTION_OUTSIDE_WINDOW,
                    "from",
                    window.from().toString(),
                    "to",
                    window.to().toString()));
        }
        if (act == Act.READY || act == Act.START) {
            found.addAll(team);
        }
        return found;
    }

    private static List<State> from(Act act) {
        return switch (act) {
            case READY -> List.of(State.DRAFT);
            case ASSIGN, CANCEL -> List.of(State.DRAFT, State.READY);
            case START -> List.of(State.READY);
            case RECUSE -> List.of(State.DRAFT, State.READY, State.STARTED);
            case CONCLUDE, FINDING -> List.of(State.STARTED);
        };
    }
}
