package vn.gov.hanoi.evaluation.annual;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * The decided level of one year.
 *
 * @param grade null if the year was not rated
 */
public record YearResult(int year, @Nullable Grade grade) {}
