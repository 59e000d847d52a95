package vn.gov.hanoi.training.quality;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.training.course.ClassRules.Basis;
import vn.gov.hanoi.training.course.ClassRules.Check;
import vn.gov.hanoi.training.course.ClassRules.Names;

/**
 * Forms of quality evaluation as they are written down. Circular 10/2017 of 29/12/2017: six objects; the days are City practice.
 *
 * @param leastAnswers results of fewer are not shown
 * @param choices from the worst to the best
 */
record QualityRules(
        String id,
        int version,
        Names title,
        List<Basis> legalBasis,
        Check legalCheck,
        int leastAnswers,
        List<Choice> choices,
        List<ObjectText> objects,
        List<Form> forms) {
    private static final String FILE = "/classes/VN-QUALITY.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .build();
    private static final QualityRules SHIPPED = read();

    QualityRules {
        var known = objects.stream().map(ObjectText::code).toList();
        for (var form : forms) {
            for (var question : form.questions()) {
                if (!known.contains(question.object())) {
                    throw new IllegalArgumentException("question about nothing: " + question.code());
                }
            }
        }
    }

    /** Who is asked. */
    enum Kind {
        LEARNERS,
        MANAGERS
    }

    /** An answer that can be chosen. */
    record Choice(int value, Names names) {}

    /** One of the six objects. */
    record ObjectText(String code, Names names) {}

    /**
     * What is asked of whom.
     *
     * @param opensAfter from the last class day to the first day of answers
     * @param closesAfter from the last class day to the last day of answers
     */
    record Form(Kind kind, Period opensAfter, Period closesAfter, List<Question> questions) {}

    /** @param object code of the object it is about */
    record Question(String code, String object, Names names) {}

    static QualityRules shipped() {
        return SHIPPED;
    }

    Form form(Kind kind) {
        return forms.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static QualityRules read() {
        try (var file = Objects.requireNonNull(QualityRules.class.getResourceAsStream(FILE))) {
            return YAML.readValue(file, QualityRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
