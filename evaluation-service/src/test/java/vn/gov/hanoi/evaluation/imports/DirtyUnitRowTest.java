package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A dirty row stands between two good ones: it is named by cell, and never decides what becomes of the good ones. */
@QuarkusTest
@WithStack
class DirtyUnitRowTest {
    /** D is the code of the department; the row is the second one and stands in line 3 of a spreadsheet. */
    static Stream<Arguments> dirtyRows() {
        return Stream.of(
                arguments("D.2,Phòng,DIVISION,D,2019-01-01", "F3 import.too-few-cells import.align-cells"),
                arguments("D.2,Phòng,DIVISION,D,2019-01-01,,", "G3 import.too-many-cells import.align-cells"),
                arguments("D.2,Phòng, Ban,DIVISION,D,2019-01-01,", "G3 import.too-many-cells import.align-cells"),
                arguments(",,,,,", "A3 import.row-empty import.remove-row"),
                arguments("D.2,\"Phòng,DIVISION,D,2019-01-01,", "A3 import.quote-broken import.align-cells"),
                arguments("D.2,\"Phòng\" Ban,DIVISION,D,2019-01-01,", "A3 import.quote-broken import.align-cells"),
                arguments(",Phòng,DIVISION,D,2019-01-01,", "A3 import.cell-empty import.fill-cell"),
                arguments("D.2,,DIVISION,D,2019-01-01,", "B3 import.cell-empty import.fill-cell"),
                arguments("D.2,=1+1,DIVISION,D,2019-01-01,", "B3 import.formula import.remove-first-character"),
                arguments("D.2,+84,DIVISION,D,2019-01-01,", "B3 import.formula import.remove-first-character"),
                arguments("D.2,-Phòng,DIVISION,D,2019-01-01,", "B3 import.formula import.remove-first-character"),
                arguments("D.2,@SUM(A1),DIVISION,D,2019-01-01,", "B3 import.formula import.remove-first-character"),
                arguments(
                        "D.2,Phòng =1,DIVISION,D,2019-01-01,",
                        "B3 text.character-not-allowed import.use-allowed-characters"),
                arguments(
                        "D.2,*,DIVISION,D,2019-01-01,", "B3 text.character-not-allowed import.use-allowed-characters"),
                arguments("D.2,\t=1,DIVISION,D,2019-01-01,", "B3 text.stray-space import.remove-outer-space"),
                arguments("D.2,Phòng ,DIVISION,D,2019-01-01,", "B3 text.stray-space import.remove-outer-space"),
                arguments("D.2,Phòng  Ban,DIVISION,D,2019-01-01,", "B3 text.stray-space import.remove-double-space"),
                arguments("D.2,Phòng\0,DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2,Phòng\u001bBan,DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2,Phòng\u202eBan,DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2,Phòng\u200bBan,DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2,Phòng\u00a0Ban,DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2,\"Phòng\nBan\",DIVISION,D,2019-01-01,", "B3 text.control-character import.type-again"),
                arguments("D.2," + "ờ".repeat(201) + ",DIVISION,D,2019-01-01,", "B3 text.too-long import.shorten"),
                arguments("D.2," + "ờ".repeat(40_000) + ",DIVISION,D,2019-01-01,", "B3 text.too-long import.shorten"),
                arguments("d.2,Phòng,DIVISION,D,2019-01-01,", "A3 unit.code-malformed import.correct-code"),
                arguments("D.2/../1,Phòng,DIVISION,D,2019-01-01,", "A3 unit.code-malformed import.correct-code"),
                arguments(
                        "D.2222.3333.4444.5555.6666.7777,Phòng,DIVISION,D,2019-01-01,",
                        "A3 unit.code-malformed import.correct-code"),
                arguments("D.2,Phòng,OFFICE,D,2019-01-01,", "C3 import.value-not-allowed import.choose-value"),
                arguments("D.2,Phòng,division,D,2019-01-01,", "C3 import.value-not-allowed import.choose-value"),
                arguments("D.2,Phòng,DIVISION,D.9,2019-01-01,", "D3 import.unit-code-unknown import.record-unit-first"),
                arguments("D.2,Phòng,DIVISION,D.2,2019-01-01,", "D3 import.unit-code-unknown import.record-unit-first"),
                arguments("D.2,Phòng,DIVISION,D.3,2019-01-01,", "D3 import.unit-code-unknown import.record-unit-first"),
                arguments("D.2,Phòng,DIVISION,,2019-01-01,", "D3 unit.parent-mismatch import.correct-parent"),
                arguments("D.2,Phòng,CITY,D,2019-01-01,", "D3 unit.parent-mismatch import.correct-parent"),
                arguments("D.2,Phòng,CITY,,2019-01-01,", "A3 unit.root-exists import.ask-unit-in-charge"),
                arguments("D.2,Phòng,DIVISION,H26,2019-01-01,", "D3 scope.outside import.ask-unit-in-charge"),
                arguments("H26,Thành phố Hà Nội,CITY,,2018-01-01,", "A3 scope.outside import.ask-unit-in-charge"),
                arguments("D.2,Phòng,DIVISION,D,31/02/2019,", "E3 import.date-malformed import.write-year-first"),
                arguments("D.2,Phòng,DIVISION,D,2019-1-1,", "E3 import.date-malformed import.write-year-first"),
                arguments("D.2,Phòng,DIVISION,D,43466,", "E3 import.date-malformed import.write-year-first"),
                arguments("D.2,Phòng,DIVISION,D,２０１９-01-01,", "E3 import.date-malformed import.write-year-first"),
                arguments("D.2,Phòng,DIVISION,D,2019-02-31,", "E3 import.date-impossible import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,2019-02-29,", "E3 import.date-impossible import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,0001-01-01,", "E3 date.out-of-range import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,9999-12-31,", "E3 date.out-of-range import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,2017-12-31,", "D3 unit.parent-not-in-force import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,2019-01-02,2019-01-01", "F3 validity.empty import.correct-date"),
                arguments("D.2,Phòng,DIVISION,D,2019-01-01,2019-01-01", "F3 validity.empty import.correct-date"),
                arguments("D.1,Phòng 1,DIVISION,D,2019-01-01,", "A3 import.code-twice-in-file import.remove-row"),
                arguments(
                        "D,Sở khác,DEPARTMENT,H26,2018-01-01,", "A3 import.code-exists-differs import.compare-record"));
    }

    /** All dirty rows in one file, each between two good ones below a division of its own. */
    private record Corpus(Ground ground, String file, List<String> errors) {
        static Corpus sent() {
            var ground = Ground.department();
            var divisions = new StringBuilder(Ground.UNITS);
            var rows = new StringBuilder(Ground.UNITS);
            var errors = new ArrayList<String>();
            for (var each : dirtyRows().toList()) {
                var division = ground.unit("C" + (errors.size() + 10));
                divisions.append("%s,Phòng,DIVISION,%s,2018-01-01,\n".formatted(division, ground.code()));
                var good = "D.%d,Phòng %1$d,DIVISION,D,2019-01-01,\n";
                var three = good.formatted(1) + each.get()[0] + "\n" + good.formatted(3);
                rows.append(three.replaceAll("(?m)(^|,)D(?=[.,])", "$1" + division));
                var error = String.valueOf(each.get()[1]);
                errors.add(error.charAt(0) + String.valueOf(3 * errors.size() + 3) + error.substring(2));
            }
            Files.importing(ground.editor(), "UNITS", "ATOMIC", divisions.toString())
                    .hasState("SUCCEEDED");
            return new Corpus(ground, rows.toString(), errors);
        }
    }

    @Test
    void shouldNameTheCellsAndRecordTheOtherRows() {
        // Given
        var corpus = Corpus.sent();
        int dirty = corpus.errors().size();
        var before = Footprint.now();

        // When
        var imported = Files.importing(corpus.ground().editor(), "UNITS", "PARTIAL", corpus.file());

        // Then
        imported.hasState("PARTIAL").counts(2 * dirty, 0, dirty);
        assertThat(RowErrors.of(imported)).containsExactlyElementsOf(corpus.errors());
        assertThat(imported.errors()).element(1).asString().startsWith("5 ");
        assertThat(Footprint.now().directory()).isEqualTo(before.directory().plusUnits(2 * dirty));
        assertThat(Footprint.now().chunks()).isZero();
    }

    @Test
    void shouldRecordNothingIfAllOrNothingIsWanted() {
        // Given
        var corpus = Corpus.sent();
        var editor = corpus.ground().editor();
        var before = Footprint.now();

        // When
        var imported = Files.importing(editor, "UNITS", "ATOMIC", corpus.file());

        // Then
        imported.hasState("FAILED").counts(0, 0, corpus.errors().size());
        assertThat(RowErrors.of(imported)).containsExactlyElementsOf(corpus.errors());
        assertThat(Api.as(editor).get(imported.operation()).as(Json.class).getString("problem.code"))
                .isEqualTo("import.rows-refused");
        assertThat(Footprint.now().directory()).isEqualTo(before.directory());
        assertThat(Footprint.now().chunks()).isZero();
    }

    @Test
    void shouldRecordNothingForOneDirtyRow() {
        // Given
        var ground = Ground.department();
        var file = Ground.UNITS + ground.unitRow("1") + ground.unit("2") + ",=1,DIVISION,,2019-01-01,\n";
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "ATOMIC", file);

        // Then
        imported.hasState("FAILED").counts(0, 0, 1);
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    @Test
    void shouldNameEveryWrongCellOfARowOnceAndNeverRepeatItsContent() {
        // Given
        var ground = Ground.department();
        var row = "012345678901,=Bí mật,SECRET,?,01/01/2019,2019-02-30\n";

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", Ground.UNITS + row);

        // Then
        imported.hasState("FAILED").counts(0, 0, 1);
        imported.failsOnlyAt(
                "1 A2 unit.code-malformed",
                "1 B2 import.formula",
                "1 C2 import.value-not-allowed",
                "1 D2 unit.code-malformed",
                "1 E2 import.date-malformed",
                "1 F2 import.date-impossible");
        assertThat(Api.as(ground.editor()).get(imported.href() + "/rows").asString())
                .doesNotContain("012345678901", "Bí mật", "SECRET");
    }

    @Test
    void shouldRefuseACircleOfParents() {
        // Given
        var ground = Ground.department();
        var file = Ground.UNITS
                + "%1$s,A,DIVISION,%2$s,2019-01-01,\n%2$s,B,DIVISION,%3$s,2019-01-01,\n%3$s,C,DIVISION,%1$s,2019-01-01,\n"
                        .formatted(ground.unit("A"), ground.unit("B"), ground.unit("C"));
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", file);

        // Then
        imported.hasState("FAILED")
                .failsOnlyAt(
                        "1 D2 import.unit-code-unknown",
                        "2 D3 import.unit-code-unknown",
                        "3 D4 import.unit-code-unknown");
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    @Test
    void shouldNotMoveARecordedUnitBelowItsOwnChild() {
        // Given
        var ground = Ground.department();
        var child = "%s,Tổ,DIVISION,%s,2019-01-01,\n".formatted(ground.unit("1.1"), ground.unit("1"));
        Files.importing(ground.editor(), "UNITS", "ATOMIC", Ground.UNITS + ground.unitRow("1") + child)
                .hasState("SUCCEEDED");
        var circle = "%s,Phòng 1,DIVISION,%s,2019-01-01,\n".formatted(ground.unit("1"), ground.unit("1.1"));

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", Ground.UNITS + circle);

        // Then
        imported.failsOnlyAt("1 A2 import.code-exists-differs");
        assertThat(Database.query(
                        "select p.code from unit_codes u join unit_states s on s.unit_id = u.unit_id join unit_codes p on p.unit_id = s.parent_id where u.code = ?",
                        ground.unit("1")))
                .first()
                .extracting(row -> row.get("code"))
                .isEqualTo(ground.code());
    }

    @Test
    void shouldLetOneOpenQuoteNotSwallowTheRowsBehindIt() {
        // Given
        var ground = Ground.department();
        var file = new StringBuilder(Ground.UNITS).append(ground.unit("1") + ",\"Phòng,DIVISION,D,2019-01-01,\n");
        for (int i = 2; i <= 101; i++) {
            file.append(ground.unitRow(String.valueOf(i)));
        }

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", file.toString());

        // Then
        imported.hasState("PARTIAL").counts(100, 0, 1).failsOnlyAt("1 A2 import.quote-broken");
    }

    @Test
    void shouldRefuseWhatTheSameFileAlreadyHasThreeChunksAbove() {
        // Given
        var ground = Ground.department();
        var file = new StringBuilder(Ground.UNITS);
        for (int i = 1; i <= 100; i++) {
            file.append(ground.unitRow(String.valueOf(i)));
        }
        file.append(ground.unitRow("1"));

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", file.toString());

        // Then
        imported.counts(100, 0, 1).failsOnlyAt("101 A102 import.code-twice-in-file");
    }

    @Test
    void shouldOnlyCheckIfNothingButAnAnswerIsWanted() {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(
                ground.editor(), "UNITS", "VALIDATE", Ground.UNITS + ground.unitRow("1") + ground.unitRow("?"));

        // Then
        imported.hasState("SUCCEEDED").counts(1, 0, 1).failsOnlyAt("2 A3 unit.code-malformed");
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }
}
