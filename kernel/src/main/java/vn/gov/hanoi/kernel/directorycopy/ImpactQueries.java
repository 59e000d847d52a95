package vn.gov.hanoi.kernel.directorycopy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a service has in its keeping for units. Each service with a copy of the directory has exactly one. */
public interface ImpactQueries {
    /**
     * Counts inside the caller's transaction; units without anything, and unknown ones, are left out.
     *
     * @return at most one for each kind and unit, by kind and unit
     */
    List<Count> count(Collection<UUID> units);

    /**
     * Things of one kind that stand under one unit.
     *
     * @param kind for example CLASSES
     * @param number of things, from 1
     * @param amountVnd money in đồng that they hold together; null if they hold none
     */
    record Count(
            String kind, UUID unitId, long number, @Nullable Long amountVnd) {}
}
