package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an accepted file as it waits to be applied.
 *
 * @param index number of the data row, from 1; the header is not counted
 * @param broken quotes of the row are broken, cells are not to be trusted
 * @param firstIndex data row of the same file with the same key; null if there is none above
 */
public record ImportRow(
        int index,
        List<String> cells,
        boolean broken,
        @Nullable Integer firstIndex) {}
