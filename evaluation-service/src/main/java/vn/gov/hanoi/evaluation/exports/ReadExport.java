package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportView;
import vn.gov.hanoi.evaluation.exports.ExportQueries.Recorded;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Gives a file to the caller who asked for it. Rights are those of now: who has lost the scope or the role gets nothing. */
@ApplicationScoped
class ReadExport {
    private final ExportQueries exports;
    private final ExportLinks links;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;
    private final ExportConfig config;

    ReadExport(
            ExportQueries exports,
            ExportLinks links,
            Scopes scopes,
            AuditTrail audit,
            Clock clock,
            ExportConfig config) {
        this.exports = exports;
        this.links = links;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** Refusal: resource.not-found, also for an export of somebody else and for a kind whose role the caller no longer has. */
    @Transactional
    ExportView manifest(UUID id, Caller caller) {
        var export = get(id, caller);
        var removedAt = removedAt(export);
        var there = removedAt.filter(clock.instant()::isBefore).isPresent();
        return new ExportView(
                id,
                export.kind(),
                export.format(),
                export.state(),
                export.asOf(),
                export.knownAt(),
                export.rows(),
                export.bytes(),
                export.digest() == null ? null : HexFormat.of().formatHex(export.digest()),
                there ? links.to(id, caller, removedAt.get()) : null);
    }

    private Recorded get(UUID id, Caller caller) {
        var export = exports.get(id, caller);
        if (!caller.roles().contains(export.kind().role())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return export;
    }

    /** When the file is removed; empty if there never was one. */
    private Optional<Instant> removedAt(Recorded export) {
        return export.state() == OperationState.SUCCEEDED
                ? Optional.ofNullable(export.finishedAt()).map(end -> end.plus(config.kept()))
                : Optional.empty();
    }

    /**
     * Records that the caller reads the file; to be called before it is written.
     *
     * <p>Refusals: resource.not-found, also if the rights of the caller are others now or the export has failed; operation.running,
     * query.invalid-parameter, export.link-expired, export.file-removed, scope.unit-unknown.
     */
    @Transactional
    Recorded open(UUID id, @Nullable String ticket, Caller caller) {
        var export = get(id, caller);
        links.require(ticket, id, caller);
        if (!export.state().isFinished()) {
            throw new Refused(EvaluationProblem.OPERATION_RUNNING);
        }
        var removedAt = removedAt(export).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        if (!clock.instant().isBefore(removedAt)) {
            throw new Refused(EvaluationProblem.EXPORT_FILE_REMOVED);
        }
        var root = scopes.of(caller).rootUnitId();
        if (!root.equals(export.scopeRoot())
                || export.birthDates() && !caller.roles().contains(AcceptExport.EDITOR)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        audit.record(
                caller,
                new AuditTrail.Act(
                        "export.read",
                        "exports",
                        id,
                        null,
                        Map.of("resource", export.kind(), "purpose", export.purpose())));
        return export;
    }

    /** Writes the file; one chunk is in memory at a time. */
    void write(UUID id, OutputStream file) throws IOException {
        int number = 1;
        for (var chunk = exports.chunk(id, number); chunk.isPresent(); chunk = exports.chunk(id, number)) {
            file.write(chunk.get());
            number++;
        }
    }
}
