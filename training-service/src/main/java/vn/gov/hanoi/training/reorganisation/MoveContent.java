package vn.gov.hanoi.training.reorganisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moves, with the balances before and after; kept as JSON once it is moved. */
record MoveContent(Moves moves, List<Balance> balances) {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final TypeReference<List<Division.Part>> PARTS = new TypeReference<>() {};

    String text() {
        return write(this);
    }

    static MoveContent of(String text) {
        try {
            return JSON.readValue(text, MoveContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("moves cannot be read", e);
        }
    }

    static Division division(@Nullable String text) {
        try {
            return text == null ? Division.NONE : new Division(JSON.readValue(text, PARTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a division cannot be read", e);
        }
    }

    static @Nullable String text(Division division) {
        return division.parts().isEmpty() ? null : write(division.parts());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("moves cannot be written", e);
        }
    }
}
