package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;
import vn.gov.hanoi.selection.round.Round;

/** What stands against a candidate who is about to get the post. */
@ApplicationScoped
public class Recheck {
    private final CheckEligibility eligibility;
    private final EligibilityRepository checks;

    Recheck(CheckEligibility eligibility, EligibilityRepository checks) {
        this.eligibility = eligibility;
        this.checks = checks;
    }

    /**
     * Compares again what is found about a candidate of a held round; a difference is kept and told.
     *
     * @return as {@link #against}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Finding> now(Application application, Round round, Caller caller) {
        eligibility.recheck(application, round, caller);
        return against(application.id());
    }

    /** Findings of the newest check that are not met and that no decision stands in the place of; empty if there are none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Finding> against(UUID applicationId) {
        var standing = checks.standing(applicationId);
        return standing.latest().stream()
                .flatMap(check -> check.findings().stream()
                        .filter(finding -> finding.outcome() != Outcome.MET)
                        .filter(finding -> standing.waiver(check, finding).isEmpty()))
                .toList();
    }
}
