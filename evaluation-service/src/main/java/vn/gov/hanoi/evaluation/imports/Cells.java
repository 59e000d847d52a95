package vn.gov.hanoi.evaluation.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.problem.Remedy;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.table.CellMark;
import vn.gov.hanoi.kernel.table.RowFault;

/** Reads the cells of one row and collects what is wrong with them; each cell is told once, with its first fault. */
public final class Cells {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,30})?([eE]-?\\d{1,2})?");
    private static final int WHOLE_DIGITS = 3;
    private static final MathContext SHOWN = new MathContext(15);
    private static final String FORMULA = "=+-@";
    private static final Pattern LINES = Pattern.compile("[\\r\\n\\t]");

    private final List<String> header;
    private final ImportRow row;
    private final List<RowError> errors = new ArrayList<>();

    /** @param key column that identifies a row */
    public Cells(List<String> header, ImportRow row, String key) {
        this.header = header;
        this.row = row;
        if (row.fault() != null) {
            add(0, Refusal.of(problem(row.fault())));
        } else if (row.marks().isEmpty() && row.cells().stream().allMatch(String::isBlank)) {
            add(0, Refusal.of(EvaluationProblem.IMPORT_ROW_EMPTY));
        } else if (row.cells().size() != header.size()) {
            add(Math.min(row.cells().size(), header.size()), wrongNumber());
        } else if (row.firstIndex() != null) {
            refuse(key, Refusal.of(EvaluationProblem.IMPORT_CODE_TWICE, "firstIndex", row.firstIndex()));
        }
    }

    private Refusal wrongNumber() {
        int found = row.cells().size();
        var code = found < header.size()
                ? EvaluationProblem.IMPORT_TOO_FEW_CELLS
                : EvaluationProblem.IMPORT_TOO_MANY_CELLS;
        return Refusal.of(code, "found", found, "expected", header.size());
    }

    /** Whether cells can be read at all; if not, the row as a whole is already told. */
    public boolean areReadable() {
        return errors.isEmpty() || row.firstIndex() != null && row.cells().size() == header.size();
    }

    public boolean areGood() {
        return errors.isEmpty();
    }

    public List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** A text by its rule, in normal form; null if the cell is wrong. */
    public @Nullable String text(String column, TextRule rule) {
        return required(column, value -> check(column, value, rule.fault(value)));
    }

    /** A code by its rule; null if the cell is wrong. */
    public @Nullable String code(String column, Function<String, Optional<Refusal>> rule) {
        return required(column, value -> check(column, value, rule.apply(value)));
    }

    /** As {@link #code}, but the cell may be empty; then and if it is wrong null. */
    public @Nullable String optionalCode(String column, Function<String, Optional<Refusal>> rule) {
        return raw(column).isEmpty() ? null : code(column, rule);
    }

    /**
     * A text as people write it, perhaps of several lines and beginning with a dash: wherever it goes out it is made neutral. Null if the
     * cell is empty or wrong.
     *
     * @param longest most characters
     */
    public @Nullable String optionalText(String column, int longest) {
        var value = VietnameseText.nfc(raw(column)).strip();
        if (value.isEmpty() || isMarked(column)) {
            return null;
        }
        if (TextRule.hidesCharacters(LINES.matcher(value).replaceAll(" "))) {
            return refuse(column, Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER));
        }
        return value.length() > longest
                ? refuse(column, Refusal.of(EvaluationProblem.TEXT_TOO_LONG, "limit", longest))
                : value;
    }

    /** Whether nothing stands in the cell, or the file has no such column. */
    public boolean isEmpty(String column) {
        return raw(column).isEmpty();
    }

    /** One of the names of an enumeration; null if the cell is wrong. */
    public <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        var constants = type.getEnumConstants();
        return required(column, value -> {
            for (var each : constants) {
                if (each.name().equals(value)) {
                    return each;
                }
            }
            var allowed = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
            return refuse(column, notAllowed(column, allowed));
        });
    }

    /** As {@link #oneOf}, but the cell may be empty; then and if it is wrong null. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String column, Class<E> type) {
        return raw(column).isEmpty() ? null : oneOf(column, type);
    }

    /** true or false; null if the cell is wrong. */
    public @Nullable Boolean flag(String column) {
        return required(column, value -> switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> refuse(column, notAllowed(column, "true, false"));
        });
    }

    /** A day by its rule; null if the cell is wrong. */
    public @Nullable LocalDate date(String column, Function<LocalDate, Optional<Refusal>> rule) {
        if (row.marks().get(header.indexOf(column)) == CellMark.DATE) {
            return day(column, raw(column), rule);
        }
        return required(column, value -> day(column, value, rule));
    }

    private @Nullable LocalDate day(String column, String value, Function<LocalDate, Optional<Refusal>> rule) {
        if (!DATE.matcher(value).matches()) {
            return refuse(column, Refusal.of(EvaluationProblem.IMPORT_DATE_MALFORMED, "column", column));
        }
        try {
            var date = LocalDate.parse(value);
            return check(column, date, rule.apply(date));
        } catch (DateTimeParseException _) {
            return refuse(column, Refusal.of(EvaluationProblem.IMPORT_DATE_IMPOSSIBLE, "column", column));
        }
    }

    /** As {@link #date}, but the cell may be empty; then and if it is wrong null. */
    public @Nullable LocalDate optionalDate(String column, Function<LocalDate, Optional<Refusal>> rule) {
        return raw(column).isEmpty() ? null : date(column, rule);
    }

    /**
     * A number with at most three digits before and the given ones behind the point, for which a comma may stand too; null if the cell is
     * wrong. A number cell is taken as it is shown: spreadsheets keep 4.1 as 4.0999999999999996.
     */
    public @Nullable BigDecimal number(String column, int decimals) {
        if (!row.marks().isEmpty() && row.marks().get(header.indexOf(column)) == CellMark.NOT_TEXT) {
            return number(column, raw(column), decimals);
        }
        return required(column, value -> number(column, value.replace(',', '.'), decimals));
    }

    private @Nullable BigDecimal number(String column, String value, int decimals) {
        var number = isPlain(value) || NUMBER.matcher(value).matches()
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros()
                : null;
        return number == null || number.scale() > decimals || number.precision() - number.scale() > WHOLE_DIGITS
                ? refuse(
                        column,
                        Refusal.of(EvaluationProblem.IMPORT_NUMBER_MALFORMED, "column", column, "decimals", decimals))
                : number.setScale(Math.max(number.scale(), 0));
    }

    /** Whether it is some digits, perhaps with a point among them, as most cells with marks are: that needs no pattern. */
    private static boolean isPlain(String value) {
        int point = value.indexOf('.');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= SHOWN.getPrecision() && point != 0 && point < value.length() - 1;
    }

    /** As {@link #number}, but the cell may be empty; then and if it is wrong null. */
    public @Nullable BigDecimal optionalNumber(String column, int decimals) {
        return raw(column).isEmpty() ? null : number(column, decimals);
    }

    /** Tells a fault that was found with more knowledge than the cell alone. */
    public <T> @Nullable T refuse(String column, Refusal refusal) {
        add(Math.max(0, header.indexOf(column)), refusal);
        return null;
    }

    /** Empty also where the file has no such column. */
    private String raw(String column) {
        int place = header.indexOf(column);
        return place < 0 ? "" : row.cells().get(place);
    }

    /** Whether the cell of a workbook is no text, which is told then. */
    private boolean isMarked(String column) {
        if (row.marks().isEmpty()) {
            return false;
        }
        var mark = row.marks().get(header.indexOf(column));
        if (mark == CellMark.FORMULA) {
            add(
                    header.indexOf(column),
                    Refusal.of(EvaluationProblem.IMPORT_FORMULA, "column", column),
                    Remedy.PASTE_VALUE);
        } else if (mark != null) {
            refuse(column, Refusal.of(EvaluationProblem.IMPORT_NOT_TEXT, "column", column));
        }
        return mark != null;
    }

    private <T> @Nullable T required(String column, Function<String, @Nullable T> read) {
        if (isMarked(column)) {
            return null;
        }
        var value = VietnameseText.nfc(raw(column));
        if (value.isEmpty()) {
            return refuse(column, Refusal.of(EvaluationProblem.IMPORT_CELL_EMPTY, "column", column));
        }
        if (TextRule.hasStraySpace(value)) {
            var outer = !value.strip().equals(value);
            add(
                    header.indexOf(column),
                    Refusal.of(EvaluationProblem.TEXT_STRAY_SPACE),
                    outer ? Remedy.REMOVE_OUTER_SPACE : Remedy.REMOVE_DOUBLE_SPACE);
            return null;
        }
        if (TextRule.hidesCharacters(value)) {
            return refuse(column, Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER));
        }
        if (FORMULA.indexOf(value.charAt(0)) >= 0) {
            return refuse(column, Refusal.of(EvaluationProblem.IMPORT_FORMULA, "column", column));
        }
        return read.apply(value);
    }

    private <T> @Nullable T check(String column, T value, Optional<Refusal> fault) {
        if (fault.isPresent()) {
            return refuse(column, fault.get());
        }
        return value;
    }

    private static Refusal notAllowed(String column, String allowed) {
        return Refusal.of(EvaluationProblem.IMPORT_VALUE_NOT_ALLOWED, "column", column, "allowed", allowed);
    }

    private void add(int column, Refusal refusal) {
        add(column, refusal, Remedy.of(refusal.code()));
    }

    private void add(int column, Refusal refusal, Remedy remedy) {
        var cell = name(column);
        if (errors.stream().noneMatch(error -> error.cell().equals(cell))) {
            errors.add(new RowError(row.index(), cell, refusal.code(), refusal.args(), remedy));
        }
    }

    /** Name of a cell in a spreadsheet; the header is its first row. */
    private String name(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row.index() + 1).toString();
    }

    private static EvaluationProblem problem(RowFault fault) {
        return switch (fault) {
            case QUOTE_BROKEN -> EvaluationProblem.IMPORT_QUOTE_BROKEN;
            case JSON_MALFORMED -> EvaluationProblem.IMPORT_JSON_MALFORMED;
            case PROPERTY_UNKNOWN -> EvaluationProblem.IMPORT_PROPERTY_UNKNOWN;
            case PROPERTY_TWICE -> EvaluationProblem.IMPORT_PROPERTY_TWICE;
        };
    }
}
