package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.Window;
import vn.gov.hanoi.evaluation.ruleset.Confidence;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * What inspections can find, what it costs in group I of the month, and in how many days it is remedied, as it is written down. No finding
 * gives a grade: domain rule, criticism without discipline is a deduction and never a D.
 *
 * @param effectiveTo first day on which it no longer holds; null if open
 * @param criteria groups of rule sets, one of which the rules of a month have
 * @param repeatMonths within which the same type in the same unit is a repeat, the day that closes them included
 */
record FindingRules(
        String id,
        int version,
        Title title,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<LegalBasis> legalBasis,
        LegalCheck legalCheck,
        List<String> criteria,
        int remediationDays,
        Again reInspection,
        int repeatMonths,
        List<Type> types) {
    private static final List<String> FILES = List.of("/inspections/FINDING-TYPES.yaml");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final List<FindingRules> SHIPPED =
            FILES.stream().map(FindingRules::read).toList();

    FindingRules {
        for (var type : types) {
            if (legalBasis.stream().noneMatch(basis -> basis.key().equals(type.basis()))) {
                throw new IllegalArgumentException("type rests on nothing: " + type.code());
            }
        }
    }

    @Schema(name = "FindingSeverity")
    enum Severity {
        LESS_SERIOUS,
        SERIOUS,
        VERY_SERIOUS,
        PARTICULARLY_SERIOUS
    }

    /**
     * @param person points off for who did it
     * @param head points off for who was head
     * @param headRepeated points off for who was head when it is a repeat
     * @param days to remedy it; null for those of the document
     */
    record Type(
            String code,
            Title title,
            Severity severity,
            BigDecimal person,
            BigDecimal head,
            BigDecimal headRepeated,
            @Nullable Integer days,
            String basis,
            Confidence confidence) {}

    /** Days after the last day to remedy, in which a re-inspection that nobody ordered may begin. */
    record Again(int afterDays, int withinDays) {}

    /** The document in force on the day of an event. */
    static Optional<FindingRules> on(LocalDate day) {
        return SHIPPED.stream()
                .filter(rules -> !day.isBefore(rules.effectiveFrom)
                        && (rules.effectiveTo == null || day.isBefore(rules.effectiveTo)))
                .findFirst();
    }

    Optional<Type> type(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** As records keep it: FINDING-TYPES v1. */
    String cited() {
        return id + " v" + version;
    }

    LocalDate due(Type type, LocalDate recorded) {
        return recorded.plusDays(type.days() == null ? remediationDays : type.days());
    }

    /** The first day of an earlier event of which one of this day is a repeat; the last one is the day before. */
    LocalDate repeatedSince(LocalDate day) {
        var since = day.minusMonths(repeatMonths);
        // The months of an event on the 31st end on the last day of a shorter month.
        while (!since.minusDays(1).plusMonths(repeatMonths).isBefore(day)) {
            since = since.minusDays(1);
        }
        while (since.plusMonths(repeatMonths).isBefore(day)) {
            since = since.plusDays(1);
        }
        return since;
    }

    /** When a team that the deadline sends may begin. */
    Window again(LocalDate dueOn) {
        return new Window(dueOn.plusDays(1L + reInspection.afterDays()), dueOn.plusDays(reInspection.withinDays()));
    }

    private static FindingRules read(String file) {
        try (var text = Objects.requireNonNull(FindingRules.class.getResourceAsStream(file), file)) {
            return YAML.readValue(text, FindingRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
