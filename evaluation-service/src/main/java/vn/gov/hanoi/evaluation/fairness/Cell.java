package vn.gov.hanoi.evaluation.fairness;

import java.time.YearMonth;
import java.util.UUID;

/**
 * The results of one rater in one agency and month, of one category of people. The database adds them up; no single result comes out of it.
 *
 * @param unitId the agency
 * @param moments of as many people as results, since a person has one result in a month
 */
record Cell(Rater rater, Kin kin, UUID unitId, YearMonth month, Moments moments) {
    /**
     * Who decided.
     *
     * @param id the officer, or the agency where a file told what it decided and only the one who sent the file is known
     */
    record Rater(UUID id, boolean officer) {}

    /**
     * What makes raters comparable.
     *
     * @param unitType of the agency
     * @param category of the people
     */
    record Kin(String unitType, String category) {}
}
