package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitCode;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries.Known;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Imports officers with their main post, set by set, with the rules and the factory of the single request. */
@ApplicationScoped
class OfficerImport implements RowImporter {
    private static final String KEY = "officerCode";
    private static final String UNIT = "unitCode";

    private static final String NUMBER = "personalNumber";
    private static final String SEX = "sex";
    /** Columns of files with officers, also of exported ones. */
    static final List<String> COLUMNS = List.of(
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

    private final OfficerRepository officers;
    private final OfficerEventQueries events;
    private final UnitLookupQueries units;
    private final PersonalNumbers numbers;
    private final Scopes scopes;

    OfficerImport(
            OfficerRepository officers,
            OfficerEventQueries events,
            UnitLookupQueries units,
            PersonalNumbers numbers,
            Scopes scopes) {
        this.officers = officers;
        this.events = events;
        this.units = units;
        this.numbers = numbers;
        this.scopes = scopes;
    }

    /** A row whose cells are good by themselves. */
    private record Line(Cells cells, OfficerDraft draft, String unitCode) {}

    /** What the directory knows of the rows of a batch; heads and numbers grow with each accepted row. */
    private record Surroundings(
            Map<String, Known> units,
            Map<String, Officer> officers,
            Map<UUID, List<Validity>> heads,
            Set<SealedNumber> numbers) {}

    @Override
    public ImportKind kind() {
        return ImportKind.OFFICERS;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> optionalColumns() {
        return List.of(NUMBER, SEX);
    }

    @Override
    public void authorise(Caller caller) {
        scopes.of(caller);
    }

    /** Codes, numbers, main posts and heads are unique by constraints. */
    @Override
    public boolean inLanes() {
        return true;
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
        return record(batch, lines, errors);
    }

    private static @Nullable Line read(Cells cells) {
        var code = cells.code(KEY, OfficerCode::fault);
        var name = cells.text("fullName", TextRule.PERSON_NAME);
        var category = cells.oneOf("category", Category.class);
        var birthDate = cells.optionalDate("birthDate", Validity::dateFault);
        var sex = cells.optionalOneOf(SEX, Sex.class);
        var number = cells.optionalCode(NUMBER, PersonalNumber::fault);
        var unitCode = cells.code(UNIT, UnitCode::fault);
        var post = readPost(cells);
        if (code == null || name == null || category == null || unitCode == null || post == null) {
            return null;
        }
        var draft = new OfficerDraft(code, name, category, birthDate, sex, number, post);
        draft.birthFault().ifPresent(fault -> cells.refuse("birthDate", fault));
        return cells.areGood() ? new Line(cells, draft, unitCode) : null;
    }

    private static @Nullable PostDraft readPost(Cells cells) {
        var position = cells.oneOf("position", Position.class);
        var title = cells.text("title", TextRule.TITLE);
        var leader = cells.flag("leader");
        var from = cells.date("validFrom", Validity::dateFault);
        var decision = cells.text("decisionNumber", TextRule.DECISION_NUMBER);
        return position == null || title == null || leader == null || from == null || decision == null
                ? null
                : new PostDraft(position, title, leader, new Validity(from, null), decision);
    }

    private BatchResult record(Batch batch, List<Line> lines, List<RowError> errors) {
        var around = surroundings(batch.caller(), lines);
        var fresh = new ArrayList<Officer>();
        int unchanged = 0;
        for (var line : lines) {
            var unit = unit(line, around);
            var before = around.officers().get(line.draft().officerCode());
            if (unit != null && before != null) {
                if (says(line.draft(), unit, before)) {
                    unchanged++;
                } else {
                    line.cells().refuse(KEY, Refusal.of(EvaluationProblem.IMPORT_CODE_EXISTS_DIFFERS));
                }
            } else if (unit != null) {
                var officer = enter(line.draft(), unit);
                if (takesPost(line, unit, around) && takesNumber(line, officer, around)) {
                    fresh.add(officer);
                }
            }
            errors.addAll(line.cells().errors());
        }
        officers.insertAll(fresh, batch.stamp());
        events.write(fresh);
        return new BatchResult(fresh.size(), unchanged, errors);
    }

    private Surroundings surroundings(Caller caller, List<Line> lines) {
        var unitCodes = lines.stream().map(Line::unitCode).distinct().toList();
        var officerCodes =
                lines.stream().map(line -> line.draft().officerCode()).toList();
        var known = units.byCode(unitCodes, scopes.find(caller).orElse(null));
        var heads = officers.heads(lines.stream()
                .filter(line -> line.draft().post().position() == Position.HEAD)
                .map(line -> known.get(line.unitCode()))
                .filter(Objects::nonNull)
                .map(Known::id)
                .toList());
        var indexes = lines.stream()
                .map(line -> line.draft().personalNumber())
                .filter(Objects::nonNull)
                .map(numbers::index)
                .toList();
        return new Surroundings(
                known, officers.byCode(officerCodes), new HashMap<>(heads), new HashSet<>(officers.numbers(indexes)));
    }

    private Officer enter(OfficerDraft draft, Known unit) {
        var id = Ids.next();
        var identity = new Identity(
                draft.fullName(), draft.birthDate(), draft.sex(), numbers.seal(id, draft.personalNumber()));
        return Officer.enter(
                id,
                draft.officerCode(),
                identity,
                draft.post().post(Ids.next(), unit.id(), true, PostKind.REGULAR, draft.category()));
    }

    /** A row says who somebody is and what the main post was on its first day, wherever he or she has gone since. */
    private boolean says(OfficerDraft draft, Known unit, Officer officer) {
        var identity = new Identity(
                draft.fullName(),
                draft.birthDate(),
                draft.sex() == null ? officer.identity().sex() : draft.sex(),
                draft.personalNumber() == null
                        ? officer.identity().number()
                        : numbers.seal(officer.id(), draft.personalNumber()));
        return identity.equals(officer.identity())
                && officer.mainOn(draft.post().validity().from())
                        .filter(post -> post.unitId().equals(unit.id()) && post.category() == draft.category())
                        .filter(draft.post()::beganAs)
                        .isPresent();
    }

    private static @Nullable Known unit(Line line, Surroundings around) {
        var unit = around.units().get(line.unitCode());
        if (unit == null) {
            return line.cells().refuse(UNIT, Refusal.of(EvaluationProblem.IMPORT_UNIT_CODE_UNKNOWN, "column", UNIT));
        }
        return unit.inScope() ? unit : line.cells().refuse(UNIT, Refusal.of(KernelProblem.SCOPE_OUTSIDE));
    }

    /** Whether the unit is in force and has no other head in that time. */
    private static boolean takesPost(Line line, Known unit, Surroundings around) {
        var validity = line.draft().post().validity();
        PostGuard.unitInForce(unit.unit(), validity)
                .ifPresent(fault -> line.cells().refuse(UNIT, fault));
        if (line.cells().areGood() && line.draft().post().position() == Position.HEAD) {
            var heads = around.heads().computeIfAbsent(unit.id(), _ -> new ArrayList<>());
            if (heads.stream().anyMatch(validity::overlaps)) {
                line.cells().refuse("position", Refusal.of(EvaluationProblem.ASSIGNMENT_HEAD_EXISTS));
            } else {
                heads.add(validity);
            }
        }
        return line.cells().areGood();
    }

    /** Whether nobody else has the personal number. */
    private static boolean takesNumber(Line line, Officer officer, Surroundings around) {
        var number = officer.identity().number();
        if (number != null && !around.numbers().add(number)) {
            line.cells().refuse(NUMBER, Refusal.of(EvaluationProblem.OFFICER_NUMBER_EXISTS));
        }
        return line.cells().areGood();
    }
}
