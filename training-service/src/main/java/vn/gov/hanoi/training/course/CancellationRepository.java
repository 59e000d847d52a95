package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.course.ClassApi.CancelRequest;

/** Keeps why classes were cancelled. */
@ApplicationScoped
class CancellationRepository {
    private static final String ADD = """
            insert into class_cancellations (class_id, reason_code, reason_text, decision_number, decision_signed_on, decision_issuer,
                released_vnd, cancelled_at, cancelled_by)
            values (:id, :code, :text, :number, :signed, :issuer, :released, :at, :by)""";

    private final EntityManager entities;
    private final Clock clock;

    CancellationRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param releasedVnd what went back to the account, in đồng */
    void add(TrainingClass of, CancelRequest request, long releasedVnd, Caller caller) {
        entities.createNativeQuery(ADD)
                .setParameter("id", of.id())
                .setParameter("code", request.reason().code())
                .setParameter("text", PlainText.of(request.reason().text()))
                .setParameter("number", PlainText.of(request.decision().number()))
                .setParameter("signed", request.decision().signedOn())
                .setParameter("issuer", request.decision().issuer())
                .setParameter("released", releasedVnd)
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("by", caller.subject())
                .executeUpdate();
    }
}
