package vn.gov.hanoi.gateway.support;

import static org.awaitility.Awaitility.await;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of which the server does not yet know that they are over; the shutdown waits for them. */
@ApplicationScoped
public class InFlight {
    private static final int BEFORE_THE_FRONT_DOOR = -200;

    private final AtomicInteger count = new AtomicInteger();

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_FRONT_DOOR).handler(context -> {
            count.incrementAndGet();
            context.addEndHandler(over -> count.decrementAndGet());
            context.next();
        });
    }

    public void awaitNone() {
        await("no request in flight").until(() -> count.get() == 0);
    }
}
