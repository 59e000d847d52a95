package vn.gov.hanoi.kernel.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A49: no cell runs in a spreadsheet, and every cell comes back as it was. */
class FormulasTest {
    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("=+-@\t\r'\"1a ,").ofMaxLength(6);
    }

    @Property
    void shouldBeginWithNothingThatRuns(@ForAll("cells") String cell) {
        assertThat(Formulas.neutral(cell)).doesNotMatch("(?s)[=+\\-@\t\r].*");
    }

    @Property
    void shouldComeBackAsItWas(@ForAll("cells") String cell) {
        // A cell that somebody made neutral by hand is taken for what it hides.
        if (Formulas.original(cell).equals(cell)) {
            assertThat(Formulas.original(Formulas.neutral(cell))).isEqualTo(cell);
        }
    }

    @Example
    void shouldQuoteWhatSeparatesCells() throws IOException {
        // Given
        var file = new ByteArrayOutputStream();

        // When
        try (var table = new CsvTable(file, List.of("a", "b"), ';')) {
            table.row(List.of("x;y", "say \"no\""));
            table.row(List.of("two\nlines", "-1"));
            table.row(java.util.Arrays.asList(null, "a,b"));
        }

        // Then
        assertThat(file.toString(UTF_8))
                .isEqualTo("\uFEFFa;b\r\n\"x;y\";\"say \"\"no\"\"\"\r\n\"two\nlines\";'-1\r\n;a,b\r\n");
    }
}
