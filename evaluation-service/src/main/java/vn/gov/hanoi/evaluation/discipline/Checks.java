package vn.gov.hanoi.evaluation.discipline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What requests about cases are checked for again and again. */
final class Checks {
    private Checks() {}

    /** Refusal: discipline.dates-contradict for a day outside of two others, both included. */
    static List<Refusal> between(String pointer, LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last)
                ? List.of()
                : List.of(Refusal.of(
                                EvaluationProblem.DISCIPLINE_DATES_CONTRADICT,
                                "day",
                                day.toString(),
                                "from",
                                first.toString(),
                                "until",
                                last.toString())
                        .at(pointer));
    }

    /** Refusal: discipline.handling-expired for a day after the last one to decide. */
    static List<Refusal> inTime(String pointer, HandlingClock clock, LocalDate day) {
        return clock.dueOn()
                .filter(day::isAfter)
                .map(due -> List.of(Refusal.of(EvaluationProblem.DISCIPLINE_HANDLING_EXPIRED, "dueOn", due.toString())
                        .at(pointer)))
                .orElse(List.of());
    }

    /** Refusal: discipline.ground-unknown for a ground that the law of the day does not have; null is none. */
    static List<Refusal> known(String pointer, @Nullable String ground, List<String> grounds) {
        return ground == null || grounds.contains(ground)
                ? List.of()
                : List.of(Refusal.of(
                                EvaluationProblem.DISCIPLINE_GROUND_UNKNOWN,
                                "ground",
                                ground,
                                "known",
                                String.join(", ", grounds))
                        .at(pointer));
    }
}
