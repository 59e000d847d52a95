package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of a sanction on the topic discipline, always its whole state; the schemas are schemas/discipline.sanction.*.v1.json. No
 * names, numbers of decisions, reasons and violations leave.
 *
 * @param revision of the decision, from 1
 * @param endsOn last day, inclusive
 * @param liftedOn first day without it; null unless it was lifted
 */
record DisciplineEvent(
        UUID caseId,
        int revision,
        UUID officerId,
        String form,
        Category category,
        LocalDate effectiveOn,
        LocalDate endsOn,
        List<Told> bans,
        @Nullable LocalDate liftedOn) {
    /** @param endsOn last day, inclusive */
    record Told(Ban kind, LocalDate endsOn) {}

    static EventDraft of(DisciplineDecision decision) {
        var sanction = decision.sanction();
        var fact = decision.number() == 1
                ? "sanction.imposed"
                : decision.isLifted() ? "sanction.lifted" : "sanction.corrected";
        var data = new DisciplineEvent(
                decision.caseId(),
                decision.number(),
                decision.officerId(),
                sanction.form(),
                decision.person().category(),
                sanction.effectiveOn(),
                sanction.endsOn(),
                sanction.bans().stream()
                        .map(ban -> new Told(ban.kind(), ban.endsOn()))
                        .toList(),
                sanction.liftedOn());
        return new EventDraft("discipline", fact, 1, "discipline-cases", decision.caseId(), decision.officerId(), data);
    }
}
