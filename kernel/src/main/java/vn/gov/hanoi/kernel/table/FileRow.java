package vn.gov.hanoi.kernel.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, whatever its format.
 *
 * @param cells as they stand in the file; of a row with a fault the only cell is the line itself
 * @param fault why the row cannot be told apart into cells; null if it can
 * @param marks what is special about cells, by their number from 0
 */
public record FileRow(List<String> cells, @Nullable RowFault fault, Map<Integer, CellMark> marks) {
    public static final FileRow EMPTY = of(List.of(""));

    public static FileRow of(List<String> cells) {
        return new FileRow(cells, null, Map.of());
    }

    public static FileRow faulty(String line, RowFault fault) {
        return new FileRow(List.of(line), fault, Map.of());
    }

    /** @param ignored numbers of the columns that do not count */
    public boolean isEmpty(Set<Integer> ignored) {
        if (fault != null || !marks.isEmpty()) {
            return false;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank() && !ignored.contains(i)) {
                return false;
            }
        }
        return true;
    }
}
