package vn.gov.hanoi.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.kernel.testing.Xlsx;

/** What cells of a workbook are read as. */
class WorkbookTest {
    @TempDir
    Path folder;

    private List<FileRow> read(Xlsx workbook) throws IOException {
        var file = folder.resolve("rows.xlsx");
        Files.write(file, workbook.bytes());
        var rows = new ArrayList<FileRow>();
        try (var reader = XlsxReader.open(file, 1_000_000)) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments("<c r='@' t='inlineStr'><is><t>Phòng</t></is></c>", "Phòng", null),
                arguments("<c r='@' t='inlineStr'><is><r><t>Ph</t></r><r><t>òng</t></r></is></c>", "Phòng", null),
                arguments("<c r='@' t='s'><v>0</v></c>", "Phòng", null),
                arguments("<c r='@' t='s'><v>1</v></c>", "Một cửa", null),
                arguments("<c r='@' t='s'><v>2</v></c>", "a\r", null),
                arguments("<c r='@' t='str'><v>A &amp; B</v></c>", "A & B", null),
                arguments("<c r='@' t='b'><v>1</v></c>", "true", null),
                arguments("<c r='@' t='b'><v>0</v></c>", "false", null),
                arguments("<c r='@' s='1'><v>43831</v></c>", "2020-01-01", CellMark.DATE),
                arguments("<c r='@' s='2'><v>43890</v></c>", "2020-02-29", CellMark.DATE),
                arguments("<c r='@' s='2'><v>1</v></c>", "1900-01-01", CellMark.DATE),
                arguments("<c r='@' s='2'><v>59</v></c>", "1900-02-28", CellMark.DATE),
                arguments("<c r='@' s='2'><v>60</v></c>", "60", CellMark.NOT_TEXT),
                arguments("<c r='@' s='2'><v>61</v></c>", "1900-03-01", CellMark.DATE),
                arguments("<c r='@' s='1'><v>43831.25</v></c>", "2020-01-01T06:00", CellMark.DATE),
                arguments("<c r='@' t='d'><v>2020-01-01</v></c>", "2020-01-01", CellMark.DATE),
                arguments("<c r='@'><v>1080012345</v></c>", "1080012345", CellMark.NOT_TEXT),
                arguments("<c r='@' s='3'><v>43831</v></c>", "43831", CellMark.NOT_TEXT),
                arguments("<c r='@' s='1'><v>1E300</v></c>", "1E300", CellMark.NOT_TEXT),
                arguments("<c r='@' s='99'><v>7</v></c>", "7", CellMark.NOT_TEXT),
                arguments("<c r='@' t='str'><f>A1&amp;B1</f><v>x</v></c>", "=A1&B1", CellMark.FORMULA),
                arguments("<c r='@'><f t='shared' si='0'/><v>1</v></c>", "=", CellMark.FORMULA),
                arguments("<c r='@' t='e'><v>#REF!</v></c>", "#REF!", CellMark.FORMULA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void shouldReadACellAsItIsMeant(String cell, String text, CellMark mark) throws IOException {
        // Given
        var workbook = Xlsx.of(Xlsx.row(1, "x", cell.replace('\'', '"')))
                .texts("Phòng", "<r><t>Một </t></r><r><t>cửa</t></r><rPh><t>zz</t></rPh>", "a_x000D_");

        // When
        var rows = read(workbook);

        // Then
        assertThat(rows)
                .containsExactly(new FileRow(
                        List.of("x", text), null, mark == null ? Map.<Integer, CellMark>of() : Map.of(1, mark)));
    }

    @Test
    void shouldCountTheRowsThatTheFileLeavesOutAndForgetStyledEmptyCells() throws IOException {
        // Given
        var rows = Xlsx.row(2, "a", "", "c", "<c r=\"@\" s=\"1\"/>") + "<row r=\"3\"/>" + Xlsx.row(5, "b");

        // When
        var read = read(Xlsx.of(rows));

        // Then
        assertThat(read)
                .extracting(FileRow::cells)
                .containsExactly(List.of(""), List.of("a", "", "c"), List.of(""), List.of(""), List.of("b"));
    }

    @Test
    void shouldCountDaysFrom1904IfTheWorkbookDoes() throws IOException {
        // Given
        var workbook =
                Xlsx.of(Xlsx.row(1, "<c r=\"@\" s=\"1\"><v>42369</v></c>")).part("xl/workbook.xml", """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/>\
                        <sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>""");

        // When
        var rows = read(workbook);

        // Then
        assertThat(rows).extracting(FileRow::cells).containsExactly(List.of("2020-01-01"));
    }

    @Test
    void shouldLeaveNoFileBehind() throws IOException {
        // Given
        var before = temporary();

        // When
        var rows = read(Xlsx.of(Xlsx.row(1, "<c r=\"@\" t=\"s\"><v>0</v></c>")).texts("a"));

        // Then
        assertThat(rows).hasSize(1);
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".texts"))
                    .sorted()
                    .toList();
        }
    }
}
