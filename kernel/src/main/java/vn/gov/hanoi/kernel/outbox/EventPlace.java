package vn.gov.hanoi.kernel.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the unit that an event names as its place: {@code data.unitId}. Anything else is no place, and never an error. */
final class EventPlace {
    private static final JsonFactory JSON = new JsonFactory();

    private EventPlace() {}

    static @Nullable UUID unitOf(byte[] envelope) {
        try (var parser = JSON.createParser(envelope)) {
            return parser.nextToken() == JsonToken.START_OBJECT && skipTo(parser, "data") && skipTo(parser, "unitId")
                    ? unit(parser)
                    : null;
        } catch (IOException | IllegalArgumentException _) {
            return null;
        }
    }

    /** Moves to the value of a property of the object that the parser stands in. */
    private static boolean skipTo(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = name.equals(parser.currentName());
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static @Nullable UUID unit(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? UUID.fromString(parser.getText()) : null;
    }
}
