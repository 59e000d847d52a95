package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.WithStack;

/** As with units: the dirty row of a person is named by cell, and the good rows are recorded or, if so wanted, none. */
@QuarkusTest
@WithStack
class DirtyOfficerRowTest {
    /** Each changes one cell of a good row, named by its letter. */
    static Stream<Arguments> dirtyCells() {
        return Stream.of(
                arguments('A', "", "import.cell-empty import.fill-cell"),
                arguments('A', "001080012345", "officer.code-malformed import.correct-code"),
                arguments('A', "cb0000001", "officer.code-malformed import.correct-code"),
                arguments('A', "CB' or 1=1 --", "officer.code-malformed import.correct-code"),
                arguments('B', "Nguyễn Văn 2", "text.digit-in-name import.use-allowed-characters"),
                arguments('B', "<b>An</b>", "text.character-not-allowed import.use-allowed-characters"),
                arguments('B', "NguyÔn V¨n An", "text.character-not-allowed import.use-allowed-characters"),
                arguments('B', "=HYPERLINK(\"\"http://a.example\"\")", "import.formula import.remove-first-character"),
                arguments('B', "Nguyễn\u202eAn", "text.control-character import.type-again"),
                arguments('B', "An\uFEFF", "text.control-character import.type-again"),
                arguments('B', "A".repeat(101), "text.too-long import.shorten"),
                arguments('C', "Công chức", "import.value-not-allowed import.choose-value"),
                arguments('D', "29/02/1980", "import.date-malformed import.write-year-first"),
                arguments('D', "1981-02-29", "import.date-impossible import.correct-date"),
                arguments('D', "1899-12-31", "date.out-of-range import.correct-date"),
                arguments('D', "2020-01-01", "officer.birth-date-late import.correct-date"),
                arguments('E', "H26.ZZZZ.9", "import.unit-code-unknown import.record-unit-first"),
                arguments('E', "H26", "scope.outside import.ask-unit-in-charge"),
                arguments('E', "Sở Nội vụ", "unit.code-malformed import.correct-code"),
                arguments('F', "Head", "import.value-not-allowed import.choose-value"),
                arguments('G', "@cmd", "import.formula import.remove-first-character"),
                arguments('H', "TRUE", "import.value-not-allowed import.choose-value"),
                arguments('I', "2020-02-30", "import.date-impossible import.correct-date"),
                arguments('J', "-1+1", "import.formula import.remove-first-character"),
                arguments('J', "", "import.cell-empty import.fill-cell"));
    }

    @ParameterizedTest(name = "{0} <- {1}")
    @MethodSource("dirtyCells")
    void shouldNameTheCellAndRecordTheOtherRows(char column, String value, String error) {
        // Given
        var ground = Ground.department();
        var file = file(ground, column, value);
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(ground.editor(), "OFFICERS", "PARTIAL", file);

        // Then
        imported.hasState("PARTIAL").counts(2, 0, 1);
        assertThat(RowErrors.of(imported)).containsExactly(column + "3 " + error);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(2));
    }

    @ParameterizedTest(name = "{0} <- {1}")
    @MethodSource("dirtyCells")
    void shouldRecordNothingIfAllOrNothingIsWanted(char column, String value, String error) {
        // Given
        var ground = Ground.department();
        var file = file(ground, column, value);
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(ground.editor(), "OFFICERS", "ATOMIC", file);

        // Then
        imported.hasState("FAILED").counts(0, 0, 1);
        assertThat(RowErrors.of(imported)).containsExactly(column + "3 " + error);
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    private static String file(Ground ground, char column, String value) {
        var cells = ground.officerRow(Ground.officerCode()).strip().split(",");
        cells[column - 'A'] = "\"" + value + "\"";
        return Ground.OFFICERS
                + ground.officerRow(Ground.officerCode())
                + String.join(",", cells)
                + "\n"
                + ground.officerRow(Ground.officerCode());
    }

    @Test
    void shouldRefuseASecondHeadWhetherRecordedOrInTheSameFile() {
        // Given
        var ground = Ground.department();
        var first = head(ground);
        Files.importing(ground.editor(), "OFFICERS", "ATOMIC", Ground.OFFICERS + first)
                .hasState("SUCCEEDED");
        var other = Ground.department();

        // When
        var afterRecord = Files.importing(ground.editor(), "OFFICERS", "PARTIAL", Ground.OFFICERS + head(ground));
        var inFile =
                Files.importing(other.editor(), "OFFICERS", "PARTIAL", Ground.OFFICERS + head(other) + head(other));

        // Then
        assertThat(RowErrors.of(afterRecord)).containsExactly("F2 assignment.head-exists import.compare-record");
        inFile.counts(1, 0, 1).failsOnlyAt("2 F3 assignment.head-exists");
    }

    private static String head(Ground ground) {
        return ground.officerRow(Ground.officerCode()).replace("STAFF", "HEAD");
    }

    @Test
    void shouldTellAPersonRecordedBeforeFromOneRecordedDifferently() {
        // Given
        var ground = Ground.department();
        var same = ground.officerRow(Ground.officerCode());
        var changed = ground.officerRow(Ground.officerCode());
        Files.importing(ground.editor(), "OFFICERS", "ATOMIC", Ground.OFFICERS + same + changed)
                .hasState("SUCCEEDED");
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(
                ground.editor(), "OFFICERS", "PARTIAL", Ground.OFFICERS + same + changed.replace("Văn An", "Văn Bình"));

        // Then
        imported.hasState("PARTIAL").counts(0, 1, 1);
        assertThat(RowErrors.of(imported)).containsExactly("A3 import.code-exists-differs import.compare-record");
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAPersonTwiceInAFile() {
        // Given
        var ground = Ground.department();
        var row = ground.officerRow(Ground.officerCode());

        // When
        var imported = Files.importing(ground.editor(), "OFFICERS", "PARTIAL", Ground.OFFICERS + row + row);

        // Then
        imported.hasState("PARTIAL").counts(1, 0, 1).failsOnlyAt("2 A3 import.code-twice-in-file");
    }
}
