package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Decided;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Result;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Value;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetCase.Presented;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.MarkReason;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Evaluator;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.time.HanoiClock;

/**
 * What a decider decides, computed and checked. The points come from the formula alone; the decider may lower the grade with a reason and
 * never raise it (domain: only the cap and the decider stand between computed and official grade).
 *
 * @param content the deciding marks
 */
record SheetDecision(Content content, Result result, Details details) {
    /**
     * What is asked for, and what is known besides.
     *
     * @param unitLevel decided level of the unit that the person leads; null if there is none
     * @param charges what the person answers for, taken off or waived
     * @param recorded decisions on the person that the room of discipline has
     */
    record Asked(
            DecideData data,
            @Nullable Reason reason,
            @Nullable Decision decision,
            Closing.Mark mark,
            @Nullable Grade unitLevel,
            List<Deduction> charges,
            RecordedDisciplines recorded) {}

    /**
     * Refusals: those of {@link GivenWork#content}, of the scoring and of the document; evaluation.reason-missing, evaluation.data-missing,
     * evaluation.grade-raised, evaluation.unit-grade-differs, evaluation.discipline-differs, text.control-character.
     */
    static SheetDecision of(SheetCase at, Asked asked) {
        var data = asked.data();
        var reasons = GivenWork.reasons(data.reasons());
        check(data, reasons);
        Refused.ifAny(collective(at, data, asked.mark()));
        var document = asked.decision() == null ? null : asked.decision().kept();
        if (document != null) {
            Refused.ifAny(document.faults("/decision"));
        }
        var before = at.sheet().content();
        var worked = data.work() == null ? before : GivenWork.content(at, data.work(), true);
        if (!before.marks().isEmpty()) {
            Refused.ifAny(GivenWork.unexplained(at.marks(before), at.marks(worked), reasons));
        }
        var content = GivenWork.decided(
                        worked,
                        unitGrade(data, asked.unitLevel()),
                        asked.recorded().with(GivenWork.disciplines(data)))
                .charged(asked.charges());
        var score = at.score(content, new Presented(data.presenceDays(), data.notRated()));
        if (score.outcome() == Score.Outcome.INSUFFICIENT_DATA) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.EVALUATION_DATA_MISSING, "missing", String.join(", ", score.missing()))
                            .at("/data/work"));
        }
        var details = Details.of(GivenWork.text(data.comment()))
                .minutes(GivenWork.text(data.minutes()))
                .reasons(reasons)
                .because(asked.reason(), document)
                .meeting(data.meeting());
        var decided = new Decided(
                asked.mark().by(),
                asked.mark().at(),
                document == null ? null : document.number(),
                GivenWork.text(data.collective()),
                GivenWork.text(data.minutes()));
        return new SheetDecision(
                content,
                new Result(
                        data.presenceDays(),
                        score.outcome(),
                        score.notRated(),
                        value(score, asked),
                        score.explanation().digest(),
                        decided),
                details);
    }

    /** The level that an authority decided for the unit goes before what the decider of the head knows. */
    private static @Nullable Grade unitGrade(DecideData data, @Nullable Grade decided) {
        var given = data.unitGrade();
        if (decided != null && given != null && given != decided) {
            throw new Refused(Refusal.of(
                            EvaluationProblem.EVALUATION_UNIT_GRADE_DIFFERS,
                            "grade",
                            given.name(),
                            "decided",
                            decided.name())
                    .at("/data/unitGrade"));
        }
        return decided == null ? given : decided;
    }

    /**
     * By whom the rules want it decided. Who acts has the authority already, in person or by order, and presides over the collective.
     * Refusals: evaluation.collective-missing, evaluation.collective-differs, evaluation.minutes-missing, evaluation.meeting-missing,
     * evaluation.meeting-contradictory.
     */
    private static List<Refusal> collective(SheetCase at, DecideData data, Closing.Mark mark) {
        var found = new ArrayList<Refusal>();
        var row = at.evaluators().decider();
        var wanted = row == null ? null : row.collective();
        if (row != null && wanted != null) {
            var named = GivenWork.text(data.collective());
            if (named == null) {
                found.add(wanted(EvaluationProblem.EVALUATION_COLLECTIVE_MISSING, at, row, wanted)
                        .at("/data/collective"));
                return found;
            }
            if (!named.equals(wanted)) {
                found.add(wanted(EvaluationProblem.EVALUATION_COLLECTIVE_DIFFERS, at, row, wanted)
                        .at("/data/collective"));
            }
            if (data.meeting() == null) {
                found.add(Refusal.of(EvaluationProblem.EVALUATION_MEETING_MISSING, "collective", wanted)
                        .at("/data/meeting"));
            }
        }
        if (data.meeting() != null) {
            found.addAll(
                    data.meeting().faults(at.sheet().period().from(), LocalDate.ofInstant(mark.at(), HanoiClock.ZONE)));
        }
        return found;
    }

    private static Refusal wanted(EvaluationProblem problem, SheetCase at, Evaluator row, String collective) {
        return Refusal.of(
                problem,
                "ruleSet",
                at.ruleSet().id(),
                "subject",
                row.subject(),
                "collective",
                collective,
                "president",
                row.president() == null ? "-" : row.president());
    }

    private static void check(DecideData data, List<MarkReason> reasons) {
        var texts = new HashMap<String, @Nullable String>();
        texts.put("/data/comment", data.comment());
        texts.put("/data/minutes", data.minutes());
        texts.put("/data/collective", data.collective());
        reasons.forEach(reason -> texts.put("/data/reasons/" + reason.criterion(), reason.text()));
        GivenWork.check(texts);
        if (data.collective() != null && GivenWork.text(data.minutes()) == null) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.EVALUATION_MINUTES_MISSING).at("/data/minutes"));
        }
    }

    private static @Nullable Value value(Score score, Asked asked) {
        var computed = score.value();
        var wanted = asked.data().grade();
        if (computed == null) {
            if (wanted != null) {
                throw new Refused(raised(wanted.name(), "-"));
            }
            return null;
        }
        var grade = wanted == null ? computed.grade() : wanted;
        if (grade.isBetterThan(computed.grade())) {
            throw new Refused(raised(grade.name(), computed.grade().name()));
        }
        if (grade != computed.grade() && asked.reason() == null) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING).at("/reason"));
        }
        BigDecimal points = computed.points();
        return new Value(points, computed.gradeByPoints(), grade);
    }

    private static Refusal raised(String grade, String most) {
        return Refusal.of(EvaluationProblem.EVALUATION_GRADE_RAISED, "grade", grade, "most", most)
                .at("/data/grade");
    }
}
