package vn.gov.hanoi.training.classfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.table.CellMark;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.enrolment.Outcome;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet shows it; the header is 1
 * @param broken whether it could not be told apart into cells
 */
record FileLine(int number, List<String> cells, Map<Integer, CellMark> marks, boolean broken) {
    private static final Pattern SCORE = Pattern.compile("[0-9]{1,4}([.,][0-9]{1,4})?");
    private static final int LETTERS = 26;

    /** Longer ones are no codes. */
    private static final int LONGEST = 64;

    FileLine {
        cells = List.copyOf(cells);
        marks = Map.copyOf(marks);
    }

    /** A refusal at a cell. */
    record Fault(String cell, Refusal refusal) {}

    /** What the row says, or what is wrong with it. */
    record Reading(String code, @Nullable Outcome outcome, List<Fault> faults) {}

    /**
     * Reads the cells. Refusals: training.row-broken, training.cell-empty, training.cell-not-text, training.cell-invalid.
     *
     * @param columns names in the order of the file
     */
    Reading read(FileKind kind, List<String> columns) {
        var faults = new ArrayList<Fault>();
        if (broken || cells.size() > columns.size()) {
            faults.add(new Fault("A" + number, Refusal.of(TrainingProblem.ROW_BROKEN)));
            return new Reading("", null, faults);
        }
        var code = text(FileKind.CODE, columns, faults);
        if (kind == FileKind.ENROLMENTS) {
            return new Reading(code, null, faults);
        }
        var said = text(FileKind.OUTCOME, columns, faults);
        var score = score(columns, faults);
        return new Reading(code, faults.isEmpty() ? outcome(said, score, columns, faults) : null, faults);
    }

    private @Nullable Outcome outcome(
            String said, @Nullable BigDecimal score, List<String> columns, List<Fault> faults) {
        for (var result : Outcome.Result.values()) {
            if (result.name().equals(said)) {
                return new Outcome(result, score, null);
            }
        }
        faults.add(invalid(FileKind.OUTCOME, "PASSED, FAILED, ABSENT, EXEMPT", columns));
        return null;
    }

    private String text(String column, List<String> columns, List<Fault> faults) {
        int at = columns.indexOf(column);
        var cell = at < cells.size() ? cells.get(at).strip() : "";
        if (cell.isEmpty()) {
            faults.add(new Fault(place(at), Refusal.of(TrainingProblem.CELL_EMPTY, "column", column)));
        } else if (marks.containsKey(at)) {
            faults.add(new Fault(place(at), Refusal.of(TrainingProblem.CELL_NOT_TEXT, "column", column)));
        } else if (cell.length() > LONGEST || !cell.matches(PlainText.ALLOWED)) {
            faults.add(invalid(column, PlainText.ALLOWED_MESSAGE, columns));
        }
        return cell;
    }

    /** A number of a workbook is fine here; a formula or a date is not. In the language of the reader 4,5 is a number too. */
    private @Nullable BigDecimal score(List<String> columns, List<Fault> faults) {
        int at = columns.indexOf(FileKind.SCORE);
        var cell = at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
        if (cell.isEmpty()) {
            return null;
        }
        var mark = marks.get(at);
        if (mark != null && mark != CellMark.NOT_TEXT || !SCORE.matcher(cell).matches()) {
            faults.add(invalid(FileKind.SCORE, "0-1000, 0,0001", columns));
            return null;
        }
        return new BigDecimal(cell.replace(',', '.'));
    }

    private Fault invalid(String column, String expected, List<String> columns) {
        return new Fault(
                place(columns.indexOf(column)),
                Refusal.of(TrainingProblem.CELL_INVALID, "column", column, "expected", expected));
    }

    /** As a spreadsheet names it, for example B12. */
    String place(int column) {
        return (char) ('A' + column % LETTERS) + String.valueOf(number);
    }
}
