package vn.gov.hanoi.selection.paper;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a candidate in the written round.
 *
 * @param points 0..100 with two decimals, after deductions and re-marking; null for who was absent or excluded
 * @param absent whether the person did not come; that is not zero points
 * @param excluded whether the person came too late or was suspended in the room
 * @param passed whether the exact mark reaches the pass mark
 */
public record WrittenResult(
        UUID applicationId, @Nullable BigDecimal points, boolean absent, boolean excluded, boolean passed) {}
