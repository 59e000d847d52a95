package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Imports officers with their main post, set by set, with the rules and the factory of the single request. */
@ApplicationScoped
class OfficerImport implements RowImporter {
    private static final String KEY = "officerCode";
    private static final String UNIT = "unitCode";

    private final OfficerRepository officers;
    private final UnitRepository units;
    private final Scopes scopes;
    private final OutboxWriter outbox;
    private final Clock clock;

    OfficerImport(OfficerRepository officers, UnitRepository units, Scopes scopes, OutboxWriter outbox, Clock clock) {
        this.officers = officers;
        this.units = units;
        this.scopes = scopes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A row whose cells are good by themselves. */
    private record Line(Cells cells, OfficerDraft draft, String unitCode) {}

    /** What the directory knows of the rows of a batch; heads grow with each accepted row. */
    private record Surroundings(
            Map<String, UnitRepository.Known> units,
            Map<String, List<OfficerRepository.Known>> officers,
            Map<UUID, List<Validity>> heads) {}

    @Override
    public ImportKind kind() {
        return ImportKind.OFFICERS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                KEY,
                "fullName",
                "category",
                "birthDate",
                UNIT,
                "position",
                "title",
                "leader",
                "validFrom",
                "decisionNumber");
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
        var code = cells.code(KEY, OfficerCode::fault);
        var name = cells.text("fullName", TextRule.PERSON_NAME);
        var category = cells.oneOf("category", Category.class);
        var birthDate = cells.optionalDate("birthDate", Validity::dateFault);
        var unitCode = cells.code(UNIT, UnitCode::fault);
        var assignment = readAssignment(cells);
        if (code == null || name == null || category == null || unitCode == null || assignment == null) {
            return null;
        }
        var draft = new OfficerDraft(code, name, category, birthDate, assignment);
        draft.birthFault().ifPresent(fault -> cells.refuse("birthDate", fault));
        return cells.areGood() ? new Line(cells, draft, unitCode) : null;
    }

    private static @Nullable AssignmentDraft readAssignment(Cells cells) {
        var position = cells.oneOf("position", Position.class);
        var title = cells.text("title", TextRule.TITLE);
        var leader = cells.flag("leader");
        var from = cells.date("validFrom", Validity::dateFault);
        var decision = cells.text("decisionNumber", TextRule.DECISION_NUMBER);
        return position == null || title == null || leader == null || from == null || decision == null
                ? null
                : new AssignmentDraft(position, title, leader, true, new Validity(from, null), decision);
    }

    private BatchResult record(Caller caller, List<Line> lines, List<RowError> errors) {
        var around = surroundings(caller, lines);
        var stamp = new Stamp(clock.instant(), caller.subject());
        var fresh = new ArrayList<Officer>();
        int unchanged = 0;
        for (var line : lines) {
            var unit = unit(line, around);
            var before = around.officers().getOrDefault(line.draft().officerCode(), List.of());
            if (unit == null) {
                errors.addAll(line.cells().errors());
                continue;
            }
            if (before.contains(new OfficerRepository.Known(line.draft(), line.unitCode()))) {
                unchanged++;
            } else if (!before.isEmpty()) {
                line.cells().refuse(KEY, Refusal.of(EvaluationProblem.IMPORT_CODE_EXISTS_DIFFERS));
            } else if (takesPost(line, unit, around)) {
                fresh.add(Officer.enter(Ids.next(), line.draft(), unit.id(), stamp));
            }
            errors.addAll(line.cells().errors());
        }
        officers.insertAll(fresh, stamp);
        outbox.writeAll(
                fresh.stream().map(officer -> officer.recorded().draft()).toList());
        return new BatchResult(fresh.size(), unchanged, errors);
    }

    private Surroundings surroundings(Caller caller, List<Line> lines) {
        var unitCodes = lines.stream().map(Line::unitCode).distinct().toList();
        var officerCodes =
                lines.stream().map(line -> line.draft().officerCode()).toList();
        var known = units.byCode(unitCodes, scopes.find(caller).orElse(null));
        var heads = officers.heads(
                known.values().stream().map(UnitRepository.Known::id).toList());
        return new Surroundings(known, officers.byCode(officerCodes), new HashMap<>(heads));
    }

    private static UnitRepository.@Nullable Known unit(Line line, Surroundings around) {
        var unit = around.units().get(line.unitCode());
        if (unit == null) {
            return line.cells().refuse(UNIT, Refusal.of(EvaluationProblem.IMPORT_UNIT_CODE_UNKNOWN, "column", UNIT));
        }
        return unit.inScope() ? unit : line.cells().refuse(UNIT, Refusal.of(KernelProblem.SCOPE_OUTSIDE));
    }

    /** Whether the unit is in force and has no other head in that time. */
    private static boolean takesPost(Line line, UnitRepository.Known unit, Surroundings around) {
        var validity = line.draft().assignment().validity();
        CreateOfficer.unitInForce(unit.validity(), validity)
                .ifPresent(fault -> line.cells().refuse(UNIT, fault));
        if (line.cells().areGood() && line.draft().assignment().position() == Position.HEAD) {
            var heads = around.heads().computeIfAbsent(unit.id(), _ -> new ArrayList<>());
            if (heads.stream().anyMatch(validity::overlaps)) {
                line.cells().refuse("position", Refusal.of(EvaluationProblem.ASSIGNMENT_HEAD_EXISTS));
            } else {
                heads.add(validity);
            }
        }
        return line.cells().areGood();
    }
}
