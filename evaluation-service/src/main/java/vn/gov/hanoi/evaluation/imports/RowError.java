package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.problem.Remedy;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/**
 * One wrong cell, or a wrong row.
 *
 * @param index number of the data row, from 1
 * @param cell as spreadsheets name it: C12; the first cell of the row if the whole row is wrong. In NDJSON the pointer to the
 *     property: /birthDate
 * @param args facts without the value of the cell
 * @param remedy what would help
 */
public record RowError(int index, String cell, ProblemCode code, Map<String, Object> args, Remedy remedy) {
    RowError byProperty(List<String> header) {
        int column = 0;
        for (int i = 0; i < cell.length() && cell.charAt(i) >= 'A'; i++) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
        }
        return new RowError(index, "/" + header.get(column - 1), code, args, remedy);
    }
}
