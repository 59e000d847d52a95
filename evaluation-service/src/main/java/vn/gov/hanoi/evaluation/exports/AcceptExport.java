package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportRequest;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Accepts an export: day, moment and scope are settled, and the operation is queued, before the answer leaves. */
@ApplicationScoped
class AcceptExport {
    static final String EDITOR = "directory-editor";

    private final ExportRepository exports;
    private final OperationRepository operations;
    private final OperationQueries operationQueries;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;
    private final Exporters exporters;

    AcceptExport(
            ExportRepository exports,
            OperationRepository operations,
            OperationQueries operationQueries,
            DirectoryClockRepository clock,
            AuditTrail audit,
            Exporters exporters) {
        this.exports = exports;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.clock = clock;
        this.audit = audit;
        this.exporters = exporters;
    }

    /** Refusal: auth.role-missing. */
    static void authorise(ExportRequest request, Caller caller) {
        if (!caller.roles().contains(request.resource().role())) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
    }

    /**
     * Accepts an export.
     *
     * <p>Refusals: request.invalid-value for a unitScope without unitId, for a month of another kind and for a kind of months that has no
     * unit and month or has a day, a moment or a unitScope; date.out-of-range, query.invalid-parameter for a knownAt to come,
     * text.control-character and, for what looks like a personal number, text.character-not-allowed of the purpose; those of the kind.
     */
    @Transactional
    Answer accept(ExportRequest request, UnitScope scope, Caller caller) {
        Refused.ifAny(ExportFaults.of(request));
        var id = Ids.next();
        var operationId = Ids.next();
        var selection = new RowExporter.Selection(
                caller,
                request.unitId(),
                request.unitScope(),
                clock.moment(request.asOf(), request.knownAt()),
                !request.resource().isOfMonth() && caller.roles().contains(EDITOR),
                request.period() == null ? null : YearMonth.parse(request.period()));
        exporters.of(request.resource()).check(selection);
        var job = new ExportJob(
                id,
                operationId,
                request.resource(),
                request.format(),
                selection,
                request.purpose(),
                scope.rootUnitId(),
                Trace.parent());
        operations.queue(
                new OperationRepository.Draft(operationId, "EXPORT", 0, "ROW", "/evaluation/v1/exports/" + id), caller);
        exports.add(job);
        audit.record(caller, act(job));
        var view = operationQueries.get(operationId, caller, Locale.of("vi"));
        return Answer.accepted("/evaluation/v1/operations/" + operationId, view);
    }

    private static AuditTrail.Act act(ExportJob job) {
        var selection = job.selection();
        return new AuditTrail.Act(
                "export.accept",
                "exports",
                job.id(),
                selection.unitId(),
                Map.of(
                        "resource", job.kind(),
                        "format", job.format(),
                        "asOf", selection.moment().asOf().toString(),
                        "knownAt", selection.moment().knownAt().toString(),
                        "birthDates", selection.birthDates(),
                        "purpose", job.purpose()));
    }
}
