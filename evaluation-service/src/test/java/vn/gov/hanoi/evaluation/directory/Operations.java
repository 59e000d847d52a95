package vn.gov.hanoi.evaluation.directory;

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

    Operations() {
        var editor = Units.editor(department);
        officerPath = Officers.PATH + "/"
                + Officers.officer(editor, division, "Nguyễn Văn An").getString("id");
        imported = Files.importing(editor, "UNITS", "VALIDATE", HEADER + "H26,,,,,\n");
        exportPath = Exports.PATH + "/" + Exports.done(editor, Exports.request("UNITS", "CSV")).getString("id");
    }

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
