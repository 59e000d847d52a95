package vn.gov.hanoi.kernel.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of a workbook row by row. A formula is never believed, since what it shows depends on the reader; a number is
 * marked, since a code that became one has lost its zeros. Rows that the file leaves out are empty rows, so that numbers are those the
 * sender sees.
 *
 * <p>All methods throw {@link UnreadableTable}: WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
 */
public final class XlsxReader implements RowSource {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 1_000;
    /** Characters of a sheet or of the shared texts, unpacked, for each byte that a file may have. */
    private static final int UNPACKED = 8;

    private final ZipFile zip;
    private final Workbook workbook;
    private final @Nullable SharedTexts texts;
    private final XmlPart sheet;
    private long charactersLeft;
    private int number;
    private int gap;
    private @Nullable FileRow waiting;

    private XlsxReader(ZipFile zip, Workbook workbook, @Nullable SharedTexts texts, XmlPart sheet, long most) {
        this.zip = zip;
        this.workbook = workbook;
        this.texts = texts;
        this.sheet = sheet;
        this.charactersLeft = most;
    }

    /**
     * Opens a workbook.
     *
     * @param mostBytes of a file; all cells together may have twice as many characters, where a text that many cells share counts for
     *     each of them
     */
    public static XlsxReader open(Path file, long mostBytes) throws IOException {
        long unpacked = UNPACKED * mostBytes;
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException _) {
            throw XmlPart.broken();
        }
        SharedTexts texts = null;
        try {
            var workbook = Workbook.read(zip);
            texts = workbook.texts() == null ? null : SharedTexts.read(zip, workbook.texts(), unpacked);
            return new XlsxReader(zip, workbook, texts, XmlPart.open(zip, workbook.sheet(), unpacked), 2 * mostBytes);
        } catch (IOException | RuntimeException e) {
            if (texts != null) {
                texts.close();
            }
            zip.close();
            throw e;
        }
    }

    @Override
    public @Nullable List<String> header() {
        var first = next();
        return first == null ? null : first.cells();
    }

    @Override
    public @Nullable FileRow next() {
        if (waiting == null) {
            waiting = read();
        }
        if (gap > 0) {
            gap--;
            return FileRow.EMPTY;
        }
        var row = waiting;
        waiting = null;
        return row;
    }

    private @Nullable FileRow read() {
        while (sheet.next() && !sheet.ends("sheetData")) {
            if (sheet.begins("row")) {
                int found = sheet.number(sheet.attribute("r"), number + 1);
                if (found <= number || found > MOST_ROWS) {
                    throw XmlPart.broken();
                }
                gap = found - number - 1;
                number = found;
                return row();
            }
        }
        return null;
    }

    private FileRow row() {
        var cells = new ArrayList<String>();
        var marks = new HashMap<Integer, CellMark>();
        int next = 0;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.begins("c")) {
                int column = column(sheet.attribute("r"), next);
                next = column + 1;
                var cell = cell(column, marks);
                if (!cell.isEmpty()) {
                    put(cells, column, cell);
                }
            }
        }
        return cells.isEmpty() ? FileRow.EMPTY : new FileRow(List.copyOf(cells), null, Map.copyOf(marks));
    }

    private void put(List<String> cells, int column, String cell) {
        charactersLeft -= cell.length();
        if (column < cells.size()) {
            throw XmlPart.broken();
        }
        if (column >= MOST_COLUMNS || charactersLeft < 0) {
            throw GuardedXml.tooLarge();
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(cell);
    }

    /** The number of the column from 0, out of a reference such as C12. */
    private static int column(@Nullable String reference, int next) {
        int column = 0;
        for (int i = 0; reference != null && i < Math.min(reference.length(), 4); i++) {
            char each = reference.charAt(i);
            if (each >= 'A' && each <= 'Z') {
                column = column * 26 + each - 'A' + 1;
            }
        }
        return column == 0 ? next : column - 1;
    }

    private String cell(int column, Map<Integer, CellMark> marks) {
        var type = String.valueOf(sheet.attribute("t"));
        int style = sheet.number(sheet.attribute("s"), 0);
        var value = new StringBuilder();
        StringBuilder formula = null;
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.begins("v")) {
                sheet.text(value, CellText.LONGEST);
            } else if (sheet.begins("is")) {
                value.append(CellText.rich(sheet, "is"));
            } else if (sheet.begins("f")) {
                formula = new StringBuilder("=");
                sheet.text(formula, CellText.LONGEST);
            }
        }
        if (formula != null) {
            marks.put(column, CellMark.FORMULA);
            return formula.toString();
        }
        return value.isEmpty() ? "" : text(type, style, value.toString(), column, marks);
    }

    private String text(String type, int style, String value, int column, Map<Integer, CellMark> marks) {
        return switch (type) {
            case "s" -> texts == null ? "" : texts.get(sheet.number(value, -1));
            case "inlineStr" -> value;
            case "str" -> CellText.plain(value);
            case "b" -> value.equals("1") ? "true" : "false";
            case "d" -> marked(value, CellMark.DATE, column, marks);
            case "e" -> marked(value, CellMark.FORMULA, column, marks);
            default -> {
                var day = workbook.dates().get(style)
                        ? CellText.date(value, workbook.from1904()).orElse(null)
                        : null;
                yield day == null
                        ? marked(value, CellMark.NOT_TEXT, column, marks)
                        : marked(day, CellMark.DATE, column, marks);
            }
        };
    }

    private static String marked(String text, CellMark mark, int column, Map<Integer, CellMark> marks) {
        marks.put(column, mark);
        return text;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        if (texts != null) {
            texts.close();
        }
        zip.close();
    }
}
