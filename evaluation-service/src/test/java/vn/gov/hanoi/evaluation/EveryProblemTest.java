package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Every code of the catalogue can be met by a caller, and has a text in both languages for what it says. */
@QuarkusTest
@WithStack
class EveryProblemTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final String COLUMNS = "code,name,type,parentCode,validFrom,validTo\n";

    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    /** How a caller is told: by the answer itself, or by a row of an import. */
    private record Told(String code, int status, List<String> texts) {}

    @ParameterizedTest
    @EnumSource(
            value = EvaluationProblem.class,
            mode = EnumSource.Mode.MATCH_NONE,
            // The first needs an empty directory: BootstrapTest. Those of plans: PlanRefusalTest. Those of tasks and
            // results of units: UnitTaskHttpTest. Those of scores: ScoreRefusalTest. Those of sheets and closings:
            // EvaluationRefusalTest. Those of objections: ObjectionHttpTest. Those of years: YearRefusalTest.
            // Those of templates of units: SheetTemplateHttpTest. Those of lines of advice: ChannelHttpTest.
            // Those of groups of units with similar tasks: SimilarTaskGroupHttpTest.
            // Those of fairness: FairnessHttpTest. Those of simulations: SimulationHttpTest.
            // Those of reports: ResultReportTest. Those of inspections: InspectionRefusalTest. Those of discipline:
            // DisciplineHttpTest.
            names = {
                "UNIT_ROOT_NOT_YOURS",
                "PLAN_.*",
                "SCORE_.*",
                "TASK_.*",
                "RESULT_.*",
                "EVALUATION_.*",
                "TEMPLATE_.*",
                "LINE_.*",
                "GROUP_.*",
                "OBJECTION_.*",
                "ANNUAL_.*",
                "FAIRNESS_.*",
                "SIMULATION_.*",
                "REPORT_.*",
                "INSPECTION_.*",
                "CHECKLIST_.*",
                "FINDING_.*",
                "DISCIPLINE_.*"
            })
    void shouldBeToldWithAllItsArguments(EvaluationProblem problem) {
        // When
        var told = raise(problem);

        // Then
        assertThat(told.code()).isEqualTo(problem.code());
        assertThat(told.status()).isEqualTo(problem.status());
        for (var text : told.texts()) {
            assertThat(text).isNotBlank().doesNotContain(problem.code()).doesNotContainPattern(PLACE);
        }
    }

    /** A new code does not compile until somebody says here how a caller meets it. */
    private Told raise(EvaluationProblem problem) {
        return switch (problem) {
            case TEXT_EMPTY -> unit("name", "");
            case TEXT_TOO_LONG -> unit("name", "x".repeat(201));
            case TEXT_CONTROL_CHARACTER -> unit("name", "Phòng\u0007");
            case TEXT_STRAY_SPACE -> unit("name", "Phòng  Nội vụ");
            case TEXT_DIGIT_IN_NAME -> officer("fullName", "Nguyễn 2");
            case TEXT_CHARACTER_NOT_ALLOWED -> unit("name", "=1");
            case DATE_OUT_OF_RANGE -> unit("validTo", "2300-01-01");
            case VALIDITY_EMPTY -> unit("validTo", "2018-01-01");
            case UNIT_CODE_MALFORMED -> unit("code", "26");
            case UNIT_CODE_EXISTS -> unit("code", department.code());
            case UNIT_PARENT_MISMATCH -> unit("parentId", null);
            case UNIT_PARENT_UNKNOWN -> unit("parentId", UUID.randomUUID());
            case UNIT_PARENT_NOT_IN_FORCE -> unit("validFrom", "2017-01-01");
            case UNIT_ROOT_EXISTS -> {
                var request = Units.request(Units.code(), "CITY", department.id());
                request.remove("parentId");
                yield told(Units.post(editor, request));
            }
            case OFFICER_CODE_MALFORMED -> officer("officerCode", "001085012345");
            case OFFICER_CODE_EXISTS ->
                officer(
                        "officerCode",
                        Officers.officer(editor, department, "Lê Một").getString("officerCode"));
            case OFFICER_BIRTH_DATE_LATE -> officer("birthDate", "2020-01-01");
            case ASSIGNMENT_UNIT_UNKNOWN -> post("unitId", UUID.randomUUID());
            case ASSIGNMENT_UNIT_NOT_IN_FORCE -> post("validFrom", "2017-01-01");
            case ASSIGNMENT_NOT_MAIN -> post("main", false);
            case ASSIGNMENT_HEAD_EXISTS -> {
                post("position", "HEAD");
                yield post("position", "HEAD");
            }
            case OPERATION_ENDED -> {
                var ended = Files.importing(editor, "UNITS", "VALIDATE", COLUMNS + "x\n");
                yield told(Api.as(editor)
                        .header("Idempotency-Key", Api.key())
                        .body(Map.of("reason", "Nhầm tệp"))
                        .post(ended.operation() + "/actions/cancel"));
            }
            case OPERATION_RUNNING -> running();
            case EXPORT_LINK_EXPIRED -> agedExport("23 hours 59 minutes 59 seconds");
            case EXPORT_FILE_REMOVED -> agedExport("25 hours");
            case UNIT_ROOT_NOT_YOURS -> throw new AssertionError("excluded");
            default -> problem.name().startsWith("RULE_SET_") ? raiseByRules(problem) : raiseByAction(problem);
        };
    }

    private static Told raiseByRules(EvaluationProblem problem) {
        var document = Rules.document();
        var approver = Rules.approver();
        return switch (problem) {
            case RULE_SET_UNREADABLE -> told(Rules.post(Rules.editor(), "id: [1"));
            case RULE_SET_MALFORMED -> told(Rules.post(Rules.editor(), "id: 1"));
            case RULE_SET_CONTRADICTORY ->
                told(Rules.post(
                        Rules.editor(),
                        document.with(RuleSetDocuments.set("/rules/bands/3/from", "1"))
                                .yaml()));
            case RULE_SET_NONE -> told(Rules.selected(approver, "2150-01"));
            case RULE_SET_AMBIGUOUS -> {
                Rules.published(document);
                Rules.published(document.with(RuleSetDocuments.set("/id", "\"" + document.code() + "-B\"")));
                yield told(Rules.selected(approver, document.month()));
            }
            case RULE_SET_NOT_OFFICIAL -> {
                var pilot = Rules.published(document);
                yield new Told(
                        pilot.getString("ratingBlockers[0].code"),
                        422,
                        List.of(pilot.getString("ratingBlockers[0].detail")));
            }
            case RULE_SET_EXISTS -> {
                Rules.drafted(document);
                yield told(Rules.post(Rules.editor(), document.yaml()));
            }
            case RULE_SET_NOT_DRAFT -> told(Rules.act(approver, Rules.published(document), "publish", null));
            case RULE_SET_NOT_PILOT ->
                told(Rules.act(approver, Rules.drafted(document), "make-official", Rules.legalCheck()));
            default -> throw new AssertionError(problem + " is met in no way that is written here");
        };
    }

    private Told raiseByAction(EvaluationProblem problem) {
        return switch (problem) {
            case UNIT_CYCLE -> {
                var child = Units.unit("DIVISION", department);
                yield correctUnit(Map.of("parentId", child.id()));
            }
            case UNIT_CORRECTION_EMPTY -> correctUnit(Map.of());
            case UNIT_NOT_IN_FORCE ->
                told(Api.as(editor)
                        .header("Idempotency-Key", Api.key())
                        .body(Map.of("scheme", "ADMINISTRATIVE", "code", "00001", "validFrom", "2000-01-01"))
                        .post(Units.PATH + "/" + department.id() + "/codes"));
            case OFFICER_NUMBER_MALFORMED -> officer("personalNumber", "12345678901");
            case OFFICER_NUMBER_EXISTS -> {
                var number = Officers.number();
                officer("personalNumber", number);
                yield officer("personalNumber", number);
            }
            case ASSIGNMENT_MAIN_OVERLAPS -> {
                var moved =
                        Officers.move(editor, Officers.officer(editor, department, "Lê Bốn"), department, "2021-01-01");
                yield told(Officers.correctPost(editor, moved, 0, Map.of("validTo", "2022-01-01")));
            }
            case ASSIGNMENT_KIND_REGULAR ->
                told(Officers.further(editor, Officers.officer(editor, department, "Lê Năm"), department, "REGULAR"));
            case ASSIGNMENT_ENDS_BEFORE_BEGIN ->
                told(Officers.close(editor, Officers.officer(editor, department, "Lê Sáu"), 0, "2019-05-01"));
            case ASSIGNMENT_ENDED -> {
                var left = Officers.officer(editor, department, "Lê Bảy");
                Officers.close(editor, left, 0, "2020-01-01");
                yield told(Officers.close(editor, Officers.read(editor, left), 0, "2021-01-01"));
            }
            case ABSENCE_OVERLAPS -> {
                var away = Officers.officer(editor, department, "Lê Tám");
                Officers.absence(editor, away, "STUDY", "2020-01-01", null);
                yield told(Officers.absence(editor, away, "OTHER", "2021-01-01", null));
            }
            case CORRECTION_EMPTY ->
                told(Officers.correct(editor, Officers.officer(editor, department, "Lê Chín"), Map.of()));
            default -> raiseByDelegation(problem);
        };
    }

    private Told raiseByDelegation(EvaluationProblem problem) {
        var head = Delegations.head(editor, department, "Lê Trưởng", "2020-01-01");
        var other = Officers.officer(editor, department, "Lê Phó");
        var request = Delegations.request(head, other, department);
        return switch (problem) {
            case AUTHORITY_MISSING -> blocked(Delegations.explain(editor, other, department, "SCORE", "2026-03-01"));
            case AUTHORITY_ACTION_UNKNOWN -> delegation(request, "actions", List.of("SMOKE"));
            case DELEGATION_TO_SELF -> delegation(request, "toOfficerId", head.getString("id"));
            case DELEGATION_TOO_LONG -> delegation(request, "validTo", "2028-01-01");
            case DELEGATION_OFFICER_UNKNOWN -> delegation(request, "toOfficerId", UUID.randomUUID());
            case DELEGATION_PARENT_UNKNOWN -> delegation(request, "parentId", UUID.randomUUID());
            case DELEGATION_NOT_DELEGABLE, DELEGATION_EXCEEDS_PARENT -> {
                request.put("mayRedelegate", problem == EvaluationProblem.DELEGATION_EXCEEDS_PARENT);
                var before = Delegations.created(editor, request);
                var third = Officers.officer(editor, department, "Lê Ba");
                var onward = Delegations.request(other, third, department);
                onward.put("parentId", before.getString("id"));
                yield delegation(onward, "validTo", before.getBoolean("mayRedelegate") ? "2027-01-01" : "2026-12-31");
            }
            case DELEGATION_GIVER_WITHOUT_AUTHORITY ->
                delegation(Delegations.request(other, head, department), "actions", List.of("SCORE"));
            case DELEGATION_RECEIVER_WITHOUT_POST -> {
                Officers.close(editor, other, 0, "2025-01-01");
                yield delegation(request, "mayRedelegate", true);
            }
            case DELEGATION_NOT_IN_FORCE ->
                told(Delegations.revoke(editor, Delegations.created(editor, request), "2027-01-01"));
            default -> raiseByFile(problem);
        };
    }

    private Told delegation(Map<String, @Nullable Object> request, String property, Object value) {
        request.put(property, value);
        return told(Delegations.post(editor, request));
    }

    /** What would refuse an act, as the question about it tells. */
    private static Told blocked(Response explained) {
        var path = explained.then().statusCode(200).extract().as(Json.class);
        return new Told(path.getString("blockedBy[0].code"), 403, List.of(path.getString("blockedBy[0].detail")));
    }

    private Told correctUnit(Map<String, Object> change) {
        var data = new java.util.HashMap<String, Object>(change);
        data.put("from", "2018-01-01");
        data.put("inForce", true);
        return told(Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", Officers.REASON, "data", data))
                .post(Units.PATH + "/" + department.id() + "/actions/correct"));
    }

    /** An import that waits, since another process has the right to apply imports. */
    private Told running() {
        try (var otherProcess = Database.connect()) {
            otherProcess.createStatement().execute("select pg_advisory_lock(7305002)");
            var accepted = Files.upload(editor, "UNITS", "VALIDATE", COLUMNS + "x\n");
            return told(Api.as(editor).get(accepted.as(Json.class).getString("resultHref") + "/failed-rows"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A file that was written so long ago; if its link still works, for the rest of its second. */
    private Told agedExport(String age) {
        var export = Exports.done(editor, Exports.request("UNITS", "CSV"));
        Database.execute(
                "update operations set finished_at = now() - ?::interval where id = (select operation_id from exports where id = ?)",
                age,
                UUID.fromString(export.getString("id")));
        var manifest =
                Api.as(editor).get(Exports.PATH + "/" + export.getString("id")).as(Json.class);
        var link = manifest.get("file") == null ? export : manifest;
        return told(Awaitility.await("end of the link")
                .until(() -> Exports.file(editor, link), answer -> answer.statusCode() != 200));
    }

    private Told raiseByFile(EvaluationProblem problem) {
        var code = Units.code();
        var good = code + ",Phòng,DIVISION," + department.code() + ",2018-01-01,";
        return switch (problem) {
            case IMPORT_NOT_UTF8 ->
                told(Files.upload(editor, "UNITS", "PARTIAL", new byte[] {'c', (byte) 0xFF, '\n'}, Api.key()));
            case IMPORT_WORKBOOK_BROKEN ->
                told(Files.upload(editor, "UNITS", "PARTIAL", new byte[] {'P', 'K', 3, 4}, Api.key()));
            case IMPORT_WORKBOOK_TOO_LARGE ->
                told(Files.upload(editor, "UNITS", "PARTIAL", largeWorkbook(), Api.key()));
            case IMPORT_JSON_MALFORMED -> json("{\"code\":");
            case IMPORT_PROPERTY_UNKNOWN -> json("{\"ten\":\"a\"}");
            case IMPORT_PROPERTY_TWICE -> json("{\"code\":\"a\",\"code\":\"a\"}");
            case IMPORT_NUMBER_MALFORMED -> {
                var keeper = Evaluations.token("keeper", department, "evaluation-keeper");
                var row = Scores.row(Officers.code(), "presenceDays", "hai");
                yield firstRow(Scores.imported(keeper, "PARTIAL", Scores.file(List.of(row))));
            }
            case IMPORT_NOT_TEXT -> json("{\"code\":26}");
            case IMPORT_FILE_EMPTY -> file(COLUMNS);
            case IMPORT_COLUMN_MISSING -> file("code,name,type,parentCode,validFrom\nx\n");
            case IMPORT_COLUMN_UNKNOWN -> file("ten," + COLUMNS + "x\n");
            case IMPORT_COLUMN_TWICE -> file("code," + COLUMNS + "x\n");
            case IMPORT_TOO_MANY_ROWS -> file(COLUMNS + "a\n".repeat(60_001));
            case IMPORT_LINE_TOO_LONG -> file(COLUMNS + "x".repeat(2_000_000));
            case IMPORT_ROWS_REFUSED -> refusedAsAWhole("x\n");
            case IMPORT_ROW_EMPTY -> row(",,,,,\n" + good);
            case IMPORT_TOO_FEW_CELLS -> row("a,b");
            case IMPORT_TOO_MANY_CELLS -> row(good + ",,");
            case IMPORT_QUOTE_BROKEN -> row("\"a\"b,,,,,");
            case IMPORT_CELL_EMPTY -> row(good.replace("Phòng", ""));
            case IMPORT_FORMULA -> row(good.replace("Phòng", "=1+1"));
            case IMPORT_DATE_MALFORMED -> row(good.replace("2018-01-01", "01/01/2018"));
            case IMPORT_DATE_IMPOSSIBLE -> row(good.replace("2018-01-01", "2018-02-29"));
            case IMPORT_VALUE_NOT_ALLOWED -> row(good.replace("DIVISION", "VILLAGE"));
            case IMPORT_UNIT_CODE_UNKNOWN -> row(good.replace(department.code(), "H26.NONE"));
            case IMPORT_CODE_TWICE -> row(good + "\n" + good);
            case IMPORT_CODE_EXISTS_DIFFERS -> {
                row(good);
                yield row(good.replace("Phòng", "Ban"));
            }
            default -> throw new AssertionError(problem + " is met in no way that is written here");
        };
    }

    private Told unit(String property, @Nullable Object value) {
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put(property, value);
        return told(Units.post(editor, request));
    }

    private Told officer(String property, Object value) {
        var request = Officers.request(Officers.code(), "Lê Văn Hai", department.id());
        request.put(property, value);
        return told(Officers.post(editor, request));
    }

    private Told post(String property, Object value) {
        var request = Officers.request(Officers.code(), "Lê Văn Ba", department.id());
        Officers.post(request).put(property, value);
        return told(Officers.post(editor, request));
    }

    private Told file(String csv) {
        return told(Files.upload(editor, "UNITS", "PARTIAL", csv));
    }

    /** A part that is small only as long as it is packed. */
    private static byte[] largeWorkbook() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write("<a>".getBytes(StandardCharsets.UTF_8));
            zip.write(" ".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private Told json(String line) {
        return firstRow(Files.importing(editor, "UNITS", "PARTIAL", line + "\n"));
    }

    private Told row(String rows) {
        return firstRow(Files.importing(editor, "UNITS", "PARTIAL", COLUMNS + rows + "\n"));
    }

    private Told firstRow(Files.Imported imported) {
        List<Map<String, Object>> failed = Api.as(imported.token())
                .get(imported.href() + "/rows")
                .as(Json.class)
                .getList("items");
        return failed.isEmpty()
                ? new Told("", 0, List.of())
                : new Told(
                        String.valueOf(failed.getFirst().get("code")),
                        (Integer) failed.getFirst().get("status"),
                        List.of(String.valueOf(failed.getFirst().get("detail"))));
    }

    private Told refusedAsAWhole(String rows) {
        var imported = Files.importing(editor, "UNITS", "ATOMIC", COLUMNS + rows);
        var problem = Api.as(editor).get(imported.operation()).as(Json.class);
        return new Told(
                problem.getString("problem.code"),
                problem.getInt("problem.status"),
                List.of(problem.getString("problem.title"), problem.getString("problem.detail")));
    }

    private static Told told(Response refused) {
        var body = refused.as(Json.class);
        return new Told(
                String.valueOf(body.getString("code")),
                refused.statusCode(),
                Stream.concat(
                                Stream.of(body.getString("title"), body.getString("detail")),
                                body.<String>getList("errors.detail", String.class).stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void shouldHaveTextsForEveryCodeAndForNothingElse(String language) throws IOException {
        // When
        var texts = texts(language);

        // Then
        assertThat(texts.stringPropertyNames().stream().filter(name -> name.endsWith(".title")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EvaluationProblem.values())
                        .map(problem -> problem.code() + ".title")
                        .toList());
        assertThat(texts.stringPropertyNames())
                .containsAll(Arrays.stream(EvaluationProblem.values())
                        .map(problem -> problem.code() + ".detail")
                        .toList());
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void shouldSpeakOfTheSameFactsInBothLanguages() throws IOException {
        // Given
        var vietnamese = texts("vi");
        var english = texts("en");

        // Then
        for (var name : english.stringPropertyNames()) {
            assertThat(places(vietnamese.getProperty(name))).as(name).isEqualTo(places(english.getProperty(name)));
            assertThat(vietnamese.getProperty(name)).as(name).isNotEqualTo(english.getProperty(name));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties texts(String language) throws IOException {
        var file = Path.of("src/main/resources/problems_" + language + ".properties");
        var texts = new Properties();
        try (var reader = new InputStreamReader(java.nio.file.Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
