package vn.gov.hanoi.training.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.TrainingProblem;

/**
 * What became of a posting.
 *
 * @param entryId the entry, or the one that an earlier request under the same key made
 * @param seq place in the account's order; null unless posted
 * @param amountVnd what was posted; null if unknown
 * @param figureVnd what was free, open or without documents, in đồng
 */
record Verdict(
        Outcome outcome,
        UUID entryId,
        @Nullable Long seq,
        @Nullable Instant recordedAt,
        @Nullable Long amountVnd,
        @Nullable AccountSide debit,
        @Nullable AccountSide credit,
        @Nullable UUID commitmentId,
        @Nullable UUID planId,
        @Nullable Long figureVnd) {
    /** The words of {@code ledger_post}. */
    enum Outcome {
        POSTED(null, ""),
        REPLAYED(null, ""),
        /** Somebody else holds the account; to be tried again by who may wait. */
        ACCOUNT_BUSY(null, ""),
        KEY_IN_PROGRESS(KernelProblem.KEY_IN_PROGRESS, ""),
        KEY_DIFFERS(KernelProblem.KEY_PAYLOAD_DIFFERS, ""),
        OWN_ENTRY(KernelProblem.OWN_ACT, ""),
        SCOPE_UNKNOWN(KernelProblem.SCOPE_UNKNOWN, ""),
        ACCOUNT_UNKNOWN(TrainingProblem.ACCOUNT_UNKNOWN, "/accountId"),
        ACCOUNT_PENDING(TrainingProblem.LINE_PENDING_APPROVAL, "/accountId"),
        ACCOUNT_CLOSED(TrainingProblem.ACCOUNT_CLOSED, "/accountId"),
        ACCOUNT_MOVING(TrainingProblem.UNIT_MOVING, "/accountId"),
        BUDGET_EXCEEDED(TrainingProblem.BUDGET_EXCEEDED, "/amountVnd"),
        TOTAL_TOO_LARGE(TrainingProblem.TOTAL_TOO_LARGE, "/amountVnd"),
        COMMITMENT_UNKNOWN(TrainingProblem.COMMITMENT_UNKNOWN, "/commitmentId"),
        COMMITMENT_OF_CLASS(TrainingProblem.COMMITMENT_OF_CLASS, "/commitmentId"),
        EXPIRY_PAST(TrainingProblem.ENTRY_DATE_UNFIT, "/expiresOn"),
        COMMITMENT_EXPIRED(TrainingProblem.COMMITMENT_EXPIRED, "/commitmentId"),
        COMMITMENT_EXCEEDED(TrainingProblem.COMMITMENT_EXCEEDED, "/amountVnd"),
        UNSETTLED_EXCEEDED(TrainingProblem.UNSETTLED_EXCEEDED, "/amountVnd"),
        NOTHING_OPEN(TrainingProblem.COMMITMENT_EXCEEDED, "/commitmentId"),
        ENTRY_UNKNOWN(TrainingProblem.ENTRY_UNKNOWN, "/reversesId"),
        NOT_REVERSIBLE(TrainingProblem.ENTRY_NOT_REVERSIBLE, "/reversesId"),
        ALREADY_REVERSED(TrainingProblem.ENTRY_REVERSED, "/reversesId");

        private final @Nullable ProblemCode problem;
        private final String pointer;

        Outcome(@Nullable ProblemCode problem, String pointer) {
            this.problem = problem;
            this.pointer = pointer;
        }
    }

    boolean isPosted() {
        return outcome == Outcome.POSTED;
    }

    PostedEntry entry() {
        return new PostedEntry(entryId, Objects.requireNonNull(seq), Objects.requireNonNull(recordedAt));
    }

    /** The refusal that a caller sees. */
    Refused refused() {
        var problem = Objects.requireNonNull(outcome.problem, outcome.name());
        return new Refused(new Refusal(problem, facts(), outcome.pointer.isEmpty() ? null : outcome.pointer, null));
    }

    private Map<String, Object> facts() {
        long figure = figureVnd == null ? 0 : figureVnd;
        long requested = amountVnd == null ? 0 : amountVnd;
        return switch (outcome) {
            case BUDGET_EXCEEDED -> Map.of("availableVnd", figure, "requestedVnd", requested);
            case COMMITMENT_EXCEEDED, NOTHING_OPEN -> Map.of("openVnd", figure, "requestedVnd", requested);
            case UNSETTLED_EXCEEDED -> Map.of("unsettledVnd", figure, "requestedVnd", requested);
            case TOTAL_TOO_LARGE -> Map.of("figure", "allocatedVnd", "most", figure);
            case POSTED,
                    REPLAYED,
                    ACCOUNT_BUSY,
                    KEY_IN_PROGRESS,
                    KEY_DIFFERS,
                    OWN_ENTRY,
                    SCOPE_UNKNOWN,
                    ACCOUNT_UNKNOWN,
                    ACCOUNT_PENDING,
                    ACCOUNT_CLOSED,
                    ACCOUNT_MOVING,
                    COMMITMENT_UNKNOWN,
                    COMMITMENT_OF_CLASS,
                    COMMITMENT_EXPIRED,
                    EXPIRY_PAST,
                    ENTRY_UNKNOWN,
                    NOT_REVERSIBLE,
                    ALREADY_REVERSED -> Map.of();
        };
    }
}
