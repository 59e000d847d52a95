package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;

/**
 * The marks of one sheet.
 *
 * @param advice scores of extra channels; kept and shown, with the weight of the rule set
 */
public record Sheet(List<Mark> marks, List<Bonus> bonuses, List<Deduction> deductions, List<Advice> advice)
        implements CanonicalJson.Canonical {
    public static final Sheet EMPTY = new Sheet(List.of(), List.of(), List.of(), List.of());

    public Sheet {
        marks = sorted(marks, Comparator.comparing(Mark::criterion));
        bonuses = sorted(bonuses, Comparator.comparing(Bonus::code));
        deductions = sorted(deductions, Comparator.comparing(Deduction::rule).thenComparing(Deduction::violation));
        advice = sorted(advice, Comparator.comparing(Advice::subject).thenComparing(Advice::channel));
    }

    @Override
    public void members(CanonicalJson out) {
        out.member("advice", advice)
                .member("bonuses", bonuses)
                .member("deductions", deductions)
                .member("marks", marks);
    }

    /**
     * Points of a criterion.
     *
     * @param points 0 to the maximum of the criterion, exact; null if not scored, which is not zero
     */
    public record Mark(String criterion, @Nullable BigDecimal points) implements CanonicalJson.Canonical {
        @Override
        public void members(CanonicalJson out) {
            out.member("criterion", criterion);
            if (points != null) {
                out.member("points", points);
            }
        }
    }

    /**
     * Điểm thưởng.
     *
     * @param code names it within the sheet
     * @param points above 0, exact
     * @param evidence references to what proves it
     * @param approver reference to who approved; null if nobody yet
     */
    public record Bonus(
            String code,
            BigDecimal points,
            List<String> evidence,
            @Nullable String approver) {
        public Bonus {
            evidence = sorted(evidence, Comparator.naturalOrder());
        }
    }

    /**
     * Điểm trừ: one violation; the points are those of the table, or of what an inspection found.
     *
     * @param rule code of the deduction, or type of the finding
     * @param violation reference to the finding or record
     * @param charge null for a deduction of the table
     */
    public record Deduction(
            String rule, String violation, @Nullable Charge charge) {
        public Deduction(String rule, String violation) {
            this(rule, violation, null);
        }
    }

    /**
     * What somebody answers for after an inspection. Its points are kept with it, so that the stored inputs say all.
     *
     * @param entry id of the entry of accountability
     * @param group whose points it lowers
     * @param points above 0, exact
     * @param rules document and version that weigh the finding
     * @param waived why the decider takes nothing off; null if it is taken off
     */
    public record Charge(
            UUID entry,
            String group,
            BigDecimal points,
            String rules,
            @Nullable String waived) {}

    /**
     * Score of one more supporting channel.
     *
     * @param subject code of the persons rated in the evaluator matrix
     * @param channel code of the holder there
     * @param points 0-100, exact
     */
    public record Advice(String subject, String channel, BigDecimal points) {}

    static <T> List<T> sorted(List<T> items, Comparator<? super T> order) {
        return items.size() < 2
                ? List.copyOf(items)
                : items.stream().sorted(order).toList();
    }
}
