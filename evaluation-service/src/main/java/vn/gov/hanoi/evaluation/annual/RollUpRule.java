package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.util.List;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Source;

/**
 * What the months and quarters mean for the year.
 *
 * @param use whether the mean is the year's score or only a hint
 * @param bands best first; the last begins at 0
 */
record RollUpRule(Use use, List<Band> bands, Source source) {
    RollUpRule {
        bands = List.copyOf(bands);
        for (int i = 0; i < Grade.values().length; i++) {
            if (bands.size() != Grade.values().length || bands.get(i).grade() != Grade.values()[i]) {
                throw new IllegalArgumentException("bands are not those of all levels, best first: " + bands);
            }
        }
    }

    enum Use {
        /** Before 2026 no formula is prescribed: counts and mean suggest, the authority decides. */
        SUGGESTION,
        /** The mean is the score of the year (Decree 335/2025, art. 21). */
        SCORE
    }

    /** @param from lowest points of the level, inclusive */
    record Band(Grade grade, BigDecimal from) {}

    Grade gradeOf(Evidence.Quotient mean) {
        return bands.stream()
                .filter(band -> mean.compareTo(band.from()) >= 0)
                .map(Band::grade)
                .findFirst()
                .orElse(Grade.D);
    }
}
