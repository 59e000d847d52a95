package vn.gov.hanoi.selection.eligibility;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;

/**
 * How a candidate stands: all checks in their order and the decisions on them.
 *
 * @param checks empty before anything was frozen
 */
record Standing(List<EligibilityCheck> checks, List<Waiver> waivers) {
    Standing {
        checks = List.copyOf(checks);
        waivers = List.copyOf(waivers);
    }

    Optional<EligibilityCheck> latest() {
        return checks.isEmpty() ? Optional.empty() : Optional.of(checks.getLast());
    }

    /** Nobody is eligible before a check; unknown is not met. */
    boolean isEligible() {
        return latest().filter(check -> check.findings().stream()
                        .allMatch(finding -> finding.outcome() == Outcome.MET
                                || waiver(check, finding).isPresent()))
                .isPresent();
    }

    /** The decision that stands in the place of a finding of a check, if nothing else was found since it was made. */
    Optional<Waiver> waiver(EligibilityCheck check, Finding finding) {
        return waivers.stream()
                .filter(waiver -> waiver.condition().equals(finding.condition()))
                .filter(waiver -> holds(waiver, check))
                .findFirst();
    }

    private boolean holds(Waiver waiver, EligibilityCheck until) {
        var made = byId(waiver.checkId());
        return made.number() <= until.number()
                && checks.stream()
                        .filter(check -> check.number() >= made.number() && check.number() <= until.number())
                        .allMatch(check -> check.finding(waiver.condition())
                                .filter(finding -> made.finding(waiver.condition())
                                        .filter(finding::agreesWith)
                                        .isPresent())
                                .isPresent());
    }

    private EligibilityCheck byId(UUID id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
