package vn.gov.hanoi.kernel.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Which cells of a workbook take a number from 0 up to which one. Neighbours of a column with the same limit share a rule. */
final class NumberRules {
    private final Map<Integer, Run> open = new HashMap<>();
    private final List<Run> closed = new ArrayList<>();

    /** Rows of a column, both ends included, from 0. */
    private record Run(int column, int from, int to, BigDecimal most) {}

    /** To be called row by row. @param most null for a cell that takes no number */
    void take(int row, int column, @Nullable BigDecimal most) {
        var run = open.get(column);
        if (run != null && most != null && run.to() == row - 1 && run.most().compareTo(most) == 0) {
            open.put(column, new Run(column, run.from(), row, most));
            return;
        }
        if (run != null) {
            closed.add(run);
            open.remove(column);
        }
        if (most != null) {
            open.put(column, new Run(column, row, row, most));
        }
    }

    void write(Worksheet sheet) {
        closed.addAll(open.values());
        open.clear();
        for (var run : closed) {
            var cells = sheet.range(run.from(), run.column(), run.to(), run.column());
            // The library knows no rule for decimals, so it is a formula about the first cell, which moves along; it
            // writes formulas
            // into the XML as they are.
            var first = sheet.range(run.from(), run.column(), run.from(), run.column())
                    .toString()
                    .split(":", -1)[0];
            var most = run.most().stripTrailingZeros().toPlainString();
            cells.validateWithFormula("AND(ISNUMBER(%1$s),%1$s&gt;=0,%1$s&lt;=%2$s)".formatted(first, most))
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle("Điểm không hợp lệ")
                    .error("Nhập một số từ 0 đến " + most);
        }
    }
}
