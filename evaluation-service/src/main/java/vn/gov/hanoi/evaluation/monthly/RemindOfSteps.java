package vn.gov.hanoi.evaluation.monthly;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/**
 * Tells which steps of open months are due on the next working day, and which are overdue; each once, whatever restarts and however many
 * instances look. A reminder and its event are one transaction.
 */
@ApplicationScoped
class RemindOfSteps {
    private static final UUID FIRST = new UUID(0, 0);

    private final ReminderRepository reminders;
    private final RuleSetCatalogue catalogue;
    private final OutboxWriter outbox;
    private final ReminderConfig config;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    RemindOfSteps(
            ReminderRepository reminders,
            RuleSetCatalogue catalogue,
            OutboxWriter outbox,
            ReminderConfig config,
            Clock clock) {
        this.reminders = reminders;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${congvu.reminders.every:15m}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        remind(LocalDate.now(clock));
    }

    /** Looks through all open closings, a chunk in each transaction. @param today in Hanoi */
    void remind(LocalDate today) {
        var after = FIRST;
        while (true) {
            var from = after;
            var seen = QuarkusTransaction.requiringNew().call(() -> chunk(from, today));
            if (seen.size() < config.chunk()) {
                return;
            }
            after = seen.getLast();
        }
    }

    private List<UUID> chunk(UUID after, LocalDate today) {
        var found = new ArrayList<Reminder>();
        var seen = new ArrayList<UUID>();
        reminders.open(after, today, config.chunk()).forEach((closing, counted) -> {
            seen.add(closing.id());
            var groups = counted.stream()
                    .map(each -> new Reminder.Group(
                            Workflow.of(catalogue.version(each.ruleSetId()).rules(), closing.period(), days),
                            each.state(),
                            each.count()))
                    .toList();
            found.addAll(Reminder.of(closing, groups, today, days));
        });
        if (!found.isEmpty()) {
            outbox.writeAll(reminders.told(found, clock.instant().truncatedTo(ChronoUnit.MILLIS)).stream()
                    .map(Reminder::draft)
                    .toList());
        }
        return seen;
    }
}
