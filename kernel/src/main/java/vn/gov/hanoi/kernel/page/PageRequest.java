package vn.gov.hanoi.kernel.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * How much of a list is asked for.
 *
 * @param limit 1-500, default 50
 * @param cursor where the last page ended, null for the first page
 * @param count whether the number of records is asked for
 */
public record PageRequest(int limit, @Nullable String cursor, boolean count) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 500;
    /** Counts are exact up to here. */
    public static final int COUNTED = 10_000;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new Refused(new Refusal(
                    KernelProblem.INVALID_PARAMETER, Map.of("name", "limit", "expected", "1-" + MOST), null, "limit"));
        }
    }
}
