package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People heaped just above the points of a grade: the first strip above the threshold against strips of the same width a fixed distance below
 * and above. Where the density is a line, a third of the people of the three strips stand in the first, however steep it is; strips a whole
 * point apart hold as many of the whole and half points that people like to give. Pure.
 *
 * <p>A person counts once in each strip, however many months stand there, since the months of a person are not independent.
 */
final class BunchingCheck {
    private final Limits limits;
    private final BigDecimal fairShare;

    /** @param fairShare greatest share, above 0 and below 1, that a smooth density puts into the first strip */
    BunchingCheck(Limits limits, BigDecimal fairShare) {
        this.limits = limits;
        this.fairShare = fairShare;
    }

    /**
     * People of an agency near a threshold.
     *
     * @param above people with a result in the first strip above the threshold
     * @param beside people with a result in the strips beside it, counted in each
     */
    record Strips(UUID unitId, Flag.Standard standard, int above, int beside, List<YearMonth> months) {}

    Findings check(List<Strips> all) {
        var flags = new ArrayList<Flag>();
        int tested = 0;
        for (var strips : all) {
            if (strips.above() + strips.beside() >= limits.results()) {
                tested++;
                var flag = flag(strips);
                if (flag != null) {
                    flags.add(flag);
                }
            }
        }
        return new Findings(FlagKind.BUNCHING, flags, tested, all.size() - tested);
    }

    private @Nullable Flag flag(Strips strips) {
        int people = strips.above() + strips.beside();
        var probability = Probabilities.atLeast(strips.above(), people, fairShare);
        if (!limits.flags(probability)) {
            return null;
        }
        var above = BigDecimal.valueOf(strips.above());
        return new Flag(
                FlagKind.BUNCHING,
                strips.unitId(),
                null,
                null,
                strips.standard(),
                strips.months(),
                new Flag.Numbers(
                        people,
                        2,
                        above.divide(BigDecimal.valueOf(people), MathContext.DECIMAL128),
                        fairShare,
                        above,
                        probability));
    }
}
