package vn.gov.hanoi.evaluation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.directory.UnitRepository.Known;
import vn.gov.hanoi.evaluation.imports.Batch;
import vn.gov.hanoi.evaluation.imports.BatchResult;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.imports.ImportKind;
import vn.gov.hanoi.evaluation.imports.RowError;
import vn.gov.hanoi.evaluation.imports.RowImporter;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Imports units, set by set, with the rules and the factory of the single request. */
@ApplicationScoped
class UnitImport implements RowImporter {
    private static final String KEY = "code";
    private static final String PARENT = "parentCode";

    private final UnitRepository units;
    private final DirectoryGuard guard;
    private final Scopes scopes;
    private final OutboxWriter outbox;
    private final Clock clock;

    UnitImport(UnitRepository units, DirectoryGuard guard, Scopes scopes, OutboxWriter outbox, Clock clock) {
        this.units = units;
        this.guard = guard;
        this.scopes = scopes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A row whose cells are good by themselves. */
    private record Line(
            Cells cells, UnitDraft draft, @Nullable String parentCode) {}

    @Override
    public ImportKind kind() {
        return ImportKind.UNITS;
    }

    @Override
    public List<String> columns() {
        return List.of(KEY, "name", "type", PARENT, "validFrom", "validTo");
    }

    @Override
    public void authorise(Caller caller) {
        guard.authorise(caller);
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
        var code = cells.code(KEY, UnitCode::fault);
        var name = cells.text("name", TextRule.UNIT_NAME);
        var type = cells.oneOf("type", UnitType.class);
        var parentCode = cells.optionalCode(PARENT, UnitCode::fault);
        var from = cells.date("validFrom", Validity::dateFault);
        var to = cells.optionalDate("validTo", Validity::dateFault);
        if (code == null || name == null || type == null || from == null || !cells.areGood()) {
            return null;
        }
        var draft = UnitDraft.of(code, name, type, from, to);
        draft.validity().fault().ifPresent(fault -> cells.refuse("validTo", fault));
        draft.parentFault(parentCode != null).ifPresent(fault -> cells.refuse(PARENT, fault));
        return cells.areGood() ? new Line(cells, draft, parentCode) : null;
    }

    private BatchResult record(Caller caller, List<Line> lines, List<RowError> errors) {
        var known = known(caller, lines);
        var stamp = new Stamp(clock.instant(), caller.subject());
        var fresh = new ArrayList<Unit>();
        int unchanged = 0;
        for (var line : lines) {
            var before = known.get(line.draft().code());
            if (before != null) {
                check(line, before);
                unchanged += line.cells().areGood() ? 1 : 0;
            } else {
                var parent = line.parentCode() == null ? null : known.get(line.parentCode());
                place(line, parent, caller);
                if (line.cells().areGood()) {
                    var unit = Unit.open(Ids.next(), line.draft(), parent == null ? null : parent.id(), stamp);
                    fresh.add(unit);
                    known.put(unit.code(), known(unit, line.parentCode()));
                }
            }
            errors.addAll(line.cells().errors());
        }
        units.insertAll(fresh, stamp);
        outbox.writeAll(fresh.stream().map(unit -> unit.recorded().draft()).toList());
        return new BatchResult(fresh.size(), unchanged, errors);
    }

    private Map<String, Known> known(Caller caller, List<Line> lines) {
        var codes = new HashSet<String>();
        for (var line : lines) {
            codes.add(line.draft().code());
            if (line.parentCode() != null) {
                codes.add(line.parentCode());
            }
        }
        return new HashMap<>(units.byCode(codes, scopes.find(caller).orElse(null)));
    }

    /** What was accepted a row ago is in scope, since its parent was. */
    private static Known known(Unit unit, @Nullable String parentCode) {
        UUID id = unit.id();
        return new Known(id, unit.code(), unit.name(), unit.type(), parentCode, unit.validity(), true);
    }

    private static void check(Line line, Known before) {
        var draft = line.draft();
        boolean same = before.name().equals(draft.name())
                && before.type() == draft.type()
                && before.validity().equals(draft.validity())
                && Objects.equals(before.parentCode(), line.parentCode());
        if (!before.inScope()) {
            line.cells().refuse(KEY, Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        } else if (!same) {
            line.cells().refuse(KEY, Refusal.of(EvaluationProblem.IMPORT_CODE_EXISTS_DIFFERS));
        }
    }

    private void place(Line line, @Nullable Known parent, Caller caller) {
        var draft = line.draft();
        if (line.parentCode() == null) {
            guard.rootFaults(draft.code(), caller).forEach(fault -> line.cells().refuse(KEY, fault));
        } else if (parent == null) {
            line.cells().refuse(PARENT, Refusal.of(EvaluationProblem.IMPORT_UNIT_CODE_UNKNOWN, "column", PARENT));
        } else if (!parent.inScope()) {
            line.cells().refuse(PARENT, Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        } else {
            DirectoryGuard.parentInForce(parent.validity(), draft.validity())
                    .ifPresent(fault -> line.cells().refuse(PARENT, fault));
        }
    }
}
