package vn.gov.hanoi.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

/** What many do at the same moment. */
@QuarkusTest
@WithStack
class EnrolmentRaceTest {
    private static final int MANY = 40;
    private static final int PLACES = 7;

    @Test
    void shouldSeatExactlyThePlacesAndKeepTheOthersInTheOrderOfArrival() throws Exception {
        // Given
        var training = TestClass.open(PLACES);
        var officers = TestOfficers.of(City.DISTRICT, MANY);

        // When
        var nominated = allAtOnce(officers.stream()
                .map(officer -> (Callable<Response>) () -> training.nominate(TestClass.planner(), officer))
                .toList());
        var approved = allAtOnce(nominated.stream()
                .map(answer -> answer.as(Json.class).getString("id"))
                .map(id -> (Callable<Response>) () -> TestClass.act(TestClass.organiser(), id, "approve", null))
                .toList());

        // Then
        assertThat(statuses(nominated)).isEqualTo(Map.of(201, MANY));
        assertThat(statuses(approved)).isEqualTo(Map.of(200, MANY));
        assertThat(states(training)).isEqualTo(Map.of("ENROLLED", PLACES, "WAITING", MANY - PLACES));
        assertThat(arrivals(training))
                .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(training.read(TestClass.organiser()).getInt("seats.taken")).isEqualTo(PLACES);
        var line = waiting(training);

        // When
        var seated =
                Database.query("select id from enrolments where class_id = ? and state = 'ENROLLED'", training.id());
        var left = allAtOnce(seated.stream()
                .map(row -> String.valueOf(row.get("id")))
                .map(id -> (Callable<Response>)
                        () -> TestClass.act(TestClass.planner(), id, "withdraw", TestClass.reason("OTHER")))
                .toList());

        // Then
        assertThat(statuses(left)).isEqualTo(Map.of(200, PLACES));
        assertThat(states(training))
                .isEqualTo(Map.of("ENROLLED", PLACES, "WAITING", MANY - 2 * PLACES, "WITHDRAWN", PLACES));
        assertThat(waiting(training)).isEqualTo(line.subList(PLACES, line.size()));
    }

    @Test
    void shouldNotGetAnybodyIntoTwoClassesOnADay() throws Exception {
        // Given
        var classes = Stream.generate(() -> TestClass.open(5, TestClass.setup("08-03", "08-04")))
                .limit(6)
                .toList();
        var officers = TestOfficers.of(City.DISTRICT, 4);

        // When
        var calls = new ArrayList<Callable<Response>>();
        for (var officer : officers) {
            classes.forEach(each -> calls.add(() -> each.nominate(TestClass.planner(), officer)));
        }
        var answers = allAtOnce(calls);

        // Then
        assertThat(statuses(answers)).isEqualTo(Map.of(201, officers.size(), 422, officers.size() * 5));
        assertThat(answers.stream().filter(each -> each.statusCode() == 422))
                .allSatisfy(each -> each.then().body(at("code", equalTo("training.days-taken"))));
        for (var officer : officers) {
            assertThat(Database.count("select count(*) from learner_days where officer_id = ?", officer))
                    .isEqualTo(2);
        }
    }

    @Test
    void shouldNominateAPersonOnceHoweverOftenItIsAsked() throws Exception {
        // Given
        var training = TestClass.open(5);
        var officer = TestOfficers.one(City.DISTRICT);

        // When
        var answers = allAtOnce(IntStream.range(0, 12)
                .mapToObj(_ -> (Callable<Response>) () -> training.nominate(TestClass.planner(), officer))
                .toList());

        // Then
        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1, 409, 11));
    }

    @Test
    void shouldDoManyRowsInOneRequestEachByItself() {
        // Given
        var training = TestClass.open(2);
        var officers = TestOfficers.of(City.DISTRICT, 3);
        var rows = new ArrayList<Map<String, Object>>();
        officers.forEach(officer -> rows.add(create("n" + rows.size(), training, officer)));
        rows.add(create("twice", training, officers.getFirst()));
        rows.add(create("unknown", training, UUID.randomUUID()));
        rows.add(create("nowhere", new TestClass(UUID.randomUUID()), officers.getFirst()));

        // When
        var tried = TestClass.planner()
                .queryParam("validateOnly", "true")
                .body(Map.of("rows", rows))
                .post(TestClass.ENROLMENTS + "/bulk");
        var atomic = bulk(Map.of("atomic", true, "rows", rows));
        var none = Database.count("select count(*) from enrolments where class_id = ?", training.id());
        var done = bulk(Map.of("rows", rows));

        // Then
        assertThat(tried.as(Json.class).<Integer>getList("results.status"))
                .containsExactly(201, 201, 201, 409, 422, 422);
        assertThat(atomic.as(Json.class).<Integer>getList("results.status"))
                .containsExactly(424, 424, 424, 409, 422, 422);
        assertThat(none).isZero();
        done.then().statusCode(207).body(at("summary.succeeded", equalTo(3)));
        assertThat(arrivals(training)).containsExactly(1, 2, 3);

        // When
        var ids = done.as(Json.class).<String>getList("results.id").subList(0, 3);
        var approvals = ids.stream()
                .map(id -> Map.<String, Object>of(
                        "rowId", id, "op", "ACTION", "id", id, "action", "approve", "ifMatch", "\"1\"", "body",
                        Map.of()))
                .toList();
        var mixed = new ArrayList<>(approvals);
        mixed.add(Map.of(
                "rowId",
                "leave",
                "op",
                "ACTION",
                "id",
                ids.getFirst(),
                "action",
                "withdraw",
                "ifMatch",
                "\"2\"",
                "body",
                TestClass.reason("OTHER")));
        mixed.add(Map.of(
                "rowId",
                "none",
                "op",
                "ACTION",
                "id",
                UUID.randomUUID(),
                "action",
                "approve",
                "ifMatch",
                "\"1\"",
                "body",
                Map.of()));
        mixed.add(
                Map.of("rowId", "half", "op", "ACTION", "id", ids.getFirst(), "action", "withdraw", "body", Map.of()));
        var approved = TestPlan.post(TestClass.organiser(), TestClass.ENROLMENTS + "/bulk", Map.of("rows", mixed));

        // Then
        assertThat(approved.as(Json.class).<Integer>getList("results.status"))
                .containsExactly(200, 200, 200, 200, 404, 400);
        assertThat(states(training)).isEqualTo(Map.of("ENROLLED", 2, "WITHDRAWN", 1));
    }

    private static Map<String, Object> create(String row, TestClass training, UUID officer) {
        return Map.of("rowId", row, "op", "CREATE", "body", Map.of("classId", training.id(), "officerId", officer));
    }

    private static Response bulk(Object body) {
        return TestPlan.post(TestClass.planner(), TestClass.ENROLMENTS + "/bulk", body);
    }

    private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var futures = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Response>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static Map<Integer, Integer> statuses(List<Response> answers) {
        var counts = new TreeMap<Integer, Integer>();
        answers.forEach(answer -> counts.merge(answer.statusCode(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> states(TestClass training) {
        var counts = new TreeMap<String, Integer>();
        Database.query("select state from enrolments where class_id = ?", training.id())
                .forEach(row -> counts.merge(String.valueOf(row.get("state")), 1, Integer::sum));
        return counts;
    }

    private static List<Integer> arrivals(TestClass training) {
        return numbers("select arrival from enrolments where class_id = ? order by arrival", training);
    }

    private static List<Integer> waiting(TestClass training) {
        return numbers(
                "select arrival from enrolments where class_id = ? and state = 'WAITING' order by arrival", training);
    }

    private static List<Integer> numbers(String sql, TestClass training) {
        return Database.query(sql, training.id()).stream()
                .map(row -> Integer.valueOf(String.valueOf(row.get("arrival"))))
                .toList();
    }
}
