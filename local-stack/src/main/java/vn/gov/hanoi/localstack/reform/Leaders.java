package vn.gov.hanoi.localstack.reform;

import java.util.List;
import java.util.UUID;

/** Tells who leads a unit on the day before a plan. */
@FunctionalInterface
public interface Leaders {
    /** Ids of the posts of the head, if there is one, and then of the deputies, in a fixed order. */
    List<UUID> of(UUID unitId);
}
