package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Files with what was scored and decided elsewhere, over HTTP. Chunks have 40 rows here and two are applied at a time. */
@QuarkusTest
@WithStack
class ScoreImportTest {
    private static final long SEED = 20_260_731;

    @Test
    void shouldDecideAsTheSinglePathDoesAndExplainEachSheetToItsDigest() {
        // Given
        var agency = Evaluations.agency(1);
        var codes = Scores.people(agency, "SCA", 200);
        var closing = Evaluations.opened(agency);
        var random = new Random(SEED);
        var rows = new ArrayList<Map<String, String>>();
        codes.forEach(code -> rows.add(random(code, random)));
        // The same marks as somebody who is decided by hand.
        var twin = Scores.row(codes.getFirst(), "I.1", "4.5", "presenceDays", "20");
        rows.set(0, twin);
        rows.add(Scores.row(Scores.code(agency.manager()), "I.1", "0"));
        var file = Scores.file(rows);
        var single = Evaluations.decided(agency, agency.staff().getFirst(), "0.5");

        // When
        var imported = Scores.imported(agency.keeper(), "PARTIAL", file);
        var after = stored(closing);
        var again = Scores.imported(agency.keeper(), "ATOMIC", file);

        // Then
        imported.hasState("SUCCEEDED").counts(201, 0, 0);
        again.hasState("SUCCEEDED").counts(0, 201, 0);
        assertThat(stored(closing)).isEqualTo(after);
        var sheets = Database.query("""
                select s.id::text as id, encode(s.digest, 'hex') as digest, s.outcome, s.grade from sheets s join officers o on o.id = s.officer_id
                where s.closing_id = ?::uuid order by o.officer_code""", closing.getString("id"));
        assertThat(sheets).allSatisfy(sheet -> Api.as(agency.keeper())
                .get(Evaluations.PATH + "/" + sheet.get("id") + "/explanation")
                .then()
                .statusCode(200)
                .body(at("digest", equalTo(sheet.get("digest"))))
                .body(at("outcome", equalTo(sheet.get("outcome"))))
                .body(at("decided", equalTo(sheet.get("grade")))));
        assertThat(sheets).extracting(sheet -> sheet.get("outcome")).contains("RATED", "NOT_RATED");
        assertThat(sheet(codes.getFirst(), "encode(s.digest, 'hex')")).isEqualTo(single.getString("detail.digest"));
        assertThat(sheet(codes.getFirst(), "s.points::text")).isEqualTo("89.5000");
        entry(agency, codes.getFirst(), imported);
        publishedStays(agency, closing, file, codes.getFirst());
    }

    /** Marks, presence and grade of one of many kinds of sheets; few have the top grade. */
    static Map<String, String> random(String code, Random random) {
        var row = Scores.row(code, "I.1", tenths(random, 50), "II.1", tenths(random, 100), "II.3", tenths(random, 200));
        switch (random.nextInt(8)) {
            case 0 -> row.putAll(Map.of("notRated", "MATERNITY_ALL_PERIOD", "presenceDays", "0"));
            case 1 -> row.put("presenceDays", "0");
            case 2 -> row.putAll(Map.of("grade", "D", "reason", "Người đứng đầu quyết định thấp hơn"));
            case 3 -> row.putAll(Map.of("bonusPoints", "1,25", "bonusEvidence", "QĐ 12", "bonusApprover", "Giám đốc"));
            case 4 -> row.put("furtherWork", "{\"deductions\":[{\"rule\":\"LATE\",\"violation\":\"Biên bản 7\"}]}");
            case 5 -> row.putAll(Map.of("collective", "Tập thể lãnh đạo", "minutes", "BB 31/7"));
            default -> row.put("presenceDays", "10.5");
        }
        return row;
    }

    private static String tenths(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most + 1), 1).toPlainString();
    }

    private static Map<String, @Nullable Object> stored(Json closing) {
        return Database.query("""
                        select md5(string_agg(s::text, '|' order by s.id)) as sheets,
                            (select count(*) from sheet_entries e join sheets t on t.id = e.sheet_id where t.closing_id = ?::uuid) as entries
                        from sheets s where s.closing_id = ?::uuid""", closing.getString("id"), closing.getString("id"))
                .getFirst();
    }

    private static @Nullable Object sheet(String code, String expression) {
        return Database.query(
                        "select " + expression
                                + " as found from sheets s join officers o on o.id = s.officer_id where o.officer_code = ? and s.superseded_at is null",
                        code)
                .getFirst()
                .get("found");
    }

    private static void entry(Evaluations.Agency agency, String code, Files.Imported imported) {
        Api.as(agency.keeper())
                .get(Evaluations.PATH + "/" + sheet(code, "s.id::text") + "/entries")
                .then()
                .statusCode(200)
                .body(at("items.kind", contains("DECISION")))
                .body(at("items.before", contains("OPENED")))
                .body(at("items.details.decision.number", contains("41/QĐ-SNV")))
                .body(at("items.details.decision.issuer", contains("Sở Nội vụ")))
                .body(at(
                        "items.details.importId",
                        contains(imported.href().substring(imported.href().lastIndexOf('/') + 1))));
    }

    /** The cap holds as ever; what is told is neither changed nor refused by the same file. */
    private static void publishedStays(Evaluations.Agency agency, Json closing, String file, String code) {
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        int rows = file.split("\n").length - 1;
        Scores.imported(agency.keeper(), "PARTIAL", file).counts(0, rows, 0);
        Scores.imported(agency.keeper(), "PARTIAL", Scores.file(List.of(Scores.row(code, "I.1", "4.4"))))
                .counts(0, 0, 1)
                .failsOnlyAt("1 B2 evaluation.closing-not-open");
    }

    @Test
    void shouldTellForEachRowWhatIsWrongAndApplyNothingOfIt() {
        // Given
        var agency = Evaluations.agency(2);
        var codes = Scores.people(agency, "SCB", 13).iterator();
        Evaluations.opened(agency);
        var foreign = Evaluations.agency(1);
        Evaluations.opened(foreign);
        Evaluations.decided(agency, agency.staff().getFirst(), "1");
        var good = codes.next();
        var rows = List.of(
                Scores.row(good),
                Scores.row(codes.next(), "I.1", "5.0001", "I.2", "4"),
                Scores.row(codes.next(), "C.A", "1"),
                Scores.row(codes.next(), "period", "2026-08"),
                Scores.row(Scores.code(agency.head())),
                Scores.row(Scores.code(foreign.staff().getFirst())),
                Scores.row(codes.next(), "II.2", "mười"),
                Scores.row(codes.next(), "II.2", ""),
                Scores.row(codes.next(), "I.1", "0", "grade", "A"),
                Scores.row(codes.next(), "grade", "B"),
                Scores.row(Scores.code(agency.staff().getFirst())),
                Scores.row(codes.next(), "presenceDays", "23.5"),
                Scores.row(codes.next(), "bonusPoints", "1"),
                Scores.row(codes.next(), "furtherWork", "{\"bonus\":[]}"),
                Scores.row(codes.next(), "collective", "Tập thể"),
                Scores.row(Scores.code(agency.staff().get(1))),
                Scores.row(good));
        var file = Scores.file(rows, "C.A");
        var keeper = Tokens.user("keeper-and-officer")
                .unit(agency.department().code())
                .officer(Scores.code(agency.staff().get(1)))
                .roles("evaluation-keeper")
                .token();

        // When
        var atomic = Scores.imported(keeper, "ATOMIC", file);
        var nothing = sheet(good, "s.state");
        var checked = Scores.imported(keeper, "VALIDATE", file).counts(1, 0, 16);
        var partial = Scores.imported(keeper, "PARTIAL", file);

        // Then
        assertThat(nothing).isEqualTo("OPENED");
        assertThat(sheet(good, "s.state")).isEqualTo("DECIDED");
        atomic.hasState("FAILED").counts(0, 0, 16);
        var expected = List.of(
                "2 P3 score.out-of-range",
                "3 X4 score.criterion-unknown",
                "4 B5 evaluation.month-not-opened",
                "5 A6 evaluation.no-sheet",
                "6 A7 evaluation.no-sheet",
                "7 U8 import.number-malformed",
                "8 U9 evaluation.data-missing",
                "9 G10 evaluation.grade-raised",
                "10 H11 evaluation.reason-missing",
                "11 A12 evaluation.already-decided",
                "12 C13 score.out-of-range",
                "13 K14 score.bonus-without-evidence",
                "13 L14 score.bonus-without-approver",
                "14 M15 import.value-not-allowed",
                "15 O16 evaluation.minutes-missing",
                "16 A17 authority.own-act",
                "17 A18 import.code-twice-in-file");
        for (var each : List.of(atomic, checked, partial)) {
            assertThat(each.errors()).containsExactlyElementsOf(expected);
        }
        partial.hasState("PARTIAL").counts(1, 0, 16);
        var texts = Api.as(keeper).get(partial.href() + "/rows?status=FAILED&limit=50");
        texts.then().statusCode(200).body(at("items.suggestion.code", hasItem("import.compare-document")));
        assertThat(texts.as(Json.class).<String>getList("items.detail"))
                .hasSize(expected.size())
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "evaluation.", "score."));
    }

    @Test
    void shouldBoundAHeadByTheDecidedLevelAndTakeNumbersOfOtherFormats() {
        // Given
        Evaluations.rules();
        var department = Units.department();
        var unit = Units.unit("PUBLIC_UNIT", department);
        var editor = Units.editor(department);
        var chief = Evaluations.officer(editor, department, "Lê Giám Đốc", "HEAD", "CADRE");
        var head = Evaluations.officer(editor, unit, "Phạm Thủ Trưởng", "HEAD", "COMMUNE_PART_TIME");
        var keeper = Evaluations.token("keeper", department, "evaluation-keeper");
        Evaluations.open(keeper, Evaluations.MONTH, unit).then().statusCode(201);
        Tasks.decide(
                        Tasks.officer(department, chief),
                        Tasks.opened(Tasks.keeper(department), unit, Evaluations.MONTH),
                        "decide",
                        "B")
                .then()
                .statusCode(200);
        var line = """
                {"officerCode":"%s","period":"2026-07","presenceDays":20,"decisionNumber":"1/QĐ","decisionSignedOn":"2026-08-03",\
                "decisionIssuer":"UBND","I.1":5,"I.2":5.0,"I.3":"5","I.4":"5,0","II.1":20,"II.2":20,"II.3":20,"II.4":10}
                """.formatted(Scores.code(head));

        // When
        var imported = Scores.imported(keeper, "PARTIAL", line);
        var again = Scores.imported(keeper, "PARTIAL", line);

        // Then
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
        again.counts(0, 1, 0);
        Evaluations.read(keeper, Evaluations.sheet(head));
        assertThat(sheet(Scores.code(head), "concat(s.grade_by_points, s.grade, s.extras ->> 'unitGrade')"))
                .isEqualTo("ABB");
    }

    @Test
    void shouldTakeFilesOfKeepersWithAllColumnsOnly() {
        // Given
        var agency = Evaluations.agency(1);
        var file = Scores.file(List.of(Scores.row("CB1")));

        // Then
        Files.upload(agency.reader(), "EVALUATION_SCORES", "PARTIAL", file)
                .then()
                .statusCode(403)
                .body(at("code", equalTo("auth.role-missing")));
        Files.upload(Units.editor(agency.department()), "EVALUATION_SCORES", "PARTIAL", file)
                .then()
                .statusCode(403)
                .body(at("code", equalTo("auth.role-missing")));
        Files.upload(agency.keeper(), "EVALUATION_SCORES", "PARTIAL", file.replace("presenceDays;", ""))
                .then()
                .statusCode(422)
                .body(at("errors.code", contains("import.column-missing")))
                .body(at("errors.args.column", contains("presenceDays")));
        Files.upload(agency.keeper(), "EVALUATION_SCORES", "PARTIAL", file.replace(";I.1;", ";I.99;"))
                .then()
                .statusCode(422)
                .body(at("errors.code", contains("import.column-unknown")));
    }

    @Test
    void shouldGiveAFileForTheUndecidedWhoseHeadingsItKnowsAgain() throws IOException {
        // Given
        var agency = Evaluations.agency(2);
        Evaluations.opened(agency);
        var decided = agency.staff().get(0);
        var open = agency.staff().get(1);
        Evaluations.decided(agency, decided, "1");
        var path = "/evaluation/v1/import-templates/EVALUATION_SCORES?period=%s&unitId=".formatted(Evaluations.MONTH);
        var unit = agency.department().id().toString();

        // When
        var table = Api.as(agency.keeper()).accept("text/csv").get(path + unit);
        var workbook = Api.as(agency.keeper())
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(path + unit);
        var headed = Scores.file(List.of(Scores.row(Scores.code(open))))
                .replaceFirst("officerCode", "Mã cán bộ [officerCode]")
                .replaceFirst("II.1", "Khối lượng công việc (tối đa: chuyên môn 20) [II.1]");
        var imported = Scores.imported(agency.keeper(), "PARTIAL", headed);

        // Then
        assertThat(table.then().statusCode(200).extract().asString())
                .contains(
                        "Mã cán bộ [officerCode]",
                        "Khối lượng công việc (tối đa: chuyên môn 20) [II.1]",
                        "Số quyết định [decisionNumber]",
                        Scores.code(open))
                .doesNotContain(Scores.code(decided), "[C.A]");
        assertThat(sheetXml(workbook.then().statusCode(200).extract().asByteArray()))
                .contains("<sheetProtection", Scores.code(open));
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
        told(Api.as(agency.keeper()).get(path.replace("2026-07", "2026-06") + unit), 404, "resource.not-found");
        told(Api.as(agency.keeper()).get(path.replace("2026-07", "07/2026") + unit), 400, "query.invalid-parameter");
        told(Api.as(Units.editor(agency.department())).get(path + unit), 403, "auth.role-missing");
        told(Api.as(agency.keeper()).get(path + Units.department().id()), 403, "scope.outside");
    }

    private static void told(Response refused, int status, String code) {
        refused.then().statusCode(status).body(at("code", equalTo(code)));
    }

    private static String sheetXml(byte[] workbook) throws IOException {
        var file = java.nio.file.Files.createTempFile("template", ".xlsx");
        java.nio.file.Files.write(file, workbook);
        try (var parts = new ZipFile(file.toFile());
                var sheet = parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            java.nio.file.Files.delete(file);
        }
    }
}
