package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import java.util.UUID;

/** Told in the transaction that publishes all results of these closings, after they are. */
public record ResultsTold(List<UUID> closingIds) {
    public ResultsTold {
        closingIds = List.copyOf(closingIds);
    }
}
