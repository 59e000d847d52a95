package vn.gov.hanoi.evaluation.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.table.CsvReader;
import vn.gov.hanoi.kernel.table.FileRow;
import vn.gov.hanoi.kernel.table.Formulas;
import vn.gov.hanoi.kernel.table.Headings;
import vn.gov.hanoi.kernel.table.Lines;
import vn.gov.hanoi.kernel.table.RowSource;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.kernel.table.UnreadableTable;
import vn.gov.hanoi.kernel.table.XlsxReader;

/**
 * A file that was sent: reads its header, then its rows in chunks, without holding it in memory. What it is, is seen from its first
 * bytes, since names and types of uploads are often wrong.
 */
final class ImportFile {
    /** Columns with the reasons of an earlier refusal; they are read over. */
    static final List<String> NOTES = List.of("loi", "error");

    private static final int BOM = 0xFEFF;
    private static final int SNIFFED = 4_096;
    private static final byte[] ZIP = {'P', 'K'};
    /** An old workbook, or a new one behind a password. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** A chunk ends here, though it may have few rows. */
    private static final int CHUNK_CHARACTERS = 4 << 20;
    /** Longer ones are no codes, and are refused as such. */
    private static final int LONGEST_KEY = 64;

    private final List<String> required;
    private final List<String> columns;
    private final ImportConfig config;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private final List<ImportRow> chunk = new ArrayList<>();
    private int characters;
    private int rows;

    /** @param optional columns that may be missing in the header */
    ImportFile(List<String> required, List<String> optional, ImportConfig config) {
        this.required = required;
        this.columns = new ArrayList<>(required);
        columns.addAll(optional);
        this.config = config;
    }

    /** Takes what is read. */
    interface Target {
        /** Once, before the first row. */
        void begin(Heading heading);

        /** A chunk, not empty. */
        void take(List<ImportRow> rows);
    }

    /**
     * Reads the file.
     *
     * <p>Refusals: import.not-utf8, import.workbook-broken, import.workbook-too-large, import.file-empty, import.column-missing,
     * import.column-unknown, import.column-twice, import.too-many-rows, import.line-too-long.
     *
     * @return number of data rows
     */
    int read(Path file, Target target) {
        try {
            return switch (format(file)) {
                case XLSX -> readWorkbook(file, target);
                case NDJSON -> readLines(file, target, true);
                case CSV -> readLines(file, target, false);
            };
        } catch (UnreadableTable unreadable) {
            throw new Refused(refusal(unreadable.fault()));
        } catch (CharacterCodingException _) {
            throw new Refused(EvaluationProblem.IMPORT_NOT_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(UnreadableTable.Fault fault) {
        return switch (fault) {
            case WORKBOOK_BROKEN -> Refusal.of(EvaluationProblem.IMPORT_WORKBOOK_BROKEN);
            case WORKBOOK_TOO_LARGE -> Refusal.of(EvaluationProblem.IMPORT_WORKBOOK_TOO_LARGE);
            case LINE_TOO_LONG -> Refusal.of(EvaluationProblem.IMPORT_LINE_TOO_LONG, "limit", Lines.LONGEST);
        };
    }

    private static TableFormat format(Path file) throws IOException {
        byte[] first;
        try (var bytes = Files.newInputStream(file)) {
            first = bytes.readNBytes(SNIFFED);
        }
        if (begins(first, OLE)) {
            throw new UnreadableTable(UnreadableTable.Fault.WORKBOOK_BROKEN);
        }
        if (begins(first, ZIP) && first.length > 3 && first[2] < ' ' && first[3] < ' ') {
            return TableFormat.XLSX;
        }
        var text = new String(first, StandardCharsets.UTF_8);
        var begin = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        return begin.startsWith("{") ? TableFormat.NDJSON : TableFormat.CSV;
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private int readWorkbook(Path file, Target target) throws IOException {
        try (var source = XlsxReader.open(file, config.mostBytes())) {
            return read(source, TableFormat.XLSX, null, target);
        }
    }

    private int readLines(Path file, Target target, boolean json) throws IOException {
        try (var bytes = Files.newInputStream(file);
                var text = decode(bytes)) {
            if (json) {
                return read(new NdjsonReader(new Lines(text), columns), TableFormat.NDJSON, null, target);
            }
            var csv = CsvReader.detecting(text);
            return read(csv, TableFormat.CSV, csv.separator(), target);
        }
    }

    private static BufferedReader decode(InputStream bytes) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    private int read(RowSource source, TableFormat format, @Nullable Character separator, Target target)
            throws IOException {
        var header = header(source.header());
        var heading = new Heading(format, separator, header);
        target.begin(heading);
        readRows(source, heading, target);
        if (rows == 0) {
            throw new Refused(EvaluationProblem.IMPORT_FILE_EMPTY);
        }
        return rows;
    }

    private List<String> header(@Nullable List<String> header) {
        if (header == null || header.stream().allMatch(String::isBlank)) {
            throw new Refused(EvaluationProblem.IMPORT_FILE_EMPTY);
        }
        var refusals = new ArrayList<Refusal>();
        var seen = new HashSet<String>();
        var names = header.stream().map(Headings::name).toList();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            // An unknown name is not repeated in the answer: it may be a person's data in a file without header.
            if (!columns.contains(name) && !NOTES.contains(name)) {
                refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_UNKNOWN, "number", i + 1));
            } else if (!seen.add(name)) {
                refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_TWICE, "column", name));
            }
        }
        required.stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_MISSING, "column", column)));
        Refused.ifAny(refusals);
        return names;
    }

    /** Empty rows at the end are not part of the file; spreadsheets leave them there. */
    private void readRows(RowSource source, Heading heading, Target target) throws IOException {
        int key = heading.header().indexOf(required.getFirst());
        var ignored = new HashSet<Integer>();
        NOTES.forEach(note -> ignored.add(heading.header().indexOf(note)));
        int emptyBefore = 0;
        for (var row = source.next(); row != null; row = source.next()) {
            if (row.isEmpty(ignored)) {
                emptyBefore++;
                continue;
            }
            for (; emptyBefore > 0; emptyBefore--) {
                add(number(FileRow.EMPTY, key), target);
            }
            add(number(filled(row, heading), key), target);
        }
        if (!chunk.isEmpty()) {
            target.take(List.copyOf(chunk));
        }
    }

    /** The cells as they were meant: a workbook leaves empty ones out, and what was made neutral for a spreadsheet is so no more. */
    private static FileRow filled(FileRow row, Heading heading) {
        if (row.fault() != null || heading.format() == TableFormat.NDJSON) {
            return row;
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            cells.add(row.marks().containsKey(i) ? cell : Formulas.original(cell));
        }
        while (heading.format() == TableFormat.XLSX
                && cells.size() < heading.header().size()) {
            cells.add("");
        }
        return new FileRow(List.copyOf(cells), null, row.marks());
    }

    private void add(ImportRow row, Target target) {
        chunk.add(row);
        characters += row.cells().stream().mapToInt(String::length).sum();
        if (chunk.size() == config.chunkRows() || characters > CHUNK_CHARACTERS) {
            target.take(List.copyOf(chunk));
            chunk.clear();
            characters = 0;
        }
    }

    private ImportRow number(FileRow row, int key) {
        rows++;
        if (rows > config.mostRows()) {
            throw new Refused(Refusal.of(EvaluationProblem.IMPORT_TOO_MANY_ROWS, "limit", config.mostRows()));
        }
        return new ImportRow(rows, row.cells(), row.fault(), row.marks(), firstRow(row, key));
    }

    private @Nullable Integer firstRow(FileRow row, int key) {
        var code = row.fault() != null || key >= row.cells().size()
                ? ""
                : row.cells().get(key);
        return code.isBlank() || code.length() > LONGEST_KEY
                ? null
                : firstRows.putIfAbsent(VietnameseText.nfc(code), rows);
    }
}
