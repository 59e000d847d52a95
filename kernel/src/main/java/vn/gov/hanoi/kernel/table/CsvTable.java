package vn.gov.hanoi.kernel.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV as RFC 4180 says: lines end with carriage return and line feed, a cell with a separator, quote or line end is quoted. */
public final class CsvTable implements Table {
    private static final char BOM = '\uFEFF';

    private final Writer text;
    private final char separator;

    /** @param separator comma or semicolon */
    public CsvTable(OutputStream file, List<String> header, char separator) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        this.separator = separator;
        text.write(BOM);
        row(header);
    }

    @Override
    public void row(List<? extends @Nullable String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.write(separator);
            }
            var cell = cells.get(i);
            text.write(cell == null ? "" : quoted(Formulas.neutral(cell)));
        }
        text.write("\r\n");
    }

    private String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(each -> each == separator || each == '"' || each == '\r' || each == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
