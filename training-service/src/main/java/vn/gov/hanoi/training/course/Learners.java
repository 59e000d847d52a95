package vn.gov.hanoi.training.course;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** What becomes of the learners when their class changes; inside the transaction of the change, with the class held. */
public interface Learners {
    /**
     * Moves all open learners to these class days, or says why they cannot be there.
     *
     * @return training.days-taken, for each other class that they attend; if not empty, the transaction must not be committed
     */
    List<Refusal> move(UUID classId, SortedSet<LocalDate> days);

    /** Ends all open enrolments, since the class is not held, and tells it. */
    void cancel(UUID classId, Caller caller);
}
