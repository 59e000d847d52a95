package vn.gov.hanoi.evaluation.yearly;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of years on evaluation.annual; the schemas are schemas/evaluation.annual.*.v1.json. No points and no names leave. */
final class YearEvent {
    private YearEvent() {}

    enum Outcome {
        RATED,
        NOT_RATED
    }

    /** The rules a level rests on. */
    record Rules(String code, int version) {}

    /**
     * A told year.
     *
     * @param level null unless the outcome is RATED
     * @param consequences codes of the rules that call for a look; they start nothing
     * @param supersedes the revision before; null for the first
     */
    record YearData(
            UUID classificationId,
            UUID officerId,
            UUID unitId,
            UUID ratingUnitId,
            UUID closingId,
            int year,
            Outcome outcome,
            @Nullable Grade level,
            List<String> consequences,
            Rules ruleSet,
            int revision,
            @Nullable UUID supersedes) {}

    static EventDraft published(Classification row, List<String> consequences, AnnualRuleSet ruleSet) {
        return draft("published", row, consequences, ruleSet);
    }

    /** A corrected year, told under the id of the new revision. */
    static EventDraft superseded(Classification revision, AnnualRuleSet ruleSet) {
        return draft("superseded", revision, revision.consequences(), ruleSet);
    }

    private static EventDraft draft(String fact, Classification row, List<String> consequences, AnnualRuleSet ruleSet) {
        var person = row.person();
        var decided = row.decided();
        var level = decided == null ? null : decided.level();
        var header = ruleSet.header();
        var data = new YearData(
                row.id(),
                person.officerId(),
                person.unitId(),
                person.ratingUnitId(),
                row.closingId(),
                row.year(),
                level == null ? Outcome.NOT_RATED : Outcome.RATED,
                level,
                consequences,
                new Rules(header.id(), header.version()),
                row.revision().number(),
                row.revision().supersedes());
        return new EventDraft(
                "evaluation.annual", fact, 1, "annual-classifications", row.id(), person.officerId(), data);
    }
}
