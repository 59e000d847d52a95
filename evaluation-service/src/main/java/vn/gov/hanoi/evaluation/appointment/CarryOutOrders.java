package vn.gov.hanoi.evaluation.appointment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.gov.hanoi.evaluation.officer.AppointLeader;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Records the posts of appointments whose first day has come, each in a transaction of its own, whatever restarts and however many
 * instances look. What the directory refuses is kept and told back.
 */
@ApplicationScoped
class CarryOutOrders {
    private static final Logger LOGGER = Logger.getLogger(CarryOutOrders.class);

    private final OrderRepository orders;
    private final AppointLeader directory;
    private final OutboxWriter outbox;
    private final AppointmentConfig config;
    private final Clock clock;

    CarryOutOrders(
            OrderRepository orders,
            AppointLeader directory,
            OutboxWriter outbox,
            AppointmentConfig config,
            Clock clock) {
        this.orders = orders;
        this.directory = directory;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${congvu.appointments.every:1m}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        carryOut(LocalDate.now(clock));
    }

    /** @param today in Hanoi */
    void carryOut(LocalDate today) {
        for (var due : QuarkusTransaction.requiringNew().call(() -> orders.due(today, config.most()))) {
            Trace.within(due.traceparent(), () -> carryOut(due.id(), today));
        }
    }

    private void carryOut(UUID id, LocalDate today) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(id, today));
        } catch (Refused refused) {
            QuarkusTransaction.requiringNew().run(() -> refuse(id, today, refused));
        } catch (RuntimeException e) {
            // One that meets a fault waits for the next look and does not stand in the way of the others.
            LOGGER.errorf(e, "appointment is not carried out yet: appointmentId=%s", id);
        }
    }

    private void apply(UUID id, LocalDate today) {
        orders.forWork(id, today).ifPresent(order -> {
            var post = directory.appoint(order.post(), id, Caller.system("appointments"));
            keep(order.applied(post));
        });
    }

    private void refuse(UUID id, LocalDate today, Refused refused) {
        orders.forWork(id, today)
                .ifPresent(order -> keep(order.refused(refused.refusals().getFirst())));
    }

    private void keep(AppointmentOrder order) {
        orders.change(order);
        outbox.write(order.draft());
    }
}
