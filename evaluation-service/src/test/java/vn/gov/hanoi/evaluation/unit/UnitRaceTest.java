package vn.gov.hanoi.evaluation.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class UnitRaceTest {
    private static final int MANY = 50;

    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void F21_shouldRecordOnceUnderOneKeyHoweverOftenItIsSent() throws Exception {
        // Given
        var key = Api.key();
        var request = Units.request(Units.code(), "DIVISION", department.id());

        // When
        var answers = allAtOnce(
                _ -> Api.as(editor).header("Idempotency-Key", key).body(request).post(Units.PATH));

        // Then
        var successes = with(answers, 201);
        assertThat(successes)
                .isNotEmpty()
                .extracting(Response::asString)
                .containsOnly(successes.getFirst().asString());
        assertThat(successes.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.as(Json.class).getString("code")).isEqualTo("idempotency.in-progress");
                    assertThat(answer.header("Retry-After")).isNotBlank();
                });
        assertThat(facts(request.get("code"))).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void F21_shouldGiveACodeToOneOfFiftyAndRefuseTheOthersClearly() throws Exception {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());

        // When
        var answers = allAtOnce(_ -> Units.post(editor, request));

        // Then
        assertThat(with(answers, 201)).hasSize(1);
        assertRefused(answers, "unit.code-exists");
        assertThat(facts(request.get("code"))).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void F21_shouldRecordFiftyDifferentUnitsBesideEachOther() throws Exception {
        // Given
        var codes = IntStream.range(0, MANY).mapToObj(_ -> Units.code()).toList();

        // When
        var answers = allAtOnce(i -> Units.post(editor, Units.request(codes.get(i), "DIVISION", department.id())));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(Database.count("select count(*) from unit_states where parent_id = ?", department.id()))
                .isEqualTo(MANY);
    }

    @Test
    void F21_shouldGiveAUnitOneHead() throws Exception {
        // Given
        var requests = IntStream.range(0, MANY)
                .mapToObj(_ -> {
                    var request = Officers.request(Officers.code(), "Nguyễn Văn An", department.id());
                    Officers.post(request).put("position", "HEAD");
                    return request;
                })
                .toList();

        // When
        var answers = allAtOnce(i -> Officers.post(editor, requests.get(i)));

        // Then
        assertThat(with(answers, 201)).hasSize(1);
        assertRefused(answers, "assignment.head-exists");
        assertThat(Database.count("select count(*) from assignments where unit_id = ?", department.id()))
                .isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from officers where officer_code = any (?)", (Object) requests.stream()
                                .map(request -> String.valueOf(request.get("officerCode")))
                                .toArray(String[]::new)))
                .isEqualTo(1);
    }

    private static void assertRefused(List<Response> answers, String code) {
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .hasSize(MANY - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.contentType()).isEqualTo("application/problem+json");
                    assertThat(answer.as(Json.class).getString("code")).isEqualTo(code);
                });
    }

    private static List<Response> with(List<Response> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).toList();
    }

    /** Units, audit entries and events of the code. */
    private static List<Long> facts(Object code) {
        return List.of(
                Database.count("select count(*) from unit_codes where code = ?", code),
                Database.count("select count(*) from audit_entries where details ->> 'code' = ?", code),
                Database.count(
                        "select max(last) from event_sequences s join unit_codes u on u.unit_id = s.aggregate_id where u.code = ?",
                        code));
    }

    /** More callers than database connections: who is told to come again does so with the same request, as clients shall. */
    private static Response repeated(IntFunction<Response> call, int i) {
        var answer = call.apply(i);
        for (int again = 0; answer.statusCode() == 503 && again < MANY; again++) {
            answer = call.apply(i);
        }
        return answer;
    }

    private static List<Response> allAtOnce(IntFunction<Response> call)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(MANY);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            List<Callable<Response>> calls = IntStream.range(0, MANY)
                    .mapToObj(i -> (Callable<Response>) () -> {
                        start.await();
                        return repeated(call, i);
                    })
                    .toList();
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
