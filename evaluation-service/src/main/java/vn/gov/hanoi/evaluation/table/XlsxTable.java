package vn.gov.hanoi.evaluation.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of texts. Texts stand in their cells and not in a common table, which would be held in memory to the end; rows
 * leave the memory a hundred at a time.
 */
final class XlsxTable implements Table {
    private static final int FLUSHED = 100;
    private static final String TEXT = "@";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxTable(OutputStream file, List<String> header) throws IOException {
        this.workbook = new Workbook(new Kept(file), "CongVu", "1.0");
        this.sheet = workbook.newWorksheet("Sheet1");
        for (int column = 0; column < header.size(); column++) {
            // What somebody types into a column of texts keeps its leading zeros.
            sheet.style(column).format(TEXT).set();
        }
        row(header);
    }

    /** A workbook to be filled: what is written now and the given columns are locked, all other cells are free. */
    XlsxTable(OutputStream file, List<String> header, Set<Integer> given) throws IOException {
        this(file, header);
        for (int column = 0; column < header.size(); column++) {
            if (!given.contains(column)) {
                sheet.style(column)
                        .format(TEXT)
                        .protectionOption(ProtectionOption.LOCKED, false)
                        .set();
            }
        }
        sheet.protect("");
        sheet.freezePane(0, 1);
    }

    /** The stream belongs to the caller, who may have more to write. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void row(List<? extends @Nullable String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell != null && !cell.isEmpty()) {
                sheet.inlineString(rows, column, Formulas.neutral(cell));
            }
        }
        rows++;
        if (rows % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
