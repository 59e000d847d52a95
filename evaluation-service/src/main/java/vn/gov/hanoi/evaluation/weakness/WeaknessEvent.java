package vn.gov.hanoi.evaluation.weakness;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of weak criteria on evaluation.weakness, for the services of the suite only; the schema is schemas/evaluation.weakness.found.v1.json.
 *
 * @param period month, for example 2026-07
 * @param revision of the result; a later one takes the place of an earlier one
 * @param criteria codes in the rules of the month; empty if a correction left none
 * @param rules document that says what is weak, and its version
 */
record WeaknessEvent(
        UUID evaluationId,
        UUID officerId,
        UUID unitId,
        String period,
        int revision,
        List<String> criteria,
        Rules ruleSet,
        String rules) {
    /** The rules a result rests on. */
    record Rules(String code, int version) {}

    static EventDraft of(Weakness found, RuleSet ruleSet, String rules) {
        var period = YearMonth.from(found.month()).toString();
        var data = new WeaknessEvent(
                found.evaluationId(),
                found.officerId(),
                found.unitId(),
                period,
                found.revision(),
                found.criteria(),
                new Rules(ruleSet.id(), ruleSet.version()),
                rules);
        // One subject for an officer and month, whatever revision of the result it is.
        var subject = UUID.nameUUIDFromBytes((found.officerId() + " " + period).getBytes(StandardCharsets.UTF_8));
        return new EventDraft("evaluation.weakness", "found", 1, "weaknesses", subject, found.officerId(), data);
    }
}
