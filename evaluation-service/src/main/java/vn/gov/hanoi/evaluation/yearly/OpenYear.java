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
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.OpenYearRequest;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Opened;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.Skipped;
import vn.gov.hanoi.evaluation.yearly.YearRollUpRepository.People;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Opens a year for a rating unit: everybody whose last main post in the year is there gets a classification, with the months rolled up and
 * what the rules suggest. Opening again adds who came since, rolls up the undecided again, and takes back decisions on months that are
 * others now.
 */
@ApplicationScoped
class OpenYear {
    private final YearStore store;
    private final YearRollUpRepository rollUp;
    private final RuleSetCatalogue catalogue;
    private final Clock clock;

    OpenYear(YearStore store, YearRollUpRepository rollUp, RuleSetCatalogue catalogue, Clock clock) {
        this.store = store;
        this.rollUp = rollUp;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The groups that are rated, and those for whom no rule set rates the year. */
    private record Groups(Map<People, UUID> rated, List<Skipped> skipped, int people) {}

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
        var groups = groups(closing);
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
                .opened(closing, new Opened(groups.people(), added, reopened, groups.skipped()), caller);
        return created
                ? Answer.created(YearViews.CLOSINGS + closing.id(), view, closing.rowVersion())
                : Answer.ok(view, closing.rowVersion());
    }

    private void suggest(YearClosing closing) {
        var found = new LinkedHashMap<UUID, Suggestion>();
        var ruleSets = new HashMap<UUID, AnnualRuleSet>();
        for (var row : store.rows().living(closing.id())) {
            if (row.state() == Classification.State.SUGGESTED) {
                var ruleSet = ruleSets.computeIfAbsent(row.ruleSetId(), catalogue::annual);
                found.put(row.id(), YearCase.kept(YearCase.find(ruleSet, row, row.facts())));
            }
        }
        rollUp.suggest(found);
    }

    private void check(OpenYearRequest request) {
        var found = new ArrayList<Refusal>();
        var type = rollUp.typeOf(request.unitId(), LocalDate.of(request.year(), 12, 31));
        if (type.isEmpty()) {
            found.add(Refusal.of(EvaluationProblem.UNIT_NOT_IN_FORCE).at("/unitId"));
        } else if (type.get() == UnitType.DIVISION) {
            found.add(Refusal.of(EvaluationProblem.EVALUATION_NOT_A_RATING_UNIT).at("/unitId"));
        }
        if (LocalDate.of(request.year(), 1, 1).isAfter(LocalDate.now(clock))) {
            found.add(Refusal.of(
                            EvaluationProblem.EVALUATION_PERIOD_NOT_BEGUN,
                            "period",
                            Integer.toString(request.year()))
                    .at("/year"));
        }
        Refused.ifAny(found);
    }

    private Groups groups(YearClosing closing) {
        var chosen = rollUp.chosen(closing.id());
        var rated = new LinkedHashMap<People, UUID>();
        var skipped = new ArrayList<Skipped>();
        var refusals = new ArrayList<Refusal>();
        int people = 0;
        for (var group : rollUp.people(closing.unitId(), closing.year())) {
            var who = group.getKey();
            people += group.getValue();
            var known = chosen.get(who);
            if (known != null) {
                rated.put(who, known);
                continue;
            }
            var choice = catalogue.choose(
                    RuleSubject.of(who.category(), who.unitType()), Period.year(closing.year()));
            var version = choice.version();
            if (version != null) {
                rated.put(who, version.id());
                continue;
            }
            // Whom no rule set rates has no classification, and the answer says so; two rule sets for one person are a fault.
            var reason = choice.refusals().getFirst();
            if (reason.code() != EvaluationProblem.RULE_SET_NONE) {
                throw new Refused(choice.refusals());
            }
            refusals.add(reason);
            skipped.add(new Skipped(
                    who.category(),
                    who.unitType(),
                    group.getValue(),
                    reason.code().code()));
        }
        if (rated.isEmpty()) {
            Refused.ifAny(refusals);
        }
        return new Groups(rated, skipped, people);
    }
}
