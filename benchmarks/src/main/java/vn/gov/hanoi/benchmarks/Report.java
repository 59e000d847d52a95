package vn.gov.hanoi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Markdown file that grows with the measurement, so that a run that breaks off leaves what it had. */
public final class Report {
    private final StringBuilder text = new StringBuilder();
    private final Path file;

    public Report(Path file, String title) {
        this.file = file;
        text.append("# ").append(title).append('\n');
        write();
    }

    public void section(String heading) {
        text.append("\n## ").append(heading).append('\n');
        write();
    }

    public void paragraph(String line) {
        text.append('\n').append(line).append('\n');
        write();
    }

    /** @param header cells between bars, such as {@code "user | p50"} */
    public void table(String header, List<String> rows) {
        var columns = header.split("\\|").length;
        text.append("\n| ")
                .append(header)
                .append(" |\n|")
                .append("---|".repeat(columns))
                .append('\n');
        rows.forEach(row -> text.append("| ").append(row).append(" |\n"));
        write();
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
