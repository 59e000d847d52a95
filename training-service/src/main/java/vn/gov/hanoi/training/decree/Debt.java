package vn.gov.hanoi.training.decree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.training.decree.DegreeRules.Formula;
import vn.gov.hanoi.training.decree.DegreeRules.TriggerRule;

/**
 * What is to be paid back, with everything that led to it.
 *
 * @param ruleSet id and version of the data
 * @param legalBasis number of the decree of the sending
 * @param confidence of the formula: LAW or ASSUMED
 * @param rounding how the one division was rounded to whole đồng
 * @param amountVnd in đồng, from 0 to the cost
 * @param digest SHA-256 of the rest as JSON with sorted names, hexadecimal
 */
public record Debt(
        String ruleSet,
        String legalBasis,
        Trigger trigger,
        Formula formula,
        String confidence,
        Loss loss,
        List<Step> steps,
        String rounding,
        long amountVnd,
        String digest) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public Debt {
        steps = List.copyOf(steps);
    }

    /**
     * The inputs.
     *
     * @param costVnd F: tuition and other course costs in đồng, without salary and allowances
     * @param committedMonths T1: promised service
     * @param servedMonths T2: service that was done, in whole months
     * @param earlierYears full years of service before the training; 0 if none counts
     * @param priority whether the higher reduction counts
     */
    public record Loss(long costVnd, int committedMonths, int servedMonths, int earlierYears, boolean priority) {}

    /** @param value a whole number or a decimal, as text */
    public record Step(String code, String value) {}

    /** The debt by the rules of a decree. S = F / T1 x (T1 - T2), never below zero (legal_check). */
    public static Debt of(DegreeRules rules, String decree, TriggerRule trigger, Loss loss) {
        var compensation = rules.compensation(decree);
        var steps = new ArrayList<Step>();
        var exact = BigDecimal.valueOf(loss.costVnd());
        var divisor = BigDecimal.ONE;
        if (trigger.formula() == Formula.PROPORTIONAL) {
            int left = Math.max(0, loss.committedMonths() - loss.servedMonths());
            steps.add(new Step("REMAINING_MONTHS", String.valueOf(left)));
            exact = exact.multiply(BigDecimal.valueOf(left));
            divisor = BigDecimal.valueOf(loss.committedMonths());
        }
        var percent = percent(compensation.reductions(), loss);
        if (percent.signum() > 0) {
            steps.add(new Step("REDUCTION_PERCENT", percent.toPlainString()));
            exact = exact.multiply(HUNDRED.subtract(percent).max(BigDecimal.ZERO));
            divisor = divisor.multiply(HUNDRED);
        }
        var amount = new Money(exact.divide(divisor, 0, compensation.rounding()).longValueExact());
        steps.add(new Step("ROUNDED_TO_DONG", String.valueOf(amount.dong())));
        var open = new Debt(
                rules.id() + " " + rules.version(),
                rules.number(decree),
                trigger.code(),
                trigger.formula(),
                trigger.confidence(),
                loss,
                steps,
                compensation.rounding().name(),
                amount.dong(),
                "");
        return open.sealed();
    }

    private static BigDecimal percent(DegreeRules.Reductions reductions, Loss loss) {
        if (!reductions.active()) {
            return BigDecimal.ZERO;
        }
        var yearly = loss.priority() ? reductions.percentPerYearPriority() : reductions.percentPerYear();
        return yearly.multiply(BigDecimal.valueOf(loss.earlierYears())).min(HUNDRED);
    }

    private Debt sealed() {
        return new Debt(
                ruleSet,
                legalBasis,
                trigger,
                formula,
                confidence,
                loss,
                steps,
                rounding,
                amountVnd,
                digestOf(content()));
    }

    private Map<String, Object> content() {
        var content = new TreeMap<String, Object>();
        content.put("ruleSet", ruleSet);
        content.put("legalBasis", legalBasis);
        content.put("trigger", trigger);
        content.put("formula", formula);
        content.put("confidence", confidence);
        content.put("loss", loss);
        content.put("steps", steps);
        content.put("rounding", rounding);
        content.put("amountVnd", amountVnd);
        return content;
    }

    private static String digestOf(Map<String, Object> content) {
        try {
            var text = CANONICAL.writeValueAsString(content);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("digest cannot be computed", e);
        }
    }
}
