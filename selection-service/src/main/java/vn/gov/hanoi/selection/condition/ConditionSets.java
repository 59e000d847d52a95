package vn.gov.hanoi.selection.condition;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The sets that are delivered, all versions; once chosen for a post a version stays readable. */
public final class ConditionSets {
    private static final List<String> FILES = List.of("VN-LEADER.yaml", "HN-LEADER-EXTENDED.yaml");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final ConditionSets SHIPPED = new ConditionSets(
            FILES.stream().map(file -> read(file, ConditionSet.class)).toList(),
            read("RETIREMENT-AGES.yaml", RetirementAges.class));

    private final List<ConditionSet> sets;
    private final RetirementAges retirement;

    private ConditionSets(List<ConditionSet> sets, RetirementAges retirement) {
        this.sets = List.copyOf(sets);
        this.retirement = retirement;
    }

    public static ConditionSets shipped() {
        return SHIPPED;
    }

    /** All versions, by code and version. */
    public List<ConditionSet> all() {
        return sets.stream()
                .sorted(Comparator.comparing(ConditionSet::code).thenComparing(ConditionSet::version))
                .toList();
    }

    /** The newest version that may be chosen on a day. */
    public Optional<ConditionSet> on(String code, LocalDate day) {
        return sets.stream()
                .filter(each -> each.code().equals(code) && each.isInForceOn(day))
                .max(Comparator.comparing(ConditionSet::version));
    }

    /** A version that was chosen before. */
    public ConditionSet version(String code, int version) {
        return sets.stream()
                .filter(each -> each.code().equals(code) && each.version() == version)
                .findFirst()
                .orElseThrow();
    }

    public RetirementAges retirement() {
        return retirement;
    }

    private static <T> T read(String name, Class<T> type) {
        try (var file = Objects.requireNonNull(ConditionSets.class.getResourceAsStream("/conditions/" + name), name)) {
            return YAML.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
