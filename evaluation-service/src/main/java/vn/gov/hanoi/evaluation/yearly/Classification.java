package vn.gov.hanoi.evaluation.yearly;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualFlag;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.Leave;
import vn.gov.hanoi.evaluation.annual.Post;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * One person's year.
 *
 * @param ruleSetId the version by which the year is rated, for ever
 * @param suggestion null until it was computed, which opening does in the same transaction
 * @param facts what the decider stated; nothing before
 * @param decided null before the decision
 * @param stale whether other months stand published now than those that were rolled up
 * @param publishedAt null before
 * @param rowVersion for the ETag
 */
record Classification(
        UUID id,
        UUID closingId,
        int year,
        Person person,
        UUID ruleSetId,
        State state,
        Months months,
        Career career,
        @Nullable Suggestion suggestion,
        Facts facts,
        @Nullable Decided decided,
        List<String> consequences,
        boolean stale,
        @Nullable Instant publishedAt,
        Revision revision,
        long rowVersion) {

    enum State {
        SUGGESTED,
        DECIDED,
        PUBLISHED
    }

    /**
     * Who is rated, as on the last day of the main post in the year.
     *
     * @param unitId unit of the post
     * @param ratingUnitId the agency it belongs to
     * @param decidingUnitId unit whose authority decides: the receiving one of a secondment, else the agency
     */
    record Person(
            UUID officerId,
            UUID assignmentId,
            UUID unitId,
            UUID ratingUnitId,
            UUID decidingUnitId,
            Category category,
            Position position,
            String title,
            boolean leader,
            UnitType unitType) {}

    /**
     * The months together.
     *
     * @param leftOut published months without a rating; they are not zero
     * @param sum null if no month is rated
     * @param mean at eight places, for people; null if no month is rated
     */
    record Months(
            int a,
            int b,
            int c,
            int d,
            int leftOut,
            @Nullable BigDecimal sum,
            @Nullable BigDecimal mean,
            List<Month> each) {
        int rated() {
            return a + b + c + d;
        }
    }

    /** A published month. */
    record Month(
            UUID sheetId,
            LocalDate from,
            UUID unitId,
            @Nullable Grade grade,
            @Nullable BigDecimal points,
            @Nullable NotRatedReason notRated) {}

    /**
     * Where the person was, as recorded when the months were rolled up.
     *
     * @param posts at the end of the year, the highest first
     * @param stays in agencies
     * @param secondedTo receiving agency at the end of the year; null if none
     * @param endedUnits agencies that no longer exist
     * @param unitLevel decided level of the unit at whose head the person stands; null if there is none
     */
    record Career(
            List<HeldPost> posts,
            List<Served> stays,
            List<Away> leaves,
            @Nullable UUID secondedTo,
            List<UUID> endedUnits,
            @Nullable Grade unitLevel) {}

    record HeldPost(UUID unitId, Post.Role role) {}

    record Served(UUID unitId, LocalDate from, @Nullable LocalDate to) {}

    record Away(Leave.Kind kind, LocalDate from, @Nullable LocalDate to) {}

    /**
     * What the rules suggest.
     *
     * @param notRated null if the year is rated
     * @param found best level that is proved; null if none
     * @param level what the rules suggest; null if they name none
     * @param limit best level that may be decided; null if the year is not rated
     * @param digest SHA-256 of the explanation, hexadecimal
     */
    record Suggestion(
            NotRated.@Nullable Reason notRated,
            @Nullable Grade found,
            @Nullable Grade level,
            @Nullable Grade limit,
            List<UUID> missingOpinions,
            List<AnnualFlag> flags,
            String digest) {}

    /**
     * The decision.
     *
     * @param level null if the year is not rated
     * @param officerId who decided
     * @param delegationId order under which it was decided for another; null in the own right
     * @param collective null for a single person
     * @param reason null where the level is the suggested one
     */
    record Decided(
            @Nullable Grade level,
            String by,
            Instant at,
            @Nullable UUID officerId,
            @Nullable UUID delegationId,
            Decision decision,
            @Nullable String collective,
            @Nullable String minutes,
            @Nullable Reason reason) {}

    /**
     * Place in the chain of corrections.
     *
     * @param number from 1
     * @param supersedes the revision before; null for the first
     * @param supersededAt null for the living one
     */
    record Revision(
            int number, @Nullable UUID supersedes, @Nullable Instant supersededAt) {}

    /** The same, decided. */
    Classification decided(Facts stated, Suggestion found, Decided decision, List<String> flagged) {
        return new Classification(
                id,
                closingId,
                year,
                person,
                ruleSetId,
                State.DECIDED,
                months,
                career,
                found,
                stated,
                decision,
                flagged,
                stale,
                publishedAt,
                revision,
                rowVersion);
    }

    /** The same, told. */
    Classification published(Instant at) {
        return new Classification(
                id,
                closingId,
                year,
                person,
                ruleSetId,
                State.PUBLISHED,
                months,
                career,
                suggestion,
                facts,
                decided,
                consequences,
                stale,
                at,
                revision,
                rowVersion);
    }

    Suggestion suggested() {
        if (suggestion == null) {
            throw new IllegalStateException("the year was not computed: " + id);
        }
        return suggestion;
    }
}
