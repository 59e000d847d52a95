package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What became of rows. A row with an error is neither created nor unchanged.
 *
 * @param errors in the order of the rows, several per row if several cells are wrong
 * @param told of records that several batches share. Their sequences are taken only when the batches before are kept: a batch that had
 *     one and waited for the batch before would wait for whoever waits for it
 */
public record BatchResult(int created, int unchanged, List<RowError> errors, List<EventDraft> told) {
    /** Tells nothing but what is told already. */
    public BatchResult(int created, int unchanged, List<RowError> errors) {
        this(created, unchanged, errors, List.of());
    }

    public BatchResult telling(List<EventDraft> events) {
        return new BatchResult(created, unchanged, errors, events);
    }

    /** Number of refused rows. */
    public int failed() {
        return (int) errors.stream().mapToInt(RowError::index).distinct().count();
    }

    /** The same, with cells named as JSON does. */
    BatchResult byProperty(List<String> header) {
        return new BatchResult(
                created,
                unchanged,
                errors.stream().map(error -> error.byProperty(header)).toList(),
                told);
    }
}
