package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/** How inputs of the formula are written into columns: exact decimals, days as text. */
final class SheetJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SheetJson() {}

    static @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inputs of a sheet cannot be written", e);
        }
    }

    static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("inputs of a sheet cannot be read", e);
        }
    }

    /** A value as answers show it: what there is none of is absent. */
    static @Nullable JsonNode shown(@Nullable Object value) {
        return value == null ? null : JSON.valueToTree(value);
    }

    /** Whether two values say the same; numbers by their value, so that 1.5 is 1.50. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return JSON.<JsonNode>valueToTree(one)
                .equals(
                        (a, b) -> a.isNumber() && b.isNumber()
                                ? a.decimalValue().compareTo(b.decimalValue())
                                : a.equals(b) ? 0 : 1,
                        JSON.<JsonNode>valueToTree(other));
    }
}
