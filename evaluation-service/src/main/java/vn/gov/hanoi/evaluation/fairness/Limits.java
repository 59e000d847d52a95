package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;

/**
 * From where on something is told.
 *
 * @param peers fewest peers, at least 3
 * @param results fewest people of a month of an agency, and fewest results of a group, at least 2
 * @param probability greatest of a flag, 0-1
 */
record Limits(int peers, int results, BigDecimal probability) {
    private static final int FEWEST_PEERS = 3;

    Limits {
        if (peers < FEWEST_PEERS || results < 2) {
            throw new IllegalArgumentException(
                    "groups of %d peers and %d results hide nobody".formatted(peers, results));
        }
    }

    boolean flags(BigDecimal found) {
        return found.compareTo(probability) <= 0;
    }
}
