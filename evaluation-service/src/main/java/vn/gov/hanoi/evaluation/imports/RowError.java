package vn.gov.hanoi.evaluation.imports;

import java.util.Map;
import vn.gov.hanoi.evaluation.problem.Remedy;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/**
 * One wrong cell, or a wrong row.
 *
 * @param index number of the data row, from 1
 * @param cell as spreadsheets name it: C12; the first cell of the row if the whole row is wrong
 * @param args facts without the value of the cell
 * @param remedy what would help
 */
public record RowError(int index, String cell, ProblemCode code, Map<String, Object> args, Remedy remedy) {}
