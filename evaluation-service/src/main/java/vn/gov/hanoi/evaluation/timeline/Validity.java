package vn.gov.hanoi.evaluation.timeline;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * Days in force.
 *
 * @param from first day, inclusive, in Hanoi
 * @param to first day no longer in force; null if open
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {
    /** No record of a living administration is older. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Validity other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    /** The same time, ended on a day if it is open. */
    public Validity until(@Nullable LocalDate end) {
        return to == null ? new Validity(from, end) : this;
    }

    /** Refusal: validity.empty. */
    public Optional<Refusal> fault() {
        return to == null || to.isAfter(from)
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.VALIDITY_EMPTY));
    }

    /** Refusal: date.out-of-range. */
    public static Optional<Refusal> dateFault(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST)
                ? Optional.of(Refusal.of(
                        EvaluationProblem.DATE_OUT_OF_RANGE, "from", EARLIEST.toString(), "to", LATEST.toString()))
                : Optional.empty();
    }
}
