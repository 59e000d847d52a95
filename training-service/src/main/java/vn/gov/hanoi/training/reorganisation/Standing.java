package vn.gov.hanoi.training.reorganisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.FundingSource;

/** What units hold in a plan at a moment. */
record Standing(List<Account> accounts, List<Line> lines, List<OpenClass> classes) {
    /**
     * @param freeVnd đồng that nothing is promised from
     * @param promises commitments of which something is open
     */
    record Account(
            UUID id, String block, FundingSource fundingSource, UUID unitId, long freeVnd, List<Promise> promises) {
        /** What expired is free once it is released. */
        long movableVnd() {
            long expired = promises.stream()
                    .filter(Promise::expired)
                    .mapToLong(Promise::openVnd)
                    .sum();
            return Math.addExact(freeVnd, expired);
        }
    }

    /**
     * @param openVnd above 0
     * @param expired whether its last day is over
     */
    record Promise(UUID id, long openVnd, boolean expired) {}

    /**
     * @param pending without quota, all figures 0
     * @param openedClasses classes that were opened and not cancelled, those that are over too
     */
    record Line(
            UUID id,
            String code,
            String block,
            FundingSource fundingSource,
            UUID unitId,
            boolean pending,
            int classes,
            int places,
            int openedClasses,
            int openedPlaces) {
        int freeClasses() {
            return classes - openedClasses;
        }

        int freePlaces() {
            return places - openedPlaces;
        }
    }

    /** A class that is not over. */
    record OpenClass(UUID id, String title, UUID unitId, UUID lineId, int places, UUID commitmentId) {}

    List<OpenClass> classesOf(UUID lineId) {
        return classes.stream().filter(each -> each.lineId().equals(lineId)).toList();
    }

    @Nullable
    Account account(String block, UUID unitId) {
        return accounts.stream()
                .filter(each -> each.block().equals(block) && each.unitId().equals(unitId))
                .findFirst()
                .orElse(null);
    }
}
