package vn.gov.hanoi.evaluation.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.gov.hanoi.kernel.table.Field;
import vn.gov.hanoi.kernel.table.TableFormat;

/**
 * A file to be filled, with the right columns and perhaps with what is known of its rows.
 *
 * @param headings names of the columns as the import knows them, perhaps behind words for people, in their order
 * @param rows a field a column
 * @param open whether rows are to be added; if not, only the fields of the rows are to be filled
 */
public record ImportTemplate(List<String> headings, List<List<Field>> rows, boolean open) {
    /** For the people or units of the rows and nobody else. */
    public static ImportTemplate of(List<String> headings, List<List<Field>> rows) {
        return new ImportTemplate(headings, rows, false);
    }

    static ImportTemplate plain(List<String> columns) {
        return new ImportTemplate(columns, List.of(), true);
    }

    void write(TableFormat format, OutputStream file) throws IOException {
        try (var table = format.form(file, headings, open)) {
            for (var row : rows) {
                table.form(row);
            }
        }
    }
}
