package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Batch;
import vn.gov.hanoi.evaluation.imports.BatchResult;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.imports.ImportKind;
import vn.gov.hanoi.evaluation.imports.RowError;
import vn.gov.hanoi.evaluation.imports.RowImporter;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitCode;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries.Known;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * Takes tasks from the task system of the City, set by set. A row that was delivered before is unchanged, whatever became of the task since;
 * one that says something else under the same key is refused, since changes come by acts with their reasons.
 */
@ApplicationScoped
class UnitTaskImport implements RowImporter {
    private static final String KEY = "externalKey";
    private static final String UNIT = "unitCode";
    private static final String DUE = "dueOn";
    private static final String WEIGHT = "weight";
    private static final List<String> COLUMNS =
            List.of(KEY, UNIT, "documentNumber", "title", "assignedOn", DUE, WEIGHT);
    private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

    private final UnitTaskRepository tasks;
    private final UnitLookupQueries units;
    private final Scopes scopes;
    private final Clock clock;

    UnitTaskImport(UnitTaskRepository tasks, UnitLookupQueries units, Scopes scopes, Clock clock) {
        this.tasks = tasks;
        this.units = units;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A row whose cells are good by themselves. */
    private record Line(Cells cells, String key, String unitCode, TaskContent content, LocalDate dueOn) {}

    @Override
    public ImportKind kind() {
        return ImportKind.UNIT_TASKS;
    }

    @Override
    public String role() {
        return TaskGuard.KEEPER;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void authorise(Caller caller) {
        scopes.of(caller);
    }

    @Override
    public BatchResult apply(Batch batch) {
        var errors = new ArrayList<RowError>();
        var lines = new ArrayList<Line>();
        for (var row : batch.rows()) {
            var cells = new Cells(batch.header(), row, KEY);
            var line = cells.areReadable() ? read(cells) : null;
            if (line != null) {
                lines.add(line);
            }
            errors.addAll(line == null ? cells.errors() : List.of());
        }
        return record(batch.caller(), lines, errors);
    }

    private static @Nullable Line read(Cells cells) {
        var key = cells.code(KEY, TaskKey::fault);
        var unit = cells.code(UNIT, UnitCode::fault);
        var document = cells.text("documentNumber", TextRule.DECISION_NUMBER);
        var title = cells.text("title", TextRule.TASK);
        var assigned = cells.date("assignedOn", Validity::dateFault);
        var due = cells.date(DUE, Validity::dateFault);
        var weight = cells.optionalCode(WEIGHT, UnitTaskImport::weightFault);
        if (key == null || unit == null || document == null || title == null || assigned == null || due == null) {
            return null;
        }
        TaskContent.order(assigned, due).ifPresent(fault -> cells.refuse(DUE, fault));
        if (!cells.areGood()) {
            return null;
        }
        var factor = weight == null ? BigDecimal.ONE : new BigDecimal(weight);
        return new Line(cells, key, unit, new TaskContent(document, title, assigned, factor).kept(), due);
    }

    private static Optional<Refusal> weightFault(String text) {
        return FACTOR.matcher(text).matches() && new BigDecimal(text).signum() > 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        EvaluationProblem.TASK_WEIGHT_OUT_OF_RANGE,
                        "least",
                        TaskContent.LEAST_WEIGHT,
                        "most",
                        TaskContent.MOST_WEIGHT));
    }

    private BatchResult record(Caller caller, List<Line> lines, List<RowError> errors) {
        var scope = scopes.find(caller);
        var known = units.byCode(lines.stream().map(Line::unitCode).collect(Collectors.toSet()), scope.orElse(null));
        var before = tasks.delivered(lines.stream().map(Line::key).toList());
        var fresh = new ArrayList<UnitTask>();
        int unchanged = 0;
        for (var line : lines) {
            var unit = known.get(line.unitCode());
            var fault = unit == null
                    ? Optional.of(Refusal.of(EvaluationProblem.IMPORT_UNIT_CODE_UNKNOWN, "column", UNIT))
                    : place(
                            unit,
                            scope.map(each -> each.rootUnitId().equals(unit.id()))
                                    .orElse(false),
                            line.content().assignedOn());
            fault.ifPresent(refusal -> line.cells().refuse(UNIT, refusal));
            if (unit != null && fault.isEmpty()) {
                var task = UnitTask.assigned(Ids.next(), unit.id(), line.key(), line.content(), line.dueOn());
                var delivered = before.get(line.key());
                if (delivered == null) {
                    fresh.add(task);
                } else if (delivered.equals(task.delivered())) {
                    unchanged++;
                } else {
                    line.cells().refuse(KEY, Refusal.of(EvaluationProblem.IMPORT_CODE_EXISTS_DIFFERS));
                }
            }
            errors.addAll(line.cells().errors());
        }
        insert(fresh, caller);
        return new BatchResult(fresh.size(), unchanged, errors);
    }

    private static Optional<Refusal> place(Known unit, boolean own, LocalDate day) {
        if (!unit.inScope()) {
            return Optional.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        if (own) {
            return Optional.of(Refusal.of(EvaluationProblem.TASK_OWN_UNIT));
        }
        return unit.unit().at(day).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.TASK_UNIT_NOT_IN_FORCE, "day", day.toString()));
    }

    private void insert(List<UnitTask> fresh, Caller caller) {
        var now = clock.instant();
        tasks.insertAll(fresh);
        tasks.add(fresh.stream()
                .map(task -> TaskEntry.assigned(task, now, caller))
                .toList());
    }
}
