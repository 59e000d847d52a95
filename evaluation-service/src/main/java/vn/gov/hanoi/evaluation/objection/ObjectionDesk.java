package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ContestedResults;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays an objection on the table: with what the caller has to do with it. */
@ApplicationScoped
class ObjectionDesk {
    private final ObjectionRepository objections;
    private final PartyQueries parties;
    private final ContestedResults results;

    ObjectionDesk(ObjectionRepository objections, PartyQueries parties, ContestedResults results) {
        this.objections = objections;
        this.parties = parties;
        this.results = results;
    }

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown objection and one that is not the caller's to know. */
    @Transactional
    ObjectionGuard see(UUID id, Caller caller) {
        parties.requireScope(caller);
        var found = laid(objections.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), caller);
        if (!parties.sees(caller, found.objection(), found.party())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return found;
    }

    /**
     * The objection that somebody wants to act on, held until the end of the transaction. Its closing is held alone before it, so that
     * nobody locks it or corrects in it meanwhile.
     *
     * <p>Refusals: those of {@link #see} and {@link ObjectionGuard#refusals}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ObjectionGuard hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        results.hold(see(id, caller).objection().about().closingId());
        var held = laid(objections.hold(id).orElseThrow(), caller);
        Refused.ifAny(held.authority(act));
        Etags.require(ifMatch, held.objection().rowVersion());
        Refused.ifAny(held.state(act));
        return held;
    }

    /** The same caller's view of an objection that was just changed. */
    ObjectionGuard again(UUID id, Caller caller) {
        return laid(objections.find(id).orElseThrow(), caller);
    }

    private ObjectionGuard laid(Objection objection, Caller caller) {
        return new ObjectionGuard(objection, parties.of(caller, objection));
    }
}
