package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rules of the defence and of the result in force on one day; sources and marks stand beside the values in selection_defaults.
 *
 * @param passMark least mean of the defence to pass, 0..100
 * @param presentationMinutes longest presentation
 * @param questionMinutes longest questioning after it
 * @param spreadRange points between the highest and the lowest sheet above which the chair reviews
 * @param spreadMedian points between a sheet and the median above which the chair reviews
 * @param ranking what candidates are ranked by
 * @param ties what decides between equal totals, in this order
 * @param withdrawal what happens if one is left after somebody has withdrawn between the rounds
 * @param scheme code of the criteria of the sheets
 */
public record DefenceRules(
        BigDecimal passMark,
        int presentationMinutes,
        int questionMinutes,
        BigDecimal spreadRange,
        BigDecimal spreadMedian,
        RankingRule ranking,
        List<TieKey> ties,
        WithdrawalRule withdrawal,
        String scheme) {
    private static final List<String> CODES = List.of(
            "DEFENCE_PASS_MARK",
            "DEFENCE_PRESENTATION_MINUTES",
            "DEFENCE_QUESTION_MINUTES",
            "DEFENCE_SPREAD_RANGE",
            "DEFENCE_SPREAD_MEDIAN",
            "RANKING_RULE",
            "TIE_RULE",
            "WITHDRAWAL_RULE",
            "DEFENCE_SCHEME");

    public DefenceRules {
        ties = List.copyOf(ties);
        if (!ties.contains(TieKey.COUNCIL)) {
            throw new IllegalArgumentException("somebody must be able to decide between equal candidates");
        }
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(CODES);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static DefenceRules from(Map<String, String> values) {
        return new DefenceRules(
                new BigDecimal(value(values, "DEFENCE_PASS_MARK")),
                Integer.parseInt(value(values, "DEFENCE_PRESENTATION_MINUTES")),
                Integer.parseInt(value(values, "DEFENCE_QUESTION_MINUTES")),
                new BigDecimal(value(values, "DEFENCE_SPREAD_RANGE")),
                new BigDecimal(value(values, "DEFENCE_SPREAD_MEDIAN")),
                RankingRule.valueOf(value(values, "RANKING_RULE")),
                Arrays.stream(value(values, "TIE_RULE").split(","))
                        .map(TieKey::valueOf)
                        .toList(),
                WithdrawalRule.valueOf(value(values, "WITHDRAWAL_RULE")),
                value(values, "DEFENCE_SCHEME"));
    }

    /** From the start of a defence to the start of the next. */
    public Duration slot() {
        return Duration.ofMinutes(presentationMinutes + (long) questionMinutes);
    }

    private static String value(Map<String, String> values, String code) {
        return Objects.requireNonNull(values.get(code), code);
    }
}
