package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Json;

/** Files of scores for the people of {@link Evaluations}. */
public final class Scores {
    public static final List<String> CRITERIA = List.of("I.1", "I.2", "I.3", "I.4", "II.1", "II.2", "II.3", "II.4");
    private static final List<String> MAXIMA = List.of("5", "5", "5", "5", "20", "20", "20", "10");
    private static final List<String> COLUMNS = List.of(
            "officerCode",
            "period",
            "presenceDays",
            "decisionNumber",
            "decisionSignedOn",
            "decisionIssuer",
            "grade",
            "reason",
            "notRated",
            "bonusPoints",
            "bonusEvidence",
            "bonusApprover",
            "furtherWork",
            "collective",
            "minutes");

    private Scores() {}

    /** People of a division, recorded by a file; their codes begin with the prefix. */
    public static List<String> people(Evaluations.Agency agency, String prefix, int number) {
        var codes = new ArrayList<String>();
        var rows = new StringBuilder(
                "officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,decisionNumber\n");
        for (int i = 1; i <= number; i++) {
            codes.add("%s%05d".formatted(prefix, i));
            rows.append(
                    "%s,Trần Nhân Viên,COMMUNE_PART_TIME,1980-02-28,%s,STAFF,Chuyên viên,false,2019-06-01,12/QĐ-SNV\n"
                            .formatted(codes.getLast(), agency.division().code()));
        }
        Files.importing(Units.editor(agency.department()), "OFFICERS", "ATOMIC", rows.toString())
                .hasState("SUCCEEDED");
        return codes;
    }

    public static String code(Json officer) {
        return officer.getString("officerCode");
    }

    /** Full marks and presence of 20 days, decided by a document, but for these cells. */
    public static Map<String, String> row(String officerCode, String... cells) {
        var row = new LinkedHashMap<String, String>();
        row.put("officerCode", officerCode);
        row.put("period", Evaluations.MONTH);
        row.put("presenceDays", "20");
        row.put("decisionNumber", "41/QĐ-SNV");
        row.put("decisionSignedOn", "2026-08-03");
        row.put("decisionIssuer", "Sở Nội vụ");
        for (int i = 0; i < CRITERIA.size(); i++) {
            row.put(CRITERIA.get(i), MAXIMA.get(i));
        }
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    /** @param others columns behind the common ones and the criteria of the tests */
    public static String file(List<Map<String, String>> rows, String... others) {
        var columns = new ArrayList<>(COLUMNS);
        columns.addAll(CRITERIA);
        columns.addAll(List.of(others));
        var text = new StringBuilder(String.join(";", columns)).append('\n');
        for (var row : rows) {
            text.append(String.join(
                            ";",
                            columns.stream()
                                    .map(column ->
                                            '"' + row.getOrDefault(column, "").replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        return text.toString();
    }

    public static Response sent(String token, String mode, String file) {
        return Files.upload(token, "EVALUATION_SCORES", mode, file);
    }

    public static Files.Imported imported(String token, String mode, String file) {
        return Files.importing(token, "EVALUATION_SCORES", mode, file);
    }
}
