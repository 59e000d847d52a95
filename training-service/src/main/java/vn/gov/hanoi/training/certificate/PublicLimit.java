package vn.gov.hanoi.training.certificate;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.TrainingProblem;

/** How often one address may ask without a token, on this node. Checking signatures costs more than asking for it. */
@ApplicationScoped
class PublicLimit {
    private static final int MOST_ADDRESSES = 20_000;
    private static final int SECONDS = 60;

    private final HttpServerRequest request;
    private final Clock clock;
    private final int perMinute;

    /** The address that came first is forgotten first. */
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    PublicLimit(
            HttpServerRequest request,
            Clock clock,
            @ConfigProperty(name = "congvu.certificates.public-requests-per-minute", defaultValue = "120")
                    int perMinute) {
        this.request = request;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    private record Window(long minute, int asked) {}

    /** Refusal: training.too-many-requests. */
    void admit() {
        long minute = clock.instant().getEpochSecond() / SECONDS;
        int asked;
        synchronized (windows) {
            var window = windows.getOrDefault(address(), new Window(minute, 0));
            asked = window.minute() == minute ? window.asked() + 1 : 1;
            windows.put(address(), new Window(minute, asked));
        }
        if (asked > perMinute) {
            throw new Refused(Refusal.of(TrainingProblem.TOO_MANY_REQUESTS, "perMinute", perMinute));
        }
    }

    /** The gateway replaces what clients say about themselves. */
    private String address() {
        var told = request.getHeader("X-Forwarded-For");
        return told == null ? request.remoteAddress().hostAddress() : told;
    }
}
