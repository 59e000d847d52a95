package vn.gov.hanoi.selection.ruleset;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member marks in a defence, delivered as YAML; a round keeps the version in force when its plan was approved.
 *
 * @param validTo first day on which it is not chosen any more; null if open
 * @param legalCheck whether a lawyer has still to confirm it
 * @param criteria their most points together are 100: the most points of a criterion are its weight
 */
public record DefenceScheme(
        String code,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String legalBasis,
        boolean legalCheck,
        List<Criterion> criteria) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final List<String> FILES = List.of("HN-DEFENCE.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final List<DefenceScheme> SHIPPED =
            FILES.stream().map(DefenceScheme::read).toList();

    public DefenceScheme {
        criteria = List.copyOf(criteria);
        var codes = new HashSet<String>();
        var most = criteria.stream()
                .peek(each -> codes.add(each.code()))
                .map(Criterion::mostPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (most.compareTo(ALL) != 0 || codes.size() < criteria.size()) {
            throw new IllegalArgumentException(code + ": criteria differ in code and make 100 points");
        }
    }

    /** A criterion. @param mostPoints above 0 */
    public record Criterion(String code, Names names, BigDecimal mostPoints) {}

    /** Its name in both languages. */
    public record Names(String vi, String en) {}

    /** The newest version of a scheme on a day. */
    public static Optional<DefenceScheme> on(String code, LocalDate day) {
        return SHIPPED.stream()
                .filter(each -> each.code.equals(code)
                        && !day.isBefore(each.validFrom)
                        && (each.validTo == null || day.isBefore(each.validTo)))
                .max(Comparator.comparing(DefenceScheme::version));
    }

    private static DefenceScheme read(String file) {
        try (var stream = Objects.requireNonNull(DefenceScheme.class.getResourceAsStream("/defences/" + file), file)) {
            return YAML.readValue(stream, DefenceScheme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
