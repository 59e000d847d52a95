package vn.gov.hanoi.kernel.sanctioncopy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
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

    /**
     * The longest of what forbids this to an officer on a day, whoever asks; empty if it is allowed.
     *
     * @param kind for example TRAINING
     */
    @Transactional
    public Optional<Held> forbids(String kind, UUID officerId, LocalDate day) {
        return sanctions.of(officerId).forbids(kind, day);
    }
}
