package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.CellMark;
import vn.gov.hanoi.kernel.table.RowFault;

/**
 * A row of an accepted file as it waits to be applied.
 *
 * @param index number of the data row, from 1; the header is not counted
 * @param cells of a row with a fault the line itself
 * @param fault why the row cannot be told apart into cells; null if it can
 * @param marks what is special about cells, by their number from 0
 * @param firstIndex data row of the same file with the same key; null if there is none above
 */
public record ImportRow(
        int index,
        List<String> cells,
        @Nullable RowFault fault,
        Map<Integer, CellMark> marks,
        @Nullable Integer firstIndex) {}
