package vn.gov.hanoi.selection.ruleset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How councils and boards are composed, in force on one day; sources and marks stand beside the values in selection_defaults.
 *
 * @param minimum fewest members of a council
 * @param maximum most members of a council
 * @param odd whether the number of members of a council must be odd
 * @param quorumParts share of the members that must be present: this many of {@code quorumOf}, rounded up
 * @param quorumOf see {@code quorumParts}; not zero
 * @param secretaryFromPersonnel whether the secretary is one of the personnel officers of the round
 * @param chairFromUnitOrAbove whether the main post of the chair is in the unit of the round or above it
 * @param boardMinimum fewest members by name of the board
 * @param boardMaximum most members of a board
 * @param incompatible pairs "A:B" of bodies, or PERSONNEL, in which one person does not act both
 * @param judgeMonths months in which having judged a candidate's work is a conflict
 * @param waivable grounds of conflict that a decision can set aside
 */
public record PanelRules(
        int minimum,
        int maximum,
        boolean odd,
        int quorumParts,
        int quorumOf,
        boolean secretaryFromPersonnel,
        boolean chairFromUnitOrAbove,
        Map<String, Integer> boardMinimum,
        int boardMaximum,
        Set<String> incompatible,
        int judgeMonths,
        Set<String> waivable) {
    private static final List<String> CODES = List.of(
            "COUNCIL_MINIMUM",
            "COUNCIL_MAXIMUM",
            "COUNCIL_ODD",
            "COUNCIL_QUORUM",
            "COUNCIL_SECRETARY",
            "COUNCIL_CHAIR",
            "BOARD_MINIMUM",
            "BOARD_MAXIMUM",
            "INCOMPATIBLE",
            "CONFLICT_JUDGE_MONTHS",
            "CONFLICT_WAIVABLE");

    public PanelRules {
        boardMinimum = Map.copyOf(boardMinimum);
        incompatible = Set.copyOf(incompatible);
        waivable = Set.copyOf(waivable);
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(CODES);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static PanelRules from(Map<String, String> values) {
        var quorum = text(values, "COUNCIL_QUORUM").split("/", 2);
        return new PanelRules(
                number(values, "COUNCIL_MINIMUM"),
                number(values, "COUNCIL_MAXIMUM"),
                Boolean.parseBoolean(text(values, "COUNCIL_ODD")),
                Integer.parseInt(quorum[0]),
                Integer.parseInt(quorum[1]),
                text(values, "COUNCIL_SECRETARY").equals("PERSONNEL"),
                text(values, "COUNCIL_CHAIR").equals("UNIT_OR_ABOVE"),
                Arrays.stream(text(values, "BOARD_MINIMUM").split(","))
                        .map(each -> each.split(":", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> Integer.valueOf(each[1]))),
                number(values, "BOARD_MAXIMUM"),
                Set.of(text(values, "INCOMPATIBLE").split(",")),
                number(values, "CONFLICT_JUDGE_MONTHS"),
                Set.of(text(values, "CONFLICT_WAIVABLE").split(",")));
    }

    /** How many of the members of a council must be present. */
    public int quorum(int members) {
        return Math.ceilDiv(Math.multiplyExact(members, quorumParts), quorumOf);
    }

    /** Whether a council may have this many members. */
    public boolean allowsCouncilOf(int members) {
        return members >= minimum && members <= maximum && (!odd || members % 2 == 1);
    }

    /** Fewest members of a board. */
    public int minimumOf(String board) {
        return Objects.requireNonNull(boardMinimum.get(board), board);
    }

    /** Whether one person must not act in both. */
    public boolean excludes(String one, String other) {
        return incompatible.contains(one + ":" + other) || incompatible.contains(other + ":" + one);
    }

    private static int number(Map<String, String> values, String code) {
        return Integer.parseInt(text(values, code));
    }

    private static String text(Map<String, String> values, String code) {
        return Objects.requireNonNull(values.get(code), code);
    }
}
