package vn.gov.hanoi.selection.vacancy;

import java.util.UUID;
import vn.gov.hanoi.selection.PlainText;

/**
 * What is asked for when a vacancy is opened; texts are tidied here.
 *
 * @param positions how many persons are sought, at least 1
 * @param minimumCandidates fewest candidates for each position
 */
record NewVacancy(
        UUID unitId, String postTitle, int positions, int minimumCandidates, String legalBasis, Decision decision) {
    NewVacancy {
        postTitle = PlainText.tidy(postTitle);
        legalBasis = PlainText.tidy(legalBasis);
        decision =
                new Decision(PlainText.tidy(decision.number()), decision.signedOn(), PlainText.tidy(decision.issuer()));
    }
}
