package vn.gov.hanoi.kernel.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How a table is written as a file. */
public enum TableFormat {
    /** RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets take another code page. */
    CSV(TableFormat.CSV_TYPE, "csv") {
        @Override
        public Table open(OutputStream file, List<String> header) throws IOException {
            return new CsvTable(file, header, ',');
        }
    },
    /** A workbook with one sheet; all cells are texts. */
    XLSX(TableFormat.XLSX_TYPE, "xlsx") {
        @Override
        public Table open(OutputStream file, List<String> header) throws IOException {
            return new XlsxTable(file, header);
        }

        @Override
        public Table form(OutputStream file, List<String> header, boolean columns) throws IOException {
            return XlsxTable.locked(file, header, columns);
        }
    },
    /** One JSON object a line; all properties are texts, empty ones null. */
    NDJSON(TableFormat.NDJSON_TYPE, "ndjson") {
        @Override
        public Table open(OutputStream file, List<String> header) throws IOException {
            return new NdjsonTable(file, header);
        }
    };

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String NDJSON_TYPE = "application/x-ndjson";

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Begins a file with its header. The stream stays open when the table is closed. */
    public abstract Table open(OutputStream file, List<String> header) throws IOException;

    /**
     * Begins a file that somebody will fill. A workbook guards what is not to be filled against slips; there is no password.
     *
     * @param columns whether whole columns are to be filled; if not, the cells that {@link Table#form} says
     */
    public Table form(OutputStream file, List<String> header, boolean columns) throws IOException {
        return open(file, header);
    }

    public String mediaType() {
        return mediaType;
    }

    /** End of a file name, without the dot. */
    public String extension() {
        return extension;
    }
}
