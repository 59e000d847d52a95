package vn.gov.hanoi.localstack.defence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the table of defences: a heading with the id, then three lines, as the table itself explains. */
public final class DefenceTable {
    /** Where it stands in the project. */
    public static final Path PLACE = Path.of("docs/security/defences.md");

    private static final Pattern ROW = Pattern.compile("""
            ^## (?<id>A\\d+[a-z]?-[a-z0-9-]+)
            (?<about>(?:(?!- in ).*\\n)*?)- in `(?<file>[^`]+)`
            - off: `(?<text>[^`]+)` → (?:`(?<off>[^`]+)`|nothing)
            - red: `(?<test>[\\w.]+(?:#\\w+)?)`$""", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^## A", Pattern.MULTILINE);

    private DefenceTable() {}

    public static List<Defence> read(Path project) {
        try {
            return parse(Files.readString(project.resolve(PLACE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Defence> parse(String table) {
        var found = new ArrayList<Defence>();
        var ids = new HashSet<String>();
        var rows = ROW.matcher(table);
        while (rows.find()) {
            var off = rows.group("off");
            found.add(new Defence(
                    rows.group("id"),
                    Path.of(rows.group("file")),
                    rows.group("text"),
                    off == null ? "" : off,
                    rows.group("test")));
            if (!ids.add(rows.group("id"))) {
                throw new IllegalArgumentException("twice: " + rows.group("id"));
            }
        }
        if (found.size() != HEADING.matcher(table).results().count()) {
            throw new IllegalArgumentException("only %d rows can be read: %s".formatted(found.size(), ids));
        }
        return List.copyOf(found);
    }
}
