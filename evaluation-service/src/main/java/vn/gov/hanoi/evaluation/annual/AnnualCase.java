package vn.gov.hanoi.evaluation.annual;

import java.util.UUID;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * All that the classification of one person for one year rests on.
 *
 * @param category and unitType of the main post on the last day of the year
 */
public record AnnualCase(
        UUID officerId, int year, Category category, UnitType unitType, Career career, YearRecords records) {}
