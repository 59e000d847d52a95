package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** Tells officers as they are now recorded, on directory.officer. */
@ApplicationScoped
public class OfficerEventQueries {
    private static final int PORTION = 2_000;

    private final OfficerRepository officers;
    private final OutboxWriter outbox;
    private final Clock clock;

    OfficerEventQueries(OfficerRepository officers, OutboxWriter outbox, Clock clock) {
        this.officers = officers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes one event for each officer, in the transaction of the change; many are read and written in portions. */
    public void tell(Collection<UUID> ids) {
        var sorted = ids.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += PORTION) {
            var portion = sorted.subList(from, Math.min(from + PORTION, sorted.size()));
            var recorded = officers.load(portion, null);
            write(portion.stream().map(recorded::get).filter(Objects::nonNull).toList());
        }
    }

    /** As {@link #tell(Collection)}, for officers at hand. */
    void write(List<Officer> changed) {
        var today = LocalDate.now(clock);
        outbox.writeAll(changed.stream()
                .map(officer -> OfficerRecorded.of(officer, today).draft())
                .toList());
    }
}
