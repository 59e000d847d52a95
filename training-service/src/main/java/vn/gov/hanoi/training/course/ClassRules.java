package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Code lists of classes as they are written down: categories of personnel, reasons of acts, conditions of learners, marks of attendance.
 * Decree 101/2017 of 01/09/2017 and those that amended it; what is City practice carries confidence ASSUMED.
 */
public record ClassRules(
        String id,
        int version,
        Names title,
        List<Basis> legalBasis,
        Check legalCheck,
        List<Category> categories,
        List<Reason> reasons,
        List<ConditionText> conditions,
        List<AttendanceMark> attendance) {
    private static final String FILE = "/classes/VN-CLASSES.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final ClassRules SHIPPED = read();

    public ClassRules {
        var keys = legalBasis.stream().map(Basis::key).toList();
        conditions.forEach(each -> {
            if (!keys.contains(each.basis())) {
                throw new IllegalArgumentException("condition rests on nothing: " + each.code());
            }
        });
        distinct(categories, Category::code);
        distinct(reasons, Reason::code);
        distinct(conditions, ConditionText::code);
        distinct(attendance, AttendanceMark::code);
    }

    /** A text in both languages. */
    public record Names(String vi, String en) {}

    /** A law on which entries rest. */
    public record Basis(String key, String number, LocalDate signedOn) {}

    /** Who confirmed the entries; null while nobody has. */
    public record Check(@Nullable String by, @Nullable LocalDate date, String note) {}

    /** Category of personnel. */
    public record Category(String code, Names names) {}

    /** @param acts what it may be a reason for: CANCEL, REJECT, WITHDRAW */
    public record Reason(String code, Names names, Set<String> acts) {}

    /**
     * A condition of a learner.
     *
     * @param basis key of the law
     * @param confidence LAW or ASSUMED
     */
    public record ConditionText(String code, String basis, String confidence, Names names) {}

    /** @param counts whether the hours of the day count as attended */
    public record AttendanceMark(String code, boolean counts, Names names) {}

    /** The list that is shipped with the service. */
    public static ClassRules shipped() {
        return SHIPPED;
    }

    public boolean knowsCategory(String code) {
        return categories.stream().anyMatch(each -> each.code().equals(code));
    }

    /** Whether the code is a reason for the act. */
    public boolean isReason(String code, String act) {
        return reasons.stream()
                .anyMatch(each -> each.code().equals(code) && each.acts().contains(act));
    }

    public Optional<AttendanceMark> mark(String code) {
        return attendance.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static <T> void distinct(List<T> entries, Function<T, String> code) {
        var seen = new HashSet<String>();
        entries.forEach(each -> {
            if (!seen.add(code.apply(each))) {
                throw new IllegalArgumentException("code twice: " + code.apply(each));
            }
        });
    }

    private static ClassRules read() {
        try (var file = Objects.requireNonNull(ClassRules.class.getResourceAsStream(FILE))) {
            return YAML.readValue(file, ClassRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
