package vn.gov.hanoi.evaluation.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/**
 * One wrong cell, or a wrong row.
 *
 * @param index number of the data row, from 1
 * @param cell as spreadsheets name it: C12; the first cell of the row if the whole row is wrong
 * @param args facts without the value of the cell
 * @param suggestion code of a remedy; null if there is none to offer
 */
public record RowError(
        int index,
        String cell,
        ProblemCode code,
        Map<String, Object> args,
        @Nullable String suggestion) {}
