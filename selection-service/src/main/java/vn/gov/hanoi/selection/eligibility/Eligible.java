package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;

/** Who may sit: those who stand for a post of a round and whose newest check says yes. */
@ApplicationScoped
public class Eligible {
    private final ApplicationDesk applications;
    private final EligibilityRepository checks;

    Eligible(ApplicationDesk applications, EligibilityRepository checks) {
        this.applications = applications;
        this.checks = checks;
    }

    /** In a fixed order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Application> of(UUID roundId) {
        return applications.standing(roundId).stream()
                .filter(each -> checks.standing(each.id()).isEligible())
                .toList();
    }
}
