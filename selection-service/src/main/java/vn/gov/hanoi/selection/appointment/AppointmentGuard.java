package vn.gov.hanoi.selection.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.appointment.AppointmentDesk.Laid;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.ruleset.AppointmentRules;

/**
 * What speaks against an act on an appointment: who acts, how far it has come, and the person. The acts ask it before they change anything,
 * and {@code _actions} is what it answers.
 *
 * @param against findings that stand against the person
 */
record AppointmentGuard(Laid laid, AppointmentRules rules, List<Finding> against, LocalDate today) {
    enum Act {
        REVIEW(EnumSet.of(AppointmentState.PROPOSED), "decision", "data"),
        DECIDE(EnumSet.of(AppointmentState.PROPOSED), "decision", "effectiveOn"),
        WITHDRAW(EnumSet.of(AppointmentState.PROPOSED), "reason"),
        REJECT(EnumSet.of(AppointmentState.PROPOSED), "decision", "reason"),
        REVOKE(EnumSet.of(AppointmentState.DECIDED, AppointmentState.FAILED), "decision", "reason"),
        APPLY(EnumSet.of(AppointmentState.FAILED), "reason");

        private final Set<AppointmentState> states;
        private final List<String> needs;

        Act(Set<AppointmentState> states, String... needs) {
            this.states = states;
            this.needs = List.copyOf(Arrays.asList(needs));
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: auth.role-missing, authority.own-act for who proposed it. */
    List<Refusal> authority(Act act) {
        boolean may =
                switch (act) {
                    case REVIEW -> laid.personnel();
                    case WITHDRAW -> laid.personnel() || laid.person();
                    case DECIDE, REJECT, REVOKE, APPLY -> laid.approver();
                };
        if (!may) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        boolean own = act == Act.DECIDE && laid.appointment().isProposedBy(laid.subject(), laid.officerId());
        return own ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }

    /** Refusals: selection.appointment-state, selection.appointment-in-effect, selection.no-longer-eligible, selection.consent-missing. */
    List<Refusal> state(Act act) {
        var appointment = laid.appointment();
        if (!act.states.contains(appointment.state())) {
            return List.of(Refusal.of(
                    SelectionProblem.APPOINTMENT_STATE,
                    "state",
                    appointment.state().name(),
                    "needed",
                    act.states.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        return switch (act) {
            case REVIEW -> eligibility();
            case DECIDE -> {
                var found = new ArrayList<>(eligibility());
                rules.consents().stream()
                        .sorted()
                        .filter(consent -> !appointment.consents().contains(consent))
                        .forEach(consent ->
                                found.add(Refusal.of(SelectionProblem.CONSENT_MISSING, "consent", consent.name())));
                yield found;
            }
            case REVOKE -> inEffect();
            case WITHDRAW, REJECT, APPLY -> List.of();
        };
    }

    private List<Refusal> eligibility() {
        return against.stream()
                .map(finding -> Refusal.of(
                        SelectionProblem.NO_LONGER_ELIGIBLE,
                        "condition",
                        finding.condition(),
                        "outcome",
                        finding.outcome().name(),
                        "reason",
                        finding.reason().name()))
                .toList();
    }

    /** One that the directory has refused is not in effect, whatever day it is. */
    private List<Refusal> inEffect() {
        var first = laid.appointment().effectiveOn();
        return laid.appointment().state() == AppointmentState.DECIDED && first != null && !today.isBefore(first)
                ? List.of(Refusal.of(SelectionProblem.APPOINTMENT_IN_EFFECT, "effectiveOn", first))
                : List.of();
    }
}
