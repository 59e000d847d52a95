package vn.gov.hanoi.training.effect;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.training.course.ClassRules.Basis;
import vn.gov.hanoi.training.course.ClassRules.Check;
import vn.gov.hanoi.training.course.ClassRules.Names;

/**
 * How before and after are compared, as it is written down.
 *
 * @param leastPeople figures of fewer are not shown; at least 2
 * @param beforeMonths whole months before the first class day that count
 * @param afterMonths whole months after the last class day that count
 * @param confidencePercent of the interval that the quantiles are for
 * @param quantiles of Student's t, two-sided, by degrees of freedom upwards; the first is for the least people
 */
record EffectRules(
        String id,
        int version,
        Names title,
        List<Basis> legalBasis,
        Check legalCheck,
        int leastPeople,
        int beforeMonths,
        int afterMonths,
        int confidencePercent,
        List<Quantile> quantiles,
        List<Note> notes) {
    private static final String FILE = "/effects/VN-EFFECT.yaml";
    private static final EffectRules SHIPPED = read();

    EffectRules {
        if (leastPeople < 2 || quantiles.getFirst().degrees() > leastPeople - 1) {
            throw new IllegalArgumentException("groups of " + leastPeople + " have no quantile");
        }
    }

    record Quantile(int degrees, BigDecimal t) {}

    /** What whoever reads the figures has to know. */
    record Note(String code, Names texts) {}

    static EffectRules shipped() {
        return SHIPPED;
    }

    /** @param degrees of freedom, not fewer than the first row has; between two rows that of the lower, which is wider */
    BigDecimal quantile(int degrees) {
        return quantiles.stream()
                .filter(each -> each.degrees() <= degrees)
                .reduce((_, last) -> last)
                .orElseThrow()
                .t();
    }

    private static EffectRules read() {
        var yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new JavaTimeModule())
                .build();
        try (var file = Objects.requireNonNull(EffectRules.class.getResourceAsStream(FILE), FILE)) {
            return yaml.readValue(file, EffectRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
