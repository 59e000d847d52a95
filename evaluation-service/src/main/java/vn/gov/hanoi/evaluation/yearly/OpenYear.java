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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.Unrated;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.OpenYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Opened;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Skipped;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Opens a year for a rating unit: everybody whose last main post in the year is there gets a classification, with the months rolled up and
 * what the rules suggest. Opening again adds who came since, from another agency with the undecided classification there, rolls up the
 * undecided again, and takes back decisions on months that are others now.
 */
@ApplicationScoped
class OpenYear {
    private final YearStore store;
    private final YearRollUpRepository rollUp;
    private final RatedPeopleQueries people;
    private final RuleSetCatalogue catalogue;
    private final Clock clock;

    OpenYear(
            YearStore store,
            YearRollUpRepository rollUp,
            RatedPeopleQueries people,
            RuleSetCatalogue catalogue,
            Clock clock) {
        this.store = store;
        this.rollUp = rollUp;
        this.people = people;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Refusals: unit.not-in-force, evaluation.not-a-rating-unit, evaluation.period-not-begun, rule-set.ambiguous, rule-set.none if it is
     * so for everybody, evaluation.closing-not-open.
     */
    @Transactional
    Answer open(OpenYearRequest request, Caller caller) {
        check(request);
        var mark = new YearClosing.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        boolean created = store.closings().insert(Ids.next(), request.year(), request.unitId(), mark);
        // Found under its natural key, since somebody else may have opened it a moment ago.
        var closing = store.closings().hold(request.year(), request.unitId()).orElseThrow();
        if (closing.state() != YearClosing.State.OPEN) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN,
                    "state",
                    closing.state().name()));
        }
        var groups = people.groups(closing.unitId(), Period.year(closing.year()), rollUp.chosen(closing.id()));
        int added = groups.rated().isEmpty() ? 0 : rollUp.open(closing, groups.rated());
        int reopened = rollUp.reopen(closing.id());
        rollUp.rollUp(closing.id());
        suggest(closing);
        store.audit()
                .record(
                        caller,
                        new AuditTrail.Act(
                                "annual-closing.open",
                                "annual-closings",
                                closing.id(),
                                closing.unitId(),
                                Map.of(
                                        "year",
                                        request.year(),
                                        "added",
                                        added,
                                        "reopened",
                                        reopened,
                                        "people",
                                        groups.people())));
        var view = store.views()
                .opened(closing, new Opened(groups.people(), added, reopened, skipped(groups.unrated())), caller);
        return created
                ? Answer.created(YearViews.CLOSINGS + closing.id(), view, closing.rowVersion())
                : Answer.ok(view, closing.rowVersion());
    }

    private void suggest(YearClosing closing) {
        var found = new LinkedHashMap<UUID, Suggestion>();
        var stated = new LinkedHashMap<UUID, Facts>();
        var ruleSets = new HashMap<UUID, AnnualRuleSet>();
        var rows = store.rows().living(closing.id()).stream()
                .filter(row -> row.state() == Classification.State.SUGGESTED)
                .toList();
        var sanctions = sanctions(rows);
        for (var row : rows) {
            var ruleSet = ruleSets.computeIfAbsent(row.ruleSetId(), catalogue::annual);
            var recorded = sanctions.getOrDefault(row.person().officerId(), List.of());
            var facts = RecordedFacts.of(row.facts(), row.year(), recorded);
            found.put(row.id(), YearCase.kept(YearCase.find(ruleSet, row, facts)));
            if (!facts.equals(row.facts())) {
                stated.put(row.id(), facts);
            }
        }
        rollUp.state(stated);
        rollUp.suggest(found);
    }

    private Map<UUID, List<RecordedSanction>> sanctions(List<Classification> rows) {
        var officers = rows.stream().map(row -> row.person().officerId()).toList();
        return store.sanctions().of(officers).stream().collect(Collectors.groupingBy(RecordedSanction::officerId));
    }

    private void check(OpenYearRequest request) {
        var year = Period.year(request.year());
        var found = new ArrayList<>(people.faults(request.unitId(), year));
        if (year.from().isAfter(LocalDate.now(clock))) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_PERIOD_NOT_BEGUN, "period", year.text())
                    .at("/year"));
        }
        Refused.ifAny(found);
    }

    private static List<Skipped> skipped(List<Unrated> unrated) {
        return unrated.stream()
                .map(each -> new Skipped(each.who().category(), each.who().unitType(), each.count(), each.reason()))
                .toList();
    }
}
