package vn.gov.hanoi.training.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a group did; all but the number in percent of the maximum of the criterion, scale 4, half up. */
@Schema(name = "EffectFigures", description = "Means of a group before and after, in percent of the maximum")
record EffectFigures(
        @Schema(description = "People with results before and after", examples = "12")
        int people,

        @Schema(description = "Mean before, 0-100, scale 4", examples = "42.5000")
        BigDecimal meanBefore,

        @Schema(description = "Mean after, 0-100, scale 4", examples = "61.0000")
        BigDecimal meanAfter,

        @Schema(description = "Mean of the differences, scale 4", examples = "18.5000")
        BigDecimal meanDifference,

        @Schema(description = "People who are better than before, in percent, scale 4", examples = "83.3333")
        BigDecimal improvedPercent,

        @Schema(description = "Lower end of the interval of the mean difference, scale 4", examples = "9.2501")
        BigDecimal differenceFrom,

        @Schema(description = "Upper end of it, scale 4", examples = "27.7499")
        BigDecimal differenceTo) {
    private static final int SCALE = 4;

    static BigDecimal shown(BigDecimal exact) {
        return exact.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
