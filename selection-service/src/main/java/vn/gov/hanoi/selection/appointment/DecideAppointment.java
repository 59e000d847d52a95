package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.appointment.AppointmentDesk.Laid;
import vn.gov.hanoi.selection.appointment.AppointmentGuard.Act;
import vn.gov.hanoi.selection.round.Rounds;

/** Decides an appointment: the directory is told, and the person stands for no other post any more. */
@ApplicationScoped
class DecideAppointment {
    private final AppointmentDesk desk;
    private final AppointmentRepository appointments;
    private final AppointmentJournal journal;
    private final ApplicationDesk applications;
    private final Rounds rounds;

    DecideAppointment(
            AppointmentDesk desk,
            AppointmentRepository appointments,
            AppointmentJournal journal,
            ApplicationDesk applications,
            Rounds rounds) {
        this.desk = desk;
        this.appointments = appointments;
        this.journal = journal;
        this.applications = applications;
        this.rounds = rounds;
    }

    /**
     * Refusals: those of {@link AppointmentDesk#hold}, among them selection.no-longer-eligible and selection.consent-missing;
     * selection.decision-not-signed-yet, selection.effective-before-decision, selection.too-many-terms.
     *
     * @param effectiveOn first day, in Hanoi
     */
    @Transactional
    Laid decide(UUID id, @Nullable String ifMatch, DecisionPart decision, LocalDate effectiveOn, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.DECIDE, caller);
        var appointment = laid.appointment();
        var refusals = new ArrayList<>(Rounds.unsigned(decision, rounds.today()));
        if (effectiveOn.isBefore(decision.signedOn())) {
            refusals.add(Refusal.of(
                            SelectionProblem.EFFECTIVE_BEFORE_DECISION,
                            "effectiveOn",
                            effectiveOn,
                            "signedOn",
                            decision.signedOn())
                    .at("/effectiveOn"));
        }
        refusals.addAll(terms(laid, effectiveOn));
        Refused.ifAny(refusals);
        var stamp = journal.stamp(caller);
        for (var other : appointments.proposedElsewhere(appointment.officerId(), id)) {
            other.end(AppointmentState.LAPSED, Step.of("LAPSE", null, null, stamp));
            journal.kept("lapse", other, Map.of("appointmentId", id), caller);
        }
        appointment.decide(decision, effectiveOn, stamp);
        journal.told(
                "decide",
                appointment,
                Map.of(
                        "decision", decision.number(),
                        "effectiveOn", effectiveOn.toString(),
                        "termMonths", appointment.post().termMonths()),
                caller);
        applications.chosenElsewhere(appointment.officerId(), appointment.applicationId(), id, caller);
        return laid;
    }

    private List<Refusal> terms(Laid laid, LocalDate effectiveOn) {
        var post = laid.appointment().post();
        var since = appointments.heldSince(laid.appointment().officerId(), post, effectiveOn);
        int terms = terms(since, effectiveOn, post.termMonths());
        int most = desk.rules(laid.round()).maximumTerms();
        return terms >= most
                ? List.of(Refusal.of(SelectionProblem.TOO_MANY_TERMS, "terms", terms, "maximum", most))
                : List.of();
    }

    /** Terms that have begun in a time; one that has begun counts. */
    static int terms(LocalDate since, LocalDate until, int termMonths) {
        int terms = 0;
        while (since.plusMonths((long) terms * termMonths).isBefore(until)) {
            terms++;
        }
        return terms;
    }
}
