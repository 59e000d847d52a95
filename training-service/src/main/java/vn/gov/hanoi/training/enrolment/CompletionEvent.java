package vn.gov.hanoi.training.enrolment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.training.course.ClassFacts;

/**
 * A class ended for a learner: payload of vn.gov.hanoi.training.completion.recorded.v1. No name and no score.
 *
 * @param id the enrolment
 */
record CompletionEvent(
        UUID id,
        UUID classId,
        UUID officerId,
        UUID unitId,
        @Nullable String courseCode,
        Outcome.Result outcome,
        LocalDate endedOn) {
    static EventDraft of(Enrolment ended, ClassFacts of) {
        var data = new CompletionEvent(
                ended.id(),
                of.id(),
                ended.learner().officerId(),
                ended.learner().unitId(),
                of.courseCode(),
                Objects.requireNonNull(ended.outcome()).result(),
                of.timetable().days().isEmpty()
                        ? of.endsOn()
                        : of.timetable().days().getLast());
        return new EventDraft("training.completion", "recorded", 1, "enrolments", ended.id(), data.officerId(), data);
    }
}
