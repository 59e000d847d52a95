package vn.gov.hanoi.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Plan against actual: equal to the books, equal in both forms, the same for everybody who may read it. */
@QuarkusTest
@WithStack
class PlanReportTest {
    private static final String REPORT = "/training/v1/plans/{id}/plan-versus-actual";

    @BeforeEach
    void knowTheCity() {
        City.known();
    }

    private static @Nullable TestPlan used;

    /** Made once: nobody here takes from it. */
    private static TestPlan used() {
        var known = used;
        if (known == null) {
            known = use(TestPlan.create(5, 100));
            used = known;
        }
        return known;
    }

    private static TestPlan use(TestPlan plan) {
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 40, 38_500_000))
                .then()
                .statusCode(201);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 20, 1_500_000))
                .then()
                .statusCode(201);
        TestPlan.post(Callers.district(), TestPlan.CLASSES, plan.newClass("D-1", 7, 9))
                .then()
                .statusCode(201);
        TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("D", 1_000))
                .then()
                .statusCode(201);
        return plan;
    }

    @Test
    void shouldShowWhatIsOpenedAndWhatIsLeft() {
        // Given
        var plan = used();

        // When
        var report = Callers.city().get(REPORT, plan.planId());

        // Then
        report.then()
                .statusCode(200)
                .body(at("blocks.opened.classes", equalTo(List.of(2, 1, 0))))
                .body(at("blocks.opened.places", equalTo(List.of(60, 7, 0))))
                .body(at("blocks.committedVnd", equalTo(List.of(40_000_000, 1_009, 0))))
                .body(at("blocks.availableVnd", equalTo(List.of(960_000_000, 999_998_991, 1_000_000_000))))
                .body(at("totals.opened.classes", equalTo(3)))
                .body(at("totals.opened.places", equalTo(67)))
                .body(at("totals.assigned.classes", equalTo(10)))
                .body(at("totals.assigned.places", equalTo(200)))
                .body(at("totals.committedVnd", equalTo(40_001_009)))
                .body(at("totals.availableVnd", equalTo(2_959_998_991L)));
    }

    @Test
    void shouldEqualTheBooksToTheDong() {
        // Given
        var plan = used();

        // When
        var report = Callers.city().get(REPORT, plan.planId()).as(Json.class);

        // Then
        var accounts = Callers.city()
                .queryParam("planId", plan.planId())
                .get("/training/v1/accounts")
                .as(Json.class);
        for (var figure : List.of("allocatedVnd", "committedVnd", "availableVnd")) {
            assertThat(report.getList("blocks." + figure)).as(figure).isEqualTo(accounts.getList("items." + figure));
        }
        assertThat(report.<List<Object>>getList("blocks.lines.opened.classes").stream()
                        .flatMap(List::stream)
                        .toList())
                .isEqualTo(Callers.city()
                        .queryParam("planId", plan.planId())
                        .get("/training/v1/plan-lines")
                        .as(Json.class)
                        .getList("items.openedClasses"));
    }

    @Test
    void shouldGiveTheSameFiguresInBothForms() throws Exception {
        // Given
        var plan = used();

        // When
        var json = Callers.city().get(REPORT, plan.planId()).as(Json.class);
        var csv = rows(
                Callers.city().accept("text/csv").get(REPORT, plan.planId()).asString());

        // Then
        assertThat(csv.stream().map(CSVRecord::toList).toList()).isEqualTo(expected(json));
    }

    private static List<List<String>> expected(Json report) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < report.getList("blocks").size(); i++) {
            var block = "blocks[" + i + "].";
            rows.add(row(
                    report,
                    "Khối",
                    List.of(
                            "code",
                            "name",
                            "fundingSource",
                            "status",
                            "assigned.classes",
                            "assigned.places",
                            "assigned.budgetVnd",
                            "opened.classes",
                            "opened.places",
                            "allocatedVnd",
                            "committedVnd",
                            "availableVnd"),
                    block));
            for (int j = 0; j < report.getList(block + "lines").size(); j++) {
                rows.add(row(
                        report,
                        "Chỉ tiêu",
                        List.of(
                                "code",
                                "name",
                                "",
                                "status",
                                "classes",
                                "places",
                                "",
                                "opened.classes",
                                "opened.places",
                                "",
                                "",
                                ""),
                        block + "lines[" + j + "]."));
            }
        }
        rows.add(row(
                report,
                "Tổng số",
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "assigned.classes",
                        "assigned.places",
                        "assigned.budgetVnd",
                        "opened.classes",
                        "opened.places",
                        "allocatedVnd",
                        "committedVnd",
                        "availableVnd"),
                "totals."));
        return rows;
    }

    private static List<String> row(Json report, String level, List<String> properties, String place) {
        var cells = new ArrayList<String>(List.of(level));
        for (var property : properties) {
            Object value = property.isEmpty() ? null : report.get(place + property);
            cells.add(value == null ? "" : String.valueOf(value));
        }
        return cells;
    }

    @Test
    void shouldShowTextsThatASpreadsheetWouldCompute() throws Exception {
        // Given
        var names = List.of("=1+1", "+84", "-2", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "a,\"b\";c");
        var blocks = new ArrayList<Map<String, @Nullable Object>>();
        for (var name : names) {
            var line = TestPlan.line("C-" + blocks.size(), 1, 1);
            line.put("name", name);
            var block = TestPlan.block("C" + blocks.size(), "CITY_BUDGET", 5, "ASSIGNED", line);
            block.put("name", name);
            blocks.add(block);
        }
        var decision = TestPlan.decision(TestPlan.nextYear(), blocks.toArray(Map<?, ?>[]::new));
        String plan = TestPlan.post(Callers.city(), TestPlan.DECISIONS, decision)
                .then()
                .statusCode(201)
                .extract()
                .path("planId");

        // When
        var rows = rows(Callers.city().accept("text/csv").get(REPORT, plan).asString());

        // Then
        var shown = names.stream()
                .map(name -> name.startsWith("a") ? name : "'" + name)
                .flatMap(name -> Stream.of(name, name))
                .toList();
        assertThat(rows.subList(0, 2 * names.size()))
                .extracting(row -> row.get("Tên"))
                .isEqualTo(shown);
    }

    @Test
    void shouldBeTheSameForEverybodyInTheCity() {
        // Given
        var plan = used();
        Map<String, @Nullable Object> whole = content(City.CITY, plan);

        // Then
        for (var unit : List.of(City.DEPARTMENT, City.DISTRICT, City.WARD, City.OTHER_DISTRICT)) {
            assertThat(content(unit, plan)).as(unit.code()).isEqualTo(whole);
        }
    }

    @Test
    void shouldNotExistForStrangersInEitherForm() {
        // Given
        var plan = TestPlan.roomy();

        // Then
        for (var form : List.of("application/json", "text/csv")) {
            Callers.of(City.STRANGER, "training-reader")
                    .accept(form)
                    .get(REPORT, plan.planId())
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body(at("code", equalTo("resource.not-found")));
        }
    }

    private static Map<String, @Nullable Object> content(City.Told unit, TestPlan plan) {
        var report = Callers.of(unit, "training-reader")
                .get(REPORT, plan.planId())
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        Map<String, @Nullable Object> content = new java.util.HashMap<>(report.<String, Object>getMap(""));
        content.remove("time");
        return content;
    }

    private static List<CSVRecord> rows(String csv) throws Exception {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return CSVParser.parse(csv.substring(1), format).getRecords();
    }
}
