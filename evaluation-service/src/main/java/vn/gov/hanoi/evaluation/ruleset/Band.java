package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;

/**
 * Points of a grade; half-open, up to where the better one begins.
 *
 * @param from fewest points, inclusive, scale 4
 */
public record Band(Grade grade, BigDecimal from, Source source) {}
