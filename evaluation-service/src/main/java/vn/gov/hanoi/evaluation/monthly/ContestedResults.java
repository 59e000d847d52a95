package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.SheetApi.CorrectRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PetitionRule;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** The door of this room for objections: a result as it is contested, who had a hand in it, and the correction that an accepted one asks for. */
@ApplicationScoped
public class ContestedResults {
    private final SheetDesk desk;
    private final SheetRepository sheets;
    private final ClosingRepository closings;
    private final RaterQueries raters;
    private final CorrectSheet correct;

    ContestedResults(
            SheetDesk desk,
            SheetRepository sheets,
            ClosingRepository closings,
            RaterQueries raters,
            CorrectSheet correct) {
        this.desk = desk;
        this.sheets = sheets;
        this.closings = closings;
        this.raters = raters;
        this.correct = correct;
    }

    /**
     * A result that somebody may have something against.
     *
     * @param unitId unit of the post
     * @param publishedOn day on which this revision was told; null before
     * @param blockedBy why nothing can be said against it now, whatever the day: evaluation.closing-not-published, evaluation.superseded
     */
    public record Contested(
            UUID id,
            UUID closingId,
            Period period,
            UUID officerId,
            UUID unitId,
            UUID ratingUnitId,
            @Nullable LocalDate publishedOn,
            PetitionRule rule,
            List<Refusal> blockedBy) {
        public Contested {
            blockedBy = List.copyOf(blockedBy);
        }
    }

    /**
     * Who scored, decided or corrected, and for whom.
     *
     * @param subjects those of the tokens, for people who are no officers
     */
    public record Raters(Set<UUID> officers, Set<String> subjects) {
        public Raters {
            officers = Set.copyOf(officers);
            subjects = Set.copyOf(subjects);
        }
    }

    /**
     * Who is to resolve an objection to a result.
     *
     * @param ratingUnitId the agency that decided it
     * @param ofItsHead whether it is that of the head of the agency, who is decided above it
     * @param levels those of the rule set: by whoever decides in the agency, by those above
     */
    public record Bench(UUID ratingUnitId, boolean ofItsHead, Set<PetitionRule.Decider> levels, Raters raters) {
        public Bench {
            levels = Set.copyOf(levels);
        }

        /** Whether the right of the head of a unit, be it the agency or one above it, is on a level of the rule set. */
        public boolean seats(UUID unitId) {
            return unitId.equals(ratingUnitId)
                    ? levels.contains(PetitionRule.Decider.DECIDER)
                    : ofItsHead || levels.contains(PetitionRule.Decider.SUPERIOR);
        }
    }

    /**
     * A result as it stands.
     *
     * @param grade null unless the outcome is RATED
     * @param points 0-100, scale 4; null unless the outcome is RATED
     */
    public record Standing(
            UUID evaluationId,
            int revision,
            Score.Outcome outcome,
            @Nullable Grade grade,
            @Nullable BigDecimal points) {}

    /** How the cap on the top grade is used in a closing. */
    public record CapUse(String ruleSet, Grade grade, int rated, int allowed, int used) {}

    /**
     * What a correction changed.
     *
     * @param capBefore null if the rule set has no cap
     * @param capAfter null if the rule set has no cap
     */
    public record Correction(
            UUID closingId,
            Standing before,
            Standing after,
            @Nullable CapUse capBefore,
            @Nullable CapUse capAfter) {}

    /**
     * Why and by which decision a result is corrected, and what is decided instead.
     *
     * @param authority by which the objection is resolved
     */
    public record Asked(Reason reason, Decision decision, DecideData data, Ruling authority) {}

    /** Refusals: scope.unit-unknown, resource.not-found for an unknown result and one that the caller has nothing to do with. */
    @Transactional
    public Contested see(UUID id, Caller caller) {
        return contested(desk.see(id, caller));
    }

    /** The same; until the end of the transaction its closing is not locked and nothing in it is corrected by others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Contested share(UUID id, Caller caller) {
        var closing = desk.see(id, caller).closing();
        var _ = closings.share(closing.id()).orElseThrow();
        return see(id, caller);
    }

    /** Takes a closing alone until the end of the transaction; objections of it are held after it, by everybody. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID closingId) {
        var _ = closings.hold(closingId).orElseThrow();
    }

    @Transactional
    public Bench bench(UUID id) {
        var sheet = sheets.find(id).orElseThrow();
        var person = sheet.person();
        return new Bench(
                person.ratingUnitId(),
                person.position() == Position.HEAD && person.unitId().equals(person.ratingUnitId()),
                Set.copyOf(desk.rules(sheet).petition().decidedBy()),
                raters.of(id));
    }

    /**
     * Puts a corrected revision into the place of a result, as a correction without an objection would. The closing is held already.
     *
     * <p>Refusals: evaluation.superseded, evaluation.closing-not-published, those of {@link CorrectSheet#revise}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Correction correct(UUID id, Asked asked, Caller caller) {
        var at = desk.holdContested(id, asked.authority(), caller);
        var capBefore = correct.capUse(at);
        var revision = correct.revise(at, new CorrectRequest(asked.reason(), asked.decision(), asked.data()), caller);
        return new Correction(
                at.closing().id(),
                standing(at.sheet()),
                standing(sheets.find(revision.id()).orElseThrow()),
                capBefore,
                correct.capUse(at));
    }

    static Contested contested(SheetCase seen) {
        var sheet = seen.sheet();
        var person = sheet.person();
        var blocked = new ArrayList<Refusal>();
        if (sheet.revision().supersededAt() != null) {
            blocked.add(Refusal.of(EvaluationProblem.EVALUATION_SUPERSEDED));
        }
        if (seen.closing().state() == ClosingState.OPEN) {
            blocked.add(Refusal.of(
                    EvaluationProblem.EVALUATION_CLOSING_NOT_PUBLISHED,
                    "state",
                    ClosingState.OPEN.name(),
                    "needed",
                    ClosingState.PUBLISHED.name()));
        }
        return new Contested(
                sheet.id(),
                sheet.closingId(),
                sheet.period(),
                person.officerId(),
                person.unitId(),
                person.ratingUnitId(),
                publishedOn(seen),
                seen.ruleSet().rules().petition(),
                blocked);
    }

    /** First results are told with their closing, corrected ones by themselves. */
    private static @Nullable LocalDate publishedOn(SheetCase seen) {
        var closing = seen.closing().published();
        var at = seen.sheet().revision().number() == 1
                ? closing == null ? null : closing.at()
                : seen.sheet().publishedAt();
        return at == null ? null : LocalDate.ofInstant(at, HanoiClock.ZONE);
    }

    private static Standing standing(EvaluationSheet sheet) {
        var result = Objects.requireNonNull(sheet.result());
        var value = result.value();
        return new Standing(
                sheet.id(),
                sheet.revision().number(),
                result.outcome(),
                value == null ? null : value.grade(),
                value == null ? null : value.points());
    }
}
