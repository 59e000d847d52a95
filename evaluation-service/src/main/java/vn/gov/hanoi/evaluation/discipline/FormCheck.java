package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Violation;
import vn.gov.hanoi.evaluation.discipline.DisciplineDecision.Person;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Form;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Regime;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Which form the law of a day has for a person.
 *
 * @param signedOn day of the decision, which chooses the period of law
 */
record FormCheck(DisciplineRules rules, Person person, LocalDate signedOn) {
    /** Refusal: discipline.regime-none. */
    Regime regime() {
        return rules.on(signedOn)
                .orElseThrow(() ->
                        new Refused(Refusal.of(EvaluationProblem.DISCIPLINE_REGIME_NONE, "day", signedOn.toString())));
    }

    /** Refusals: discipline.regime-none, discipline.form-abolished with the first day without it, discipline.form-unknown. */
    Form form(String code) {
        return regime().form(code, person.category(), person.leader()).orElseThrow(() -> new Refused(missing(code)));
    }

    private Refusal missing(String code) {
        var abolished = rules.regimes().stream()
                .filter(each -> each.to() != null && !signedOn.isBefore(each.to()))
                .filter(each ->
                        each.form(code, person.category(), person.leader()).isPresent())
                .map(Regime::to)
                .findFirst();
        return abolished
                .map(day -> Refusal.of(
                        EvaluationProblem.DISCIPLINE_FORM_ABOLISHED, "form", code, "since", String.valueOf(day)))
                .orElseGet(() -> Refusal.of(
                        EvaluationProblem.DISCIPLINE_FORM_UNKNOWN,
                        "form",
                        code,
                        "regime",
                        regime().code(),
                        "category",
                        person.category().name(),
                        "leader",
                        person.leader()))
                .at("/data/form");
    }

    /** Refusal: discipline.limitation-expired with the last day, if the case was opened after it. */
    List<Refusal> limitation(Violation violation, Form form) {
        return late(violation, rules.limitation(violation.actOn(), form));
    }

    /** The same if no form at all is in time any more. */
    List<Refusal> limitation(Violation violation) {
        return regime().forms().stream()
                .filter(form -> form.isFor(person.category(), person.leader()))
                .map(form -> rules.limitation(violation.actOn(), form))
                .max(LocalDate::compareTo)
                .map(last -> late(violation, last))
                .orElse(List.of());
    }

    private static List<Refusal> late(Violation violation, LocalDate last) {
        return violation.exemption() != null || !violation.openedOn().isAfter(last)
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.DISCIPLINE_LIMITATION_EXPIRED, "until", last.toString()));
    }
}
