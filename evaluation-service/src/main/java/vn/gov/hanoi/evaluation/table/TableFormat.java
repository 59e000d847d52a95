package vn.gov.hanoi.evaluation.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

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
        public Table open(OutputStream file, List<String> header, Set<Integer> given) throws IOException {
            return new XlsxTable(file, header, given);
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
     * Begins a file that somebody will fill. A workbook guards its header and the given columns against slips; there is no password.
     *
     * @param given places of columns that stay as they are written, from 0
     */
    public Table open(OutputStream file, List<String> header, Set<Integer> given) throws IOException {
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
