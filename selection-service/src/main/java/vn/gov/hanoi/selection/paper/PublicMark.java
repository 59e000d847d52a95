package vn.gov.hanoi.selection.paper;

import java.util.List;

/**
 * A mark as everybody may check it; it names no person.
 *
 * @param code of the script
 * @param phase MARKING or REMARKING; the mark of the later one counts
 * @param mean of the sheets by the rule of the round, before deductions; exact
 * @param deductionPercent for violations in the room, 0..100
 * @param points after deductions; two decimals
 */
public record PublicMark(
        String code, String phase, String mean, int deductionPercent, String points, List<PublicSheet> sheets) {
    public PublicMark {
        sheets = List.copyOf(sheets);
    }

    /**
     * A sealed sheet, opened.
     *
     * @param sheet canonical JSON over which the commitment was made; it names the code of the script, the marking and the turn
     * @param salt told now
     * @param digest told when it was sealed
     */
    public record PublicSheet(String sheet, String total, String salt, String digest) {}
}
