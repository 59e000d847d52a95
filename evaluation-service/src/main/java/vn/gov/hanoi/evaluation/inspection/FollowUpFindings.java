package vn.gov.hanoi.evaluation.inspection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Draws up a re-inspection for each finding whose last day to remedy has passed and to which no team was sent; each once, whatever restarts and
 * however many instances look: a finding is held, and it has one re-inspection that waits at most. Who claimed in time is looked at, too.
 */
@ApplicationScoped
class FollowUpFindings {
    private static final String DUE = """
            f.closed_at is null and f.due_on < ? and not exists (select from inspections i where i.finding_id = f.id)
            order by f.due_on, f.id limit %d for update skip locked""";

    private final FindingRepository findings;
    private final ReInspect reInspect;
    private final FollowUpConfig config;
    private final Clock clock;

    FollowUpFindings(FindingRepository findings, ReInspect reInspect, FollowUpConfig config, Clock clock) {
        this.findings = findings;
        this.reInspect = reInspect;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${congvu.re-inspections.every:1h}",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        follow(LocalDate.now(clock));
    }

    /** @param today in Hanoi */
    void follow(LocalDate today) {
        var job = Caller.system("re-inspections");
        while (QuarkusTransaction.requiringNew().call(() -> {
                    var due = findings.rows(DUE.formatted(config.chunk()), List.of(today), null);
                    due.forEach(finding -> reInspect.overdue(finding, today, job));
                    return due.size();
                })
                == config.chunk()) {
            // One chunk after the other.
        }
    }
}
