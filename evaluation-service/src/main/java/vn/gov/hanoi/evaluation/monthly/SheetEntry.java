package vn.gov.hanoi.evaluation.monthly;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.score.Sheet.Advice;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/**
 * What was done on a sheet.
 *
 * @param seq place in the order, from 1
 * @param content what the step left; null if it gives no marks
 */
record SheetEntry(
        int seq,
        Kind kind,
        SheetState before,
        SheetState after,
        Actor actor,
        @Nullable Content content,
        Details details,
        Instant at) {
    /** The step. */
    enum Kind {
        PLAN,
        SELF,
        COLLECTIVE,
        MANAGER,
        /** Of a supporting channel. */
        ADVICE,
        DECISION,
        RETURN,
        CORRECTION
    }

    /**
     * Who did it.
     *
     * @param officerId null if no officer of the directory
     * @param delegationId the order under which it was done for another; null in the own right
     * @param alone a manager who scored without the late self-score
     */
    record Actor(
            String subject,
            @Nullable UUID officerId,
            @Nullable UUID delegationId,
            boolean alone) {}

    /**
     * What goes with it, as it was given.
     *
     * @param importId the import that brought it; null if somebody did it here
     * @param advice what a supporting channel says; null for every other step
     * @param meeting of the collective that decided; null for a single person
     */
    @Schema(name = "EvaluationEntryDetails")
    record Details(
            @Nullable String comment,
            List<String> evidence,
            @Nullable String minutes,
            List<MarkReason> reasons,
            @Nullable Reason reason,
            @Nullable Decision decision,
            @Nullable UUID importId,
            @Nullable Advice advice,
            @Nullable Meeting meeting) {
        static Details of(@Nullable String comment) {
            return new Details(comment, List.of(), null, List.of(), null, null, null, null, null);
        }

        Details evidence(List<String> given) {
            return new Details(comment, given, minutes, reasons, reason, decision, importId, advice, meeting);
        }

        /** @param given reference of the minutes; null if there are none */
        Details minutes(@Nullable String given) {
            return new Details(comment, evidence, given, reasons, reason, decision, importId, advice, meeting);
        }

        Details reasons(List<MarkReason> given) {
            return new Details(comment, evidence, minutes, given, reason, decision, importId, advice, meeting);
        }

        Details because(@Nullable Reason given, @Nullable Decision document) {
            return new Details(comment, evidence, minutes, reasons, given, document, importId, advice, meeting);
        }

        Details advice(Advice given) {
            return new Details(comment, evidence, minutes, reasons, reason, decision, importId, given, meeting);
        }

        Details meeting(@Nullable Meeting given) {
            return new Details(comment, evidence, minutes, reasons, reason, decision, importId, advice, given);
        }

        /** The same, brought by an import. */
        Details by(UUID broughtBy) {
            return new Details(comment, evidence, minutes, reasons, reason, decision, broughtBy, advice, meeting);
        }
    }

    /** Why a mark differs from the one before. */
    @Schema(name = "EvaluationEntryReason")
    record MarkReason(String criterion, String text) {}
}
