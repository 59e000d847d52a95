package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.discipline.SanctionQueries;
import vn.gov.hanoi.evaluation.inspection.ChargeQueries;
import vn.gov.hanoi.evaluation.inspection.Charged;
import vn.gov.hanoi.evaluation.monthly.ScoreSheetRepository.Found;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Standing;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.unittask.UnitResultQueries;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lays the sheets of many people on the table at once, each with what a single decision would look at. */
@ApplicationScoped
class ScoreDesk {
    private final ScoreSheetRepository sheets;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;
    private final UnitResultQueries results;
    private final ChargeQueries charges;
    private final SanctionQueries sanctions;
    private final AuthorityQueries authority;
    private final Clock clock;
    private final WorkCalendar days = WorkCalendar.named("VN");

    ScoreDesk(
            ScoreSheetRepository sheets,
            RuleSetCatalogue catalogue,
            UnitTemplates own,
            UnitResultQueries results,
            ChargeQueries charges,
            SanctionQueries sanctions,
            AuthorityQueries authority,
            Clock clock) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.own = own;
        this.results = results;
        this.charges = charges;
        this.sanctions = sanctions;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * What is on the table.
     *
     * @param cases sheets by code of the officer; those that there are not, or not for the keeper, are missing
     * @param levels decided levels of the units that some of these people lead, by month and unit
     * @param charged what these people answer for, by month and officer
     * @param sanctions by officer; most have none
     * @param opened months that were opened in the units of the keeper
     * @param keeper the officer who records; null if no officer of the directory
     */
    record Table(
            Map<String, SheetCase> cases,
            Map<Period, Map<UUID, Grade>> levels,
            Map<LocalDate, Map<UUID, List<Charged>>> charged,
            Map<UUID, List<RecordedSanction>> sanctions,
            Set<LocalDate> opened,
            @Nullable UUID keeper) {
        /** What the person answers for. */
        List<Deduction> charges(SheetCase at) {
            var sheet = at.sheet();
            var standing = charged.getOrDefault(sheet.period().from(), Map.of())
                    .getOrDefault(sheet.person().officerId(), List.of());
            return Charging.taken(at.ruleSet().rules(), standing, null);
        }

        RecordedDisciplines recorded(SheetCase at) {
            return RecordedDisciplines.of(
                    at.sheet().period(),
                    sanctions.getOrDefault(at.sheet().person().officerId(), List.of()));
        }

        /** Level of the unit that the person leads; null if nobody has decided it or he leads none. */
        @Nullable
        Grade level(SheetCase at) {
            var person = at.sheet().person();
            return DecisionDesk.leadsRatingUnit(person)
                    ? levels.getOrDefault(at.sheet().period(), Map.of()).get(person.ratingUnitId())
                    : null;
        }
    }

    /**
     * Closings are held until the end of the transaction; what is kept on a sheet that was changed meanwhile fails.
     *
     * @param scope unit of the keeper; null if it is no longer known, then nothing is for him or her
     */
    Table lay(List<ScoreRow> rows, @Nullable UUID scope, Caller caller) {
        var wanted = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.period().from(), Collectors.mapping(ScoreRow::officerCode, Collectors.toList())));
        var found = sheets.find(wanted, scope);
        found.values().removeIf(each -> !each.inScope());
        var closings = sheets.share(
                found.values().stream().map(each -> each.sheet().closingId()).collect(Collectors.toSet()));
        var keeper = authority.officer(caller).orElse(null);
        var months = wanted.keySet();
        return new Table(
                cases(found, closings, keeper),
                levels(found),
                charged(found),
                sanctions(found),
                found.size() == rows.size() ? months : sheets.opened(months, scope),
                keeper);
    }

    private Map<String, SheetCase> cases(Map<String, Found> found, Map<UUID, Closing> closings, @Nullable UUID keeper) {
        // Few rule sets hold for many people, and none of this changes meanwhile.
        var ruleSets = memo(catalogue::version);
        var templates = memo((Form form) -> own.of(ruleSets.apply(form.ruleSetId()), form.kind(), form.templateId()));
        var workflows = memo((Course course) ->
                Workflow.of(ruleSets.apply(course.ruleSetId()).rules(), course.period(), days));
        var today = LocalDate.now(clock);
        var cases = new HashMap<String, SheetCase>();
        found.forEach((code, each) -> {
            var sheet = each.sheet();
            var closing = java.util.Objects.requireNonNull(closings.get(sheet.closingId()));
            var person = sheet.person();
            var relation =
                    person.officerId().equals(keeper) ? Relation.self(person.officerId()) : Relation.none(keeper);
            var workflow = workflows.apply(new Course(sheet.ruleSetId(), sheet.period()));
            RuleSet ruleSet = ruleSets.apply(sheet.ruleSetId());
            cases.put(
                    code,
                    new SheetCase(
                            sheet,
                            closing,
                            ruleSet,
                            templates.apply(new Form(sheet.ruleSetId(), person.sheetKind(), sheet.templateId())),
                            workflow,
                            relation,
                            // Who records takes over what was decided elsewhere, by whomever the rules named.
                            Evaluators.NONE,
                            new SheetGuard(sheet, new Standing(closing.state(), null), workflow, relation, today)));
        });
        return cases;
    }

    private record Form(
            UUID ruleSetId, SheetKind kind, @Nullable UUID templateId) {}

    private record Course(UUID ruleSetId, Period period) {}

    private static <K, V> Function<K, V> memo(Function<K, V> find) {
        var known = new HashMap<K, V>();
        return key -> {
            var value = known.get(key);
            if (value == null) {
                value = find.apply(key);
                known.put(key, value);
            }
            return value;
        };
    }

    private Map<UUID, List<RecordedSanction>> sanctions(Map<String, Found> found) {
        var officers = found.values().stream()
                .map(each -> each.sheet().person().officerId())
                .collect(Collectors.toSet());
        return sanctions.of(officers).stream().collect(Collectors.groupingBy(RecordedSanction::officerId));
    }

    private Map<LocalDate, Map<UUID, List<Charged>>> charged(Map<String, Found> found) {
        var people = new TreeMap<LocalDate, Set<UUID>>();
        found.values()
                .forEach(each -> people.computeIfAbsent(each.sheet().period().from(), _ -> new HashSet<>())
                        .add(each.sheet().person().officerId()));
        var charged = new HashMap<LocalDate, Map<UUID, List<Charged>>>();
        people.forEach((month, officers) -> charged.put(month, charges.hold(officers, month)));
        return charged;
    }

    private Map<Period, Map<UUID, Grade>> levels(Map<String, Found> found) {
        var led = new HashMap<Period, Set<UUID>>();
        for (var each : found.values()) {
            var person = each.sheet().person();
            if (DecisionDesk.leadsRatingUnit(person)) {
                led.computeIfAbsent(each.sheet().period(), _ -> new HashSet<>()).add(person.ratingUnitId());
            }
        }
        var levels = new HashMap<Period, Map<UUID, Grade>>();
        led.forEach((period, units) -> levels.put(period, results.levels(units, period)));
        return levels;
    }
}
