package vn.gov.hanoi.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Plan2020;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestPlan;

/** The money of a plan year, told in several reports, is the same to the đồng everywhere. */
@QuarkusTest
@WithStack
class PlanMoneyTest {
    private static final long MILLION = 1_000_000L;
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]+);");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Json read(String plan, String report, Map<String, ?> query) {
        return Callers.city()
                .queryParams(query)
                .get("/training/v1/plans/" + plan + "/" + report)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    @Test
    void shouldTellTheSameMoneyInEveryReport() throws IOException {
        // Given
        var plan = TestPlan.create(10, 400);
        spend(plan, delivered(plan));
        var yesterday =
                Map.of("asOf", LocalDate.now(HanoiClock.ZONE).minusDays(1).toString());

        // When
        var settlement = read(plan.planId(), "settlement", Map.of());
        var before = read(plan.planId(), "settlement", yesterday);
        var costs = read(plan.planId(), "unit-costs", Map.of());
        var comparison = read(plan.planId(), "comparison", Map.of("by", "LEARNERS", "asOf", "9999-12-31"));
        var balance = Callers.city()
                .queryParam("year", plan.year())
                .get(Books.BALANCE)
                .as(Json.class);

        // Then
        assertThat(settlement.getBoolean("balanced")).isTrue();
        assertThat(settlement.<String>getList("sources.fundingSource"))
                .containsExactly("CITY_BUDGET", "DISTRICT_BUDGETS");
        assertThat(settlement.<String, Object>getMap("sources[0].blocks[0].money"))
                .isEqualTo(Json.from("""
                        {"allocatedVnd":1000000000,"transferredVnd":0,"carriedInVnd":0,"availableVnd":971000000,"committedVnd":5000000,
                         "unsettledVnd":4000000,"settledVnd":20000000,"spentVnd":24000000,"returnedVnd":0,"carriedOverVnd":0}""").<String, Object>getMap(""));
        for (var side : Map.of(
                        "availableVnd", "availableVnd",
                        "committedVnd", "committedVnd",
                        "unsettledVnd", "spentVnd",
                        "settledVnd", "settledVnd",
                        "returnedVnd", "returnedVnd")
                .entrySet()) {
            assertThat(settlement.getLong("totals." + side.getKey()))
                    .as(side.getKey())
                    .isEqualTo(balance.getLong("total." + side.getValue()));
        }
        assertThat(settlement.getLong("totals.allocatedVnd")).isEqualTo(-balance.getLong("total.appropriationVnd"));
        assertThat(before.getList("sources")).isEmpty();
        assertThat(costs.getList("rows")).hasSize(1);
        assertThat(costs.<String, Object>getMap("rows[0]"))
                .isEqualTo(Json.from("""
                {"courseCode":"LDCP","form":null,"classes":1,"places":40,"learners":2,"hours":6.00,"spentVnd":24000000,
                 "perPlaceVnd":600000,"perLearnerVnd":12000000,"perHourVnd":4000000,
                 "againstNorms":{"classes":1,"sheetsVnd":30000000,"withinNormsVnd":25000000,"withinNormsPerPlaceVnd":625000,
                    "withinNormsPerHourVnd":4166667,"spentVnd":24000000,"differenceVnd":-1000000,"differencePercent":-4.0000}}""").<String, Object>getMap(""));
        assertThat(read(plan.planId(), "unit-costs", yesterday).getList("rows")).isEmpty();
        assertThat(comparison.<Object>getList("rows.code")).containsExactly("CADRE + CIVIL_SERVANT", null);
        for (var stage : List.of("opened", "delivered")) {
            assertThat(comparison.<String, Object>getMap("rows[0].stages." + stage))
                    .isEqualTo(Json.from("""
                    {"classes":1,"places":40,"amountVnd":30000000,"hours":6.00,"spentVnd":24000000}""").<String, Object>getMap(""));
        }
        files(plan);
        onlyWithinTheScope(plan);
        besideAnotherYear(plan);
    }

    /** 40 places for 30 million, of which 5 are above the ceiling of lecturers; two learners were there. */
    private static Json delivered(TestPlan plan) {
        var request = plan.newClass("C-1", 40, 30 * MILLION);
        var day = plan.year() + "-05-11";
        var session = new HashMap<>(TestClass.session("05-11", "08:00", "11:30"));
        var second = new HashMap<>(TestClass.session("05-11", "13:30", "17:00"));
        session.put("day", day);
        second.put("day", day);
        var categories = List.of("CIVIL_SERVANT", "CADRE");
        request.put(
                "setup",
                Map.of("courseCode", "LDCP", "sessions", List.of(session, second), "targetCategories", categories));
        request.put(
                "costSheet",
                TestClass.costSheet(
                        40,
                        TestClass.costItem("LECTURER", "2026-05-11", "2026-05-15", 2, 2_500_000),
                        TestClass.costItem("HALL", "2026-05-11", "2026-05-15", 1, MILLION)));
        var training = TestPlan.post(Callers.city(), TestPlan.CLASSES, request)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        var id = UUID.fromString(training.getString("id"));
        Database.execute("update classes set state = 'DELIVERED', delivered_at = now() where id = ?", id);
        for (var outcome : List.of("PASSED", "FAILED", "ABSENT")) {
            Database.execute("""
                    insert into enrolments (id, version, class_id, officer_id, officer_code, officer_name, category, unit_id, unit_code,
                        unit_name, state, arrival, checked, checked_at, outcome, nominated_at, nominated_by)
                    select gen_random_uuid(), 1, ?, gen_random_uuid(), 'X', 'X', 'CADRE', ?, 'X', 'X', 'ENROLLED', count(*) + 1, '[]', now(),
                        ?, now(), 'x' from enrolments where class_id = ?""", id, City.WARD.id(), outcome, id);
        }
        return training;
    }

    private static void spend(TestPlan plan, Json training) {
        var commitment = training.getString("commitmentEntryId");
        var books = Books.of(plan, "C");
        books.posted("EXPENDITURE", 25 * MILLION, commitment);
        books.posted("REFUND", MILLION, commitment);
        books.posted("SETTLEMENT", 20 * MILLION, commitment);
    }

    private static void files(TestPlan plan) throws IOException {
        for (var report : List.of("settlement", "unit-costs", "comparison", "plan-versus-actual")) {
            var path = "/training/v1/plans/" + plan.planId() + "/" + report;
            var csv = Callers.city().accept("text/csv").get(path);
            var workbook = Callers.city().accept(XLSX).get(path);
            assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
            assertThat(workbook.contentType()).isEqualTo(XLSX);
            assertThat(workbook.header("Content-Disposition"))
                    .as(report)
                    .contains(plan.year() + "")
                    .contains(".xlsx");
            var cells = sheet(workbook.asByteArray());
            csv.asString()
                    .substring(1)
                    .lines()
                    .flatMap(line -> List.of(line.split(",", -1)).stream())
                    .filter(cell -> !cell.isEmpty() && !cell.contains("\""))
                    .forEach(cell -> assertThat(cells).as(report).contains(cell.replace("&", "&amp;")));
        }
        assertThat(Callers.city()
                        .accept("text/csv")
                        .get("/training/v1/plans/" + plan.planId() + "/unit-costs")
                        .asString()
                        .lines())
                .last()
                .isEqualTo("LDCP,,1,40,2,6.00,24000000,600000,12000000,4000000,1,30000000,25000000,24000000,0,1000000");
    }

    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.createTempFile("report", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile());
                var text = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            // Letters with marks may stand as numbers.
            return ENTITY.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(found -> Character.toString(
                            Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16)));
        } finally {
            Files.delete(file);
        }
    }

    /** The plan is for everybody in the City, its money and classes for those above them. */
    private static void onlyWithinTheScope(TestPlan plan) {
        var district = Callers.of(City.DISTRICT, "training-reader");
        var path = "/training/v1/plans/" + plan.planId();
        district.get(path + "/settlement")
                .then()
                .statusCode(200)
                .body(at("sources.size()", equalTo(0)))
                .body(at("totals.allocatedVnd", equalTo(0)));
        district.get(path + "/unit-costs").then().statusCode(200).body(at("rows.size()", equalTo(0)));
        for (var report : List.of("settlement", "unit-costs", "year-to-year")) {
            Callers.of(City.STRANGER, "training-reader")
                    .get(path + "/" + report)
                    .then()
                    .statusCode(404);
        }
    }

    private static void besideAnotherYear(TestPlan plan) {
        assertThat(Plan2020.id()).as("the plan of 2020 is there").isNotNull();
        var beside = read(plan.planId(), "year-to-year", Map.of("withYear", 2020, "by", "SOURCE"));
        assertThat(beside.getInt("withYear")).isEqualTo(2020);
        assertThat(beside.<String>getList("rows.code")).containsExactly("CITY_BUDGET", "DISTRICT_BUDGETS");
        assertThat(beside.<String, Object>getMap("rows[1].stages[1]"))
                .isEqualTo(Json.from("""
                {"stage":"ASSIGNED","classes":{"before":920,"now":10,"change":-910,"changePercent":-98.9130},
                 "places":{"before":133144,"now":400,"change":-132744,"changePercent":-99.6996},
                 "money":{"beforeVnd":33107000000,"nowVnd":1000000000,"changeVnd":-32107000000,"changePercent":-96.9795}}""").<String, Object>getMap(""));
        assertThat(beside.getInt("totals[3].classes.change")).isEqualTo(1);
        assertThat(beside.<Object>get("totals[3].classes.changePercent")).isNull();
        var csv = Callers.city()
                .accept("text/csv")
                .queryParams(Map.of("withYear", 2020, "by", "SOURCE"))
                .get("/training/v1/plans/" + plan.planId() + "/year-to-year");
        assertThat(csv.asString().lines())
                .contains(
                        "DISTRICT_BUDGETS,DISTRICT_BUDGETS,ASSIGNED,Kinh phí (đồng),33107000000,1000000000,0,32107000000,0,96.9795");
        for (var bad :
                Map.of("withYear", "last", "by", "PERSON", "asOf", "2020-13-01").entrySet()) {
            Callers.city()
                    .queryParam(bad.getKey(), bad.getValue())
                    .get("/training/v1/plans/" + Plan2020.id() + "/year-to-year")
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.invalid-parameter")));
        }
        Callers.city()
                .queryParam("withYear", 1990)
                .get("/training/v1/plans/" + plan.planId() + "/year-to-year")
                .then()
                .statusCode(422)
                .body(at("code", equalTo("training.plan-missing")));
    }
}
