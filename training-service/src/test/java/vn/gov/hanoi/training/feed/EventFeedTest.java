package vn.gov.hanoi.training.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;

/** The feed for systems without a broker, with the relay and the broker at work. */
@QuarkusTest
@WithStack
class EventFeedTest {
    private static final String FEED = "/training/v1/events";
    private static final String OPENED = "vn.gov.hanoi.training.class.opened.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static RequestSpecification reader() {
        return Callers.of(City.DEPARTMENT, "training-reader");
    }

    private static String subject(TestClass training) {
        return "classes/" + training.id();
    }

    /** Where a caller stands who has read everything so far. */
    private static String end(RequestSpecification who) {
        var page = who.queryParam("limit", 500).get(FEED);
        while (Api.json(page).at("/page/more").asBoolean()) {
            page = Api.as(Callers.token(City.DEPARTMENT, "training-reader"))
                    .queryParam("limit", 500)
                    .queryParam("after", next(page))
                    .get(FEED);
        }
        return next(page);
    }

    private static String next(Response page) {
        return page.then().statusCode(200).extract().path("page.next");
    }

    private static List<String> types(Response page) {
        return page.then().statusCode(200).extract().path("items.type");
    }

    /** Waits until the relay has sent that many events of a class. */
    private static void sent(TestClass training, int events) {
        await("events are sent")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count("select count(*) from event_log where aggregate_id = ?", training.id())
                        == events);
    }

    @Test
    void shouldReplayTheBytesOfTheBrokerWithoutAGap() {
        // Given
        var training = TestClass.open(3);
        for (var course : List.of("KNQL", "LLCT", "TIN1")) {
            training.patch(TestClass.organiser(), Map.of("courseCode", course))
                    .then()
                    .statusCode(200);
        }
        sent(training, 4);

        // When
        var told = new ArrayList<String>();
        var page = reader().queryParam("subject", subject(training))
                .queryParam("limit", 1)
                .get(FEED);
        while (Api.json(page).path("items").size() > 0) {
            var body = page.asString();
            told.add(body.substring(body.indexOf("[{") + 1, body.lastIndexOf("}],") + 1));
            page = reader().queryParam("subject", subject(training))
                    .queryParam("limit", 1)
                    .queryParam("after", next(page))
                    .get(FEED);
        }

        // Then
        var key = Database.query("select unit_id from classes where id = ?", training.id())
                .getFirst()
                .get("unit_id");
        assertThat(told)
                .isEqualTo(Events.readBytes("training.class", String.valueOf(key)).stream()
                        .map(event -> new String(event, StandardCharsets.UTF_8))
                        .filter(event -> event.contains(subject(training)))
                        .toList());
        assertThat(told)
                .extracting(event -> Events.parse(event.getBytes(StandardCharsets.UTF_8))
                        .path("sequence")
                        .asText())
                .containsExactly("0000000001", "0000000002", "0000000003", "0000000004");
    }

    @Test
    void shouldNotSkipATransactionThatWasSlow() throws Exception {
        // Given
        var late = UUID.randomUUID();
        var quick = new TestClass[1];
        String before;
        try (var connection = Database.connect()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into outbox_events (id, topic, type, aggregate_id, sequence, partition_key, envelope)
                    values (?, 'training.class', ?, ?, 1, ?, ?)""")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, OPENED);
                insert.setObject(3, late);
                insert.setObject(4, City.DEPARTMENT.id());
                insert.setBytes(
                        5,
                        Events.envelope(
                                "training.class",
                                "opened",
                                "classes",
                                late,
                                1,
                                Map.of("unitId", City.DEPARTMENT.id())));
                insert.executeUpdate();
            }
            quick[0] = TestClass.open(1);
            sent(quick[0], 1);
            before = end(reader());

            // When
            connection.commit();
        }
        sent(new TestClass(late), 1);

        // Then
        assertThat(reader().queryParam("after", before)
                        .get(FEED)
                        .then()
                        .extract()
                        .<List<String>>path("items.subject"))
                .containsExactly("classes/" + late);
    }

    @Test
    void shouldWakeWhoWaitsAtOnceAndOnlyForWhatHeMaySee() {
        // Given
        City.known();
        var mine = end(reader());
        var waiting = CompletableFuture.supplyAsync(() -> reader().queryParam("after", mine)
                .queryParam("type", OPENED)
                .queryParam("waitSeconds", 20)
                .get(FEED));
        var stranger = CompletableFuture.supplyAsync(() -> Callers.of(City.OTHER_DISTRICT, "training-reader")
                .queryParam("after", mine)
                .queryParam("type", OPENED)
                .queryParam("waitSeconds", 2)
                .get(FEED));
        await("they wait").during(Duration.ofMillis(500)).until(() -> !waiting.isDone() && !stranger.isDone());

        // When
        var training = TestClass.open(1);
        sent(training, 1);
        var from = System.nanoTime();
        var woken = waiting.join();
        var took = Duration.ofNanos(System.nanoTime() - from);

        // Then
        assertThat(took).isLessThan(AT_ONCE);
        assertThat(woken.then().extract().<List<String>>path("items.subject")).contains(subject(training));
        assertThat(types(stranger.join())).isEmpty();
        assertThat(Api.json(stranger.join()).at("/page/more").asBoolean()).isFalse();
    }

    @Test
    void shouldSayNothingOfRecordsOutsideTheScope() {
        // Given
        var training = TestClass.open(1);
        sent(training, 1);

        // When Then
        for (var unit : List.of(City.CITY, City.DEPARTMENT)) {
            assertThat(types(Callers.of(unit, "training-reader")
                            .queryParam("subject", subject(training))
                            .get(FEED)))
                    .containsExactly(OPENED);
        }
        for (var unit : List.of(City.DISTRICT, City.WARD, City.OTHER_DISTRICT)) {
            assertThat(types(Callers.of(unit, "training-reader")
                            .queryParam("subject", subject(training))
                            .get(FEED)))
                    .isEmpty();
        }
        assertThat(types(Callers.of(City.CITY, "training-planner")
                        .queryParam("subject", subject(training))
                        .get(FEED)))
                .as("a role that reads other topics")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "auditor", "evaluation-reader", "selection-reader", "none"})
    void shouldRefuseRolesThatReadNoTopic(String role) {
        Callers.of(City.CITY, role).get(FEED).then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
    }

    @Test
    void shouldRefuseWhoHasNoTokenAndWhoHasNoUnit() {
        City.known();
        Api.anonymous().get(FEED).then().statusCode(401);
        Api.as(Tokens.user("x").roles("training-reader").token())
                .get(FEED)
                .then()
                .statusCode(403)
                .body(at("code", equalTo("scope.unit-unknown")));
    }

    @ParameterizedTest
    @CsvSource({
        "after,AAAA,400,events.position-invalid",
        "after,1,400,events.position-invalid",
        "type,vn.gov.hanoi.training.class.opened.v2,400,query.invalid-parameter",
        "type,vn.gov.hanoi.reorganisation.impact.counted.v1,400,query.invalid-parameter",
        "subject,classes,400,query.invalid-parameter",
        "subject,classes/7,400,query.invalid-parameter",
        "subject,accounts/0197f3c2-7a10-7c4e-9b1d-000000000002,400,query.invalid-parameter",
        "limit,0,400,query.invalid-parameter",
        "limit,501,400,query.invalid-parameter",
        "waitSeconds,31,400,query.invalid-parameter",
        "waitSeconds,-1,400,query.invalid-parameter",
        "from,0,400,query.unknown-parameter"
    })
    void shouldRefuseWhatCannotBeRead(String name, String value, int status, String code) {
        City.known();
        reader().queryParam(name, value).get(FEED).then().statusCode(status).body(at("code", equalTo(code)));
    }

    @Test
    void shouldRefuseMoreNamesThanItTakes() {
        City.known();
        var types = IntStream.range(0, 21).mapToObj(_ -> OPENED).toList();
        reader().queryParam("type", types).get(FEED).then().statusCode(400);
    }

    @Test
    void shouldRefuseAPositionBeforeWhatIsKept() {
        // Given
        var training = TestClass.open(1);
        sent(training, 1);
        var old = next(reader().queryParam("limit", 1).get(FEED));
        Database.execute("update event_feed set purged_to = (select max(position) from event_log)");

        // When
        var page = reader().queryParam("after", old).get(FEED);
        var stream = EventStream.open(Callers.token(City.DEPARTMENT, "training-reader"), "", "Last-Event-ID", old);
        Database.execute("update event_feed set purged_to = 0");

        // Then
        page.then().statusCode(410).body(at("code", equalTo("events.position-expired")));
        assertThat(stream.answer().statusCode()).isEqualTo(410);
        assertThat(stream.body()).contains("events.position-expired", "Last-Event-ID");
    }

    @Test
    void shouldStreamFromThePlaceWhereTheLastStreamEnded() {
        // Given
        var training = TestClass.open(1);
        sent(training, 1);
        var token = Callers.token(City.DEPARTMENT, "training-reader");
        var query = "?subject=" + subject(training);
        String place;
        try (var stream = EventStream.open(token, query)) {
            assertThat(stream.answer().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(stream.answer().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(stream.answer().headers().firstValue("Trace-Id").orElse(""))
                    .matches("[0-9a-f]{32}");
            assertThat(stream.step()).isTrue();
            place = stream.lastId();

            // When
            training.patch(TestClass.organiser(), Map.of("courseCode", "KNQL"));
            var first = stream.next();

            // Then
            assertThat(first.type()).isEqualTo("vn.gov.hanoi.training.class.changed.v1");
            assertThat(first.data()).contains("\"sequence\":\"0000000002\"");
        }

        // When
        training.patch(TestClass.organiser(), Map.of("courseCode", "LLCT"));
        try (var again = EventStream.open(token, query, "Last-Event-ID", place)) {
            // Then
            assertThat(List.of(again.next().data(), again.next().data()))
                    .satisfiesExactly(
                            each -> assertThat(each).contains("\"sequence\":\"0000000002\""),
                            each -> assertThat(each).contains("\"sequence\":\"0000000003\""));
        }
    }

    @Test
    void shouldKeepASilentStreamAliveAndEndItWithTheToken() {
        // Given
        City.known();
        var token = Tokens.user("short")
                .unit("H26.1")
                .roles("training-reader")
                .endsIn(Duration.ofSeconds(4))
                .token();

        // When
        try (var stream = EventStream.open(token, "?type=" + OPENED + "&subject=classes/" + UUID.randomUUID())) {
            var end = stream.next();

            // Then
            assertThat(end).isNull();
            assertThat(stream.comments()).startsWith("open", "here").hasSizeGreaterThan(2);
            assertThat(stream.lastId()).hasSize(48);
        }
    }

    @Test
    void shouldRefuseMoreStreamsOfOnePersonAndTakeThemWhenOthersEnd() {
        // Given
        City.known();
        var token = Tokens.user("greedy").unit("H26.1").roles("training-reader").token();
        var open = new ArrayList<>(
                IntStream.range(0, 8).mapToObj(_ -> EventStream.open(token, "")).toList());

        // When
        var refused = EventStream.open(token, "");
        var page = Api.as(token).get(FEED);
        open.forEach(EventStream::close);

        // Then
        assertThat(refused.answer().statusCode()).isEqualTo(429);
        assertThat(refused.answer().headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("events.too-many-open");
        page.then().statusCode(200);
        await("seats are free again").atMost(SOON).untilAsserted(() -> {
            try (var again = EventStream.open(token, "")) {
                assertThat(again.answer().statusCode()).isEqualTo(200);
            }
        });
    }

    @Test
    void shouldRefuseAStreamAsAPageWouldBe() {
        City.known();
        var token = Callers.token(City.DEPARTMENT, "training-reader");
        for (var query : List.of("?limit=5", "?waitSeconds=5", "?after=AAAA", "?type=x", "?subject=x")) {
            var refused = EventStream.open(token, query);
            assertThat(refused.answer().statusCode()).as(query).isEqualTo(400);
            assertThat(refused.answer().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
        }
        assertThat(EventStream.open(Callers.token(City.CITY, "operator"), "")
                        .answer()
                        .statusCode())
                .isEqualTo(403);
    }
}
