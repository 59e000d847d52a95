package vn.gov.hanoi.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void shouldEndWhatIsStillStartingWhenTheLauncherIsStopped() {
        // Given
        var process = ManagedProcess.start(shell("sleep 60"));
        var waiting = CompletableFuture.runAsync(() -> process.awaitReady(() -> false, MINUTE));

        // When
        ManagedProcess.killStarting();

        // Then
        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StartFailed.class)
                .hasMessageContaining("ended by itself");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void shouldLeaveAloneWhatIsReady() {
        // Given
        try (var process = ManagedProcess.start(shell("sleep 60")).awaitReady(() -> true, MINUTE)) {
            // When
            ManagedProcess.killStarting();

            // Then
            assertThat(process.isAlive()).isTrue();
        }
    }

    @Test
    void shouldTellWhichPartFailedWithTheEndOfItsLogAndWhereTheLogIs() {
        // Given
        var process = ManagedProcess.start(shell("echo no such database; exit 3"));

        // When, Then
        assertThatThrownBy(() -> process.awaitReady(() -> false, MINUTE))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Sample part")
                .hasMessageContaining("no such database")
                .hasMessageContaining("sample.log");
    }

    private ManagedProcess.Command shell(String line) {
        return new ManagedProcess.Command(
                "Sample part", List.of("/bin/sh", "-c", line), Map.of(), folder, folder.resolve("sample.log"));
    }
}
