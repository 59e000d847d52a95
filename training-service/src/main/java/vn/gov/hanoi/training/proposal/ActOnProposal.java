package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;

/** Submits proposals, sends them back and takes them back. */
@ApplicationScoped
class ActOnProposal {
    private final ProposalRepository proposals;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    ActOnProposal(ProposalRepository proposals, Scopes scopes, AuditTrail audit, Clock clock) {
        this.proposals = proposals;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: precondition.*, training.proposal-state-differs, -proposal-empty, -estimate-missing. */
    @Transactional
    Proposal submit(UUID id, @Nullable String ifMatch, Caller caller) {
        var proposal = held(id, ifMatch);
        proposal.submit(proposals.due(proposal.step(), proposal.year()), clock.instant(), caller.subject());
        return record("plan-proposal.submit", proposal, caller);
    }

    /**
     * Sends it back: by who plans for a unit above, or for the City if it is the City's, and never by who proposed it or keeps it
     * since. Refusals: precondition.*, training.proposal-state-differs, training.proposal-gone-on, authority.own-act.
     */
    @Transactional
    Proposal sendBack(UUID id, @Nullable String ifMatch, String reason, Caller caller) {
        var proposal = held(id, ifMatch);
        var scope = scopes.of(caller);
        boolean above =
                scopes.contains(scope, proposal.unitId()) && !scope.rootUnitId().equals(proposal.unitId());
        if (!proposal.isOfCity() && !above) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        proposal.sendBack(reason, caller.subject());
        requireHere(proposal);
        return record("plan-proposal.return", proposal, caller);
    }

    /** Takes it back for good. Refusals: precondition.*, training.proposal-state-differs, training.proposal-gone-on. */
    @Transactional
    Proposal withdraw(UUID id, @Nullable String ifMatch, Caller caller) {
        var proposal = held(id, ifMatch);
        proposal.withdraw();
        requireHere(proposal);
        return record("plan-proposal.withdraw", proposal, caller);
    }

    private Proposal held(UUID id, @Nullable String ifMatch) {
        var proposal = proposals.forChange(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, proposal.version());
        return proposal;
    }

    private void requireHere(Proposal proposal) {
        if (proposals.hasGoneOn(proposal.id())) {
            throw new Refused(TrainingProblem.PROPOSAL_GONE_ON);
        }
    }

    private Proposal record(String action, Proposal proposal, Caller caller) {
        proposals.flush();
        var details = Map.of("year", proposal.year());
        audit.record(caller, new AuditTrail.Act(action, "plan-proposals", proposal.id(), proposal.unitId(), details));
        return proposal;
    }
}
