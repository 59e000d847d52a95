package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;

/**
 * Điểm trừ: what a kind of violation costs.
 *
 * @param group code of the group whose points it lowers; they never fall below 0
 * @param points for each violation, above 0, scale 4
 */
public record DeductionRule(String code, Title title, String group, BigDecimal points) {}
