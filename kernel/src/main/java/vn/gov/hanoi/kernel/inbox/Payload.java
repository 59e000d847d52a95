package vn.gov.hanoi.kernel.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields of a told record. A missing one that is needed is named; its value never is. */
public final class Payload {
    private Payload() {}

    public static String required(JsonNode data, String name) {
        return Objects.requireNonNull(optional(data, name), () -> "event without " + name);
    }

    public static @Nullable String optional(JsonNode data, String name) {
        var value = data.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** The text, or what an event of before the field was added means by leaving it out. */
    public static String orElse(JsonNode data, String name, String meant) {
        return Objects.requireNonNullElse(optional(data, name), meant);
    }

    public static UUID id(JsonNode data, String name) {
        return UUID.fromString(required(data, name));
    }

    public static @Nullable UUID optionalId(JsonNode data, String name) {
        var text = optional(data, name);
        return text == null ? null : UUID.fromString(text);
    }

    public static int whole(JsonNode data, String name) {
        return Integer.parseInt(required(data, name));
    }

    public static LocalDate day(JsonNode data, String name) {
        return LocalDate.parse(required(data, name));
    }

    public static @Nullable LocalDate optionalDay(JsonNode data, String name) {
        var text = optional(data, name);
        return text == null ? null : LocalDate.parse(text);
    }
}
