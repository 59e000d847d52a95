package vn.gov.hanoi.selection.appointment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.DirectoryView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.ObstacleView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.StepView;
import vn.gov.hanoi.selection.appointment.AppointmentDesk.Laid;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** Shows an appointment to those who may know of it. Inside the transaction that loaded it. */
@ApplicationScoped
class AppointmentViews {
    static final String ADDRESS = "/selection/v1/appointments/";

    private final AppointmentDesk desk;
    private final AppointmentRepository appointments;
    private final Problems problems;

    AppointmentViews(AppointmentDesk desk, AppointmentRepository appointments, Problems problems) {
        this.desk = desk;
        this.appointments = appointments;
        this.problems = problems;
    }

    /** @param locale language of the reasons in {@code _actions}; everything else does not depend on it */
    AppointmentView of(Laid laid, Locale locale) {
        var appointment = laid.appointment();
        var post = appointment.post();
        var guard = desk.guard(laid);
        var first = appointment.effectiveOn();
        return new AppointmentView(
                appointment.id(),
                Etags.of(appointment.version()),
                appointment.roundId(),
                post.vacancyId(),
                appointment.applicationId(),
                post.unitId(),
                post.title(),
                post.position(),
                appointments.person(appointment.officerId()),
                appointment.rank(),
                appointment.state(),
                post.termMonths(),
                post.probationMonths(),
                first,
                first == null ? null : first.plusMonths(post.termMonths()).minusDays(1),
                guard.against().stream()
                        .map(each -> new ObstacleView(each.condition(), each.outcome(), each.reason()))
                        .toList(),
                appointment.steps().stream()
                        .map(step -> new StepView(step.act(), step.decision(), step.reason(), step.madeAt()))
                        .toList(),
                new DirectoryView(
                        appointment.assignmentId(),
                        appointment.refusal(),
                        CanonicalJson.read(appointment.refusalArgs(), new TypeReference<>() {})),
                appointment.version(),
                appointment.changedAt(),
                actions(guard, locale));
    }

    private List<ActionView> actions(AppointmentGuard guard, Locale locale) {
        return Arrays.stream(AppointmentGuard.Act.values())
                .map(act -> {
                    var refusals = guard.refusals(act);
                    return new ActionView(
                            act.verb(),
                            ADDRESS + guard.laid().appointment().id() + "/actions/" + act.verb(),
                            refusals.isEmpty(),
                            act.needs(),
                            refusals.stream()
                                    .map(each -> problems.item(each, locale))
                                    .toList());
                })
                .toList();
    }
}
