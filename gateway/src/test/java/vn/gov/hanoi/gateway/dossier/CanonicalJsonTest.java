package vn.gov.hanoi.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":1,\"a\":{\"d\":[true,null],\"c\":\"x\"}} | {\"a\":{\"c\":\"x\",\"d\":[true,null]},\"b\":1}",
                "{ \"a\" : [ ] , \"A\" : { } } | {\"A\":{},\"a\":[]}",
                "{\"points\":79.5000} | {\"points\":\"79.5000\"}",
                "{\"points\":1e-3,\"vnd\":9007199254740993} | {\"points\":\"0.001\",\"vnd\":9007199254740993}",
                "[\"Nguy\\u1ec5n\",\"\\/\",\"\\u000f\",\"\\n\",\"\\\"\"] | [\"Nguyễn\",\"/\",\"\\u000f\",\"\\n\",\"\\\"\"]"
            })
    void shouldWriteOneFormOnly(String given, String expected) throws IOException {
        // When
        var bytes = CanonicalJson.bytes(PartReader.JSON.readTree(given));

        // Then
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Test
    void shouldSortNamesByTheirUtf16Units() throws IOException {
        // Given
        var json = PartReader.JSON.readTree("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"1\":4,\"\\r\":5}");

        // When
        var text = new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);

        // Then
        assertThat(text).isEqualTo("{\"\\r\":5,\"1\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
    }
}
