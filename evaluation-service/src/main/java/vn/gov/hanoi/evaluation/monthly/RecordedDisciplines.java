package vn.gov.hanoi.evaluation.monthly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.score.Circumstances.Discipline;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Disciplinary decisions that the room of discipline has about somebody. Those that take effect in the period are given, whatever the
 * decider types; what the decider types besides, such as decisions of the Party or of elsewhere, is added.
 *
 * @param stands those that take effect in the period
 * @param replaced revisions that were corrected or lifted
 */
record RecordedDisciplines(List<Discipline> stands, List<Discipline> replaced) {
    static final RecordedDisciplines NONE = new RecordedDisciplines(List.of(), List.of());

    static RecordedDisciplines of(Period period, List<RecordedSanction> recorded) {
        if (recorded.isEmpty()) {
            return NONE;
        }
        var stands = each(recorded, each -> each.stands() && period.contains(each.effectiveOn()));
        var replaced = new ArrayList<>(each(recorded, each -> !each.stands()));
        replaced.removeAll(stands);
        return new RecordedDisciplines(stands, replaced);
    }

    private static List<Discipline> each(List<RecordedSanction> recorded, Predicate<RecordedSanction> which) {
        return recorded.stream()
                .filter(which)
                .map(each -> new Discipline(each.number(), each.effectiveOn(), false))
                .distinct()
                .toList();
    }

    /**
     * All that bears on the grade.
     *
     * <p>Refusal: evaluation.discipline-differs for a typed one that is recorded otherwise, or stands no more.
     */
    List<Discipline> with(List<Discipline> typed) {
        var all = new ArrayList<>(stands);
        for (int i = 0; i < typed.size(); i++) {
            var given = typed.get(i);
            if (stands.contains(given)) {
                continue;
            }
            boolean recorded = stands.stream().anyMatch(each -> each.decision().equals(given.decision()));
            if (recorded || replaced.contains(given)) {
                throw new Refused(
                        Refusal.of(EvaluationProblem.EVALUATION_DISCIPLINE_DIFFERS, "decision", given.decision())
                                .at("/data/disciplines/" + i));
            }
            all.add(given);
        }
        return all;
    }

    /** Those among the ones that went into a result which nobody but the decider has told. */
    List<Discipline> typed(List<Discipline> stored) {
        return stored.stream()
                .filter(each -> !stands.contains(each) && !replaced.contains(each))
                .toList();
    }
}
