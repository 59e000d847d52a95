package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Takes cases and commitments out for who may see them: their officer is kept by a unit of the caller's today. */
@ApplicationScoped
class CompensationDesk {
    private final CommitmentRepository commitments;
    private final CompensationRepository cases;
    private final KeeperQueries keepers;
    private final Scopes scopes;
    private final AuditTrail audit;

    CompensationDesk(
            CommitmentRepository commitments,
            CompensationRepository cases,
            KeeperQueries keepers,
            Scopes scopes,
            AuditTrail audit) {
        this.commitments = commitments;
        this.cases = cases;
        this.keepers = keepers;
        this.scopes = scopes;
        this.audit = audit;
    }

    /** A case with its commitment. */
    record Matter(CompensationCase matter, ServiceCommitment commitment) {}

    /** Refusal: scope.unit-unknown. */
    @Transactional
    boolean isWithin(UUID officerId, Caller caller) {
        return keepers.isKeptWithin(officerId, scopes.of(caller));
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    void requireScope(Caller caller) {
        scopes.of(caller);
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    Matter see(UUID caseId, Caller caller) {
        return shown(keepers.caseOfficer(caseId, scopes.of(caller)).isPresent() ? cases.get(caseId) : null);
    }

    /** The same, held until the transaction ends, in the version that is at hand. Refusals: precondition.required, precondition.failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Matter hold(UUID caseId, @Nullable String ifMatch, Caller caller) {
        var held = hold(caseId, caller);
        Etags.require(ifMatch, held.matter().version());
        return held;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Matter hold(UUID caseId, Caller caller) {
        see(caseId, caller);
        return shown(cases.forChange(caseId).orElseThrow());
    }

    private Matter shown(@Nullable CompensationCase found) {
        if (found == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return new Matter(found, commitments.get(found.commitmentId()));
    }

    /** Refusal: authority.own-act. */
    static void notOneself(Learner learner, Caller caller) {
        if (learner.code().equals(caller.officerCode())) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void record(String action, Matter matter, Map<String, ?> details, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act(
                        "compensation." + action,
                        "compensations",
                        matter.matter().id(),
                        matter.commitment().learner().unitId(),
                        details));
    }
}
