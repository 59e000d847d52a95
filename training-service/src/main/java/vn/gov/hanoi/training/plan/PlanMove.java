package vn.gov.hanoi.training.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A decision that moves what units hold in a plan to other units; block, line and funding source stay as they are.
 *
 * @param year of the plan
 * @param signed the decision
 * @param legalBasis what it rests on, 1-1000 characters
 */
public record PlanMove(int year, Signed signed, String legalBasis, List<Money> money, List<Quota> quotas) {
    /** @param issuer code of the City */
    public record Signed(String number, LocalDate signedOn, String issuer) {}

    /**
     * Money of a block from unit to unit.
     *
     * @param freeVnd đồng that nothing is promised from; may be 0
     * @param commitments what goes with it, each as a whole
     */
    public record Money(String block, UUID from, UUID to, long freeVnd, List<UUID> commitments) {}

    /**
     * Quota of a line.
     *
     * @param classes that go, opened ones included; 0 with places 0 for a line that waits for its release
     * @param openedClasses of them those that are opened
     */
    public record Quota(UUID lineId, UUID to, int classes, int places, int openedClasses, int openedPlaces) {}
}
