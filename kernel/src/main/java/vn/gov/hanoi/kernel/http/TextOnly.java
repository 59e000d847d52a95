package vn.gov.hanoi.kernel.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value that the contract writes as a JSON string; numbers, arrays and empty texts are not turned into one. */
final class TextOnly<T> extends StdScalarDeserializer<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> reader;

    /** @param reader throws a RuntimeException for a text of another form */
    TextOnly(Class<T> type, Function<String, T> reader) {
        super(type);
        this.type = type;
        this.reader = reader;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        var text = parser.getText();
        try {
            return reader.apply(text);
        } catch (RuntimeException _) {
            return type.cast(context.handleWeirdStringValue(type, text, "not in the form of the contract"));
        }
    }
}
