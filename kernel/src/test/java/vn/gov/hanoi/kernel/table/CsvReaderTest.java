package vn.gov.hanoi.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvReaderTest {
    private static List<FileRow> read(String text, char separator) throws IOException {
        var csv = new CsvReader(new Lines(new StringReader(text)), separator);
        var rows = new ArrayList<FileRow>();
        for (var row = csv.next(); row != null; row = csv.next()) {
            rows.add(row);
        }
        return rows;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.strings()
                .withChars(" \";,\t\nàĐ\u0000\u202e=")
                .all()
                .excludeChars('\r')
                .ofMaxLength(12);
        return cell.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings().withChars("\"\"\",;\n\r a").ofMaxLength(60);
    }

    @Property
    void shouldReadWhatASpreadsheetWrites(
            @ForAll("tables") List<List<String>> table, @ForAll boolean semicolons, @ForAll boolean windows)
            throws IOException {
        // Given
        char separator = semicolons ? ';' : ',';
        var text = table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining(windows ? "\r\n" : "\n"));

        // When
        var rows = read(text, separator);

        // Then
        assertThat(rows).extracting(FileRow::cells).containsExactlyElementsOf(table);
        assertThat(rows).allMatch(row -> row.fault() == null);
    }

    @Property
    void shouldComeToTheEndOfAnyTextAndMakeNoRowsOfNothing(@ForAll("scribbles") String text) throws IOException {
        // When
        var rows = read(text, ',');

        // Then
        assertThat(rows.size()).isLessThanOrEqualTo((int) text.lines().count());
    }

    @Property
    void shouldReadTheLastLineWhateverIsBrokenTwentyLinesAbove(@ForAll("scribbles") String text) throws IOException {
        // Given
        var file = text + "\n".repeat(22) + "a,b";

        // When
        var rows = read(file, ',');

        // Then
        assertThat(rows.getLast()).isEqualTo(FileRow.of(List.of("a", "b")));
    }
}
