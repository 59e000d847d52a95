package vn.gov.hanoi.evaluation.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a unit with time.
 *
 * @param parentId null for the City alone
 */
public record UnitState(
        String name, UnitType type, @Nullable UUID parentId) {}
