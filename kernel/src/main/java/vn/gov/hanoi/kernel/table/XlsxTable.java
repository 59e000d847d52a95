package vn.gov.hanoi.kernel.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
    private final NumberRules rules = new NumberRules();
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

    /**
     * A workbook to be filled. It is locked without a password, so against slips only.
     *
     * @param columns whether all cells below the header are free; if not, those that {@link #form} opens
     */
    static XlsxTable locked(OutputStream file, List<String> header, boolean columns) throws IOException {
        var table = new XlsxTable(file, header);
        for (int column = 0; columns && column < header.size(); column++) {
            table.sheet
                    .style(column)
                    .format(TEXT)
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .set();
        }
        table.sheet.protect("");
        table.sheet.freezePane(0, 1);
        return table;
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
            text(column, cells.get(column));
        }
        end();
    }

    @Override
    public void form(List<Field> fields) throws IOException {
        for (int column = 0; column < fields.size(); column++) {
            var field = fields.get(column);
            text(column, field.text());
            switch (field.kind()) {
                case CLOSED -> {}
                case TEXT ->
                    sheet.style(rows, column)
                            .format(TEXT)
                            .protectionOption(ProtectionOption.LOCKED, false)
                            .set();
                // Not a text: in the language of the reader 4,5 is a number too, and only numbers can be compared.
                case NUMBER ->
                    sheet.style(rows, column)
                            .format("General")
                            .protectionOption(ProtectionOption.LOCKED, false)
                            .set();
            }
            rules.take(rows, column, field.most());
        }
        end();
    }

    private void text(int column, @Nullable String cell) {
        if (cell != null && !cell.isEmpty()) {
            sheet.inlineString(rows, column, Formulas.neutral(cell));
        }
    }

    private void end() throws IOException {
        rows++;
        if (rows % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        rules.write(sheet);
        workbook.close();
    }
}
