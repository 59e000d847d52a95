package vn.gov.hanoi.evaluation.quarterly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Month;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Person;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterDetail;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterHiddenField;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterMonth;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterRules;
import vn.gov.hanoi.evaluation.quarterly.QuarterApi.QuarterView;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Derives the quarters of many people from their told months, a page at a time. */
@ApplicationScoped
class ReadQuarters {
    private static final List<QuarterHiddenField> HIDDEN =
            List.of(new QuarterHiddenField("/detail", "policy.no-part-in-it"));

    private final ToldMonthQueries told;
    private final RuleSetCatalogue catalogue;
    private final Clock clock;

    ReadQuarters(ToldMonthQueries told, RuleSetCatalogue catalogue, Clock clock) {
        this.told = told;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Refusals: those of {@link ToldMonthQueries#people}; evaluation.no-quarter-rules if no rule set makes quarters then. */
    @Transactional
    Page<QuarterView> read(QuarterFilter filter, ListParams params, Caller caller) {
        told.requireScope(caller);
        var wanted = filter.wanted(params.knownAt(), clock);
        var span = wanted.span();
        requireRules(span.period());
        var people = told.people(wanted, params, caller);
        var months = told.months(
                people.items().stream().map(each -> each.officer().id()).toList(), span);
        var views = people.items().stream()
                .map(each -> view(
                        span.period(),
                        each,
                        Objects.requireNonNull(months.get(each.officer().id()))))
                .toList();
        return new Page<>(views, people.page(), new Page.Time(people.time().asOf(), span.at()));
    }

    private void requireRules(Period period) {
        if (catalogue.periodic().stream().noneMatch(each -> makes(each, period))) {
            throw new Refused(Refusal.of(EvaluationProblem.EVALUATION_NO_QUARTER_RULES, "period", period.text()));
        }
    }

    private static boolean makes(RuleSet ruleSet, Period period) {
        var aggregation = ruleSet.rules().aggregation();
        var header = ruleSet.header();
        return aggregation != null
                && aggregation.periods().contains(period.type())
                && !period.last().isBefore(header.effectiveFrom())
                && (header.effectiveTo() == null || period.last().isBefore(header.effectiveTo()));
    }

    private static QuarterView view(Period period, Person person, List<Month> months) {
        var quarter = Quarter.of(period, months);
        var score = quarter.score();
        boolean shown = person.seesPoints();
        return new QuarterView(
                period.text(),
                person.officer(),
                person.unit(),
                Quarter.State.of(months, person.unitTold()),
                new QuarterRules(quarter.ruleSet().id(), quarter.ruleSet().version()),
                score == null ? null : score.outcome(),
                score == null || score.value() == null ? null : score.value().grade(),
                quarter.obstacle(),
                quarter.months().stream().map(month -> month(month, shown)).toList(),
                shown && score != null ? detail(score) : null,
                shown ? List.of() : HIDDEN);
    }

    /** @param shown whether the digest is: from it points could be guessed */
    static QuarterMonth month(Month month, boolean shown) {
        var decided = Objects.requireNonNull(month.decided());
        return new QuarterMonth(
                month.period().text(),
                month.sheetId(),
                month.revision(),
                decided.outcome(),
                decided.grade(),
                shown ? month.digest() : null);
    }

    private static QuarterDetail detail(Score score) {
        var value = score.value();
        return new QuarterDetail(
                value == null ? null : value.points(),
                value == null ? null : value.gradeByPoints(),
                score.notRated(),
                score.missing(),
                score.explanation().digest());
    }
}
