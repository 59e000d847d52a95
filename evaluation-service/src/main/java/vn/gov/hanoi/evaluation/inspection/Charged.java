package vn.gov.hanoi.evaluation.inspection;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What somebody answers for in a month, for the sheet of that month.
 *
 * @param entryId entry of accountability
 * @param type of the finding
 * @param criteria groups of rule sets; the first one that the rules of the month have takes the points
 * @param points off, above 0
 * @param rules document and version that weigh it
 */
public record Charged(
        UUID entryId, UUID findingId, String type, List<String> criteria, BigDecimal points, String rules) {
    public Charged {
        criteria = List.copyOf(criteria);
    }
}
