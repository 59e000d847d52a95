package vn.gov.hanoi.kernel.sanctioncopy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.sanctioncopy.SanctionCheckApi.BanView;
import vn.gov.hanoi.kernel.sanctioncopy.SanctionCheckApi.CheckView;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says what is forbidden to an officer on a day. */
@ApplicationScoped
public class CheckSanctions {
    private final SanctionRepository sanctions;
    private final OfficerScopeQueries officers;
    private final Clock clock;

    CheckSanctions(SanctionRepository sanctions, OfficerScopeQueries officers, Clock clock) {
        this.sanctions = sanctions;
        this.officers = officers;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown; resource.not-found for an officer whose main post of today is outside the scope, as for an unknown one.
     *
     * @param on null for today
     */
    @Transactional
    public CheckView check(UUID officerId, @Nullable LocalDate on, Caller caller) {
        if (!officers.isWithin(officerId, caller)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var day = on == null ? LocalDate.now(clock) : on;
        var held = sanctions.of(officerId).on(day);
        return new CheckView(
                officerId,
                day,
                held.isEmpty(),
                held.stream()
                        .map(each -> new BanView(each.kind(), each.form(), each.effectiveOn(), each.lastDay()))
                        .toList());
    }

    /** All that is, was or will be forbidden to an officer, whoever asks, in the order of what and until when. */
    @Transactional
    public List<Held> all(UUID officerId) {
        return sanctions.of(officerId).all();
    }

    /** What forbids this to an officer on a day, the longest; empty if it is allowed. @param kind for example TRAINING */
    @Transactional
    public Optional<Held> forbids(String kind, UUID officerId, LocalDate day) {
        return sanctions.of(officerId).forbids(kind, day);
    }

    /**
     * What forbids this on any of the days, the longest; whoever is allowed on all of them is left out.
     *
     * @param kind for example TRAINING
     */
    @Transactional
    public Map<UUID, Held> forbids(String kind, Collection<UUID> officers, Collection<LocalDate> days) {
        var found = new HashMap<UUID, Held>();
        var asked = List.copyOf(days);
        sanctions.of(officers).forEach((officer, check) -> check.forbids(kind, asked)
                .ifPresent(held -> found.put(officer, held)));
        return found;
    }
}
