package vn.gov.hanoi.training.classfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.table.CsvReader;
import vn.gov.hanoi.kernel.table.Formulas;
import vn.gov.hanoi.kernel.table.Headings;
import vn.gov.hanoi.kernel.table.RowSource;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.kernel.table.UnreadableTable;
import vn.gov.hanoi.kernel.table.XlsxReader;
import vn.gov.hanoi.training.TrainingProblem;

/**
 * A file that was sent. What it is, is seen from its first bytes, since names and types of uploads are often wrong.
 *
 * @param columns names in the order of the file
 * @param rows without empty ones
 */
record ClassFile(TableFormat format, List<String> columns, List<FileLine> rows) {
    static final long MOST_BYTES = 8L << 20;
    static final int MOST_ROWS = 5_000;

    private static final int BOM = 0xFEFF;

    ClassFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the file.
     *
     * <p>Refusals: training.file-broken, training.file-too-large, training.file-empty, training.file-too-long, training.column-unknown,
     * training.column-twice, training.column-missing.
     */
    static ClassFile read(Path file, FileKind kind) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refused(TrainingProblem.FILE_TOO_LARGE);
            }
            if (isZip(file)) {
                try (var source = XlsxReader.open(file, MOST_BYTES)) {
                    return read(TableFormat.XLSX, source, kind);
                }
            }
            try (var text = text(file)) {
                return read(TableFormat.CSV, CsvReader.detecting(text), kind);
            }
        } catch (UnreadableTable unreadable) {
            throw new Refused(
                    unreadable.fault() == UnreadableTable.Fault.WORKBOOK_BROKEN
                            ? TrainingProblem.FILE_BROKEN
                            : TrainingProblem.FILE_TOO_LARGE);
        } catch (CharacterCodingException _) {
            throw new Refused(TrainingProblem.FILE_BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var first = bytes.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private static BufferedReader text(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    private static ClassFile read(TableFormat format, RowSource source, FileKind kind) throws IOException {
        var header = source.header();
        if (header == null || header.stream().allMatch(String::isBlank)) {
            throw new Refused(TrainingProblem.FILE_EMPTY);
        }
        var columns = header.stream().map(Headings::name).toList();
        Refused.ifAny(refusals(columns, kind));
        var ignored = new HashSet<Integer>();
        FileKind.NOTES.forEach(note -> ignored.add(columns.indexOf(note)));
        var rows = rows(source, ignored);
        if (rows.isEmpty()) {
            throw new Refused(TrainingProblem.FILE_EMPTY);
        }
        return new ClassFile(format, columns, rows);
    }

    private static List<Refusal> refusals(List<String> columns, FileKind kind) {
        var found = new ArrayList<Refusal>();
        var seen = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            // An unknown name is not repeated: it may be a person's data in a file without header.
            if (!kind.knows(columns.get(i))) {
                found.add(Refusal.of(TrainingProblem.COLUMN_UNKNOWN, "number", i + 1));
            } else if (!seen.add(columns.get(i))) {
                found.add(Refusal.of(TrainingProblem.COLUMN_TWICE, "column", columns.get(i)));
            }
        }
        kind.required().stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> found.add(Refusal.of(TrainingProblem.COLUMN_MISSING, "column", column)));
        return found;
    }

    private static List<FileLine> rows(RowSource source, Set<Integer> ignored) throws IOException {
        var rows = new ArrayList<FileLine>();
        int number = 1;
        for (var row = source.next(); row != null; row = source.next()) {
            number++;
            if (row.isEmpty(ignored)) {
                continue;
            }
            if (rows.size() == MOST_ROWS) {
                throw new Refused(Refusal.of(TrainingProblem.FILE_TOO_LONG, "most", MOST_ROWS));
            }
            var marks = row.marks();
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.cells().size(); i++) {
                var cell = row.cells().get(i);
                cells.add(marks.containsKey(i) ? cell : Formulas.original(cell));
            }
            rows.add(new FileLine(number, cells, marks, row.fault() != null));
        }
        return rows;
    }
}
