package vn.gov.hanoi.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionsTest {
    private final String name = "made-" + UUID.randomUUID();

    @AfterEach
    void forget() {
        var made = Distributions.made(name, _ -> {});
        Folders.delete(made);
        Folders.delete(made.resolveSibling(name + ".unfinished"));
        Folders.delete(made.resolveSibling(name + ".lock"));
    }

    @Test
    void shouldMakeAFolderOnceAndGiveCopiesOfAllThatIsInIt(@TempDir Path folder) throws IOException {
        // Given
        var makings = new AtomicInteger();
        var first = Distributions.made(name, made -> write(made, "content " + makings.incrementAndGet()));

        // When
        var second = Distributions.made(name, made -> write(made, "content " + makings.incrementAndGet()));
        Folders.copy(second, folder.resolve("copy"));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(makings).hasValue(1);
        assertThat(folder.resolve("copy/inner/file")).hasContent("content 1");
    }

    @Test
    void shouldBeginAnewWhereTheMakingWasBroken() {
        // Given
        assertThatThrownBy(() -> Distributions.made(name, made -> {
                    write(made, "half of it");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        // When
        var made = Distributions.made(name, folder -> write(folder, "whole"));

        // Then
        assertThat(made.resolve("inner/file")).hasContent("whole");
    }

    private static void write(Path folder, String text) {
        try {
            Files.writeString(Files.createDirectories(folder.resolve("inner")).resolve("file"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
