package vn.gov.hanoi.evaluation.unittask;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What is asked for.
 *
 * @param document number of the document by which the task was assigned, as its issuer writes it
 * @param title in Vietnamese
 * @param assignedOn day in Hanoi
 * @param weight factor of the task in the shares of a result, from 0.0001, scale 4; 1 unless the document says otherwise
 */
record TaskContent(String document, String title, LocalDate assignedOn, BigDecimal weight) {
    static final BigDecimal LEAST_WEIGHT = new BigDecimal("0.0001");
    static final BigDecimal MOST_WEIGHT = new BigDecimal("9999.9999");

    /** In the form in which it is kept. */
    TaskContent kept() {
        return new TaskContent(
                VietnameseText.nfc(document.strip()),
                VietnameseText.nfc(title.strip()),
                assignedOn,
                weight.setScale(4, RoundingMode.UNNECESSARY));
    }

    /** Refusals: those of the texts, date.out-of-range, unit-task.due-before-assigned. */
    List<Refusal> faults(LocalDate dueOn, String pointer) {
        return new Faults()
                .add(pointer + "/documentNumber", TextRule.DECISION_NUMBER.fault(document))
                .add(pointer + "/title", TextRule.TASK.fault(title))
                .date(pointer + "/assignedOn", assignedOn)
                .date(pointer + "/dueOn", dueOn)
                .add(pointer + "/dueOn", order(assignedOn, dueOn))
                .all();
    }

    /** Refusal: unit-task.due-before-assigned. */
    static Optional<Refusal> order(LocalDate assignedOn, LocalDate dueOn) {
        return dueOn.isBefore(assignedOn)
                ? Optional.of(
                        Refusal.of(EvaluationProblem.TASK_DUE_BEFORE_ASSIGNED, "assignedOn", assignedOn.toString()))
                : Optional.empty();
    }
}
