package vn.gov.hanoi.training.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.testing.Xlsx;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;

/** Nominations and outcomes as files, good ones and dirty ones. */
@QuarkusTest
@WithStack
class ClassFileTest {
    private static final String TEMPLATES = "/training/v1/import-templates/";

    private final Clock clock;

    ClassFileTest(Clock clock) {
        this.clock = clock;
    }

    private static Response send(RequestSpecification who, TestClass training, String kind, byte[] file) {
        return TestClass.file(who, training, Map.of("kind", kind, "classId", training.id()), file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String codes(List<UUID> officers) {
        return officers.stream().map(TestOfficers::code).collect(Collectors.joining("\r\n"));
    }

    @Test
    void shouldNominateByFileAndTakeTheSameFileAgain() {
        // Given
        var training = TestClass.open(5);
        var officers = TestOfficers.of(City.DISTRICT, 3);
        var heading = TestClass.planner()
                .header("Accept", "text/csv")
                .queryParam("classId", training.id())
                .get(TEMPLATES + "ENROLMENTS")
                .asString();
        var file = bytes(heading + codes(officers) + "\r\n\r\nCB-NOBODY\r\n" + "\"broken\r\n");

        // When
        var tried = TestClass.file(
                TestClass.planner().queryParam("validateOnly", "true"),
                training,
                Map.of("kind", "ENROLMENTS", "classId", training.id()),
                file);
        var none = Database.count("select count(*) from enrolments where class_id = ?", training.id());
        var first = send(TestClass.planner(), training, "ENROLMENTS", file);
        var again = send(TestClass.planner(), training, "ENROLMENTS", file);

        // Then
        assertThat(heading).startsWith("\uFEFFMã cán bộ [officerCode],Họ và tên [fullName]");
        tried.then().statusCode(207).body(at("counts.changed", equalTo(3)));
        assertThat(none).isZero();
        first.then()
                .statusCode(207)
                .body(at("counts.total", equalTo(5)))
                .body(at("counts.changed", equalTo(3)))
                .body(at("counts.failed", equalTo(2)))
                .body(at("errors.cell", contains("A6", "A7")))
                .body(at("errors.code", contains("training.officer-unknown", "training.row-broken")))
                .body(at(
                        "errors[0].details.vi",
                        equalTo("Không có cán bộ này trong phạm vi của bạn. Nếu vừa tạo, hãy thử lại.")));
        again.then().body(at("counts.changed", equalTo(0))).body(at("counts.unchanged", equalTo(3)));
        var failed = TestClass.planner().get(first.as(Json.class).getString("failedRowsHref"));
        failed.then().statusCode(200);
        assertThat(new String(failed.asByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFofficerCode,fullName,loi,error\r\nCB-NOBODY,,")
                .contains("There is no such officer in your scope");
        TestClass.organiser()
                .get(first.as(Json.class).getString("failedRowsHref"))
                .then()
                .statusCode(404);
        assertThat(Database.query("select arrival from enrolments where class_id = ? order by arrival", training.id()))
                .extracting(row -> row.get("arrival"))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldRecordOutcomesFromAWorkbookTellingEveryCell() {
        // Given
        var setup = TestClass.setup("05-11");
        setup.put("scoreMaximum", 10);
        setup.put("passMark", 5);
        var training = TestClass.open(4, setup);
        var officers = TestOfficers.of(City.WARD, 4);
        officers.forEach(training::enrolled);
        training.began(LocalDate.now(clock));
        var template = TestClass.organiser()
                .header("Accept", "text/csv")
                .queryParam("classId", training.id())
                .get(TEMPLATES + "OUTCOMES")
                .asString();
        var rows = Xlsx.row(1, "officerCode", "outcome", "score")
                + Xlsx.row(2, TestOfficers.code(officers.get(0)), "PASSED", "<c r=\"@\"><v>8.25</v></c>")
                + Xlsx.row(3, TestOfficers.code(officers.get(1)), "PASSED", "4,5")
                + Xlsx.row(4, TestOfficers.code(officers.get(2)), "ABSENT")
                + Xlsx.row(5, TestOfficers.code(officers.get(3)), "MAYBE", "<c r=\"@\"><f>1+1</f><v>2</v></c>")
                + Xlsx.row(6, "<c r=\"@\"><v>42</v></c>", "PASSED");

        // When
        var sent =
                send(TestClass.organiser(), training, "OUTCOMES", Xlsx.of(rows).bytes());

        // Then
        assertThat(template.lines()).hasSize(5).anySatisfy(line -> assertThat(line)
                .startsWith(TestOfficers.code(officers.get(2)) + ",Nguyễn Thị Mẫu,"));
        sent.then()
                .statusCode(207)
                .body(at("counts.changed", equalTo(2)))
                .body(at("errors.cell", contains("A3", "C5", "A6")))
                .body(at(
                        "errors.code",
                        contains(
                                "training.outcome-contradicts-score",
                                "training.cell-invalid",
                                "training.cell-not-text")));
        assertThat(Database.query(
                        "select outcome || coalesce(' ' || score, '') as o from enrolments where class_id = ? and outcome is not null order by arrival",
                        training.id()))
                .extracting(row -> row.get("o"))
                .containsExactly("PASSED 8.2500", "ABSENT");
        var failed = TestClass.organiser().get(sent.as(Json.class).getString("failedRowsHref"));
        assertThat(failed.contentType()).contains("spreadsheetml");
        var corrected = send(TestClass.organiser(), training, "OUTCOMES", failed.asByteArray());
        corrected.then().statusCode(207).body(at("counts.total", equalTo(3))).body(at("counts.failed", equalTo(3)));
    }

    @Test
    void shouldKeepNothingOfAnAtomicFileWithOneRefusedRow() {
        // Given
        var training = TestClass.open(5);
        var file = bytes("officerCode\n" + TestOfficers.code(TestOfficers.one(City.DISTRICT)) + "\nCB-NOBODY\n");

        // When
        var refused = TestClass.file(
                TestClass.planner(),
                training,
                Map.of("kind", "ENROLMENTS", "classId", training.id(), "atomic", true),
                file);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.officer-unknown")))
                .body(at("errors[0].pointer", equalTo("/file/A3")));
        assertThat(Database.count("select count(*) from enrolments where class_id = ?", training.id()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|422|training.file-empty",
                "officerCode|422|training.file-empty",
                "'officerCode\n\n,\n'|422|training.file-empty",
                "'code\nCB1'|422|training.column-unknown",
                "'fullName\nA'|422|training.column-missing",
                "'officerCode;officerCode\nCB1;CB1'|422|training.column-twice",
                "'officerCode\n\u0000\u00ff'|207|",
                "PK-not-a-workbook|400|training.file-broken"
            })
    void shouldRefuseFilesThatCannotBeRead(String text, int status, String code) {
        // Given
        var training = TestClass.open(5);

        // When
        var answer = send(TestClass.planner(), training, "ENROLMENTS", bytes(text));

        // Then
        answer.then().statusCode(status).body(at("code", code == null ? nullValue() : equalTo(code)));
        assertThat(Database.count("select count(*) from enrolments where class_id = ?", training.id()))
                .isZero();
    }

    @Test
    void shouldLetEachSendOnlyWhatTheRoleDoes() {
        // Given
        var training = TestClass.open(5);
        var latin = new byte[] {'o', 'f', 'f', 'i', 'c', 'e', 'r', 'C', 'o', 'd', 'e', '\n', (byte) 0xE9};

        // When
        var nominated = send(TestClass.organiser(), training, "ENROLMENTS", bytes("officerCode\nCB1\n"));
        var judged = send(TestClass.planner(), training, "OUTCOMES", bytes("officerCode,outcome\nCB1,PASSED\n"));
        var foreign =
                send(TestClass.planner(), new TestClass(UUID.randomUUID()), "ENROLMENTS", bytes("officerCode\nCB1\n"));
        var broken = send(TestClass.planner(), training, "ENROLMENTS", latin);

        // Then
        nominated.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        judged.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        foreign.then().statusCode(422).body(at("code", equalTo("training.class-unknown")));
        broken.then().statusCode(400).body(at("code", equalTo("training.file-broken")));
    }
}
