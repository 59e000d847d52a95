package vn.gov.hanoi.evaluation.imports;

import java.util.List;

/**
 * What became of rows. A row with an error is neither created nor unchanged.
 *
 * @param errors in the order of the rows, several per row if several cells are wrong
 */
public record BatchResult(int created, int unchanged, List<RowError> errors) {
    /** Number of refused rows. */
    public int failed() {
        return (int) errors.stream().mapToInt(RowError::index).distinct().count();
    }

    /** The same, with cells named as JSON does. */
    BatchResult byProperty(List<String> header) {
        return new BatchResult(
                created,
                unchanged,
                errors.stream().map(error -> error.byProperty(header)).toList());
    }
}
