package vn.gov.hanoi.evaluation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Event<ImportAccepted> accepted;

    AcceptImport(
            Importers importers,
            ImportRepository imports,
            OperationRepository operations,
            OperationQueries operationQueries,
            AuditTrail audit,
            Event<ImportAccepted> accepted) {
        this.importers = importers;
        this.imports = imports;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.audit = audit;
        this.accepted = accepted;
    }

    /**
     * Accepts a file.
     *
     * <p>Refusals: import.not-utf8, import.file-empty, import.column-missing, import.column-unknown, import.column-twice,
     * import.too-many-rows, import.line-too-long.
     *
     * @param digest SHA-256 of the file
     */
    @Transactional
    Answer accept(ImportRequest request, Path file, byte[] digest, Caller caller) {
        var id = Ids.next();
        var operationId = Ids.next();
        var content = importers.content(request.kind(), file, _ -> {});
        var job = new ImportJob(
                id,
                operationId,
                request.kind(),
                request.mode(),
                content.header(),
                caller,
                Trace.parent(),
                content.rows());
        operations.queue(
                new OperationRepository.Draft(operationId, "IMPORT", job.rows(), "ROW", "/evaluation/v1/imports/" + id),
                caller);
        imports.add(job, digest);
        var number = new AtomicInteger();
        var _ = importers.content(
                request.kind(),
                file,
                rows -> imports.addChunk(id, new ImportRepository.Chunk(number.incrementAndGet(), rows)));
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
                                "rows", content.rows(),
                                "sha256", HexFormat.of().formatHex(digest))));
        accepted.fire(new ImportAccepted());
        var view = operationQueries.get(operationId, caller, Locale.of("vi"));
        return Answer.accepted("/evaluation/v1/operations/" + operationId, view);
    }
}
