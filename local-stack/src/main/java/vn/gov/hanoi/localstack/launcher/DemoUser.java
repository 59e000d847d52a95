package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user for trying the suite out.
 *
 * @param unit code of the unit that bounds what the user may see and do
 * @param officer code of the officer of the demonstration city that the user is; null if none
 */
record DemoUser(
        String username,
        String firstName,
        String lastName,
        String unit,
        @Nullable String officer,
        String about,
        List<String> roles) {
    static List<DemoUser> all() {
        try (var file = Objects.requireNonNull(DemoUser.class.getResourceAsStream("/launcher/demo-users.json"))) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
