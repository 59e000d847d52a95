package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.RowFault;

/**
 * A refused row as it was sent.
 *
 * @param index number of the data row, from 1
 * @param cells of a row with a fault the line itself
 */
record FailedRow(int index, List<String> cells, @Nullable RowFault fault) {}
