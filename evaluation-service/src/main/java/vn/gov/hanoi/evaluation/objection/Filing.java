package vn.gov.hanoi.evaluation.objection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Contested;
import vn.gov.hanoi.evaluation.objection.Objection.Deadlines;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.workday.CalendarYearMissing;
import vn.gov.hanoi.evaluation.workday.PetitionDays;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * What speaks against filing an objection to a result on a day.
 *
 * @param own whether the one who files is the subject of the result
 * @param before states of the objections to this revision, and of the one whose acceptance gave it
 */
record Filing(Contested result, boolean own, List<ObjectionState> before, LocalDate today, WorkCalendar calendar) {
    /**
     * Refusals, in this order: authority.missing, evaluation.superseded, evaluation.closing-not-published, objection.open,
     * objection.not-re-examined, objection.late (with the last day), evaluation.calendar-year-missing.
     */
    List<Refusal> refusals() {
        if (!own) {
            return List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING));
        }
        var found = new ArrayList<>(result.blockedBy());
        if (before.stream().anyMatch(ObjectionState::isOpen)) {
            found.add(Refusal.of(EvaluationProblem.OBJECTION_OPEN));
        } else if (before.stream().anyMatch(state -> state != ObjectionState.WITHDRAWN)) {
            found.add(Refusal.of(EvaluationProblem.OBJECTION_NOT_RE_EXAMINED));
        }
        var published = result.publishedOn();
        if (published != null) {
            var late = late(published);
            if (late != null) {
                found.add(late);
            }
        }
        return found;
    }

    private @Nullable Refusal late(LocalDate published) {
        try {
            var until = days().lastToFile(published);
            return today.isAfter(until)
                    ? Refusal.of(EvaluationProblem.OBJECTION_LATE, "until", until.toString())
                    : null;
        } catch (CalendarYearMissing missing) {
            return unknown(missing);
        }
    }

    /** The days of an objection that nothing speaks against. Refusal: evaluation.calendar-year-missing. */
    Deadlines deadlines() {
        var published = result.publishedOn();
        if (published == null) {
            throw new IllegalStateException("the result is not told: " + result.id());
        }
        try {
            return new Deadlines(
                    days().lastToFile(published), days().lastToResolve(today), calendar.id(), calendar.version());
        } catch (CalendarYearMissing missing) {
            throw new Refused(unknown(missing));
        }
    }

    private PetitionDays days() {
        return new PetitionDays(result.rule(), calendar);
    }

    private static Refusal unknown(CalendarYearMissing missing) {
        return Refusal.of(EvaluationProblem.EVALUATION_CALENDAR_YEAR_MISSING, "year", missing.year());
    }
}
