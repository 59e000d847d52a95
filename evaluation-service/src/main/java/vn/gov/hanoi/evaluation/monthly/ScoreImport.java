package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Batch;
import vn.gov.hanoi.evaluation.imports.BatchResult;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.imports.ImportKind;
import vn.gov.hanoi.evaluation.imports.ImportTemplate;
import vn.gov.hanoi.evaluation.imports.RowError;
import vn.gov.hanoi.evaluation.imports.RowImporter;
import vn.gov.hanoi.evaluation.monthly.ScoreDesk.Table;
import vn.gov.hanoi.evaluation.monthly.ScoreSheetRepository.Kept;
import vn.gov.hanoi.evaluation.monthly.ScoreSheetRepository.Recorder;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/**
 * Takes over what was scored and decided of people on paper or in another system, set by set, by the rules of a single decision: the file
 * brings marks, presence and document, the formula gives the points, and a grade above them is refused. The cap is checked when the month
 * is published, as always. A row that is kept already is unchanged, whatever became of the month since.
 */
@ApplicationScoped
class ScoreImport implements RowImporter {
    private final ScoreTemplate template;
    private final ScoreReader reader;
    private final ScoreDesk desk;
    private final ScoreSheetRepository sheets;
    private final Scopes scopes;
    private final AuditTrail audit;

    ScoreImport(
            ScoreTemplate template,
            ScoreReader reader,
            ScoreDesk desk,
            ScoreSheetRepository sheets,
            Scopes scopes,
            AuditTrail audit) {
        this.template = template;
        this.reader = reader;
        this.desk = desk;
        this.sheets = sheets;
        this.scopes = scopes;
        this.audit = audit;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.EVALUATION_SCORES;
    }

    @Override
    public String role() {
        return EvaluationRoles.KEEPER;
    }

    @Override
    public List<String> columns() {
        return ScoreColumns.NEEDED;
    }

    @Override
    public List<String> optionalColumns() {
        return template.optional();
    }

    @Override
    public Optional<ImportTemplate> template(YearMonth month, UUID unitId, Caller caller) {
        return Optional.of(template.of(month, unitId, caller));
    }

    @Override
    public void authorise(Caller caller) {
        scopes.of(caller);
    }

    /** Each sheet is held by the one row of the file that names it. */
    @Override
    public boolean inLanes() {
        return true;
    }

    /** Sheets are no part of the directory, and whoever keeps it need not wait for them. */
    @Override
    public boolean takesClock() {
        return false;
    }

    @Override
    public BatchResult apply(Batch batch) {
        var criteria = ScoreColumns.criteria(batch.header());
        var errors = new ArrayList<RowError>();
        var rows = new ArrayList<ScoreRow>();
        for (var row : batch.rows()) {
            var cells = new Cells(batch.header(), row, ScoreColumns.OFFICER);
            var read = cells.areReadable() ? reader.read(cells, criteria) : null;
            if (read != null) {
                rows.add(read);
            }
            errors.addAll(read == null ? cells.errors() : List.of());
        }
        return record(batch, rows, criteria, errors);
    }

    private BatchResult record(Batch batch, List<ScoreRow> rows, List<String> criteria, List<RowError> errors) {
        var table = desk.lay(
                rows, scopes.find(batch.caller()).map(UnitScope::rootUnitId).orElse(null), batch.caller());
        var recorder =
                new Recorder(new Closing.Mark(batch.stamp().by(), batch.stamp().at()), table.keeper());
        var decided = new ArrayList<Kept>();
        int unchanged = 0;
        for (var row : rows) {
            var at = table.cases().get(row.officerCode());
            if (at != null && row.isKept(at, table.recorded(at))) {
                unchanged++;
                continue;
            }
            if (!row.decides()) {
                row.refuseIncomplete();
            }
            var kept = at == null
                    ? missing(row, table)
                    : row.decides() ? decide(row, at, table, recorder, criteria) : null;
            if (kept != null) {
                decided.add(new Kept(kept.before(), kept.after(), kept.details().by(batch.importId())));
            }
            errors.addAll(row.cells().errors());
        }
        keep(batch, decided, recorder);
        return new BatchResult(decided.size(), unchanged, errors)
                .telling(ClosingEvent.filled(decided.stream().map(Kept::after).toList(), batch.importId()));
    }

    /** Whether somebody has no sheet at all is as little told as where it is. */
    private static @Nullable Kept missing(ScoreRow row, Table table) {
        return table.opened().contains(row.period().from())
                ? row.cells().refuse(ScoreColumns.OFFICER, Refusal.of(EvaluationProblem.EVALUATION_NO_SHEET))
                : row.cells()
                        .refuse(
                                ScoreColumns.PERIOD,
                                Refusal.of(
                                        EvaluationProblem.EVALUATION_MONTH_NOT_OPENED,
                                        "period",
                                        row.period().text()));
    }

    private static @Nullable Kept decide(
            ScoreRow row, SheetCase at, Table table, Recorder recorder, List<String> criteria) {
        try {
            Refused.ifAny(at.guard().refusals(Act.RECORD));
            var decision = row.on(at, recorder.mark(), table.level(at), table.charges(at), table.recorded(at));
            return new Kept(at.sheet(), at.sheet().decided(decision.content(), decision.result()), decision.details());
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> row.cells().refuse(ScoreColumns.of(refusal, criteria), refusal));
            return null;
        }
    }

    private void keep(Batch batch, List<Kept> decided, Recorder recorder) {
        if (decided.isEmpty()) {
            return;
        }
        sheets.keep(decided, recorder);
        audit.record(
                batch.caller(),
                new AuditTrail.Act(
                        "evaluation.import", "imports", batch.importId(), null, Map.of("decided", decided.size())));
    }
}
