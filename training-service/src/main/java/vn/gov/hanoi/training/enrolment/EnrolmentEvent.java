package vn.gov.hanoi.training.enrolment;

import java.util.UUID;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** Payload of vn.gov.hanoi.training.enrolment.changed.v1: ids and states, no names, no reasons, no scores. */
record EnrolmentEvent(UUID id, long version, UUID classId, UUID officerId, UUID unitId, EnrolmentState state) {
    static EventDraft of(Enrolment changed) {
        var data = new EnrolmentEvent(
                changed.id(),
                changed.version(),
                changed.classId(),
                changed.learner().officerId(),
                changed.learner().unitId(),
                changed.state());
        return new EventDraft("training.enrolment", "changed", 1, "enrolments", changed.id(), data.officerId(), data);
    }
}
