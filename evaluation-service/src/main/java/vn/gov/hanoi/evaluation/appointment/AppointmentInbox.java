package vn.gov.hanoi.evaluation.appointment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;
import vn.gov.hanoi.kernel.inbox.TopicHandler;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** Takes appointments that selection-service decided or revoked. */
@ApplicationScoped
class AppointmentInbox implements TopicHandler {
    private static final String DECIDED = "vn.gov.hanoi.selection.appointment.decided.v1";
    private static final String REVOKED = "vn.gov.hanoi.selection.appointment.revoked.v1";

    private final OrderRepository orders;
    private final OutboxWriter outbox;

    AppointmentInbox(OrderRepository orders, OutboxWriter outbox) {
        this.orders = orders;
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return "selection.appointment";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        for (var event : events) {
            var data = event.data();
            if (data != null && event.type().equals(DECIDED)) {
                take(told(data, OrderState.WAITING));
            } else if (data != null && event.type().equals(REVOKED)) {
                take(told(data, OrderState.REVOKED));
            }
        }
    }

    private void take(AppointmentOrder told) {
        var known = orders.forChange(told.id()).orElse(null);
        if (known == null) {
            orders.add(told);
        } else if (known.revision() < told.revision()) {
            var now = known.after(told);
            orders.change(now);
            if (now.state() == OrderState.APPLIED) {
                outbox.write(now.draft());
            }
        }
    }

    private static AppointmentOrder told(JsonNode data, OrderState state) {
        return new AppointmentOrder(
                Payload.id(data, "id"),
                Payload.whole(data, "revision"),
                Payload.id(data, "officerId"),
                Payload.id(data, "unitId"),
                Position.valueOf(Payload.required(data, "position")),
                Payload.required(data, "title"),
                Payload.day(data, "effectiveOn"),
                Payload.required(data, "decisionNumber"),
                state,
                null,
                null,
                Map.of());
    }
}
