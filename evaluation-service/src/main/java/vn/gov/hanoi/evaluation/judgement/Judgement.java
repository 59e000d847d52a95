package vn.gov.hanoi.evaluation.judgement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * Whom a judge judged in one period: what is told on evaluation.judgement, for the services of the suite only; the schema is
 * schemas/evaluation.judgement.made.v1.json.
 *
 * @param judgeId officer who scored, reviewed, decided or corrected
 * @param lastDay of the period, in Hanoi
 * @param officerIds whose results, without the judge's own
 */
record Judgement(UUID judgeId, LocalDate lastDay, List<UUID> officerIds) {
    /** So that an event stays far below the largest record of a topic: an id takes 39 bytes. */
    private static final int MOST = 1_000;

    Judgement {
        officerIds = List.copyOf(officerIds);
    }

    /** @param cause the closing or sheet that was told; with the judge it makes the subject */
    List<EventDraft> drafts(UUID cause) {
        var drafts = new ArrayList<EventDraft>();
        for (int from = 0; from < officerIds.size(); from += MOST) {
            var part =
                    new Judgement(judgeId, lastDay, officerIds.subList(from, Math.min(from + MOST, officerIds.size())));
            var subject = UUID.nameUUIDFromBytes((cause + " " + judgeId + " " + from).getBytes(StandardCharsets.UTF_8));
            drafts.add(new EventDraft("evaluation.judgement", "made", 1, "judgements", subject, judgeId, part));
        }
        return drafts;
    }
}
