package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Circumstances.Discipline;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.Sheet.Advice;
import vn.gov.hanoi.evaluation.score.Sheet.Bonus;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.score.Tasks.LeaderFactors;
import vn.gov.hanoi.evaluation.score.Tasks.Product;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * Phiếu đánh giá: one person's period.
 *
 * @param ruleSetId the version by which the period is rated, for ever
 * @param templateId criteria of the unit by which it was opened, for ever; null for those of the rule set
 * @param content what the last step left: the deciding marks once it is decided
 * @param workingDays of the period by the calendar of the year
 * @param result null before the decision
 * @param publishedAt null before
 * @param rowVersion for the ETag
 */
record EvaluationSheet(
        UUID id,
        UUID closingId,
        Period period,
        Person person,
        UUID ruleSetId,
        @Nullable UUID templateId,
        SheetState state,
        Content content,
        int workingDays,
        @Nullable Result result,
        @Nullable Instant publishedAt,
        Revision revision,
        long rowVersion) {

    /**
     * Who is rated, as on the last day of the post in the period.
     *
     * @param unitId unit of the post
     * @param ratingUnitId the agency it belongs to
     */
    record Person(
            UUID officerId,
            UUID assignmentId,
            UUID unitId,
            UUID ratingUnitId,
            Category category,
            Position position,
            String title,
            boolean leader,
            UnitType unitType,
            SheetKind sheetKind) {}

    /**
     * Marks and what else the formula takes.
     *
     * @param marks points in the order of the criteria; null if a criterion is not scored; empty before any score
     * @param extras null if there are none
     */
    record Content(
            List<@Nullable BigDecimal> marks, @Nullable Extras extras) {
        static final Content NONE = new Content(List.of(), null);

        Content {
            marks = Collections.unmodifiableList(new ArrayList<>(marks));
        }

        List<Advice> advice() {
            return extras == null ? List.of() : extras.advice();
        }

        /** What the person answers for after inspections. */
        List<Deduction> charges() {
            return extras == null ? List.of() : extras.charges();
        }

        Content charged(List<Deduction> charges) {
            var more = (extras == null ? Extras.NONE : extras).charged(charges);
            return new Content(marks, more.equals(Extras.NONE) ? null : more);
        }

        /** The same with what the supporting channels have said; no step takes that away. */
        Content advised(List<Advice> advice) {
            var more = (extras == null ? Extras.NONE : extras).advised(advice);
            return new Content(marks, more.equals(Extras.NONE) ? null : more);
        }
    }

    /** Inputs that few sheets have. */
    @Schema(name = "EvaluationExtras")
    record Extras(
            @Schema(description = "Bonus points with evidence and approver; empty if none")
            List<Bonus> bonuses,

            @Schema(description = "Violations by the table of deductions; empty if none")
            List<Deduction> deductions,

            @Schema(description = "Converted products; empty where the rule set counts none")
            List<Product> products,

            @Schema(
                    type = SchemaType.OBJECT,
                    description =
                            "Factors d (from unit.grades or unit.setting), đ (organisation) and e (unity) of a leader; null if none",
                    nullable = true)
            @Nullable
            LeaderFactors factors,

            @Schema(description = "Level of the unit, for its head; null if not known", nullable = true) @Nullable
            Grade unitGrade,

            @Schema(description = "Disciplinary decisions that may take effect in the period; empty if none")
            List<Discipline> disciplines,

            @Schema(
                    description =
                            "Points of the supporting channels; they count with the weight of the channel, as a rule 0")
            List<Advice> advice) {
        static final Extras NONE = new Extras(List.of(), List.of(), List.of(), null, null, List.of(), List.of());

        /** Sheets that were kept before there were channels have none. */
        @SuppressWarnings("ConstantValue")
        Extras {
            advice = advice == null ? List.of() : List.copyOf(advice);
        }

        /** The same with what the person answers for now, in the place of what it was. */
        Extras charged(List<Deduction> charges) {
            var all = new ArrayList<>(
                    deductions.stream().filter(each -> each.charge() == null).toList());
            all.addAll(charges);
            return new Extras(bonuses, all, products, factors, unitGrade, disciplines, advice);
        }

        /** What the person answers for in it. */
        List<Deduction> charges() {
            return deductions.stream().filter(each -> each.charge() != null).toList();
        }

        Extras advised(List<Advice> given) {
            return new Extras(bonuses, deductions, products, factors, unitGrade, disciplines, given);
        }
    }

    /**
     * The decision.
     *
     * @param presenceDays real working time, half days count
     * @param notRated null unless the outcome is NOT_RATED
     * @param value null unless the outcome is RATED
     * @param digest SHA-256 of the explanation, hexadecimal
     */
    record Result(
            BigDecimal presenceDays,
            Score.Outcome outcome,
            @Nullable NotRatedReason notRated,
            @Nullable Value value,
            String digest,
            Decided decided) {}

    /**
     * Points 0-100 and grades.
     *
     * @param grade decided; the computed one or a lower one
     */
    record Value(BigDecimal points, Grade gradeByPoints, Grade grade) {}

    /**
     * Who decided.
     *
     * @param number of the decision; null if none was written
     * @param collective that decided under who acts; null for a single person
     * @param minutes of the collective; null without one
     */
    record Decided(
            String by,
            Instant at,
            @Nullable String number,
            @Nullable String collective,
            @Nullable String minutes) {}

    /**
     * Place in the chain of corrections.
     *
     * @param number from 1
     * @param supersedes the revision before; null for the first
     * @param supersededAt null for the living one
     */
    record Revision(
            int number, @Nullable UUID supersedes, @Nullable Instant supersededAt) {}

    /** The same after a step; whatever was decided before no longer stands. */
    EvaluationSheet at(SheetState next, Content left) {
        return new EvaluationSheet(
                id,
                closingId,
                period,
                person,
                ruleSetId,
                templateId,
                next,
                left,
                workingDays,
                null,
                publishedAt,
                revision,
                rowVersion);
    }

    /** The same, decided. */
    EvaluationSheet decided(Content left, Result decision) {
        return new EvaluationSheet(
                id,
                closingId,
                period,
                person,
                ruleSetId,
                templateId,
                SheetState.DECIDED,
                left,
                workingDays,
                decision,
                publishedAt,
                revision,
                rowVersion);
    }

    /** The next revision of a told result, in the same state. */
    EvaluationSheet corrected(UUID newId, Content left, Result decision, Instant at) {
        return new EvaluationSheet(
                newId,
                closingId,
                period,
                person,
                ruleSetId,
                templateId,
                state,
                left,
                workingDays,
                decision,
                at,
                new Revision(revision.number() + 1, id, null),
                1);
    }
}
