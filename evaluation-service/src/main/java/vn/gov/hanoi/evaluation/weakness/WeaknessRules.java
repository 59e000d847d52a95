package vn.gov.hanoi.evaluation.weakness;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * When a criterion is weak, as it is written down.
 *
 * @param effectiveTo first day on which it no longer holds; null if open
 * @param belowShare a mark below this share of the maximum is weak; above 0, at most 1; the share itself is not weak
 * @param measuredMonths months, the weak one among them, in which the criterion is measured; at least 1
 */
record WeaknessRules(
        String id,
        int version,
        Title title,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<LegalBasis> legalBasis,
        LegalCheck legalCheck,
        BigDecimal belowShare,
        int measuredMonths) {
    private static final String FILE = "/weakness/WEAK-CRITERIA.yaml";
    private static final WeaknessRules SHIPPED = read();

    WeaknessRules {
        if (belowShare.signum() <= 0 || belowShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share is not above 0 and at most 1: " + belowShare);
        }
        if (measuredMonths < 1) {
            throw new IllegalArgumentException("no month is measured: " + measuredMonths);
        }
    }

    static WeaknessRules shipped() {
        return SHIPPED;
    }

    /** As events cite it: WEAK-CRITERIA v1. */
    String cited() {
        return id + " v" + version;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }

    private static WeaknessRules read() {
        var yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new JavaTimeModule())
                .build();
        try (var text = Objects.requireNonNull(WeaknessRules.class.getResourceAsStream(FILE), FILE)) {
            return yaml.readValue(text, WeaknessRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
