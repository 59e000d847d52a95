package vn.gov.hanoi.training.reorganisation;

import java.util.List;
import java.util.UUID;

/** Amounts that somebody laid down instead of the shares, for the free money of a block and unit. */
record Division(List<Part> parts) {
    static final Division NONE = new Division(List.of());

    /** @param amountVnd đồng, from 0 */
    record Part(String block, UUID from, UUID to, long amountVnd) {}

    List<Part> of(String block, UUID from) {
        return parts.stream()
                .filter(part -> part.block().equals(block) && part.from().equals(from))
                .toList();
    }
}
