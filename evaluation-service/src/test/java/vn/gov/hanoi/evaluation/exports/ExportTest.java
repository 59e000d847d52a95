package vn.gov.hanoi.evaluation.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** An export holds what its caller may see, on a day and as known at a moment, in the columns of the import template. */
@QuarkusTest
@WithStack
class ExportTest {
    private static final String UNITS = "\uFEFFcode,name,type,parentCode,validFrom,validTo\r\n";
    private static final String OFFICERS =
            "\uFEFFofficerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\r\n";

    private Units.Unit department;
    private Units.Unit division;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        division = Units.named("DIVISION", department, "Phòng \"Một cửa\", tiếp dân");
        editor = Units.editor(department);
    }

    private String units() {
        return "%s,%s,DEPARTMENT,H26,2018-01-01,\r\n".formatted(department.code(), department.name()) + division();
    }

    private String division() {
        return "%s,\"Phòng \"\"Một cửa\"\", tiếp dân\",DIVISION,%s,2018-01-01,\r\n"
                .formatted(division.code(), department.code());
    }

    @Test
    void shouldHoldTheUnitsOfTheScopeAndSayWhatItIs() throws Exception {
        // When
        var manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));
        var file = Exports.file(editor, manifest);

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.asByteArray(), UTF_8)).isEqualTo(UNITS + units());
        assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"units-%s.csv\"".formatted(manifest.getString("asOf")));
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(manifest.getInt("rows")).isEqualTo(2);
        assertThat(manifest.getInt("bytes")).isEqualTo(file.asByteArray().length);
        assertThat(manifest.getString("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.asByteArray())));
    }

    @Test
    void shouldHoldOfficersWithBirthDatesForEditorsOnlyAndNeverTheNumber() {
        // Given
        var request = Officers.request(Officers.code(), "Nguyễn Văn An", division.id());
        request.put("personalNumber", Officers.number());
        var officer = Officers.created(editor, request);
        var reader = Units.reader(department);
        var row = officer.getString("officerCode") + ",Nguyễn Văn An,CIVIL_SERVANT,%s," + division.code()
                + ",STAFF,Chuyên viên,false,2019-05-01,112/QĐ-UBND\r\n";

        // When
        var forEditor = Exports.file(editor, Exports.done(editor, Exports.request("OFFICERS", "CSV")));
        var forReader = Exports.file(reader, Exports.done(reader, Exports.request("OFFICERS", "CSV")));

        // Then
        assertThat(new String(forEditor.asByteArray(), UTF_8)).isEqualTo(OFFICERS + row.formatted("1985-02-03"));
        assertThat(new String(forReader.asByteArray(), UTF_8)).isEqualTo(OFFICERS + row.formatted(""));
    }

    @ParameterizedTest
    @CsvSource({"UNITS,CSV", "UNITS,XLSX", "UNITS,NDJSON", "OFFICERS,CSV", "OFFICERS,XLSX", "OFFICERS,NDJSON"})
    void shouldChangeNothingWhenItIsImported(String resource, String format) {
        // Given
        var officer = Officers.officer(editor, division, "Trần Thị Bé");
        Officers.move(editor, officer, department, "2021-01-01");
        Officers.officer(editor, department, "Lê Văn Cường");
        var file = Exports.file(editor, Exports.done(editor, Exports.request(resource, format)));
        var before = changes();

        // When
        var imported = Files.following(editor, Files.upload(editor, resource, "ATOMIC", file.asByteArray(), Api.key()));

        // Then
        imported.hasState("SUCCEEDED").counts(0, 2, 0);
        assertThat(changes()).isEqualTo(before);
    }

    private static List<Map<String, Object>> changes() {
        return Database.query("""
                select (select count(*) from unit_states), (select count(*) from officer_states), (select count(*) from assignments),
                    (select count(*) from outbox_events) + (select count(*) from event_log)""");
    }

    @Test
    void shouldChangeNothingAfterAUnitWasRenamed() {
        // Given
        rename("Phòng Một cửa", "2024-01-01");
        var manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));
        var file = Exports.file(editor, manifest);

        // When
        var imported = Files.following(editor, Files.upload(editor, "UNITS", "ATOMIC", file.asByteArray(), Api.key()));

        // Then
        assertThat(new String(file.asByteArray(), UTF_8)).contains(division.code() + ",Phòng Một cửa,DIVISION,");
        imported.hasState("SUCCEEDED").counts(0, 2, 0);
    }

    private void rename(String name, String from) {
        Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .header(
                        "If-Match",
                        Api.as(editor).get(Units.PATH + "/" + division.id()).header("ETag"))
                .body(Map.of("reason", Officers.REASON, "data", Map.of("from", from, "inForce", true, "name", name)))
                .post(Units.PATH + "/" + division.id() + "/actions/correct")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldShowTheDayAndTheMomentThatAreAskedFor() {
        // Given
        var before = Exports.done(editor, Exports.request("UNITS", "CSV")).getString("knownAt");
        rename("Phòng Một cửa", "2024-01-01");
        var earlier = Exports.request("UNITS", "CSV");
        earlier.put("asOf", "2023-12-31");
        var known = Exports.request("UNITS", "CSV");
        known.put("knownAt", before);

        // When
        var then = Exports.file(editor, Exports.done(editor, earlier));
        var manifest = Exports.done(editor, known);

        // Then
        assertThat(new String(then.asByteArray(), UTF_8)).isEqualTo(UNITS + units());
        assertThat(manifest.getString("knownAt")).isEqualTo(before);
        assertThat(new String(Exports.file(editor, manifest).asByteArray(), UTF_8))
                .isEqualTo(UNITS + units());
    }

    @Test
    void shouldHoldTheUnitsThatAreAskedFor() {
        // Given
        var children = Exports.request("UNITS", "CSV");
        children.put("unitId", department.id());
        children.put("unitScope", "CHILDREN");
        var foreign = Exports.request("UNITS", "CSV");
        foreign.put("unitId", Units.city().id());
        foreign.put("unitScope", "SUBTREE");
        var above = Exports.request("UNITS", "CSV");
        above.put("unitId", Units.city().id());

        // When
        var below = Exports.file(editor, Exports.done(editor, children));
        var everywhere = Exports.file(editor, Exports.done(editor, foreign));
        var nothing = Exports.file(editor, Exports.done(editor, above));

        // Then
        assertThat(new String(below.asByteArray(), UTF_8)).isEqualTo(UNITS + division());
        assertThat(new String(everywhere.asByteArray(), UTF_8)).isEqualTo(UNITS + units());
        assertThat(new String(nothing.asByteArray(), UTF_8)).isEqualTo(UNITS);
    }

    @Test
    void shouldLetNoCellRunInASpreadsheetAndComeBackUnharmed() {
        // Given
        Database.execute(
                "update unit_states set name = '=1+1' where unit_id = ? and superseded_at is null", division.id());

        // When
        var csv = Exports.file(editor, Exports.done(editor, Exports.request("UNITS", "CSV")));
        var json = Exports.file(editor, Exports.done(editor, Exports.request("UNITS", "NDJSON")));

        // Then
        assertThat(csv.asString()).contains(",'=1+1,DIVISION,");
        assertThat(json.asString()).contains("\"name\":\"=1+1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "resource, PEOPLE, 400, request.invalid-value",
        "format, PDF, 400, request.invalid-value",
        "unitScope, SUBTREE, 400, request.invalid-value",
        "asOf, 1800-01-01, 422, date.out-of-range",
        "knownAt, 2199-01-01T00:00:00Z, 400, query.invalid-parameter",
        "purpose, ' ', 400, request.invalid-value",
        "purpose, Tra cứu 001.085.012345, 422, text.character-not-allowed",
        "fields, name, 400, request.unknown-property"
    })
    void shouldRefuseWhatItCannotDo(String property, String value, int status, String code) {
        // Given
        var request = Exports.request("UNITS", "CSV");
        request.put(property, value);

        // When
        var refused = Exports.post(editor, request);

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo(code);
    }

    @Test
    void shouldRecordThePurposeAndEachReading() {
        // Given
        var manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));

        // When
        Exports.file(editor, manifest);
        Exports.file(editor, manifest);

        // Then
        assertThat(Database.query(
                        "select action, details ->> 'purpose' as purpose from audit_entries where resource_id = ? order by at, id",
                        UUID.fromString(manifest.getString("id"))))
                .extracting(row -> row.get("action") + " " + row.get("purpose"))
                .containsExactly(
                        "export.accept Báo cáo biên chế quý III",
                        "export.finish null",
                        "export.read Báo cáo biên chế quý III",
                        "export.read Báo cáo biên chế quý III");
    }

    @Test
    void shouldBeTheSameExportUnderTheSameKey() {
        // Given
        var key = Api.key();
        var request = Exports.request("UNITS", "XLSX");

        // When
        var first = Api.as(editor).header("Idempotency-Key", key).body(request).post(Exports.PATH);
        var second = Api.as(editor).header("Idempotency-Key", key).body(request).post(Exports.PATH);
        var tried = Api.as(editor).body(request).post(Exports.PATH + "?validateOnly=true");

        // Then
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(tried.statusCode()).isEqualTo(200);
        Json manifest = Exports.followed(editor, first, "SUCCEEDED");
        assertThat(Exports.file(editor, manifest).asByteArray()).startsWith('P', 'K');
    }

    @Test
    void shouldHaveTheColumnsOfTheTemplate() {
        // When
        var units = Api.as(editor).accept("text/csv").get("/evaluation/v1/import-templates/UNITS");
        var officers = Api.as(editor).accept("text/csv").get("/evaluation/v1/import-templates/OFFICERS");
        var workbook = Api.as(editor)
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/evaluation/v1/import-templates/UNITS");
        var unknown = Api.as(editor).get("/evaluation/v1/import-templates/CLASSES");
        var tried = Files.upload(editor, "UNITS", "VALIDATE", workbook.asByteArray(), Api.key());

        // Then
        assertThat(new String(units.asByteArray(), UTF_8)).isEqualTo(UNITS);
        assertThat(new String(officers.asByteArray(), UTF_8)).isEqualTo(OFFICERS.strip() + ",personalNumber,sex\r\n");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(tried.as(Json.class).getString("code")).isEqualTo("import.file-empty");
    }
}
