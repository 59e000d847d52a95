package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * The part of YAML that says what JSON says, for documents of any author: no anchors, aliases and tags, no key twice, no second document,
 * no characters that nobody sees, and nothing whose reading could take more than its text.
 */
final class PlainYaml {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 100;
    /** Digits before the point and after it; no point, share or day of a rule set has more. */
    private static final int DIGITS = 9;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final ObjectMapper MAPPER = YAMLMapper.builder(FACTORY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule())
            .build();

    private PlainYaml() {}

    /** Refusal: rule-set.unreadable, with the line and column. An empty text is null. */
    static JsonNode read(String yaml) {
        // A byte order mark is no part of the text.
        var hidden = hiddenCharacter(yaml, yaml.startsWith("\uFEFF") ? 1 : 0);
        if (hidden.isPresent()) {
            var before = yaml.substring(0, hidden.getAsInt());
            int lines = Math.toIntExact(before.chars().filter(c -> c == '\n').count());
            throw unreadable(lines + 1, before.length() - before.lastIndexOf('\n'));
        }
        try {
            refuseWhatIsNotPlain(yaml);
            var document = MAPPER.readTree(yaml);
            return document.isMissingNode() ? NullNode.getInstance() : document;
        } catch (JacksonException e) {
            throw unreadable(e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("a text is no file", e);
        }
    }

    /** A checked part of a document as records. */
    static <T> T convert(JsonNode part, Class<T> type) {
        try {
            return MAPPER.treeToValue(part, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema lets through what the records do not", e);
        }
    }

    private static void refuseWhatIsNotPlain(String yaml) throws IOException {
        try (var parser = FACTORY.createParser(yaml)) {
            try {
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (saysMoreThanJson(parser) || isOdd(parser, token)) {
                        throw unreadable(parser.currentTokenLocation());
                    }
                }
            } catch (StreamConstraintsException _) {
                // It does not say where.
                throw unreadable(parser.currentLocation());
            }
        }
    }

    private static boolean saysMoreThanJson(YAMLParser parser) throws IOException {
        return parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null;
    }

    private static boolean isOdd(YAMLParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case FIELD_NAME ->
                parser.currentName().length() > LONGEST_NAME
                        || hiddenCharacter(parser.currentName(), 0).isPresent();
            case VALUE_STRING -> hiddenCharacter(parser.getText(), 0).isPresent();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> isOddNumber(parser);
            default -> false;
        };
    }

    private static boolean isOddNumber(YAMLParser parser) throws IOException {
        if (parser.isNaN()) {
            return true;
        }
        var number = parser.getDecimalValue();
        return number.scale() > DIGITS || (long) number.precision() - number.scale() > DIGITS;
    }

    /** Place of the first character that a reader of the text cannot see or that changes the order of what is seen. */
    private static OptionalInt hiddenCharacter(String text, int from) {
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isHidden(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Refused unreadable(@Nullable JsonLocation place) {
        return Optional.ofNullable(place)
                .map(known -> unreadable(known.getLineNr(), known.getColumnNr()))
                .orElseGet(() -> unreadable(0, 0));
    }

    private static Refused unreadable(int line, int column) {
        return new Refused(Refusal.of(EvaluationProblem.RULE_SET_UNREADABLE, "line", line, "column", column));
    }
}
