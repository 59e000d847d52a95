package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.Groups;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.Unrated;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;
import vn.gov.hanoi.evaluation.yearly.YearBulkApi.BulkYearsRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.OpenYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Opened;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Skipped;
import vn.gov.hanoi.evaluation.yearly.YearRollUpRepository.Opening;
import vn.gov.hanoi.evaluation.yearly.YearRollUpRepository.Written;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * Opens a year for rating units: everybody whose last main post in the year is there gets a classification, with the months rolled up and
 * what the rules suggest. Opening again takes back decisions on months that are others now, adds who came since, from another agency with
 * the undecided classification there, and rolls up the undecided again.
 */
@ApplicationScoped
class OpenYear {
    private static final int DONE = 200;
    private static final int CREATED = 201;
    /** Suggestions that are written together. */
    private static final int TOGETHER = 2_000;

    private final YearStore store;
    private final YearRollUpRepository rollUp;
    private final RatedPeopleQueries people;
    private final RuleSetCatalogue catalogue;
    private final Scopes scopes;
    private final Problems problems;
    private final Clock clock;

    OpenYear(
            YearStore store,
            YearRollUpRepository rollUp,
            RatedPeopleQueries people,
            RuleSetCatalogue catalogue,
            Scopes scopes,
            Problems problems,
            Clock clock) {
        this.store = store;
        this.rollUp = rollUp;
        this.people = people;
        this.catalogue = catalogue;
        this.scopes = scopes;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param refusals why the units are not opened, by unit; those that are opened are missing */
    private record Outcome(Map<UUID, Year> opened, Map<UUID, List<Refusal>> refusals) {
        static final Outcome NONE = new Outcome(Map.of(), Map.of());
    }

    private record Year(YearClosing closing, boolean created, Opened people) {}

    /**
     * Refusals: unit.not-in-force, evaluation.not-a-rating-unit, evaluation.period-not-begun, rule-set.ambiguous, rule-set.none if it is
     * so for everybody, evaluation.closing-not-open.
     */
    @Transactional
    Answer open(OpenYearRequest request, Caller caller) {
        var unit = request.unitId();
        var outcome = open(request.year(), Set.of(unit), caller);
        Refused.ifAny(outcome.refusals().getOrDefault(unit, List.of()));
        var year = Objects.requireNonNull(outcome.opened().get(unit));
        var closing = year.closing();
        var view = store.views().opened(closing, year.people(), caller);
        return year.created()
                ? Answer.created(YearViews.CLOSINGS + closing.id(), view, closing.rowVersion())
                : Answer.ok(view, closing.rowVersion());
    }

    /** Refusals of the rows: scope.outside, those of {@link #open}, and bulk.other-row-refused of an atomic request. */
    @Transactional
    Answer openAll(BulkYearsRequest request, Caller caller, Locale locale) {
        var scope = scopes.of(caller);
        var inside = new HashMap<UUID, Boolean>();
        var wanted = new TreeMap<Integer, Set<UUID>>();
        for (var row : request.rows()) {
            var unit = row.body().unitId();
            if (inside.computeIfAbsent(unit, id -> scopes.contains(scope, id))) {
                wanted.computeIfAbsent(row.body().year(), _ -> new TreeSet<>()).add(unit);
            }
        }
        var outcomes = new HashMap<Integer, Outcome>();
        wanted.forEach((year, units) -> outcomes.put(year, open(year, units, caller)));
        var verdicts = new BulkVerdicts(request.atomic());
        for (var row : request.rows()) {
            var unit = row.body().unitId();
            var outcome = outcomes.getOrDefault(row.body().year(), Outcome.NONE);
            var opened = outcome.opened().get(unit);
            if (opened == null) {
                var outside = List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
                verdicts.refused(row.rowId(), null, outcome.refusals().getOrDefault(unit, outside));
            } else {
                var closing = opened.closing();
                verdicts.done(row.rowId(), closing.id(), opened.created() ? CREATED : DONE, closing.rowVersion());
            }
        }
        return verdicts.answer(YearViews.COLLECTION, problems, locale);
    }

    private Outcome open(int year, Set<UUID> units, Caller caller) {
        var refusals = new HashMap<>(faults(year, units));
        var groups = groups(
                year, units.stream().filter(unit -> !refusals.containsKey(unit)).toList(), refusals);
        var mark = new YearClosing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var created = store.closings().insert(year, groups.keySet(), mark);
        var openings = new ArrayList<Opening>();
        // Found under their natural keys, since somebody else may have opened them a moment ago.
        for (var closing : store.closings().hold(year, groups.keySet())) {
            if (closing.state() == YearClosing.State.OPEN) {
                var own = Objects.requireNonNull(groups.get(closing.unitId()));
                openings.add(new Opening(closing, own.rated()));
            } else {
                refusals.put(
                        closing.unitId(),
                        List.of(Refusal.of(
                                EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN,
                                "state",
                                closing.state().name())));
            }
        }
        return new Outcome(rolledUp(year, openings, groups, created, caller), refusals);
    }

    /** The people of units and the rules for them; a unit for which there are none is refused. */
    private Map<UUID, Groups> groups(int year, List<UUID> units, Map<UUID, List<Refusal>> refusals) {
        var known = store.closings().find(year, units).stream()
                .collect(Collectors.toMap(YearClosing::unitId, YearClosing::id));
        var chosen = rollUp.chosen(known.values());
        var counted = people.counted(units, Period.year(year));
        var found = new HashMap<UUID, Groups>();
        for (var unit : units) {
            var id = known.get(unit);
            try {
                found.put(
                        unit,
                        people.choose(
                                counted.getOrDefault(unit, List.of()),
                                Period.year(year),
                                id == null ? Map.of() : chosen.getOrDefault(id, Map.of())));
            } catch (Refused refused) {
                refusals.put(unit, refused.refusals());
            }
        }
        return found;
    }

    private Map<UUID, Year> rolledUp(
            int year, List<Opening> openings, Map<UUID, Groups> groups, Set<UUID> created, Caller caller) {
        var closings = openings.stream().map(each -> each.closing().id()).toList();
        if (closings.isEmpty()) {
            return Map.of();
        }
        var reopened = rollUp.reopen(closings).stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        var written = rollUp.open(year, openings);
        var added = written.stream()
                .filter(Written::added)
                .collect(Collectors.groupingBy(Written::closingId, Collectors.counting()));
        suggest(year, closings, written.stream().map(Written::id).toList());
        var opened = new HashMap<UUID, Year>();
        var acts = new ArrayList<AuditTrail.Act>();
        for (var opening : openings) {
            var closing = opening.closing();
            var own = Objects.requireNonNull(groups.get(closing.unitId()));
            var told = new Opened(
                    own.people(),
                    added.getOrDefault(closing.id(), 0L).intValue(),
                    reopened.getOrDefault(closing.id(), 0L).intValue(),
                    skipped(own.unrated()));
            opened.put(closing.unitId(), new Year(closing, created.contains(closing.id()), told));
            acts.add(new AuditTrail.Act(
                    "annual-closing.open",
                    "annual-closings",
                    closing.id(),
                    closing.unitId(),
                    Map.of("year", year, "added", told.added(), "reopened", told.reopened(), "people", told.people())));
        }
        store.audit().recordAll(caller, acts);
        return opened;
    }

    /**
     * What was not written anew has the suggestion that it had: the same row gives the same one. Sanctions come and go without the months,
     * so whoever has one of the year is judged again.
     */
    private void suggest(int year, List<UUID> closings, List<UUID> written) {
        var sanctions =
                store.sanctions().decidedIn(year).stream().collect(Collectors.groupingBy(RecordedSanction::officerId));
        var ruleSets = new HashMap<UUID, AnnualRuleSet>();
        var found = new LinkedHashMap<UUID, Suggestion>();
        var stated = new LinkedHashMap<UUID, Facts>();
        store.rows().undecided(closings, written, sanctions.keySet(), row -> {
            var ruleSet = ruleSets.computeIfAbsent(row.ruleSetId(), catalogue::annual);
            var recorded = sanctions.getOrDefault(row.person().officerId(), List.of());
            var facts = RecordedFacts.of(row.facts(), year, recorded);
            if (!facts.equals(row.facts())) {
                stated.put(row.id(), facts);
            }
            found.put(row.id(), YearCase.kept(YearCase.find(ruleSet, row, facts)));
        });
        store.rows().state(stated);
        var ids = List.copyOf(found.keySet());
        for (int i = 0; i < ids.size(); i += TOGETHER) {
            var part = new LinkedHashMap<UUID, Suggestion>();
            ids.subList(i, Math.min(i + TOGETHER, ids.size()))
                    .forEach(id -> part.put(id, Objects.requireNonNull(found.get(id))));
            store.rows().suggest(part);
        }
    }

    private Map<UUID, List<Refusal>> faults(int number, Set<UUID> units) {
        var year = Period.year(number);
        var found = new HashMap<>(people.faults(units, year));
        if (year.from().isAfter(LocalDate.now(clock))) {
            var early = Refusal.of(EvaluationProblem.EVALUATION_PERIOD_NOT_BEGUN, "period", year.text())
                    .at("/year");
            units.forEach(unit ->
                    found.merge(unit, List.of(early), (one, other) -> Stream.concat(one.stream(), other.stream())
                            .toList()));
        }
        return found;
    }

    private static List<Skipped> skipped(List<Unrated> unrated) {
        return unrated.stream()
                .map(each -> new Skipped(each.who().category(), each.who().unitType(), each.count(), each.reason()))
                .toList();
    }
}
