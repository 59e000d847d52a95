package vn.gov.hanoi.gateway.spa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaFilesTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<!doctype html>");
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets/main.js"), "export {};");
    }

    @Test
    void shouldReadWhatABrowserNeeds() {
        // When
        var files = SpaFiles.read(folder);

        // Then
        assertThat(files).containsOnlyKeys("index.html", "assets/main.js");
        assertThat(files.get("assets/main.js").type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(files.get("index.html").etag()).matches("\"[A-Za-z0-9_-]{43}\"");
    }

    @Test
    void shouldLeaveOutWhatOnlyLiesBesideThePage() throws IOException {
        // Given
        Files.writeString(folder.resolve(".env"), "SECRET=1");
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config.txt"), "url");
        Files.writeString(folder.resolve("server.key"), "-----BEGIN");
        Files.writeString(folder.resolve("README"), "read me");

        // When, Then
        assertThat(SpaFiles.read(folder)).containsOnlyKeys("index.html", "assets/main.js");
    }

    /** Mounted configuration is a folder with a date, and links into it. */
    @Test
    void shouldFollowLinksInsideTheFolderOnly() throws IOException {
        // Given
        Files.createDirectory(folder.resolve("..2026_11_29"));
        Files.writeString(folder.resolve("..2026_11_29/settings.json"), "{}");
        Files.createSymbolicLink(folder.resolve("settings.json"), Path.of("..2026_11_29/settings.json"));
        Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("leak.txt"), elsewhere.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("outside"), elsewhere);
        Files.createSymbolicLink(folder.resolve("broken.js"), Path.of("nowhere.js"));

        // When, Then
        assertThat(SpaFiles.read(folder)).containsOnlyKeys("index.html", "assets/main.js", "settings.json");
    }

    @Test
    void shouldRefuseAFolderThatIsNoPage() {
        // When, Then
        assertThatThrownBy(() -> SpaFiles.read(elsewhere)).hasMessageContaining("has no index.html");
        assertThatThrownBy(() -> SpaFiles.read(elsewhere.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void shouldRefuseMoreThanAPageNeeds() throws IOException {
        // Given
        try (var large = new RandomAccessFile(folder.resolve("film.webp").toFile(), "rw")) {
            large.setLength(SpaFiles.MOST_BYTES);
        }

        // When, Then
        assertThatThrownBy(() -> SpaFiles.read(folder)).hasMessageContaining("holds more than");
    }
}
