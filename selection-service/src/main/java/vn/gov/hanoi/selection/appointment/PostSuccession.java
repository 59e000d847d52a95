package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.application.ApplicationState;
import vn.gov.hanoi.selection.appointment.Succession.Fate;
import vn.gov.hanoi.selection.appointment.Succession.Turn;
import vn.gov.hanoi.selection.result.Results;
import vn.gov.hanoi.selection.result.Results.MeritList;
import vn.gov.hanoi.selection.result.Results.Ranked;
import vn.gov.hanoi.selection.ruleset.AppointmentRules;

/** Finds who may be proposed for a post of a held round. */
@ApplicationScoped
class PostSuccession {
    private final AppointmentRepository appointments;
    private final ApplicationDesk applications;
    private final Results results;

    PostSuccession(AppointmentRepository appointments, ApplicationDesk applications, Results results) {
        this.appointments = appointments;
        this.applications = applications;
        this.results = results;
    }

    /** The published result of a post whose selection goes on. Refusals: selection.result-not-published, selection.post-ended. */
    MeritList list(UUID vacancyId) {
        var list = results.published(vacancyId).orElseThrow(() -> new Refused(SelectionProblem.RESULT_NOT_PUBLISHED));
        if (appointments.hasEnded(vacancyId)) {
            throw new Refused(SelectionProblem.POST_ENDED);
        }
        return list;
    }

    Succession of(MeritList list, AppointmentRules rules) {
        var made = appointments.ofPost(list.vacancyId());
        return new Succession(
                list.ranked().stream()
                        .map(each -> new Turn(each.applicationId(), each.rank(), fate(each, made)))
                        .toList(),
                appointments.places(list.vacancyId()),
                rules.nextRanked());
    }

    private Fate fate(Ranked ranked, List<Appointment> made) {
        var own = made.stream()
                .filter(each -> each.applicationId().equals(ranked.applicationId()))
                .map(Appointment::state)
                .toList();
        if (own.stream().anyMatch(AppointmentState::isOpen)) {
            return Fate.OPEN;
        }
        boolean stands = applications
                .find(ranked.applicationId())
                .map(Application::state)
                .filter(state -> state == ApplicationState.RECEIVED)
                .isPresent();
        return stands && own.stream().noneMatch(AppointmentState::isOver) ? Fate.FREE : Fate.GONE;
    }
}
