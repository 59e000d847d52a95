package vn.gov.hanoi.selection.application;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ruleset.RoundRules;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/**
 * Forgets applications of those who were not chosen, after the time for appeals and the retention that follows. What is purged is gone
 * with all findings; only the audit keeps that it was. A legal hold wins. Law 91/2025/QH15 art. 25.
 */
@ApplicationScoped
class PurgeApplications {
    private static final int PORTION = 500;

    private final ApplicationRepository applications;
    private final SelectionDefaultQueries defaults;
    private final AuditTrail audit;
    private final Clock clock;
    private final Event<ApplicationPurged> purged;

    PurgeApplications(
            ApplicationRepository applications,
            SelectionDefaultQueries defaults,
            AuditTrail audit,
            Clock clock,
            Event<ApplicationPurged> purged) {
        this.applications = applications;
        this.defaults = defaults;
        this.audit = audit;
        this.clock = clock;
        this.purged = purged;
    }

    /** Again and again the same: what is gone is not found any more. */
    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        var today = LocalDate.now(clock);
        for (var id : applications.due(lastEnd(defaults.roundsOn(today), today).plusDays(1), PORTION)) {
            purged.fire(new ApplicationPurged(id));
            applications.purge(id);
            record(id);
        }
    }

    /** The last day of an end whose data are not kept any more today. */
    private static LocalDate lastEnd(RoundRules rules, LocalDate today) {
        var day = today.minusMonths(rules.retentionMonths()).minusDays(rules.appealDays() + 4L);
        while (!rules.purgeOn(day.plusDays(1)).isAfter(today)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void record(UUID id) {
        audit.record(
                Caller.system("retention"),
                new AuditTrail.Act("application.purge", "applications", id, null, Map.of()));
    }
}
