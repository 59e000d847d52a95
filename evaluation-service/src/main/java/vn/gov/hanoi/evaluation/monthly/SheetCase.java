package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.score.Circumstances;
import vn.gov.hanoi.evaluation.score.Circumstances.Presence;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.ScoreInput;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.evaluation.score.Sheet;
import vn.gov.hanoi.evaluation.score.Sheet.Mark;
import vn.gov.hanoi.evaluation.score.Subject;
import vn.gov.hanoi.evaluation.score.Tasks;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * A sheet with all that an act on it looks at.
 *
 * @param template criteria of the rule set for the kind of sheet, or of the unit, in the order of the stored marks
 * @param evaluators whom the rules name for the person
 */
record SheetCase(
        EvaluationSheet sheet,
        Closing closing,
        RuleSet ruleSet,
        SheetTemplate template,
        Workflow workflow,
        Relation relation,
        Evaluators evaluators,
        SheetGuard guard) {

    /** Real working time of the period, and why it has no rating; null if it has. */
    record Presented(BigDecimal days, @Nullable NotRatedReason notRated) {}

    /** The same where the caller acts as the holder of one of the channels. */
    SheetCase advising(String channel) {
        var holder = relation.advising(channel);
        return new SheetCase(sheet, closing, ruleSet, template, workflow, holder, evaluators, guard.with(holder));
    }

    /** Marks by criterion; an unscored criterion is missing. */
    Map<String, BigDecimal> marks(Content content) {
        var found = new HashMap<String, BigDecimal>();
        for (int i = 0; i < content.marks().size(); i++) {
            var mark = content.marks().get(i);
            if (mark != null) {
                found.put(template.items().get(i).code(), mark);
            }
        }
        return found;
    }

    /** Marks in the order of the criteria; those of no criterion are left to {@link Scoring#faults}. */
    List<@Nullable BigDecimal> inOrder(Map<String, BigDecimal> marks) {
        var ordered = new ArrayList<@Nullable BigDecimal>();
        template.items().forEach(item -> ordered.add(marks.get(item.code())));
        return ordered;
    }

    /** What the formula takes, from given marks. */
    ScoreInput input(List<Mark> marks, @Nullable Extras given, Presented presented) {
        return input(sheet, marks, given, presented);
    }

    static ScoreInput input(EvaluationSheet sheet, List<Mark> marks, @Nullable Extras given, Presented presented) {
        var extras = given == null ? Extras.NONE : given;
        var person = sheet.person();
        return new ScoreInput(
                sheet.period(),
                new Subject(person.category(), person.position(), person.leader()),
                new Sheet(marks, extras.bonuses(), extras.deductions(), extras.advice()),
                new Tasks(extras.products(), extras.factors()),
                new Circumstances(
                        presented.notRated(),
                        new Presence(presented.days(), sheet.workingDays()),
                        extras.unitGrade(),
                        extras.disciplines()));
    }

    /** The stored marks as the formula takes them, criterion by criterion. */
    List<Mark> given(Content content) {
        return given(template, content);
    }

    static List<Mark> given(SheetTemplate template, Content content) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < content.marks().size(); i++) {
            marks.add(new Mark(template.items().get(i).code(), content.marks().get(i)));
        }
        return marks;
    }

    /**
     * Rates the content. Somebody away on all days is not rated, and that is written down as the reason, so that the stored inputs say all.
     *
     * <p>Refusals: those of {@link Scoring#faults}.
     */
    Score score(Content content, Presented presented) {
        var score = Scoring.score(ruleSet, template, input(given(content), content.extras(), presented));
        return score.notRated() == presented.notRated()
                ? score
                : Scoring.score(
                        ruleSet,
                        template,
                        input(given(content), content.extras(), new Presented(presented.days(), score.notRated())));
    }

    /** Rates what is stored; empty before the decision. */
    Optional<Score> recomputed() {
        return Optional.ofNullable(sheet.result())
                .map(result -> score(sheet.content(), new Presented(result.presenceDays(), result.notRated())));
    }

    /** Whether recomputing gives the stored result, to the last step of the explanation. */
    boolean isKept(Score score) {
        var result = sheet.result();
        if (result == null
                || !score.explanation().digest().equals(result.digest())
                || score.outcome() != result.outcome()) {
            return false;
        }
        var stored = result.value();
        var value = score.value();
        return stored == null
                ? value == null
                : value != null
                        && value.points().compareTo(stored.points()) == 0
                        && value.gradeByPoints() == stored.gradeByPoints()
                        && !stored.grade().isBetterThan(value.grade());
    }

    /** Refusal: evaluation.marks-missing unless every criterion is scored; absent is not zero. */
    List<Refusal> missing(Content content) {
        var marks = marks(content);
        var open = template.items().stream()
                .map(SheetTemplate.Item::code)
                .filter(code -> !marks.containsKey(code))
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.EVALUATION_MARKS_MISSING, "criteria", String.join(", ", open))
                        .at("/data/work/marks"));
    }
}
