package vn.gov.hanoi.selection.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;
import vn.gov.hanoi.selection.ruleset.RankingRule;
import vn.gov.hanoi.selection.ruleset.TieKey;

/**
 * What everybody may know of the defences and the result of a round, with what proves it. No names: candidates are codes, members nobody.
 *
 * @param ranking the rule of ranking
 * @param ties what decides between equal totals, in this order
 * @param passMark least mean of the defence to pass; the mean is compared exactly, as sum and number of sheets
 * @param posts results by post
 */
public record PublicPart(
        Draw draw,
        List<Sheet> sheets,
        RankingRule ranking,
        List<TieKey> ties,
        BigDecimal passMark,
        List<PostPart> posts) {

    /**
     * The lot. Before it was known who defends, {@code commitment} was made: SHA-256 over the bytes of {@code salt} and the canonical JSON
     * {@code {"codes":[..],"seed":".."}} with the codes in ascending order.
     *
     * @param seed 32 bytes in hexadecimal
     * @param codes all codes that were given, ascending
     * @param order codes of those who were drawn, ascending by SHA-256 over the bytes of the seed and the code in UTF-8
     */
    public record Draw(String commitment, String salt, String seed, List<String> codes, List<String> order) {}

    /**
     * A sealed sheet. {@code commitment} is SHA-256 over the bytes of {@code salt} and the canonical JSON
     * {@code {"code":"..","marks":{..},"sheet":"..","total":".."}}.
     *
     * @param id random id of the sheet; it tells no member
     * @param code of the candidate
     * @param marks points by criterion, texts with two decimals
     * @param total their sum, a text with two decimals
     */
    public record Sheet(
            UUID id, String code, Map<String, String> marks, String total, String salt, String commitment) {}

    /** The result of a post. @param tie codes in the order that the council decided; empty if it had nothing to decide */
    public record PostPart(UUID vacancyId, List<Line> lines, List<String> tie) {}

    /**
     * A candidate of a post.
     *
     * @param rank dense, from 1; null without one
     * @param written final written mark; null if there is none
     * @param sum of the sheets; null without a defence
     * @param count number of the sheets
     * @param project mean, told with two decimals
     * @param total what the rank goes by, told with two decimals; null without a rank
     * @param separatedBy what puts the candidate behind the one before; null without a rank
     */
    public record Line(
            String code,
            Outcome outcome,
            @Nullable Integer rank,
            @Nullable BigDecimal written,
            @Nullable BigDecimal sum,
            int count,
            @Nullable BigDecimal project,
            @Nullable BigDecimal total,
            @Nullable SeparatedBy separatedBy) {}
}
