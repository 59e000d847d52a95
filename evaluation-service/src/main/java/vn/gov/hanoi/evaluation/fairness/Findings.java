package vn.gov.hanoi.evaluation.fairness;

import java.util.List;

/**
 * What one kind of look gives.
 *
 * @param tested groups that were large enough
 * @param suppressed groups about which nothing is told, since they are too small
 */
record Findings(FlagKind kind, List<Flag> flags, int tested, int suppressed) {
    Findings {
        flags = List.copyOf(flags);
    }
}
