package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Tiêu chí thành phần: a sub-criterion of a template.
 *
 * @param code for example {@code I.1}; unique in the rule set
 * @param maxima most points by sheet, 0-100, scale 4; a sheet that is not named does not have the criterion
 */
public record Criterion(String code, Title title, Map<SheetKind, BigDecimal> maxima) {
    public Criterion {
        maxima = Map.copyOf(maxima);
    }
}
