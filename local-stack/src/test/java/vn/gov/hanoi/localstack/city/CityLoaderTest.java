package vn.gov.hanoi.localstack.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.city.FaultySuite.Call;
import vn.gov.hanoi.localstack.city.FaultySuite.Reply;

class CityLoaderTest {
    private static final String IMPORT = "POST /evaluation/v1/imports";
    private static final String OPERATION = "GET /evaluation/v1/operations/op";
    private static final String RESULT = "GET /evaluation/v1/imports/im";
    private static final String FAILED_ROWS = "GET /evaluation/v1/imports/im/rows";
    private static final String PLANS = "GET /training/v1/plans";
    private static final String DECISION = "POST /training/v1/plan-decisions";
    private static final String VACANCIES = "GET /selection/v1/vacancies";
    private static final String VACANCY = "POST /selection/v1/vacancies";
    private static final String PUBLISH = "POST /selection/v1/vacancies/v/actions/publish";

    private static final Reply NOTHING = new Reply(200, "{\"items\":[],\"page\":{\"next\":null}}");
    private static final Reply ACCEPTED = new Reply(202, "{\"id\":\"op\"}");
    private static final Reply COUNTS = new Reply(200, "{\"counts\":{\"created\":7,\"failed\":0}}");
    private static final Reply PLAN = new Reply(200, "{\"items\":[{\"id\":\"plan-2020\"}]}");

    private final AtomicInteger tokens = new AtomicInteger();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final FaultySuite suite;

    CityLoaderTest() throws IOException {
        // A suite that accepts everything; each test tells it where to misbehave.
        suite = new FaultySuite()
                .on(IMPORT, ACCEPTED)
                .on(OPERATION, operation("RUNNING", 400), operation("SUCCEEDED", 1_161))
                .on(RESULT, COUNTS)
                .on(PLANS, NOTHING, PLAN)
                .on(DECISION, new Reply(201, "{}"))
                .on("GET /evaluation/v1/units", new Reply(200, "{\"items\":[{\"id\":\"u\"}]}"))
                .on(VACANCIES, NOTHING)
                .on(VACANCY, new Reply(201, "{\"id\":\"v\",\"state\":\"DRAFT\"}"))
                .on("GET /selection/v1/vacancies/v", new Reply(200, "{}").with("ETag", "\"1\""))
                .on(PUBLISH, new Reply(200, "{}"));
    }

    @AfterEach
    void stopTheSuite() {
        suite.close();
    }

    @Test
    void shouldLoadUnitsThenOfficersThenThePlanThenVacanciesEachAsItsUser() {
        // When
        var report = loader().load(100);

        // Then
        assertThat(report)
                .isEqualTo(new LoadReport(
                        new ImportCounts(7, 0, 0, 0), new ImportCounts(7, 0, 0, 0), "plan-2020", true, 10, 6));
        assertThat(suite.calls(IMPORT)).extracting(CityLoaderTest::user).containsExactly("an.nguyen", "an.nguyen");
        assertThat(suite.calls(DECISION)).extracting(CityLoaderTest::user).containsExactly("binh.tran");
        assertThat(suite.calls(PUBLISH))
                .allSatisfy(call -> assertThat(user(call)).isEqualTo("chi.le"))
                .allSatisfy(call -> assertThat(call.ifMatch()).isEqualTo("\"1\""));
        assertThat(progress).contains("units: 400 of 1,161 rows", "training plan 2020: assigned");
    }

    @Test
    void shouldLogEachUserInOnceForManyCalls() {
        // When
        loader().load(0);

        // Then
        assertThat(tokens).hasValue(3);
    }

    @Test
    void shouldAskForANewTokenWhenTheLastOneIsRefused() {
        // Given
        suite.on(IMPORT, new Reply(401, "{\"code\":\"auth.token-invalid\"}"), ACCEPTED);

        // When
        loader().load(0);

        // Then
        var first = suite.calls(IMPORT).get(0);
        var second = suite.calls(IMPORT).get(1);
        assertThat(second.authorization()).isNotEqualTo(first.authorization());
        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void shouldEndWhenANewTokenIsRefusedToo() {
        // Given
        suite.on(IMPORT, new Reply(401, "{\"code\":\"auth.token-invalid\",\"detail\":\"Thẻ không hợp lệ\"}"));

        // When
        var failure = catchThrowableOfType(LoadFailed.class, () -> loader().load(0));

        // Then
        assertThat(failure.code()).isEqualTo("auth.token-invalid");
        assertThat(failure).hasMessage("units: status 401, auth.token-invalid: Thẻ không hợp lệ");
        assertThat(suite.calls(IMPORT)).hasSize(2);
    }

    @Test
    void shouldSendTheSameBytesUnderTheSameKeyWhenLoadedAgain() {
        // Given
        loader().load(100);
        var first = keys();

        // When
        suite.on(PLANS, NOTHING, PLAN);
        loader().load(100);

        // Then
        assertThat(keys()).hasSize(2 * first.size()).hasSameElementsAs(first);
        // Two files, one decision, ten vacancies; the double gives all of these the same id, so they are announced
        // under one key.
        assertThat(Set.copyOf(first)).hasSize(2 + 1 + 10 + 1).allMatch(key -> key.matches("\"[0-9a-f-]{36}\""));
    }

    @Test
    void shouldWaitUntilTheOtherServicesHaveHeardOfTheUnits() {
        // Given
        var unknown = new Reply(422, "{\"code\":\"training.unit-unknown\"}");
        suite.on(DECISION, unknown, unknown, new Reply(201, "{}"));

        // When
        var report = loader().load(0);

        // Then
        assertThat(report.planCreated()).isTrue();
        assertThat(suite.calls(DECISION))
                .hasSize(3)
                .extracting(Call::key)
                .containsOnly(String.valueOf(suite.calls(DECISION).getFirst().key()));
    }

    @Test
    void shouldTryAgainWhenTheSuiteIsAwayForAMoment() {
        // Given
        suite.on(DECISION, new Reply(503, "<html>"), new Reply(502, ""), new Reply(201, "{}"));

        // When
        var report = loader().load(0);

        // Then
        assertThat(report.planCreated()).isTrue();
    }

    @Test
    void shouldNotTouchAPlanAndVacanciesThatAreThere() {
        // Given
        suite.on(PLANS, PLAN);
        var items = City2020.read().vacancies().posts().stream()
                .map(post -> "{\"id\":\"v\",\"state\":\"ANNOUNCED\",\"unit\":{\"id\":\"u\"},\"postTitle\":\""
                        + post.postTitle() + "\"}")
                .toList();
        var half = items.size() / 2;
        suite.on(
                VACANCIES,
                new Reply(200, "{\"items\":" + items.subList(0, half) + ",\"page\":{\"next\":\"k3.+/\"}}"),
                new Reply(200, "{\"items\":" + items.subList(half, items.size()) + ",\"page\":{\"next\":null}}"));

        // When
        var report = loader().load(0);

        // Then
        assertThat(report.planCreated()).isFalse();
        assertThat(report.vacanciesCreated()).isZero();
        assertThat(suite.calls(DECISION)).isEmpty();
        assertThat(suite.calls(VACANCY)).isEmpty();
        assertThat(suite.calls(PUBLISH)).isEmpty();
    }

    @Test
    void shouldShowTheFailedRowsAndEnd() {
        // Given
        suite.on(OPERATION, operation("SUCCEEDED", 1_161), operation("PARTIAL", 100));
        suite.on(RESULT, COUNTS, new Reply(200, "{\"counts\":{\"created\":98,\"failed\":2}}"));
        suite.on(FAILED_ROWS, new Reply(200, """
                {"items":[{"index":4,"cell":"E5","code":"import.unit-code-unknown","detail":"Không có mã đơn vị H26.99"},
                          {"index":9,"cell":null,"code":"import.row-too-long"}]}"""));

        // When
        var failure = catchThrowableOfType(LoadFailed.class, () -> loader().load(100));

        // Then
        assertThat(failure.code()).isEqualTo("load.rows-failed");
        assertThat(failure).hasMessage("""
                officers: import PARTIAL, failed rows: 2, load.rows-failed
                  row 4 E5 import.unit-code-unknown Không có mã đơn vị H26.99
                  row 9 import.row-too-long""");
        assertThat(suite.calls(DECISION)).isEmpty();
    }

    @Test
    void shouldSendTheFileAsANewCommandWhenOnlyAnOldFailureIsReplayed() {
        // Given
        suite.on(IMPORT, ACCEPTED.with("Idempotency-Replayed", "true"), ACCEPTED);
        suite.on(OPERATION, operation("FAILED", 0), operation("SUCCEEDED", 1_161));

        // When
        var report = loader().load(0);

        // Then
        assertThat(report.units().created()).isEqualTo(7);
        assertThat(suite.calls(IMPORT)).hasSize(2).extracting(Call::key).doesNotHaveDuplicates();
        assertThat(suite.calls(IMPORT).get(1).content())
                .isEqualTo(suite.calls(IMPORT).get(0).content());
    }

    @Test
    void shouldEndWithTheProblemOfAnImportThatFailedAsAWhole() {
        // Given
        suite.on(OPERATION, new Reply(200, """
                {"state":"FAILED","resultHref":null,"problem":{"code":"import.header-unknown","detail":"Sai dòng tiêu đề"}}"""));

        // When
        var failure = catchThrowableOfType(LoadFailed.class, () -> loader().load(0));

        // Then
        assertThat(failure.code()).isEqualTo("import.header-unknown");
        assertThat(failure).hasMessage("units: import FAILED, failed rows: 0, import.header-unknown: Sai dòng tiêu đề");
    }

    @Test
    void shouldEndWhenAnImportDoesNotMove() {
        // Given
        suite.on(OPERATION, operation("RUNNING", 400));

        // When
        var failure = catchThrowableOfType(LoadFailed.class, () -> loader().load(0));

        // Then
        assertThat(failure.code()).isEqualTo("load.stalled");
    }

    @Test
    void shouldNameEveryFieldThatAServiceRefuses() {
        // Given
        suite.on(DECISION, new Reply(422, """
                {"code":"request.invalid","detail":"Dữ liệu sai","errors":[{"code":"number.range","pointer":"/year"}]}"""));

        // When
        var failure = catchThrowableOfType(LoadFailed.class, () -> loader().load(0));

        // Then
        assertThat(failure).hasMessage("""
                training plan 2020: status 422, request.invalid: Dữ liệu sai
                  number.range at /year""");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        // Given
        var address = suite.address();
        suite.close();

        // When
        var failure =
                catchThrowableOfType(LoadFailed.class, () -> loader(address).load(0));

        // Then
        assertThat(failure.code()).isEqualTo("load.unreachable");
    }

    private CityLoader loader() {
        return loader(suite.address());
    }

    private CityLoader loader(URI address) {
        return new CityLoader(address, user -> user + "-" + tokens.incrementAndGet(), progress::add, _ -> {});
    }

    private List<String> keys() {
        return List.of(IMPORT, DECISION, VACANCY, PUBLISH).stream()
                .flatMap(route -> suite.calls(route).stream())
                .map(call -> String.valueOf(call.key()))
                .toList();
    }

    private static String user(Call call) {
        return String.valueOf(call.authorization()).replaceAll("Bearer (.*)-[0-9]+", "$1");
    }

    private static Reply operation(String state, int done) {
        return new Reply(200, """
                {"state":"%s","progress":{"done":%d,"total":1161,"unit":"ROW"},"resultHref":"/evaluation/v1/imports/im"}""".formatted(state, done));
    }
}
