package vn.gov.hanoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README is what operators read; it must not tell yesterday's defaults. */
class ConfigDocumentationTest {
    @Test
    void shouldDocumentEveryPropertyWithItsDefault() throws IOException {
        // Given
        var readme = Files.readString(Path.of("README.md"));

        // When
        var rows = Arrays.stream(GatewayConfig.class.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .map(method -> row(
                        method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                        Optional.ofNullable(method.getAnnotation(WithDefault.class))
                                .map(given -> "`" + given.value() + "`")
                                .orElse("required")))
                .collect(Collectors.toSet());

        // Then
        assertThat(rows).hasSizeGreaterThanOrEqualTo(26).allSatisfy(row -> assertThat(readme)
                .contains(row));
    }

    private static String row(String name, String byDefault) {
        var property = "congvu.gateway." + name;
        var variable = property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return "| `" + property + "` | `" + variable + "` | " + byDefault + " |";
    }
}
