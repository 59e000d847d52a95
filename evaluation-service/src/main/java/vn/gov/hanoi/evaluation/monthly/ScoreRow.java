package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetDecision.Asked;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkReasonRequest;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * A row of a file with scores whose cells are good by themselves.
 *
 * @param reason why the grade is below what the points give, and why marks differ from those at hand; null if nothing was said
 * @param decision the document by which it was decided
 */
record ScoreRow(
        Cells cells,
        String officerCode,
        Period period,
        DecideData data,
        @Nullable String reason,
        Decision decision) {
    /** Names the bonus of the columns for one. */
    static final String BONUS_CODE = "BONUS";

    private static final String REASON_CODE = "DECIDED_ELSEWHERE";

    /**
     * What the row decides on a sheet, by the rules of a single decision. Refusals: those of {@link SheetDecision#of}.
     *
     * @param unitLevel decided level of the unit that the person leads; null if there is none
     */
    SheetDecision on(SheetCase at, Closing.Mark mark, @Nullable Grade unitLevel) {
        var said = reason == null ? null : new Reason(REASON_CODE, reason);
        return SheetDecision.of(at, new Asked(explained(at), said, decision, mark, unitLevel));
    }

    /** The one reason of the row stands for each mark that differs from those at hand. */
    private DecideData explained(SheetCase at) {
        var before = at.sheet().content();
        var work = data.work();
        if (reason == null || work == null || before.marks().isEmpty()) {
            return data;
        }
        var marks = new java.util.HashMap<String, BigDecimal>();
        work.marks().forEach(mark -> marks.put(mark.criterion(), mark.points()));
        var reasons = GivenWork.changed(at.marks(before), marks).stream()
                .map(code -> new MarkReasonRequest(code, reason))
                .toList();
        return new DecideData(
                data.presenceDays(),
                data.notRated(),
                work,
                reasons,
                data.grade(),
                data.unitGrade(),
                data.disciplines(),
                data.collective(),
                data.minutes(),
                data.meeting(),
                data.comment());
    }

    /** Whether a decided sheet says what the row says, so that nothing is to be done. */
    boolean isKept(SheetCase at) {
        var stored = at.sheet().result();
        if (stored == null) {
            return false;
        }
        try {
            var extras = at.sheet().content().extras();
            var said = on(at, new Closing.Mark("", stored.decided().at()), extras == null ? null : extras.unitGrade())
                    .result();
            return said.digest().equals(stored.digest())
                    && grade(said.value()) == grade(stored.value())
                    && said.decided()
                            .equals(new EvaluationSheet.Decided(
                                    "",
                                    stored.decided().at(),
                                    stored.decided().number(),
                                    stored.decided().collective(),
                                    stored.decided().minutes()));
        } catch (Refused _) {
            return false;
        }
    }

    private static @Nullable Grade grade(EvaluationSheet.@Nullable Value value) {
        return value == null ? null : value.grade();
    }
}
