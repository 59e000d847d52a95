package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.ClassGuard.Act;

/** Lays a class on the table, with what the caller may do with it. */
@ApplicationScoped
class ClassDesk {
    private final ClassFactsQueries facts;
    private final ClassRepository classes;
    private final Scopes scopes;
    private final Clock clock;

    ClassDesk(ClassFactsQueries facts, ClassRepository classes, Scopes scopes, Clock clock) {
        this.facts = facts;
        this.classes = classes;
        this.scopes = scopes;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Refusals: scope.unit-unknown; resource.not-found for a class that is not there or not for the caller. */
    @Transactional
    ClassGuard see(UUID id, Caller caller) {
        var found = facts.find(id, scopes.of(caller)).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        return guard(found, caller);
    }

    ClassGuard guard(ClassFacts of, Caller caller) {
        return new ClassGuard(of, caller, today());
    }

    /**
     * A class that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: those of {@link #see} and {@link ClassGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    TrainingClass hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        Refused.ifAny(see(id, caller).rights());
        var held = classes.hold(id);
        Etags.require(ifMatch, held.version());
        Refused.ifAny(see(id, caller).state(act));
        return held;
    }
}
