package vn.gov.hanoi.training.reorganisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.FundingSource;

/**
 * What goes from which unit to which. Amounts are đồng above 0; nothing goes from a unit to itself.
 *
 * @param expired commitments that are released before anything moves, since their last day is over
 */
record Moves(
        List<UUID> expired,
        List<Money> money,
        List<Commitment> commitments,
        List<Quota> quotas,
        List<MovedClass> classes) {
    static final Moves NONE = new Moves(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Free money. */
    record Money(String block, FundingSource fundingSource, UUID from, UUID to, long amountVnd) {}

    /**
     * What is open of a commitment.
     *
     * @param nextId the commitment that goes on with it; null until it is moved
     */
    record Commitment(
            UUID id,
            String block,
            FundingSource fundingSource,
            UUID from,
            UUID to,
            long openVnd,
            @Nullable UUID nextId) {}

    /**
     * Quota of a line.
     *
     * @param pending a line that waits for its release: it has no figures, and waits with the other unit from now on
     * @param freeClasses classes that are not opened
     * @param openedClasses opened classes that are not over; they go with the line
     * @param nextLineId the line that takes it; null until it is moved
     */
    record Quota(
            UUID lineId,
            String line,
            String block,
            FundingSource fundingSource,
            UUID from,
            UUID to,
            boolean pending,
            int freeClasses,
            int freePlaces,
            int openedClasses,
            int openedPlaces,
            @Nullable UUID nextLineId) {}

    /**
     * A class that is not over.
     *
     * @param from unit that holds it; null if another unit holds it and only its line changes
     * @param lineId its line; null if that stays
     * @param takerId unit that takes the line; null if it stays
     */
    record MovedClass(
            UUID id,
            String title,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable UUID lineId,
            @Nullable UUID takerId) {}

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Đồng that leave and come, free and promised. */
    long totalVnd() {
        long free = money.stream().mapToLong(Money::amountVnd).reduce(0, Math::addExact);
        return commitments.stream().mapToLong(Commitment::openVnd).reduce(free, Math::addExact);
    }
}
