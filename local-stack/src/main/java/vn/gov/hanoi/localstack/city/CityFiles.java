package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the JSON files of the resource folder city-2020, strictly: a misspelt property stops the load instead of being ignored. */
final class CityFiles {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private CityFiles() {}

    static <T> T read(String file, Class<T> type) {
        try (var stream = CityFiles.class.getResourceAsStream("/city-2020/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("city-2020/" + file + " is missing from the program");
            }
            return STRICT.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException("city-2020/" + file + " cannot be read", e);
        }
    }
}
