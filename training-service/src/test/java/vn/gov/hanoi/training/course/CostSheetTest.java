package vn.gov.hanoi.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestPlan;

/** What a class is to cost is kept version by version, within its places and money, and shown against the norms. */
@QuarkusTest
@WithStack
class CostSheetTest {
    private static final String SHEETS = TestPlan.CLASSES + "/%s/cost-sheets";

    private static Json versions(TestClass of) {
        return TestClass.organiser()
                .get(SHEETS.formatted(of.id()))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    @Test
    void shouldKeepEveryVersionAndWarnAboveTheCeiling() {
        // Given
        var training = TestClass.open(2);
        TestClass.organiser().get(TestPlan.CLASSES + "/" + training.id()).then().body(at("costSheet", nullValue()));
        var lecturer = TestClass.costItem("LECTURER", "2026-05-11", "2026-05-11", 1, 900_000);
        long before = training.version();

        // When
        var first = training.cost(TestClass.organiser(), TestClass.costSheet(2, 400_000));
        var second = training.cost(
                TestClass.organiser(),
                TestClass.costSheet(2, lecturer, TestClass.costItem("AWARD", "2026-05-11", "2026-05-11", 1, 100_000)));

        // Then
        first.then().statusCode(201).body(at("costSheet.sheet.perPlaceVnd", equalTo(200_000)));
        second.then()
                .statusCode(201)
                .header("ETag", "\"" + (before + 2) + "\"")
                .body(at("costSheet.number", equalTo(2)))
                .body(at("costSheet.sheet.totalVnd", equalTo(1_000_000)))
                .body(at("costSheet.sheet.perHourVnd", equalTo(166_667)));
        var kept = versions(training);
        assertThat(kept.<Integer>getList("items.number")).containsExactly(2, 1);
        assertThat(kept.getLong("items[1].sheet.totalVnd")).isEqualTo(400_000);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'class.cost' and resource_id = ?",
                        training.id()))
                .isEqualTo(2);
    }

    @Test
    void shouldKeepWhatIsAboveTheCeilingApartAndRefuseWhatTheNormBlocks() {
        // Given
        var plan = TestPlan.roomy();
        var request = plan.newClass("C-1", 10, 10_000_000);
        var lecturer = TestClass.costItem("LECTURER", "2026-05-11", "2026-05-12", 1, 2_500_000);
        request.put("costSheet", TestClass.costSheet(10, lecturer));
        var blocked = plan.newClass("C-1", 10, 10_000_000);
        blocked.put(
                "costSheet",
                TestClass.costSheet(
                        10, lecturer, TestClass.costItem("MANAGEMENT", "2026-05-11", "2026-05-11", 1, 500_001)));
        long classes = Database.count("select count(*) from classes");

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.CLASSES, blocked);
        long afterRefusal = Database.count("select count(*) from classes");
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.cost-above-norm")))
                .body(at("errors[0].pointer", equalTo("/costSheet/items/1")))
                .body(at("args.ceilingVnd", equalTo(500_000)));
        assertThat(afterRefusal).isEqualTo(classes);
        opened.then()
                .statusCode(201)
                .body(at("costSheet.number", equalTo(1)))
                .body(at("costSheet.withinNormsVnd", equalTo(4_000_000)))
                .body(at("costSheet.sheet.findings.size()", equalTo(1)))
                .body(at("costSheet.sheet.findings[0].ruleSet", equalTo("TT100-2025")));
    }

    @Test
    void shouldRefuseOldVersionsStrangersAndClassesThatAreOverAndKeepNothing() {
        // Given
        var training = TestClass.open(1);
        var sheet = TestClass.costSheet(1, 1);
        var path = SHEETS.formatted(training.id());

        // When
        var without = TestPlan.post(TestClass.organiser(), path, sheet);
        var stale = TestPlan.post(TestClass.organiser().header("If-Match", "\"0\""), path, sheet);
        var invited = training.cost(Callers.district(), sheet);
        var stranger = training.cost(Callers.of(City.OTHER_DISTRICT, "training-organiser"), sheet);
        var unknown = new TestClass(UUID.randomUUID());
        var absent =
                TestPlan.post(TestClass.organiser().header("If-Match", "\"1\""), SHEETS.formatted(unknown.id()), sheet);
        var tried = TestPlan.post(
                TestClass.organiser()
                        .queryParam("validateOnly", "true")
                        .header("If-Match", "\"" + training.version() + "\""),
                path,
                sheet);
        Database.execute("update classes set state = 'DELIVERED' where id = ?", training.id());
        var over = training.cost(TestClass.organiser(), sheet);

        // Then
        without.then().statusCode(428);
        stale.then().statusCode(412);
        invited.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        stranger.then().statusCode(404);
        absent.then().statusCode(404);
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        over.then().statusCode(409).body(at("code", equalTo("training.class-wrong-state")));
        assertThat(versions(training).getList("items")).isEmpty();
    }

    @Test
    void shouldLetOneOfManyWriteAVersion() throws Exception {
        // Given
        var training = TestClass.open(1);
        var etag = "\"" + training.version() + "\"";
        Callable<Integer> write = () -> TestPlan.post(
                        TestClass.organiser().header("If-Match", etag),
                        SHEETS.formatted(training.id()),
                        TestClass.costSheet(1, 1))
                .statusCode();

        // When
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> write).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
        }

        // Then
        assertThat(answers.stream().filter(each -> each == 201)).hasSize(1);
        assertThat(answers.stream().filter(each -> each == 412)).hasSize(7);
    }

    @Test
    void shouldNotLetTheServiceAlterWhatWasSaid() throws SQLException {
        // Given
        var training = TestClass.open(1);
        training.cost(TestClass.organiser(), TestClass.costSheet(1, 1)).then().statusCode(201);

        // Then
        try (var connection = Database.connectAs("training_app");
                var statement = connection.createStatement()) {
            for (var sql : List.of("update class_cost_sheets set total_vnd = 0", "delete from class_cost_sheets")) {
                assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(versions(training).getList("items")).hasSize(1);
    }
}
