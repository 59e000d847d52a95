package vn.gov.hanoi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @Test
    void shouldLeaveWhatItHasInTheFileAtEveryStep(@TempDir Path folder) throws Exception {
        // Given
        var file = folder.resolve("results/x.md");
        var report = new Report(file, "Directory");

        // When
        report.section("Lists");
        report.table("reader | p50", List.of("root | 1.00", "leaf | 2.00"));

        // Then
        assertThat(Files.readString(file)).isEqualTo("""
                # Directory

                ## Lists

                | reader | p50 |
                |---|---|
                | root | 1.00 |
                | leaf | 2.00 |
                """);
    }
}
