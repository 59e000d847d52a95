package vn.gov.hanoi.evaluation.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of rows. A row with an error is neither created nor unchanged.
 *
 * @param errors in the order of the rows, several per row if several cells are wrong
 */
public record BatchResult(int created, int unchanged, List<RowError> errors) {
    static final BatchResult NONE = new BatchResult(0, 0, List.of());

    /** Number of refused rows. */
    public int failed() {
        return (int) errors.stream().mapToInt(RowError::index).distinct().count();
    }

    BatchResult plus(BatchResult more) {
        var all = new ArrayList<>(errors);
        all.addAll(more.errors);
        return new BatchResult(created + more.created, unchanged + more.unchanged, all);
    }

    BatchResult withoutEffect() {
        return new BatchResult(0, 0, errors);
    }
}
