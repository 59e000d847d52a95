package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of the consideration of a case on the topic discipline, since it forbids something while it lasts; the schemas are
 * schemas/discipline.examination.*.v1.json. What is considered, and why it ended, does not leave.
 *
 * @param beganOn first day
 * @param endedOn first day on which it is considered no more; null while it is
 */
record ExaminationEvent(
        UUID caseId,
        UUID officerId,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        List<Ban> bans) {
    static EventDraft begun(DisciplineCase opened, List<Ban> bans) {
        return draft("begun", opened, bans, null);
    }

    static EventDraft ended(DisciplineCase matter, List<Ban> bans, LocalDate day) {
        var began = matter.violation().openedOn();
        return draft("ended", matter, bans, day.isBefore(began) ? began : day);
    }

    private static EventDraft draft(String fact, DisciplineCase matter, List<Ban> bans, @Nullable LocalDate endedOn) {
        var data = new ExaminationEvent(
                matter.id(), matter.officerId(), matter.violation().openedOn(), endedOn, bans);
        return new EventDraft(
                "discipline", "examination." + fact, 1, "discipline-cases", matter.id(), matter.officerId(), data);
    }
}
