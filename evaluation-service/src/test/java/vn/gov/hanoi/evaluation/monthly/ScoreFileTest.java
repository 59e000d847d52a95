package vn.gov.hanoi.evaluation.monthly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Workbooks;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A month of an agency out as a file and in again, and the workbook that is filled. */
@QuarkusTest
@WithStack
class ScoreFileTest {
    @Test
    void shouldTakeItsOwnFilesBackAndDecideOnlyWhatWasFilledIn() {
        // Given
        var agency = Evaluations.agency(2);
        var codes = Scores.people(agency, "SFA", 6);
        var closing = Evaluations.opened(agency);
        Scores.imported(agency.keeper(), "ATOMIC", Scores.file(decided(codes))).hasState("SUCCEEDED");
        Evaluations.decided(agency, agency.staff().get(0), "1.25");
        Evaluations.scoredAlone(agency, agency.staff().get(1), "0.5");
        var waiting = Scores.code(agency.staff().get(1));
        Database.execute(
                "update officer_states set full_name = '=HYPERLINK(\"x\")' where officer_id = (select id from officers where officer_code = ?)",
                waiting);

        // When
        var csv = new String(export(agency, "CSV"), UTF_8);
        var workbook = export(agency, "XLSX");
        var lines = new String(export(agency, "NDJSON"), UTF_8);
        var before = stored(closing);
        var filled = csv.lines()
                .map(line -> line.startsWith(waiting) ? decide(line) : line)
                .reduce("", (one, other) -> one + other + "\r\n");
        var again = Files.importing(agency.keeper(), "EVALUATION_SCORES", "PARTIAL", csv);
        var after = stored(closing);

        // Then
        int people = 9;
        assertThat(csv).startsWith("\uFEFFMã cán bộ [officerCode],Họ và tên [fullName],Tháng [period]");
        assertThat(csv).contains("Khối lượng công việc (tối đa: ", "'=HYPERLINK", "'- Biên bản 31/7", "'@Tập thể");
        assertThat(lines).contains("\"officerCode\":\"" + waiting + "\",\"fullName\":\"=HYPERLINK(");
        for (var file : List.of(csv.getBytes(UTF_8), workbook, lines.getBytes(UTF_8))) {
            Files.following(
                            agency.keeper(),
                            Files.upload(agency.keeper(), "EVALUATION_SCORES", "VALIDATE", file, Api.key()))
                    .counts(0, people, 0);
        }
        again.hasState("SUCCEEDED").counts(0, people, 0);
        assertThat(after).isEqualTo(before);
        Scores.imported(agency.keeper(), "PARTIAL", filled)
                .hasState("SUCCEEDED")
                .counts(1, people - 1, 0);
        Scores.imported(agency.keeper(), "VALIDATE", csv.replace("41/QĐ-SNV,2026-08-03", ",2026-08-03"))
                .counts(0, people - decided(codes).size(), decided(codes).size());
    }

    /** Of every kind of decision one; one person waits without any mark. */
    private static List<Map<String, String>> decided(List<String> codes) {
        return List.of(
                Scores.row(codes.get(0), "I.1", "3.125", "presenceDays", "20.5"),
                Scores.row(codes.get(1), "notRated", "MATERNITY_ALL_PERIOD", "presenceDays", "0"),
                Scores.row(codes.get(2), "grade", "C", "reason", "- Hạ mức theo kết luận"),
                Scores.row(
                        codes.get(3),
                        "I.1",
                        "0",
                        "bonusPoints",
                        "1.5",
                        "bonusEvidence",
                        "+ Bằng khen",
                        "bonusApprover",
                        "Giám đốc",
                        "furtherWork",
                        "{\"deductions\":[{\"rule\":\"LATE\",\"violation\":\"=Biên bản 7\"}],"
                                + "\"disciplines\":[{\"decision\":\"3/QĐ\",\"effectiveOn\":\"2026-07-02\",\"partyOnly\":true}]}"),
                Scores.row(codes.get(4), "collective", "@Tập thể", "minutes", "- Biên bản 31/7"));
    }

    /** Presence and document of the row of somebody who has marks. */
    private static String decide(String line) {
        var cells = new ArrayList<>(List.of(line.split(",", -1)));
        cells.set(3, "20");
        int document = cells.size() - 6;
        cells.set(document, "42/QĐ-SNV");
        cells.set(document + 1, "2026-08-03");
        cells.set(document + 2, "Sở Nội vụ");
        return String.join(",", cells);
    }

    private static Map<String, @Nullable Object> stored(Json closing) {
        return Database.query(
                        "select md5(string_agg(s::text, '|' order by s.id)) as sheets from sheets s where s.closing_id = ?::uuid",
                        closing.getString("id"))
                .getFirst();
    }

    private static Map<String, @Nullable Object> request(Evaluations.Agency agency, String format) {
        var request = Exports.request("EVALUATION_SCORES", format);
        request.put("unitId", agency.department().id());
        request.put("period", Evaluations.MONTH);
        return request;
    }

    private static byte[] export(Evaluations.Agency agency, String format) {
        var manifest = Exports.done(agency.keeper(), request(agency, format));
        return Exports.file(agency.keeper(), manifest)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void shouldLockAllOfTheWorkbookButWhatIsToBeFilledAndBoundEachMark() throws Exception {
        // Given
        var agency = Evaluations.agency(2);
        Database.execute(
                "update assignments set leader = true where officer_id = ?::uuid",
                agency.manager().getString("id"));
        Evaluations.opened(agency);
        Evaluations.decided(agency, agency.staff().get(0), "1");
        var chief = Scores.code(agency.manager());
        var clerk = Scores.code(agency.staff().get(1));

        // When
        var workbook = Api.as(agency.keeper())
                .accept(Workbooks.TYPE)
                .queryParams(
                        "period",
                        Evaluations.MONTH,
                        "unitId",
                        agency.department().id())
                .get("/evaluation/v1/import-templates/EVALUATION_SCORES")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        // Then
        var sheet = Workbooks.part(workbook, Workbooks.SHEET);
        var header = cells(sheet, 1);
        var open = unlocked(Workbooks.part(workbook, Workbooks.STYLES));
        assertThat(sheet).contains("<sheetProtection ").doesNotContain("sheet=\"false\"");
        assertThat(sheet.split("<row ", -1)).hasSize(4);
        for (int number = 2; number <= 3; number++) {
            var row = cells(sheet, number);
            boolean leads = sheet.split("<row ", -1)[number].contains(chief);
            assertThat(sheet.split("<row ", -1)[number]).contains(leads ? chief : clerk);
            int line = number;
            header.forEach((column, heading) -> {
                var style = row.getOrDefault(column, "0|").split("\\|", -1)[0];
                var name = heading.replaceAll(".*\\[(.*)]", "$1");
                boolean given = List.of("officerCode", "fullName", "period").contains(name);
                boolean criterion = Character.isUpperCase(name.charAt(0));
                var most = Pattern.compile((leads ? "lãnh đạo" : "chuyên môn") + " ([0-9.]+)")
                        .matcher(heading);
                boolean ofTheSheet = most.find();
                assertThat(open.contains(style))
                        .as(column + line + " " + heading)
                        .isEqualTo(!given && (!criterion || ofTheSheet));
                if (criterion || name.equals("presenceDays")) {
                    var limit = criterion ? ofTheSheet ? "lt;=%s)".formatted(most.group(1)) : "none" : "lt;=23)";
                    assertThat(rule(sheet, column, line)).as(column + line).endsWith(limit);
                }
            });
        }
        assertThat(header.values()).allMatch(each -> each.matches(".+ \\[[A-Za-z0-9.]+]"));
        // Numbers as a spreadsheet keeps them; who is left empty is left alone.
        var typed = new LinkedHashMap<String, Object>();
        int line = sheet.split("<row ", -1)[2].contains(clerk) ? 2 : 3;
        header.forEach((column, heading) -> {
            var value = typed(heading.replaceAll(".*\\[(.*)]", "$1"));
            if (value != null) {
                typed.put(column + line, value);
            }
        });
        var filled = Workbooks.filled(workbook, typed);
        Files.following(
                        agency.keeper(),
                        Files.upload(agency.keeper(), "EVALUATION_SCORES", "PARTIAL", filled, Api.key()))
                .hasState("SUCCEEDED")
                .counts(1, 1, 0);
        assertThat(Evaluations.read(
                                agency.keeper(),
                                Evaluations.sheet(agency.staff().get(1)))
                        .getString("grade"))
                .isEqualTo("C");
    }

    /** What somebody types into a column of the workbook; null for nothing. */
    private static @Nullable Object typed(String name) {
        return switch (name) {
            case "presenceDays" -> new BigDecimal("20.5");
            case "decisionNumber" -> "43/QĐ-SNV";
            case "decisionSignedOn" -> "2026-08-03";
            case "decisionIssuer" -> "Sở Nội vụ";
            default -> Scores.CRITERIA.contains(name) ? new BigDecimal(name.startsWith("I.") ? "4.1" : "9.25") : null;
        };
    }

    /** The limit of a cell. */
    private static String rule(String sheet, String column, int row) {
        return Pattern.compile(
                        "<dataValidation sqref=\"([A-Z]+)(\\d+)(?::[A-Z]+(\\d+))?\"[^>]*><formula1>([^<]*)</formula1>")
                .matcher(sheet)
                .results()
                .filter(found -> found.group(1).equals(column)
                        && Integer.parseInt(found.group(2)) <= row
                        && Integer.parseInt(found.group(3) == null ? found.group(2) : found.group(3)) >= row)
                .map(found -> found.group(4))
                .findFirst()
                .orElse("none");
    }

    /** Cells of a row by column: style and text for rows of people, the heading for the first. */
    private static Map<String, String> cells(String sheet, int row) {
        var found = new LinkedHashMap<String, String>();
        Pattern.compile("<c r=\"([A-Z]+)%d\"([^>]*)>(?:<is><t>([^<]*)</t></is>)?".formatted(row))
                .matcher(sheet)
                .results()
                .forEach(
                        cell -> found.put(cell.group(1), row == 1 ? cell.group(3) : style(cell) + "|" + cell.group(3)));
        return found;
    }

    private static String style(MatchResult cell) {
        var found = Pattern.compile("s=\"(\\d+)\"").matcher(cell.group(2));
        return found.find() ? found.group(1) : "0";
    }

    /** Places of the styles of cells that are not locked. */
    private static List<String> unlocked(String styles) {
        var formats = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
        var found = new ArrayList<String>();
        var all = formats.split("<xf ", -1);
        for (int i = 1; i < all.length; i++) {
            if (all[i].contains("locked=\"false\"") || all[i].contains("locked=\"0\"")) {
                found.add(Integer.toString(i - 1));
            }
        }
        return found;
    }

    @Test
    void shouldExportAMonthForItsKeeperOnly() {
        // Given
        var agency = Evaluations.agency(1);
        Evaluations.opened(agency);
        var request = request(agency, "CSV");
        var stranger = Evaluations.token("keeper", Units.department(), "evaluation-keeper");
        var manifest = Exports.done(agency.keeper(), request);
        var reader = Evaluations.token("keeper", agency.department(), "directory-reader");

        // Then
        refused(Units.editor(agency.department()), request, 403, "auth.role-missing");
        refused(agency.keeper(), Exports.request("OFFICERS", "CSV"), 403, "auth.role-missing");
        refused(stranger, request, 403, "scope.outside");
        assertThat(Exports.file(reader, manifest).statusCode()).isEqualTo(404);
        for (var change : List.of(
                "period=2026-06", "period=2026-7", "period=", "unitId=", "unitScope=SUBTREE", "asOf=2026-07-31")) {
            var parts = change.split("=", -1);
            var other = request(agency, "CSV");
            other.put(parts[0], parts[1].isEmpty() ? null : parts[1]);
            boolean there = change.equals("period=2026-06");
            refused(agency.keeper(), other, there ? 404 : 400, there ? "resource.not-found" : "request.invalid-value");
        }
        var units = Exports.request("UNITS", "CSV");
        units.put("period", "2026-07");
        refused(Units.editor(agency.department()), units, 400, "request.invalid-value");
    }

    private static void refused(String token, Map<String, @Nullable Object> request, int status, String code) {
        Exports.post(token, request).then().statusCode(status).body(at("code", equalTo(code)));
    }
}
