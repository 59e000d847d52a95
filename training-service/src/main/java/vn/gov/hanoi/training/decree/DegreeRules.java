package vn.gov.hanoi.training.decree;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decrees as they are written down. Decree 101/2017 of 01/09/2017 and Decree 171/2025 of 30/06/2025 (legal_check).
 *
 * @param rules of one category and level at most one on a day
 * @param compensation one entry for each decree of the rules
 */
public record DegreeRules(
        String id,
        int version,
        Names title,
        List<Basis> legalBasis,
        Check legalCheck,
        List<Code> levels,
        List<Code> costItems,
        List<Reason> reasons,
        List<ConditionText> conditions,
        List<Rule> rules,
        List<Compensation> compensation) {
    private static final String FILE = "/degrees/VN-DEGREE.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final DegreeRules SHIPPED = read();

    public DegreeRules {
        var decrees = codes(legalBasis, Basis::key);
        var known = codes(conditions, text -> text.code().name());
        Stream.of(
                        conditions.stream().map(ConditionText::basis),
                        rules.stream().map(Rule::decree),
                        compensation.stream().map(Compensation::decree))
                .flatMap(Function.identity())
                .filter(key -> !decrees.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("rests on nothing: " + key);
                });
        rules.forEach(rule -> rule.conditions().stream()
                .filter(code -> !known.contains(code.name()))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("condition without a text: " + code);
                }));
    }

    /** A text in both languages. */
    public record Names(String vi, String en) {}

    /** A law on which entries rest. */
    public record Basis(String key, String number, LocalDate signedOn) {}

    /** Who confirmed the entries; null while nobody has. */
    public record Check(@Nullable String by, @Nullable LocalDate date, String note) {}

    /** An entry of a list. */
    public record Code(String code, Names names) {}

    /** @param acts what it may be a reason for */
    public record Reason(String code, Set<String> acts, Names names) {}

    /**
     * A condition.
     *
     * @param waivable whether somebody may be sent without it, by a decision
     * @param confidence LAW or ASSUMED
     */
    public record ConditionText(Condition.Code code, boolean waivable, String basis, String confidence, Names names) {}

    /**
     * Who may be sent to what.
     *
     * @param validFrom first day of sending for which it counts
     * @param validTo first day for which it counts no more; null while it goes on
     */
    public record Rule(
            String code,
            String decree,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String confidence,
            Set<String> categories,
            Set<String> levels,
            List<Condition.Code> conditions,
            Limits limits,
            Terms commitment) {
        boolean countsFor(String category, String level, LocalDate day) {
            return categories.contains(category)
                    && levels.contains(level)
                    && !day.isBefore(validFrom)
                    && (validTo == null || day.isBefore(validTo));
        }
    }

    /**
     * Numbers of a rule.
     *
     * @param seniorityMonths least months of service without probation
     * @param longestProbationMonths longest probation; what service is at least if only the first post is known
     * @param goodYears years before that of the sending that must be good
     * @param goodLevels annual levels that are good
     * @param oldestAge full years on the day of the first sending, inclusive
     */
    public record Limits(
            int seniorityMonths, int longestProbationMonths, int goodYears, Set<String> goodLevels, int oldestAge) {}

    /**
     * The promise of service.
     *
     * @param factor months of service for each month of study
     * @param leastMonths of service, however short the study was
     * @param studyMonths how a begun month of study counts
     * @param servedMonths how a begun month of service counts
     */
    public record Terms(int factor, int leastMonths, MonthRounding studyMonths, MonthRounding servedMonths) {
        /** Months of service for a study from the first to the last day, inclusive. */
        public int months(LocalDate first, LocalDate last) {
            return Math.max(leastMonths, Math.multiplyExact(factor, studied(first, last)));
        }

        public int studied(LocalDate first, LocalDate last) {
            return studyMonths.months(first, last.plusDays(1));
        }
    }

    /**
     * What is paid back.
     *
     * @param triggers what leads to a debt; what is not named leads to none
     * @param exemptions grounds on which nothing is paid
     * @param payableDays days after the decision
     * @param latestInstalmentDays last day of an instalment, in days after the decision
     * @param rounding to whole đồng
     */
    public record Compensation(
            String decree,
            List<TriggerRule> triggers,
            Set<String> exemptions,
            int payableDays,
            int latestInstalmentDays,
            RoundingMode rounding,
            Reductions reductions) {
        public Optional<TriggerRule> trigger(Trigger code) {
            return triggers.stream().filter(each -> each.code() == code).findFirst();
        }
    }

    public record TriggerRule(Trigger code, Formula formula, String confidence) {}

    /** How a debt is computed: all of it, or F / T1 x (T1 - T2). */
    public enum Formula {
        FULL,
        PROPORTIONAL
    }

    /** Percent of the debt for each full year of earlier service; the higher one for women and ethnic minorities. */
    public record Reductions(boolean active, BigDecimal percentPerYear, BigDecimal percentPerYearPriority) {}

    /** The rules that are shipped with the service. */
    public static DegreeRules shipped() {
        return SHIPPED;
    }

    /** The rule for who is sent on the day; empty if no decree lets the category be sent to the level. */
    public Optional<Rule> rule(String category, String level, LocalDate sentOn) {
        return rules.stream()
                .filter(rule -> rule.countsFor(category, level, sentOn))
                .findFirst();
    }

    public Rule rule(String code) {
        return rules.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public Compensation compensation(String decree) {
        return compensation.stream()
                .filter(each -> each.decree().equals(decree))
                .findFirst()
                .orElseThrow();
    }

    /** Number of a law, for example 171/2025/NĐ-CP. */
    public String number(String key) {
        return legalBasis.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .number();
    }

    public ConditionText text(Condition.Code code) {
        return conditions.stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the code is a reason for the act. */
    public boolean isReason(String code, String act) {
        return reasons.stream()
                .anyMatch(each -> each.code().equals(code) && each.acts().contains(act));
    }

    public boolean knowsLevel(String code) {
        return codes(levels, Code::code).contains(code);
    }

    public boolean knowsCostItem(String code) {
        return codes(costItems, Code::code).contains(code);
    }

    private static <T> List<String> codes(List<T> entries, Function<T, String> code) {
        return entries.stream().map(code).toList();
    }

    private static DegreeRules read() {
        try (var file = Objects.requireNonNull(DegreeRules.class.getResourceAsStream(FILE))) {
            return YAML.readValue(file, DegreeRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
