package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays a case on the table: with its decision and what the caller may do with it. */
@ApplicationScoped
class DisciplineDesk {
    private final DisciplineRepository cases;
    private final DisciplineDecisionRepository decisions;
    private final OfficerVisibilityQueries visibility;
    private final AuthorityQueries authority;
    private final Clock clock;
    private final DisciplineRules rules = DisciplineRules.shipped();

    DisciplineDesk(
            DisciplineRepository cases,
            DisciplineDecisionRepository decisions,
            OfficerVisibilityQueries visibility,
            AuthorityQueries authority,
            Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.visibility = visibility;
        this.authority = authority;
        this.clock = clock;
    }

    DisciplineRules rules() {
        return rules;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Who does something now, as the database keeps it: the event and the row tell the same moment. */
    DisciplineCase.Mark mark(Caller caller) {
        return new DisciplineCase.Mark(
                caller.subject(),
                authority.officer(caller).orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * A case goes where the officer goes: it is for those in whose units he or she serves today.
     *
     * <p>Refusals: scope.unit-unknown, resource.not-found for an unknown case and one of an officer outside the scope.
     */
    @Transactional
    DisciplineGuard see(UUID id, Caller caller) {
        var found = cases.find(id);
        // Asked also for an unknown case, so that a caller without a scope learns the same of every id.
        boolean visible = visibility.isVisible(
                caller, found.map(DisciplineCase::officerId).orElse(id));
        if (!visible || found.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return laid(found.get(), caller);
    }

    /**
     * The case that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: those of {@link #see} and {@link DisciplineGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    DisciplineGuard hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        see(id, caller);
        var held = laid(cases.hold(id).orElseThrow(), caller);
        Refused.ifAny(held.authority(act));
        Etags.require(ifMatch, held.matter().rowVersion());
        Refused.ifAny(held.state(act));
        return held;
    }

    /** The same caller's view of a case that was just changed. */
    DisciplineGuard again(UUID id, Caller caller) {
        return laid(cases.find(id).orElseThrow(), caller);
    }

    private DisciplineGuard laid(DisciplineCase matter, Caller caller) {
        return new DisciplineGuard(
                matter,
                decisions.of(matter.id()),
                caller,
                authority.officer(caller).orElse(null),
                today());
    }
}
