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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** A file that was sent: reads its header, then its rows in chunks, without holding it in memory. */
final class ImportFile {
    private static final int BOM = 0xFEFF;
    private static final CsvRow EMPTY = new CsvRow(List.of(""), false);

    private final List<String> columns;
    private final int chunkRows;
    private final int mostRows;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int rows;

    ImportFile(List<String> columns, ImportConfig config) {
        this.columns = columns;
        this.chunkRows = config.chunkRows();
        this.mostRows = config.mostRows();
    }

    /** What a file holds. */
    record Content(List<String> header, int rows) {}

    /**
     * Reads the file.
     *
     * <p>Refusals: import.not-utf8, import.file-empty, import.column-missing, import.column-unknown, import.column-twice,
     * import.too-many-rows, import.line-too-long.
     */
    Content read(Path file, Consumer<List<ImportRow>> chunks) {
        try (var bytes = Files.newInputStream(file);
                var text = decode(bytes)) {
            var csv = CsvReader.detecting(text);
            var header = header(csv.next());
            readRows(csv, header.indexOf(columns.getFirst()), chunks);
            if (rows == 0) {
                throw new Refused(EvaluationProblem.IMPORT_FILE_EMPTY);
            }
            return new Content(header, rows);
        } catch (CharacterCodingException _) {
            throw new Refused(EvaluationProblem.IMPORT_NOT_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private List<String> header(@Nullable CsvRow first) {
        if (first == null || first.isEmpty()) {
            throw new Refused(EvaluationProblem.IMPORT_FILE_EMPTY);
        }
        var header = first.cells();
        var refusals = new ArrayList<Refusal>();
        var seen = new HashSet<String>();
        for (int i = 0; i < header.size(); i++) {
            // An unknown name is not repeated in the answer: it may be a person's data in a file without header.
            if (!columns.contains(header.get(i))) {
                refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_UNKNOWN, "number", i + 1));
            } else if (!seen.add(header.get(i))) {
                refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_TWICE, "column", header.get(i)));
            }
        }
        columns.stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> refusals.add(Refusal.of(EvaluationProblem.IMPORT_COLUMN_MISSING, "column", column)));
        Refused.ifAny(refusals);
        return header;
    }

    /** Empty rows at the end are not part of the file; spreadsheets leave them there. */
    private void readRows(CsvReader csv, int key, Consumer<List<ImportRow>> chunks) throws IOException {
        var chunk = new ArrayList<ImportRow>();
        int emptyBefore = 0;
        for (var row = csv.next(); row != null; row = csv.next()) {
            if (row.isEmpty()) {
                emptyBefore++;
                continue;
            }
            for (; emptyBefore > 0; emptyBefore--) {
                add(chunk, number(EMPTY, key), chunks);
            }
            add(chunk, number(row, key), chunks);
        }
        if (!chunk.isEmpty()) {
            chunks.accept(List.copyOf(chunk));
        }
    }

    private void add(List<ImportRow> chunk, ImportRow row, Consumer<List<ImportRow>> chunks) {
        chunk.add(row);
        if (chunk.size() == chunkRows) {
            chunks.accept(List.copyOf(chunk));
            chunk.clear();
        }
    }

    private ImportRow number(CsvRow row, int key) {
        rows++;
        if (rows > mostRows) {
            throw new Refused(Refusal.of(EvaluationProblem.IMPORT_TOO_MANY_ROWS, "limit", mostRows));
        }
        var code = row.broken() || key >= row.cells().size() ? "" : row.cells().get(key);
        var first = code.isBlank() ? null : firstRows.putIfAbsent(VietnameseText.nfc(code), rows);
        return new ImportRow(rows, row.cells(), row.broken(), first);
    }
}
