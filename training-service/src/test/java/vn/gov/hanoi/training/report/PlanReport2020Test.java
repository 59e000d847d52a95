package vn.gov.hanoi.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Plan2020;

/** The figures of the source: 1,040 and 920 classes, 43,238 and 133,144 places, 134,663 + 32,624 + 33,107 million đồng. */
@QuarkusTest
@WithStack
class PlanReport2020Test {
    private String plan;

    @BeforeEach
    void plan() {
        plan = Plan2020.id();
    }

    @Test
    void shouldEqualTheSourceToTheDong() {
        // When
        var report = Callers.city().get("/training/v1/plans/{id}/plan-versus-actual", plan);

        // Then
        report.then()
                .statusCode(200)
                .body(at("year", equalTo(2020)))
                .body(at("unit.code", equalTo("H26")))
                .body(at("blocks.code", contains("DEPARTMENTS", "PROGRAMMES", "DISTRICTS")))
                .body(at("blocks.status", contains("ASSIGNED", "PENDING_APPROVAL", "ASSIGNED")))
                .body(at("blocks.fundingSource", contains("CITY_BUDGET", "CITY_BUDGET", "DISTRICT_BUDGETS")))
                .body(at("blocks.assigned.classes", contains(1040, null, 920)))
                .body(at("blocks.assigned.places", contains(43238, null, 133144)))
                .body(at("blocks.assigned.budgetVnd", contains(134_663_000_000L, 32_624_000_000L, 33_107_000_000L)))
                .body(at("blocks.allocatedVnd", contains(134_663_000_000L, 32_624_000_000L, 33_107_000_000L)))
                .body(at("blocks[1].lines.status", contains("PENDING_APPROVAL", "PENDING_APPROVAL")))
                .body(at("blocks[1].lines.classes", contains(equalTo(null), equalTo(null))))
                .body(at("totals.assigned.classes", equalTo(1960)))
                .body(at("totals.assigned.places", equalTo(176382)))
                .body(at("totals.assigned.budgetVnd", equalTo(200_394_000_000L)))
                .body(at("totals.allocatedVnd", equalTo(200_394_000_000L)))
                .body(at("totals.committedVnd", equalTo(0)))
                .body(at("totals.availableVnd", equalTo(200_394_000_000L)))
                .body(at("totals.opened.classes", equalTo(0)));
    }

    @Test
    void shouldGiveTheSameFiguresAsCsvWithVietnameseHeader() throws Exception {
        // When
        var answer = Callers.city().accept("text/csv").get("/training/v1/plans/{id}/plan-versus-actual", plan);

        // Then
        answer.then().statusCode(200).contentType(startsWith("text/csv"));
        assertThat(answer.header("Content-Disposition")).contains("plan-versus-actual-2020.csv");
        var text = answer.asString();
        assertThat(text).startsWith("\uFEFFCấp,Mã,Tên,Nguồn kinh phí,Trạng thái,Số lớp được giao,");
        var rows = rows(text.substring(1));
        assertThat(rows.stream().filter(row -> row.get("Cấp").equals("Khối")).map(row -> row.get("Mã")))
                .containsExactly("DEPARTMENTS", "PROGRAMMES", "DISTRICTS");
        assertThat(rows.getLast().toMap())
                .containsEntry("Cấp", "Tổng số")
                .containsEntry("Số lớp được giao", "1960")
                .containsEntry("Số lượt học viên được giao", "176382")
                .containsEntry("Kinh phí được giao (đồng)", "200394000000")
                .containsEntry("Kinh phí còn lại (đồng)", "200394000000");
        assertThat(rows.get(2).toMap())
                .containsEntry("Mã", "PROGRAMMES")
                .containsEntry("Trạng thái", "PENDING_APPROVAL")
                .containsEntry("Số lớp được giao", "")
                .containsEntry("Kinh phí được giao (đồng)", "32624000000");
    }

    @Test
    void shouldOfferNoOtherForm() {
        // When
        var answer = Callers.city().accept("application/pdf").get("/training/v1/plans/{id}/plan-versus-actual", plan);

        // Then
        answer.then().statusCode(406).body(at("code", equalTo("request.not-acceptable")));
    }

    @ParameterizedTest
    @CsvSource({"vi,Đang chờ phê duyệt", "en,Awaiting approval"})
    void shouldRefuseClassesOfTheProgrammesInTheCallersLanguage(String language, String title) {
        // Given
        var lines = Callers.city()
                .queryParam("planId", plan)
                .queryParam("status", "PENDING_APPROVAL")
                .get("/training/v1/plan-lines")
                .as(Json.class);
        assertThat(lines.getList("items.block")).containsExactly("PROGRAMMES", "PROGRAMMES");

        // When
        var answer = Callers.city()
                .header("Accept-Language", language)
                .header("Idempotency-Key", Api.key())
                .body(Map.of(
                        "planLineId",
                        lines.getString("items[1].id"),
                        "unitId",
                        City.DEPARTMENT.id(),
                        "title",
                        "Tiếng dân tộc",
                        "places",
                        30,
                        "startsOn",
                        "2020-05-11",
                        "endsOn",
                        "2020-06-11",
                        "amountVnd",
                        1_000_000))
                .post("/training/v1/classes");

        // Then
        answer.then()
                .statusCode(422)
                .header("Content-Language", language)
                .body(at("code", equalTo("training.line-pending-approval")))
                .body(at("title", equalTo(title)))
                .body(at("errors[0].pointer", equalTo("/planLineId")));
    }

    @ParameterizedTest
    @CsvSource({"vi,chờ Thành phố phê duyệt", "en,awaits the City's approval"})
    void shouldRefuseCommitmentsOnTheProgrammesMoney(String language, String words) {
        // Given
        String account = Callers.city()
                .queryParam("planId", plan)
                .queryParam("block", "PROGRAMMES")
                .get("/training/v1/accounts")
                .path("items[0].id");

        // When
        var answer = Callers.city()
                .header("Accept-Language", language)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("accountId", account, "kind", "COMMITMENT", "amountVnd", 1, "description", "Thử"))
                .post("/training/v1/ledger-entries");

        // Then
        answer.then()
                .statusCode(422)
                .body(at("code", equalTo("training.line-pending-approval")))
                .body(at("detail", containsString(words)))
                .body(at("errors[0].pointer", equalTo("/accountId")));
    }

    private static List<CSVRecord> rows(String csv) throws Exception {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return CSVParser.parse(csv, format).getRecords();
    }
}
