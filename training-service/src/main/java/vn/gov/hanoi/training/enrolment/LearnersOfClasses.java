package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.Learners;

/** Follows changes of classes. */
@ApplicationScoped
class LearnersOfClasses implements Learners {
    private final EnrolmentRepository enrolments;
    private final SeatRepository seats;
    private final EnrolmentJournal journal;
    private final Clock clock;

    LearnersOfClasses(EnrolmentRepository enrolments, SeatRepository seats, EnrolmentJournal journal, Clock clock) {
        this.enrolments = enrolments;
        this.seats = seats;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Refusal> move(UUID classId, SortedSet<LocalDate> days) {
        var open = enrolments.open(classId);
        if (open.isEmpty()) {
            return List.of();
        }
        if (days.isEmpty()) {
            return List.of(Refusal.of(TrainingProblem.CLASS_WITHOUT_SESSIONS).at("/setup/sessions"));
        }
        seats.hold(open.stream().map(each -> each.learner().officerId()).toList());
        var conflicts = seats.otherClasses(classId, days);
        if (conflicts.isEmpty()) {
            var ids = open.stream().map(Enrolment::id).toList();
            seats.freeDays(ids);
            seats.takeDays(classId, ids);
        }
        return conflicts.stream()
                .map(each -> Refusal.of(
                                TrainingProblem.DAYS_TAKEN,
                                "day",
                                each.day().toString(),
                                "classId",
                                classId.toString(),
                                "otherClassId",
                                each.classId().toString())
                        .at("/setup/sessions"))
                .toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(UUID classId, Caller caller) {
        var mark = new Enrolment.Mark(caller.subject(), clock.instant());
        var ended =
                enrolments.open(classId).stream().map(each -> each.cancel(mark)).toList();
        enrolments.update(ended);
        seats.freeDays(ended.stream().map(Enrolment::id).toList());
        seats.keep(classId, new Seats(seats.seats(classId).places(), 0));
        journal.record("enrolment.cancel", ended, caller);
    }
}
