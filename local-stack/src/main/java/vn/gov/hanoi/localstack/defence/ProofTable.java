package vn.gov.hanoi.localstack.defence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The proofs as measured, one row for each defence; a row stays until its defence is tried again. */
final class ProofTable {
    private static final Path PLACE = Path.of("docs/security/proofs.md");
    private static final Pattern ROW = Pattern.compile("^\\| (A\\d+[a-z]?-[a-z0-9-]+) \\|.*$", Pattern.MULTILINE);
    private static final String HEAD = """
            # Proofs: each test of an attack was seen to fail without its defence

            Written by `./congvu test --defences`; the defences are in [defences.md](defences.md). RED is what is wanted: the test failed when exactly this
            defence was taken out of a copy of the sources. With all defences in place the same test is green, which every ordinary run shows.

            | Defence | Day | Seconds | Outcome | First failure |
            |---|---|---|---|---|
            """;

    private final Path file;
    private final Map<String, String> rows = new LinkedHashMap<>();

    ProofTable(Path project) {
        file = project.resolve(PLACE);
        if (Files.exists(file)) {
            try {
                var found = ROW.matcher(Files.readString(file));
                while (found.find()) {
                    rows.put(found.group(1), found.group());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void put(Defence defence, String day, long seconds, String outcome, String failure) {
        rows.put(defence.id(), "| %s | %s | %d | %s | %s |".formatted(defence.id(), day, seconds, outcome, failure));
    }

    /** In the order of the table of defences; rows of defences that are not there any more are dropped. */
    void write(List<Defence> all) {
        var text = new StringBuilder(HEAD);
        for (var defence : all) {
            var row = rows.get(defence.id());
            text.append(row == null ? "| " + defence.id() + " | - | - | not tried yet | |" : row)
                    .append('\n');
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
