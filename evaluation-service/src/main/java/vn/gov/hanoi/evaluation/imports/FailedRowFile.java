package vn.gov.hanoi.evaluation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.table.CsvTable;
import vn.gov.hanoi.kernel.table.NdjsonTable;
import vn.gov.hanoi.kernel.table.RowFault;
import vn.gov.hanoi.kernel.table.Table;

/**
 * The failed rows of an import as a file like the one that was sent, with what is wrong in two columns behind: loi in Vietnamese and
 * error in English. Whoever corrects the cells can send the file as it is.
 */
@ApplicationScoped
class FailedRowFile {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private final ImportQueries imports;
    private final FailedRowQueries failedRows;
    private final ProblemTexts texts;
    private final AuditTrail audit;

    FailedRowFile(ImportQueries imports, FailedRowQueries failedRows, ProblemTexts texts, AuditTrail audit) {
        this.imports = imports;
        this.failedRows = failedRows;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Records that the caller reads the file; to be called before it is written.
     *
     * <p>Refusals: resource.not-found; operation.running while rows can still fail.
     */
    @Transactional
    Heading open(UUID importId, Caller caller) {
        var view = imports.get(importId, caller);
        if (!view.state().isFinished()) {
            throw new Refused(EvaluationProblem.OPERATION_RUNNING);
        }
        audit.record(
                caller,
                new AuditTrail.Act(
                        "import.read-failed-rows",
                        "imports",
                        importId,
                        null,
                        Map.of("failed", view.counts().failed())));
        return failedRows.heading(importId);
    }

    /** Writes the file; one chunk of its rows is in memory at a time. */
    void write(UUID importId, Heading heading, OutputStream file) throws IOException {
        var columns = IntStream.range(0, heading.header().size())
                .filter(i -> !ImportFile.NOTES.contains(heading.header().get(i)))
                .boxed()
                .toList();
        var header = new ArrayList<>(columns.stream().map(heading.header()::get).toList());
        header.addAll(ImportFile.NOTES);
        try (var table = table(heading, header, file)) {
            int number = 0;
            for (var next = failedRows.after(importId, number);
                    next.isPresent();
                    next = failedRows.after(importId, number)) {
                var portion = next.get();
                for (var row : portion.rows()) {
                    var errors = Objects.requireNonNullElse(portion.errors().get(row.index()), List.<RowError>of());
                    write(table, row, columns, heading.header().size(), notes(errors));
                }
                number = portion.number();
            }
        }
    }

    private static Table table(Heading heading, List<String> header, OutputStream file) throws IOException {
        var separator = heading.separator();
        return separator == null ? heading.format().open(file, header) : new CsvTable(file, header, separator);
    }

    private static void write(Table table, FailedRow row, List<Integer> columns, int width, List<String> notes)
            throws IOException {
        var given = row.cells();
        if (table instanceof NdjsonTable json && row.fault() != null) {
            faulty(json, given.getFirst(), row.fault(), notes);
            return;
        }
        var cells = new ArrayList<String>();
        columns.forEach(column -> cells.add(column < given.size() ? given.get(column) : ""));
        cells.addAll(notes);
        // Cells that no column has room for stand behind all columns: nothing is lost, and the row stays too long.
        cells.addAll(given.subList(Math.min(width, given.size()), given.size()));
        table.row(cells);
    }

    private static void faulty(NdjsonTable json, String line, RowFault fault, List<String> notes) throws IOException {
        if (fault.isObject()) {
            json.extended(line, ImportFile.NOTES, notes);
        } else {
            var names = new ArrayList<>(List.of("line"));
            names.addAll(ImportFile.NOTES);
            json.extended("{}", names, List.of(line, notes.getFirst(), notes.getLast()));
        }
    }

    /** What is wrong with a row, and what would help: first in Vietnamese, then in English. */
    private List<String> notes(List<RowError> errors) {
        return LANGUAGES.stream()
                .map(language -> errors.stream()
                        .map(error -> error.cell() + ": " + texts.detail(error.code(), error.args(), language) + " "
                                + texts.detail(error.remedy(), Map.of(), language))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }
}
