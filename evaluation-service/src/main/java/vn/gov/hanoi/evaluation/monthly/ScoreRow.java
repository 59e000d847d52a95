package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetDecision.Asked;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkReasonRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * A row of a file with scores whose cells are good by themselves.
 *
 * @param present whether the presence is said; if not, the data have 0 in its place
 * @param reason why the grade is below what the points give, and why marks differ from those at hand; null if nothing was said
 * @param decision the document by which it was decided; null if none is named
 */
record ScoreRow(
        Cells cells,
        String officerCode,
        Period period,
        DecideData data,
        boolean present,
        @Nullable String reason,
        @Nullable Decision decision) {
    /** Names the bonus of the columns for one. */
    static final String BONUS_CODE = "BONUS";

    private static final String REASON_CODE = "DECIDED_ELSEWHERE";

    /**
     * What the row decides on a sheet, by the rules of a single decision. Refusals: those of {@link SheetDecision#of}.
     *
     * @param unitLevel decided level of the unit that the person leads; null if there is none
     * @param charges what the person answers for; a file waives nothing
     * @param recorded decisions on the person that the room of discipline has
     */
    SheetDecision on(
            SheetCase at,
            Closing.Mark mark,
            @Nullable Grade unitLevel,
            List<Deduction> charges,
            RecordedDisciplines recorded) {
        var said = reason == null ? null : new Reason(REASON_CODE, reason);
        return SheetDecision.of(at, new Asked(explained(at), said, decision, mark, unitLevel, charges, recorded));
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
                data.comment(),
                null);
    }

    /** Whether the row can decide: it says the presence and names the document. */
    boolean decides() {
        return present && decision != null;
    }

    /** Tells which cells are empty that a decision needs. */
    void refuseIncomplete() {
        var empty = new ArrayList<String>();
        if (!present) {
            empty.add(ScoreColumns.PRESENCE);
        }
        if (decision == null) {
            empty.addAll(List.of(ScoreColumns.DECISION, ScoreColumns.SIGNED_ON, ScoreColumns.ISSUER));
        }
        empty.forEach(
                column -> cells.refuse(column, Refusal.of(EvaluationProblem.IMPORT_CELL_EMPTY, "column", column)));
    }

    /** Whether the sheet says what the row says, so that nothing is to be done. */
    boolean isKept(SheetCase at, RecordedDisciplines recorded) {
        return present ? isDecided(at, recorded) : isAtHand(at);
    }

    /** Whether the row brings nothing but what is scored already, or nothing at all. */
    private boolean isAtHand(SheetCase at) {
        var before = at.sheet().content();
        var work = data.work();
        if (decision != null || !saysMarksOnly()) {
            return false;
        }
        if (work == null && data.unitGrade() == null && data.disciplines() == null) {
            return true;
        }
        try {
            var said = GivenWork.decided(
                    work == null ? before : GivenWork.content(at, work, false),
                    data.unitGrade(),
                    GivenWork.disciplines(data));
            return GivenWork.changed(at.marks(before), at.marks(said)).isEmpty()
                    && SheetJson.same(before.extras(), said.extras());
        } catch (Refused _) {
            return false;
        }
    }

    private boolean saysMarksOnly() {
        return reason == null
                && data.grade() == null
                && data.notRated() == null
                && data.collective() == null
                && data.minutes() == null
                && data.comment() == null;
    }

    private boolean isDecided(SheetCase at, RecordedDisciplines recorded) {
        var stored = at.sheet().result();
        if (stored == null) {
            return false;
        }
        try {
            var content = at.sheet().content();
            var extras = content.extras();
            var mark = new Closing.Mark("", stored.decided().at());
            var said = on(at, mark, extras == null ? null : extras.unitGrade(), content.charges(), recorded)
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
