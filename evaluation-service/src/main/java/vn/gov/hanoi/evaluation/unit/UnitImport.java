package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Batch;
import vn.gov.hanoi.evaluation.imports.BatchResult;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.imports.ImportKind;
import vn.gov.hanoi.evaluation.imports.RowError;
import vn.gov.hanoi.evaluation.imports.RowImporter;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries.Known;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Imports units, set by set, with the rules and the factory of the single request. */
@ApplicationScoped
class UnitImport implements RowImporter {
    private static final String KEY = "code";
    private static final String PARENT = "parentCode";
    /** Columns of files with units, also of exported ones. */
    static final List<String> COLUMNS = List.of(KEY, "name", "type", PARENT, "validFrom", "validTo");

    private final UnitRepository units;
    private final UnitLookupQueries lookup;
    private final DirectoryGuard guard;
    private final Scopes scopes;
    private final UnitEventQueries events;

    UnitImport(
            UnitRepository units,
            UnitLookupQueries lookup,
            DirectoryGuard guard,
            Scopes scopes,
            UnitEventQueries events) {
        this.units = units;
        this.lookup = lookup;
        this.guard = guard;
        this.scopes = scopes;
        this.events = events;
    }

    /** A row whose cells are good by themselves. */
    private record Line(
            Cells cells, UnitDraft draft, @Nullable String parentCode) {
        UnitState state(@Nullable Known parent) {
            return new UnitState(draft.name(), draft.type(), parent == null ? null : parent.id());
        }
    }

    @Override
    public ImportKind kind() {
        return ImportKind.UNITS;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
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
        return record(batch.caller(), batch.stamp(), lines, errors);
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

    private BatchResult record(Caller caller, Stamp stamp, List<Line> lines, List<RowError> errors) {
        var known = known(caller, lines);
        var fresh = new ArrayList<Unit>();
        int unchanged = 0;
        for (var line : lines) {
            var before = known.get(line.draft().code());
            var parent = line.parentCode() == null ? null : known.get(line.parentCode());
            if (before != null) {
                check(line, before, parent);
                unchanged += line.cells().areGood() ? 1 : 0;
            } else {
                place(line, parent, caller);
                if (line.cells().areGood()) {
                    var unit = Unit.open(Ids.next(), line.draft(), line.state(parent));
                    fresh.add(unit);
                    // What was accepted a row ago is in scope, since its parent was.
                    known.put(line.draft().code(), new Known(unit, true));
                }
            }
            errors.addAll(line.cells().errors());
        }
        units.insertAll(fresh, stamp, null);
        events.tell(fresh);
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
        return lookup.byCode(codes, scopes.find(caller).orElse(null));
    }

    /**
     * A row says what the unit was from a day on, be it its first day or, as in exported files, that of a change; a unit that has changed
     * or ended since is still the one of the row.
     */
    private static void check(Line line, Known before, @Nullable Known parent) {
        var validity = line.draft().validity();
        var states = before.unit().states();
        boolean same = states.spans().stream()
                        .anyMatch(span -> span.validity().from().equals(validity.from())
                                && span.content().equals(line.state(parent)))
                && (validity.to() == null || validity.to().equals(states.end()));
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
            DirectoryGuard.parentInForce(parent.unit().states(), draft.validity())
                    .ifPresent(fault -> line.cells().refuse(PARENT, fault));
        }
    }
}
