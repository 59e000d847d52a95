package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;

/** Door to the proposals for who decides the plan. */
@ApplicationScoped
public class Proposals {
    private final ProposalRepository proposals;

    Proposals(ProposalRepository proposals) {
        this.proposals = proposals;
    }

    /**
     * Whether a decision of the caller may make a plan line of this line. Refusals: training.proposal-line-unknown if it is not of the
     * City's submitted proposal of the year; training.funding-source-mixed; authority.own-act for who proposed it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireDecidable(UUID lineId, int year, FundingSource source, Caller caller, String pointer) {
        var line = proposals
                .costed(lineId, year)
                .orElseThrow(() -> new Refused(
                        Refusal.of(TrainingProblem.PROPOSAL_LINE_UNKNOWN).at(pointer)));
        if (line.fundingSource() != source) {
            throw new Refused(Refusal.of(TrainingProblem.FUNDING_SOURCE_MIXED).at(pointer));
        }
        if (line.authors().contains(caller.subject())) {
            throw new Refused(Refusal.of(KernelProblem.OWN_ACT).at(pointer));
        }
    }
}
