package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of sheets: each step on evaluation.sheet, results on evaluation.result. The schemas are schemas/evaluation.sheet.*.v1.json and
 * schemas/evaluation.result.*.v1.json. No points, no words and no names leave, and of a step not even the grade.
 */
final class SheetEvent {
    private static final String RESULTS = "evaluation.result";
    private static final String STEPS = "evaluation.sheet";

    private SheetEvent() {}

    /** The rules a result rests on. */
    record Rules(String code, int version) {}

    /**
     * A result of a month.
     *
     * @param period as it is written, for example 2026-07
     * @param grade null unless the outcome is RATED
     * @param supersedes the revision before; null for the first
     */
    record ResultData(
            UUID evaluationId,
            UUID officerId,
            UUID unitId,
            UUID ratingUnitId,
            UUID closingId,
            String period,
            Score.Outcome outcome,
            @Nullable Grade grade,
            Rules ruleSet,
            int revision,
            @Nullable UUID supersedes) {}

    /**
     * A step on a sheet.
     *
     * @param from state before
     * @param state after; the same where a step was repeated, where a channel advised, and of corrections
     */
    record Moved(
            UUID evaluationId,
            UUID officerId,
            UUID unitId,
            UUID ratingUnitId,
            UUID closingId,
            String period,
            SheetEntry.Kind kind,
            SheetState from,
            SheetState state,
            int revision) {}

    /** Of a correction it is told under the id of the new revision, before its result. */
    static EventDraft moved(EvaluationSheet before, EvaluationSheet after, SheetEntry.Kind kind) {
        var person = after.person();
        var data = new Moved(
                after.id(),
                person.officerId(),
                person.unitId(),
                person.ratingUnitId(),
                after.closingId(),
                after.period().text(),
                kind,
                before.state(),
                after.state(),
                after.revision().number());
        return new EventDraft(STEPS, "moved", 1, "evaluations", after.id(), person.officerId(), data);
    }

    /** All results of a closing, by officer. */
    static List<EventDraft> published(Closing closing, List<Decided> results, Function<UUID, RuleSet> version) {
        var rules = results.stream()
                .map(Decided::ruleSetId)
                .distinct()
                .collect(java.util.stream.Collectors.toMap(id -> id, id -> rules(version.apply(id))));
        return results.stream().map(each -> published(closing, each, rules)).toList();
    }

    private static EventDraft published(Closing closing, Decided result, Map<UUID, Rules> rules) {
        var data = new ResultData(
                result.id(),
                result.officerId(),
                result.unitId(),
                closing.unitId(),
                closing.id(),
                closing.period().text(),
                result.outcome(),
                result.grade(),
                java.util.Objects.requireNonNull(rules.get(result.ruleSetId())),
                result.revision(),
                null);
        return new EventDraft(RESULTS, "published", 1, "evaluations", result.id(), result.officerId(), data);
    }

    /** A corrected result, told under the id of the new revision. */
    static EventDraft superseded(SheetCase before, EvaluationSheet revision) {
        var result = java.util.Objects.requireNonNull(revision.result());
        var value = result.value();
        var data = new ResultData(
                revision.id(),
                revision.person().officerId(),
                revision.person().unitId(),
                revision.person().ratingUnitId(),
                revision.closingId(),
                revision.period().text(),
                result.outcome(),
                value == null ? null : value.grade(),
                rules(before.ruleSet()),
                revision.revision().number(),
                revision.revision().supersedes());
        return new EventDraft(
                RESULTS,
                "superseded",
                1,
                "evaluations",
                revision.id(),
                revision.person().officerId(),
                data);
    }

    private static Rules rules(RuleSet ruleSet) {
        return new Rules(ruleSet.id(), ruleSet.version());
    }
}
