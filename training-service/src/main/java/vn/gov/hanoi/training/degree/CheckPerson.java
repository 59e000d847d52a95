package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.sanctioncopy.CheckSanctions;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.decree.Condition;
import vn.gov.hanoi.training.decree.Condition.Verdict;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.decree.Eligibility;
import vn.gov.hanoi.training.decree.Person;
import vn.gov.hanoi.training.degree.DegreeTraining.Eligible;
import vn.gov.hanoi.training.degree.DegreeTraining.Waiver;
import vn.gov.hanoi.training.degree.PersonQueries.Known;
import vn.gov.hanoi.training.need.AnnualLevelQueries;

/** Looks at a person for a day of sending, by the decree of that day. */
@ApplicationScoped
class CheckPerson {
    private final PersonQueries persons;
    private final AnnualLevelQueries levels;
    private final CheckSanctions sanctions;

    CheckPerson(PersonQueries persons, AnnualLevelQueries levels, CheckSanctions sanctions) {
        this.persons = persons;
        this.levels = levels;
        this.sanctions = sanctions;
    }

    /** The person with what was found. */
    record Found(Known known, Eligible eligible) {}

    /** Refusals: training.officer-unknown, training.degree-rule-missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    Found check(UUID officerId, String level, Person.Stated stated, LocalDate sentOn) {
        var known = persons.officer(officerId, sentOn)
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.OFFICER_UNKNOWN).at("/officerId")));
        var rule = DegreeRules.shipped()
                .rule(known.category(), level, sentOn)
                .orElseThrow(() -> new Refused(Refusal.of(
                                TrainingProblem.DEGREE_RULE_MISSING,
                                "category",
                                known.category(),
                                "level",
                                level,
                                "day",
                                sentOn.toString())
                        .at("/level")));
        var ban = sanctions
                .forbids("TRAINING", officerId, sentOn)
                .map(held -> new Person.Ban(held.form(), held.lastDay()))
                .orElse(null);
        var person = new Person(
                known.inService(), known.firstPostOn(), levels.of(officerId), known.firstSentOn(), ban, stated);
        var conditions = Eligibility.check(rule, person, sentOn);
        return new Found(known, new Eligible(known.category(), rule, conditions));
    }

    /** What no decision can help. Refusal: training.degree-condition-not-met. */
    static List<Refusal> hopeless(Eligible found) {
        return found.conditions().stream()
                .filter(each -> each.verdict() == Verdict.NOT_MET && !isWaivable(each.code()))
                .map(CheckPerson::refusal)
                .toList();
    }

    /** What is neither met nor waived. Refusals: training.degree-condition-not-met, training.degree-condition-unknown. */
    static List<Refusal> open(Eligible found, List<Waiver> waivers) {
        var waived = waivers.stream().map(Waiver::condition).collect(Collectors.toSet());
        return found.conditions().stream()
                .filter(each -> each.verdict() != Verdict.MET)
                .filter(each -> !waived.contains(each.code()) || !isWaivable(each.code()))
                .map(CheckPerson::refusal)
                .toList();
    }

    /** Waivers of what may not be waived, or is met anyway. Refusal: training.degree-not-waivable. */
    static List<Refusal> idle(Eligible found, List<Waiver> waivers) {
        var faults = new ArrayList<Refusal>();
        for (int i = 0; i < waivers.size(); i++) {
            var code = waivers.get(i).condition();
            boolean asked =
                    found.conditions().stream().anyMatch(each -> each.code() == code && each.verdict() != Verdict.MET);
            if (!asked || !isWaivable(code)) {
                faults.add(Refusal.of(TrainingProblem.DEGREE_NOT_WAIVABLE, "condition", code.name())
                        .at("/waivers/" + i + "/condition"));
            }
        }
        return faults;
    }

    private static boolean isWaivable(Condition.Code code) {
        return DegreeRules.shipped().text(code).waivable();
    }

    private static Refusal refusal(Condition condition) {
        var problem = condition.verdict() == Verdict.UNKNOWN
                ? TrainingProblem.DEGREE_CONDITION_UNKNOWN
                : TrainingProblem.DEGREE_CONDITION_NOT_MET;
        return Refusal.of(problem, "condition", condition.code().name());
    }
}
