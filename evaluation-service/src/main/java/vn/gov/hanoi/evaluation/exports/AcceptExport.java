package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportRequest;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Accepts an export: day, moment and scope are settled, and the operation is queued, before the answer leaves. */
@ApplicationScoped
class AcceptExport {
    /** Twelve digits, however they are grouped. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?:\\d[ .-]?){12}");

    static final String EDITOR = "directory-editor";

    private final ExportRepository exports;
    private final OperationRepository operations;
    private final OperationQueries operationQueries;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;

    AcceptExport(
            ExportRepository exports,
            OperationRepository operations,
            OperationQueries operationQueries,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.exports = exports;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Accepts an export.
     *
     * <p>Refusals: request.invalid-value for a unitScope without unitId, date.out-of-range, query.invalid-parameter for a knownAt to
     * come, text.control-character and, for what looks like a personal number, text.character-not-allowed of the purpose.
     */
    @Transactional
    Answer accept(ExportRequest request, UnitScope scope, Caller caller) {
        Refused.ifAny(faults(request));
        var id = Ids.next();
        var operationId = Ids.next();
        var selection = new RowExporter.Selection(
                caller,
                request.unitId(),
                request.unitScope(),
                clock.moment(request.asOf(), request.knownAt()),
                caller.roles().contains(EDITOR));
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

    private static List<Refusal> faults(ExportRequest request) {
        var faults = new ArrayList<>(new Faults().date("/asOf", request.asOf()).all());
        if (request.unitScope() != null && request.unitId() == null) {
            faults.add(Refusal.of(KernelProblem.INVALID_VALUE, "rule", "unitScope", "expected", "unitId")
                    .at("/unitId"));
        }
        if (TextRule.hidesCharacters(request.purpose())) {
            faults.add(Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER).at("/purpose"));
        } else if (PERSONAL_NUMBER.matcher(request.purpose()).find()) {
            faults.add(Refusal.of(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED).at("/purpose"));
        }
        return faults;
    }
}
