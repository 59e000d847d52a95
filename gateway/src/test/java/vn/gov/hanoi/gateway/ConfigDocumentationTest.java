package vn.gov.hanoi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.dossier.DossierConfig;
import vn.gov.hanoi.gateway.limit.LimitConfig;
import vn.gov.hanoi.gateway.session.SessionConfig;
import vn.gov.hanoi.gateway.spa.SpaConfig;

/** The README is what operators read; it must not tell yesterday's defaults. */
class ConfigDocumentationTest {
    @Test
    void shouldDocumentEveryPropertyWithItsDefault() throws IOException {
        // Given
        var readme = Files.readString(Path.of("README.md"));

        // When
        var rows = Stream.of(
                        GatewayConfig.class,
                        SessionConfig.class,
                        LimitConfig.class,
                        DossierConfig.class,
                        SpaConfig.class)
                .flatMap(mapping -> Arrays.stream(mapping.getDeclaredMethods())
                        .filter(method -> !method.isDefault() && !method.isSynthetic())
                        .map(method ->
                                row(mapping.getAnnotation(ConfigMapping.class).prefix(), method, byDefault(method))))
                .collect(Collectors.toSet());

        // Then
        assertThat(rows).hasSizeGreaterThanOrEqualTo(40).allSatisfy(row -> assertThat(readme)
                .contains(row));
    }

    private static String byDefault(Method method) {
        return Optional.ofNullable(method.getAnnotation(WithDefault.class))
                .map(given -> "`" + given.value() + "`")
                .orElse(method.getReturnType() == Optional.class ? "none" : "required");
    }

    private static String row(String prefix, Method method, String byDefault) {
        var name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        var property = prefix + "." + name;
        var variable = property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return "| `" + property + "` | `" + variable + "` | " + byDefault + " |";
    }
}
