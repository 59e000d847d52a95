package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper json = mapper();

    enum Colour {
        RED,
        GREEN
    }

    record Request(
            @Nullable String text,
            @Nullable Integer number,
            int plain,
            @Nullable BigDecimal score,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable UUID id,
            @Nullable Colour colour,
            @Nullable List<String> names) {}

    @Test
    void shouldHaveTheLastWordOverQuarkusModules() {
        assertThat(new StrictJson().priority()).isLessThan(ObjectMapperCustomizer.QUARKUS_CUSTOMIZER_PRIORITY);
    }

    @Test
    void shouldReadWhatTheContractSays() throws Exception {
        // When
        var read = json.readValue("""
                {"text":"Sở Nội vụ","number":5,"plain":1,"score":70.05,"flag":true,"day":"2020-03-16",
                 "at":"2020-03-16T01:02:03Z","id":"0190e5c2-0000-7000-8000-000000000001","colour":"RED","names":["a"]}""", Request.class);

        // Then
        assertThat(read)
                .isEqualTo(new Request(
                        "Sở Nội vụ",
                        5,
                        1,
                        new BigDecimal("70.05"),
                        true,
                        LocalDate.of(2020, 3, 16),
                        Instant.parse("2020-03-16T01:02:03Z"),
                        UUID.fromString("0190e5c2-0000-7000-8000-000000000001"),
                        Colour.RED,
                        List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"plain\":1,\"unknown\":1}",
                "{\"plain\":1,\"plain\":1}",
                "{\"plain\":1} {}",
                "{\"plain\":1}]",
                "{\"plain\":null}",
                "{\"plain\":\"1\"}",
                "{\"plain\":\"\"}",
                "{\"plain\":1.0}",
                "{\"plain\":true}",
                "{\"plain\":2147483648}",
                "{\"plain\":1,\"number\":\"1\"}",
                "{\"plain\":1,\"number\":\"\"}",
                "{\"plain\":1,\"number\":1.5}",
                "{\"plain\":1,\"score\":\"1.5\"}",
                "{\"plain\":1,\"score\":NaN}",
                "{\"plain\":1,\"score\":1234567890123456789012345678901234567890123}",
                "{\"plain\":1,\"flag\":\"true\"}",
                "{\"plain\":1,\"flag\":1}",
                "{\"plain\":1,\"text\":5}",
                "{\"plain\":1,\"text\":1.5}",
                "{\"plain\":1,\"text\":true}",
                "{\"plain\":1,\"text\":{}}",
                "{\"plain\":1,\"text\":['a']}",
                "{\"plain\":1,\"names\":\"a\"}",
                "{\"plain\":1,\"names\":[1]}",
                "{\"plain\":1,\"day\":18337}",
                "{\"plain\":1,\"day\":[2020,3,16]}",
                "{\"plain\":1,\"day\":\"\"}",
                "{\"plain\":1,\"day\":\"2020-02-30\"}",
                "{\"plain\":1,\"day\":\"2020-03-16T00:00:00Z\"}",
                "{\"plain\":1,\"at\":1584320523}",
                "{\"plain\":1,\"at\":1584320523.5}",
                "{\"plain\":1,\"at\":\"\"}",
                "{\"plain\":1,\"at\":\"2020-03-16\"}",
                "{\"plain\":1,\"at\":\"1584320523\"}",
                "{\"plain\":1,\"id\":\"\"}",
                "{\"plain\":1,\"id\":\"1-1-1-1-1\"}",
                "{\"plain\":1,\"id\":\"AZDlwgAAcACAAAAAAAAAAQ==\"}",
                "{\"plain\":1,\"id\":7}",
                "{\"plain\":1,\"colour\":0}",
                "{\"plain\":1,\"colour\":\"0\"}",
                "{\"plain\":1,\"colour\":\"\"}",
                "{\"plain\":1,\"colour\":\"red\"}",
                "{\"plain\":1,}",
                "{'plain':1}",
                "{plain:1}",
                "{\"plain\":1 /* note */}",
                "{\"plain\":01}",
                "{\"plain\":+1}",
                "[{\"plain\":1}]",
                "",
                "\"\""
            })
    void shouldRefuseEverythingElse(String text) {
        assertThatThrownBy(() -> json.readValue(text, Request.class)).as(text).isInstanceOf(JacksonException.class);
    }

    @Test
    void shouldRefuseDeepNestingWithoutReadingOn() {
        // Given
        var deep = "[".repeat(33) + "]".repeat(33);
        var allowed = "[".repeat(32) + "]".repeat(32);

        // Then
        assertThatThrownBy(() -> json.readValue(deep, JsonNode.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.readValue("[".repeat(1_000_000), JsonNode.class))
                .isInstanceOf(JacksonException.class);
        assertThatCode(() -> json.readValue(allowed, JsonNode.class)).doesNotThrowAnyException();
    }

    @Test
    void shouldWriteDatesAsTextAndNumbersWithoutExponent() throws Exception {
        // When
        var written = json.writeValueAsString(
                List.of(LocalDate.of(2020, 3, 16), Instant.parse("2020-03-16T01:02:03Z"), new BigDecimal("1E+7")));

        // Then
        assertThat(written).isEqualTo("[\"2020-03-16\",\"2020-03-16T01:02:03Z\",10000000]");
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
