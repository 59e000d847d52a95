package vn.gov.hanoi.evaluation.directory;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;

/** Every operation of the service on records of one division, each for a token. */
final class Operations {
    private static final String HEADER = "code,name,type,parentCode,validFrom,validTo\n";

    final Units.Unit department = Units.department();
    final Units.Unit division = Units.unit("DIVISION", department);
    final String unitPath = Units.PATH + "/" + division.id();
    final String officerPath;
    final Files.Imported imported;
    final String exportPath;
    private final JsonPath officer;
    private final String absencePath;

    Operations() {
        var editor = Units.editor(department);
        officer = Officers.officer(editor, division, "Nguyễn Văn An");
        officerPath = Officers.PATH + "/" + officer.getString("id");
        absencePath = Officers.absence(editor, officer, "STUDY", "2020-01-01", "2020-02-01")
                .header("Location");
        imported = Files.importing(editor, "UNITS", "VALIDATE", HEADER + "H26,,,,,\n");
        exportPath = Exports.PATH + "/" + Exports.done(editor, Exports.request("UNITS", "CSV")).getString("id");
    }

    private String postPath() {
        return Officers.POSTS + "/" + officer.getString("assignments[0].id");
    }

    /** Actions name an old version, so that they change nothing where they are allowed. */
    Map<String, Function<String, Response>> all() {
        var operations = new LinkedHashMap<String, Function<String, Response>>();
        operations.put("listUnits", token -> Api.as(token).get(Units.PATH));
        operations.put("getUnit", token -> Api.as(token).get(unitPath));
        operations.put(
                "createUnit", token -> Units.post(token, Units.request(Units.code(), "DIVISION", division.id())));
        operations.put("listOfficers", token -> Api.as(token).get(Officers.PATH));
        operations.put("getOfficer", token -> Api.as(token).get(officerPath));
        operations.put(
                "createOfficer",
                token -> Officers.post(token, Officers.request(Officers.code(), "Trần Thị Bé", division.id())));
        operations.put(
                "correctUnit",
                token -> Officers.act(
                        token,
                        unitPath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of("from", "2018-01-01", "inForce", true))));
        operations.put("createUnitCode", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("scheme", "ADMINISTRATIVE", "code", "0", "validFrom", "2018-01-01"))
                .post(unitPath + "/codes"));
        operations.put("findOfficer", token -> Api.as(token)
                .body(Map.of("personalNumber", "000000000000"))
                .post(Officers.PATH + "/actions/find"));
        operations.put(
                "correctOfficer",
                token -> Officers.act(
                        token,
                        officerPath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of())));
        operations.put(
                "assignOfficer",
                token -> Officers.act(
                        token, officerPath + "/actions/assign", "\"0\"", Officers.assignment(division, "2021-01-01")));
        operations.put("listAbsences", token -> Api.as(token).get(officerPath + "/absences"));
        operations.put("getAbsence", token -> Api.as(token).get(absencePath));
        operations.put("createAbsence", token -> Officers.absence(token, officer, "OTHER", "2020-01-01", null));
        operations.put(
                "correctAbsence",
                token -> Officers.act(
                        token,
                        absencePath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of("kind", "OTHER", "validFrom", "2020-01-01"))));
        operations.put("listAssignments", token -> Api.as(token).get(Officers.POSTS));
        operations.put("getAssignment", token -> Api.as(token).get(postPath()));
        operations.put("createAssignment", token -> Officers.further(token, officer, division, "CONCURRENT"));
        operations.put(
                "closeAssignment",
                token -> Officers.act(
                        token,
                        postPath() + "/actions/close",
                        "\"0\"",
                        Map.of("effectiveOn", "2021-01-01", "decision", Officers.DECISION)));
        operations.put(
                "correctAssignment",
                token -> Officers.act(
                        token,
                        postPath() + "/actions/correct",
                        "\"0\"",
                        Map.of(
                                "reason",
                                Officers.REASON,
                                "data",
                                Map.of(
                                        "title", "Chuyên viên",
                                        "position", "STAFF",
                                        "leader", false,
                                        "validFrom", "2019-05-01",
                                        "decisionNumber", "1/QĐ"))));
        operations.put("createImport", token -> Files.upload(token, "UNITS", "VALIDATE", HEADER + "H26,,,,,\n"));
        operations.put("getImport", token -> Api.as(token).get(imported.href()));
        operations.put("listImportRows", token -> Api.as(token).get(imported.href() + "/rows"));
        operations.put("getFailedRows", token -> Api.as(token).get(imported.href() + "/failed-rows"));
        operations.put("getImportTemplate", token -> Api.as(token).get("/evaluation/v1/import-templates/UNITS"));
        operations.put("createExport", token -> Exports.post(token, Exports.request("UNITS", "CSV")));
        operations.put("getExport", token -> Api.as(token).get(exportPath));
        operations.put("getExportFile", token -> Api.as(token).get(exportPath + "/file?ticket=a"));
        operations.put("getOperation", token -> Api.as(token).get(imported.operation()));
        operations.put("cancelOperation", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("reason", "Nhầm tệp"))
                .post(imported.operation() + "/actions/cancel"));
        return operations;
    }
}
