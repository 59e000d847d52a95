package vn.gov.hanoi.training.sanction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Door to what sanctions forbid: whether somebody may be trained on some days. */
@ApplicationScoped
public class TrainingBans {
    private static final String TRAINING = "TRAINING";

    private final SanctionRepository sanctions;

    TrainingBans(SanctionRepository sanctions) {
        this.sanctions = sanctions;
    }

    /**
     * The last day of the longest ban on training that falls on any of the days, inclusive; officers without one are left out.
     *
     * @param days class days
     */
    public Map<UUID, LocalDate> lastDays(Collection<UUID> officers, Collection<LocalDate> days) {
        var found = new HashMap<UUID, LocalDate>();
        sanctions
                .of(officers)
                .forEach((officer, check) -> days.forEach(day -> check.forbids(TRAINING, day)
                        .ifPresent(ban -> found.merge(
                                officer, ban.lastDay(), (one, other) -> one.isAfter(other) ? one : other))));
        return found;
    }
}
