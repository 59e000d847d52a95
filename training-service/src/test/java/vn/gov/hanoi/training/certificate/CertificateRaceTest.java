package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;
import vn.gov.hanoi.training.support.TestPlan;

/** Many at once. */
@QuarkusTest
@WithStack
class CertificateRaceTest {
    private static final int MANY = 12;

    @Test
    void shouldIssueOneCertificateToManyHands() throws Exception {
        // Given
        var request = Delivery.request(new Delivery(City.DEPARTMENT).passed(), City.CITY);

        // When
        var answers = allAtOnce(_ -> TestPlan.post(certifier(City.CITY), Delivery.PATH, request));

        // Then
        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "training.certificate-exists", MANY - 1L));
    }

    @Test
    void shouldRevokeOnce() throws Exception {
        // Given
        var made = new Delivery(City.DEPARTMENT).issued();

        // When
        var answers = allAtOnce(_ -> Delivery.act(certifier(City.CITY), made, "revoke", "\"1\"", "FRAUD"));

        // Then
        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 1L, "precondition.failed", MANY - 1L));
        assertThat(Database.count(
                        "select count(*) from certificate_acts where certificate_id = ?",
                        UUID.fromString(made.getString("id"))))
                .isEqualTo(2);
    }

    /** Whatever the key was at that moment, the certificate is valid, and two never share a place. */
    @Test
    void shouldReplaceTheKeyWhileOthersIssue() throws Exception {
        // Given
        var delivery = new Delivery(City.DEPARTMENT);
        var enrolments = new ArrayList<UUID>();
        for (int i = 0; i < MANY; i++) {
            enrolments.add(delivery.passed());
        }

        // When
        var answers = allAtOnce(i -> i % 3 == 0
                ? TestPlan.post(Callers.operator(), "/training/v1/certificate-keys", Map.of("reason", "Thay khóa"))
                : TestPlan.post(certifier(City.CITY), Delivery.PATH, Delivery.request(enrolments.get(i), City.CITY)));

        // Then
        assertThat(outcomes(answers)).isEqualTo(Map.of("201", (long) MANY));
        for (var answer : answers) {
            var number = answer.as(Json.class).getString("number");
            if (number != null) {
                var shown =
                        Delivery.everybody().get(Delivery.PUBLIC + "/" + number).as(Json.class);
                assertThat(shown.getString("state")).isEqualTo("VALID");
            }
        }
        assertThat(Database.count("select count(*) from certificate_keys where retired_at is null"))
                .isEqualTo(1);
        assertThat(Database.count("select sum(taken) from certificate_lists"))
                .isEqualTo(Database.count("select count(*) from certificates where list is not null"));
    }

    private static Map<String, Long> outcomes(List<Response> answers) {
        var outcomes = new TreeMap<String, Long>();
        for (var answer : answers) {
            boolean good = answer.statusCode() < 300;
            outcomes.merge(
                    good
                            ? String.valueOf(answer.statusCode())
                            : answer.as(Json.class).getString("code"),
                    1L,
                    Long::sum);
        }
        return outcomes;
    }

    private static List<Response> allAtOnce(IntFunction<Response> call) throws Exception {
        var start = new CyclicBarrier(MANY);
        var answers = new ArrayList<Response>();
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var futures = new ArrayList<Future<Response>>();
            for (int i = 0; i < MANY; i++) {
                int each = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.apply(each);
                }));
            }
            for (var future : futures) {
                answers.add(future.get());
            }
        }
        return answers;
    }
}
