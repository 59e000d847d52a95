package vn.gov.hanoi.evaluation.weakness;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of measured criteria on evaluation.criterion, for training-service only; the schema is
 * schemas/evaluation.criterion.measured.v1.json. It is the one event with points: without them nobody could say whether training helped.
 *
 * @param period month, for example 2026-07
 * @param revision of the result; a later one takes the place of an earlier one
 * @param form kind of the sheet
 * @param rules document that says what is measured, and its version
 */
record MeasureEvent(
        UUID evaluationId,
        UUID officerId,
        UUID unitId,
        String period,
        int revision,
        String form,
        List<Measure.Criterion> criteria,
        WeaknessEvent.Rules ruleSet,
        String rules) {
    static EventDraft of(Measure measured, RuleSet ruleSet, String rules) {
        var period = YearMonth.from(measured.month()).toString();
        var data = new MeasureEvent(
                measured.evaluationId(),
                measured.officerId(),
                measured.unitId(),
                period,
                measured.revision(),
                measured.form().name(),
                List.copyOf(measured.criteria()),
                new WeaknessEvent.Rules(ruleSet.id(), ruleSet.version()),
                rules);
        // One subject for an officer and month, whatever revision of the result it is.
        var name = "measured " + measured.officerId() + " " + period;
        var subject = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new EventDraft("evaluation.criterion", "measured", 1, "criteria", subject, measured.officerId(), data);
    }
}
