package vn.gov.hanoi.evaluation.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.table.CsvReader;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.kernel.table.XlsxReader;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.testing.Xlsx;

/** Failed rows come back as a file like the one that was sent, can be corrected and sent again, and are nobody else's. */
@QuarkusTest
@WithStack
class FailedRowsTest {
    @TempDir
    Path folder;

    /** A file of this format with the rows of a CSV file without quotes. */
    static byte[] file(TableFormat format, String csv) {
        return switch (format) {
            case CSV -> csv.getBytes(UTF_8);
            case XLSX -> Xlsx.ofCsv(csv).bytes();
            case NDJSON -> json(csv).getBytes(UTF_8);
        };
    }

    private static String json(String csv) {
        var lines = csv.strip().split("\n");
        var header = lines[0].split(",", -1);
        var json = new StringBuilder();
        for (int i = 1; i < lines.length; i++) {
            var cells = lines[i].split(",", -1);
            var object = new ArrayList<String>();
            for (int j = 0; j < cells.length; j++) {
                object.add("\"%s\":\"%s\"".formatted(header[j], cells[j]));
            }
            json.append('{').append(String.join(",", object)).append("}\n");
        }
        return json.toString();
    }

    private static Files.Imported importing(Ground ground, byte[] file) {
        return Files.following(ground.editor(), Files.upload(ground.editor(), "UNITS", "PARTIAL", file, Api.key()));
    }

    private static Response failedRows(Files.Imported imported, String token) {
        return Api.as(token).get(imported.href() + "/failed-rows");
    }

    private List<List<String>> rows(Response file) throws IOException {
        var path = folder.resolve("failed");
        java.nio.file.Files.write(path, file.asByteArray());
        var rows = new ArrayList<List<String>>();
        try (var source = file.contentType().startsWith("text/csv")
                ? CsvReader.detecting(java.nio.file.Files.newBufferedReader(path))
                : XlsxReader.open(path, 1_000_000)) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void shouldComeBackInTheFormatThatWasSentAndBeCorrectedThere(TableFormat format) {
        // Given
        var ground = Ground.department();
        var csv = Ground.UNITS
                + ground.unitRow("1")
                + ground.unitRow("2").replace("Phòng 2", "=Phòng 2")
                + ground.unitRow("3");
        var imported = importing(ground, file(format, csv)).hasState("PARTIAL").counts(2, 0, 1);

        // When
        var failed = failedRows(imported, ground.editor());
        var again = importing(ground, failed.asByteArray());

        // Then
        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.contentType()).startsWith(format.mediaType());
        assertThat(failed.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"failed-rows." + format.extension() + "\"");
        assertThat(failed.header("Cache-Control")).isEqualTo("no-store");
        again.hasState("FAILED")
                .counts(0, 0, 1)
                .failsOnlyAt("1 " + (format == TableFormat.NDJSON ? "/name" : "B2") + " import.formula");
        assertThat(Api.as(ground.editor()).get(again.href()).as(Json.class).getString("format"))
                .isEqualTo(format.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = TableFormat.class,
            names = {"CSV", "XLSX"})
    void shouldSayInBothLanguagesWhatIsWrongAndRunInNoSpreadsheet(TableFormat format) throws IOException {
        // Given
        var ground = Ground.department();
        var csv =
                Ground.UNITS + ground.unitRow("1").replace("Phòng 1", "=cmd()").replace("2019-01-01", "2019-02-30");
        var imported = importing(ground, file(format, csv));

        // When
        var rows = rows(failedRows(imported, ground.editor()));

        // Then
        assertThat(rows.getFirst().getLast()).isEqualTo("error");
        assertThat(rows.getFirst().get(6)).isEqualTo("loi");
        var row = rows.getLast();
        assertThat(row)
                .startsWith(ground.unit("1"), "'=cmd()", "DIVISION", ground.code(), "2019-02-30", "")
                .hasSize(8);
        assertThat(row.get(6)).contains("B2: Ô name bắt đầu bằng", " | E2: ", "không có trong lịch");
        assertThat(row.get(7)).contains("B2: The cell name begins with", " | E2: ", "is not in the calendar", "Remove");
    }

    @Test
    void shouldKeepSeparatorBrokenLinesAndCellsWithoutColumn() throws IOException {
        // Given
        var ground = Ground.department();
        var csv =
                (Ground.UNITS + ground.unitRow("1").strip() + ",zu,viel\n").replace(',', ';') + "\"a\"b;c\n" + "x;y\n";
        var imported = importing(ground, csv.getBytes(UTF_8));

        // When
        var failed = failedRows(imported, ground.editor());

        // Then
        assertThat(failed.asString()).contains("code;name;type;parentCode;validFrom;validTo;loi;error\r\n");
        var rows = rows(failed);
        assertThat(rows).extracting(List::size).containsExactly(8, 10, 8, 8);
        assertThat(rows.get(1)).endsWith("zu", "viel");
        assertThat(rows.get(2).getFirst()).isEqualTo("\"a\"b;c");
        assertThat(rows.get(3)).startsWith("x", "y", "", "", "", "");
    }

    @Test
    void shouldGiveBackLinesThatAreNoGoodObjects() {
        // Given
        var ground = Ground.department();
        var lines = "{\"code\":\"%s\"\nnot json\n{\"ten\":1, \"code\":\"a\"}\n{\"code\":\"a\",\"code\":\"b\"}\n[1]\n"
                .formatted(ground.unit("1"));
        var imported = importing(ground, lines.getBytes(UTF_8));

        // When
        var failed = failedRows(imported, ground.editor());

        // Then
        imported.failsOnlyAt(
                "1 /code import.json-malformed",
                "2 /code import.json-malformed",
                "3 /code import.property-unknown",
                "4 /code import.property-twice",
                "5 /code import.json-malformed");
        assertThat(failed.asString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"line\":\"{\\\"code\\\""),
                        line -> assertThat(line).startsWith("{\"line\":\"not json\",\"loi\":\"/code: "),
                        line -> assertThat(line).startsWith("{\"ten\":1, \"code\":\"a\",\"loi\":\""),
                        line -> assertThat(line).startsWith("{\"code\":\"a\",\"code\":\"b\",\"loi\":\""),
                        line -> assertThat(line).startsWith("{\"line\":\"[1]\",\"loi\":\""));
    }

    @Test
    void shouldReplaceTheReasonsOfAnEarlierRefusal() {
        // Given
        var ground = Ground.department();
        var header = "loi," + Ground.UNITS.strip() + ",error\n";
        var imported = importing(
                ground, (header + "cũ," + ground.unit("1") + ",=1,DIVISION,,2019-01-01,,old\n").getBytes(UTF_8));

        // When
        var failed = failedRows(imported, ground.editor());

        // Then
        imported.failsOnlyAt("1 C2 import.formula");
        assertThat(failed.asString())
                .contains("code,name,type,parentCode,validFrom,validTo,loi,error")
                .doesNotContain("cũ", "old");
    }

    @Test
    void shouldSealTheCellsAuditTheReadingAndForgetWithTheOperation() {
        // Given
        var ground = Ground.department();
        var imported =
                importing(ground, (Ground.UNITS + ground.unitRow("1").replace("Phòng 1", "=Bí mật")).getBytes(UTF_8));
        var id = UUID.fromString(imported.href().substring(imported.href().lastIndexOf('/') + 1));

        // When
        var failed = failedRows(imported, ground.editor());

        // Then
        assertThat(failed.asString()).contains("Bí mật");
        assertThat(Database.count(
                        "select count(*) from import_failures where import_id = ? and position(?::bytea in content) > 0",
                        id,
                        "mật".getBytes(UTF_8)))
                .isZero();
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'import.read-failed-rows' and resource_id = ? and subject = ?",
                        id,
                        "person-editor-" + ground.code()))
                .isEqualTo(1);
        Database.execute("delete from operations where id = (select operation_id from imports where id = ?)", id);
        assertThat(Database.count("select count(*) from import_failures where import_id = ?", id))
                .isZero();
    }

    @Test
    void shouldBeShownToTheSenderAndToOperatorsOnly() {
        // Given
        var ground = Ground.department();
        var imported = importing(ground, (Ground.UNITS + ground.unitRow("?")).getBytes(UTF_8));
        var operator = Tokens.user("operator").roles("operator").token();
        var reader = Tokens.user("reader")
                .unit(ground.code())
                .roles("directory-reader")
                .token();

        // Then
        assertThat(failedRows(imported, ground.editor()).statusCode()).isEqualTo(200);
        assertThat(failedRows(imported, operator).statusCode()).isEqualTo(200);
        assertThat(failedRows(imported, Ground.editorOf(ground.code(), "colleague"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(failedRows(imported, reader).statusCode()).isEqualTo(403);
    }

    @Test
    void shouldNotBeReadBeforeTheImportHasEnded() throws SQLException {
        // Given
        var ground = Ground.department();
        Response refused;
        Response accepted;
        try (var barrier = Barrier.at("KQ00100", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("KQ", 200));
            barrier.met();

            // When
            refused = Api.as(ground.editor()).get(accepted.as(Json.class).getString("resultHref") + "/failed-rows");
        }

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("operation.running");
        Files.following(ground.editor(), accepted).hasState("SUCCEEDED");
    }
}
