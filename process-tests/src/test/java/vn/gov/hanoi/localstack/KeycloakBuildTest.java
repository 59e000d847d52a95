package vn.gov.hanoi.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakBuildTest {
    @Test
    void shouldBuildTheServerOnceForAllInstallations(@TempDir Path folder) throws IOException {
        // Given
        var marker = Distributions.keycloak().resolve(".built");
        KeycloakServer.build(folder.resolve("first.log"));
        var built = Files.getLastModifiedTime(marker);

        // When
        KeycloakServer.build(folder.resolve("second.log"));

        // Then
        assertThat(Files.getLastModifiedTime(marker)).isEqualTo(built);
        assertThat(folder.resolve("second.log")).doesNotExist();
    }
}
