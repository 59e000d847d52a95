package vn.gov.hanoi.evaluation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.gov.hanoi.evaluation.imports.ImportApi.ImportRequest;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Accepts a file: the header is checked, the rows are durable and the operation is queued before the answer leaves. */
@ApplicationScoped
class AcceptImport {
    private final Importers importers;
    private final ImportRepository imports;
    private final OperationRepository operations;
    private final OperationQueries operationQueries;
    private final AuditTrail audit;

    AcceptImport(
            Importers importers,
            ImportRepository imports,
            OperationRepository operations,
            OperationQueries operationQueries,
            AuditTrail audit) {
        this.importers = importers;
        this.imports = imports;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.audit = audit;
    }

    /**
     * Accepts a file.
     *
     * <p>Refusals: those of {@link ImportFile#read}.
     *
     * @param digest SHA-256 of the file
     */
    @Transactional
    Answer accept(ImportRequest request, Path upload, byte[] digest, Caller caller) {
        var id = Ids.next();
        var operationId = Ids.next();
        var draft = new OperationRepository.Draft(operationId, "IMPORT", 0, "ROW", "/evaluation/v1/imports/" + id);
        operations.queue(draft, caller);
        var file = importers.file(request.kind());
        int rows;
        try (var chunks = new ChunkWriter(id, imports)) {
            rows = file.read(upload, new ImportFile.Target() {
                @Override
                public void begin(Heading heading) {
                    imports.add(
                            new ImportJob(
                                    id, operationId, request.kind(), request.mode(), heading, caller, Trace.parent()),
                            digest);
                }

                @Override
                public void take(List<ImportRow> chunk) {
                    chunks.write(chunk);
                }
            });
            chunks.finish();
        }
        operations.total(operationId, rows);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "import.accept",
                        "imports",
                        id,
                        null,
                        Map.of(
                                "kind", request.kind(),
                                "mode", request.mode(),
                                "rows", rows,
                                "sha256", HexFormat.of().formatHex(digest))));
        var view = operationQueries.get(operationId, caller, Locale.of("vi"));
        return Answer.accepted("/evaluation/v1/operations/" + operationId, view);
    }
}
