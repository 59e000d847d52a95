package vn.gov.hanoi.training.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;

/**
 * A person in a class, from the nomination on. Each act answers with the next version.
 *
 * @param arrival place in the order of nominations of the class, from 1
 * @param checked conditions as they were last checked, with the moment
 * @param reason why it was rejected or withdrawn; null if it was not
 * @param outcome null until somebody said it
 * @param decided who decided last; null while nobody did
 */
record Enrolment(
        UUID id,
        long version,
        UUID classId,
        Learner learner,
        EnrolmentState state,
        long arrival,
        Checked checked,
        @Nullable Reason reason,
        @Nullable Outcome outcome,
        Mark nominated,
        @Nullable Mark decided) {
    /** The person with unit, category and name of the nomination. */
    record Learner(
            UUID officerId, String code, String name, String category, UUID unitId, String unitCode, String unitName) {}

    record Checked(List<Condition> conditions, Instant at) {
        Checked {
            conditions = List.copyOf(conditions);
        }
    }

    record Reason(String code, String text) {}

    /** Who did something, and when. */
    record Mark(String by, Instant at) {}

    /** @param post main post on the first class day */
    static Enrolment nominate(
            UUID classId, Candidate candidate, Candidate.Post post, long arrival, Checked checked, Mark mark) {
        var learner = new Learner(
                candidate.officerId(),
                candidate.code(),
                candidate.name(),
                post.category(),
                post.unitId(),
                post.unitCode(),
                post.unitName());
        return new Enrolment(
                Ids.next(), 1, classId, learner, EnrolmentState.NOMINATED, arrival, checked, null, null, mark, null);
    }

    /** @param to ENROLLED or WAITING */
    Enrolment approve(EnrolmentState to, Checked anew, Mark mark) {
        return next(to, anew, null, null, mark);
    }

    /** Moves up from the line; nobody decides it but the order of arrival. */
    Enrolment promote(Checked anew) {
        return next(EnrolmentState.ENROLLED, anew, reason, outcome, decided);
    }

    Enrolment reject(Reason why, Mark mark) {
        return next(EnrolmentState.REJECTED, checked, why, null, mark);
    }

    Enrolment withdraw(Reason why, Mark mark) {
        return next(EnrolmentState.WITHDRAWN, checked, why, null, mark);
    }

    /** The class is not held, or went by without this one. */
    Enrolment cancel(Mark mark) {
        return next(EnrolmentState.CANCELLED, checked, reason, null, mark);
    }

    Enrolment decide(Outcome said, Mark mark) {
        return next(state, checked, reason, said, mark);
    }

    private Enrolment next(
            EnrolmentState to, Checked anew, @Nullable Reason why, @Nullable Outcome said, @Nullable Mark mark) {
        return new Enrolment(id, version + 1, classId, learner, to, arrival, anew, why, said, nominated, mark);
    }
}
