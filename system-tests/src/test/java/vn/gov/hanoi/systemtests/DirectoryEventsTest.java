package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.ManagedProcess;

/** A unit that one service records is known to the others, with and without a working broker. */
class DirectoryEventsTest {
    private static final List<String> COPIES = List.of("training", "selection");

    @Test
    void shouldShowANewUnitInTheOtherServicesSoon() {
        // Given
        var operator = City.token("hai.vu");
        var editor = City.token("an.nguyen");

        // When
        long start = System.nanoTime();
        var unit = Units.create(editor);

        // Then
        for (var service : COPIES) {
            await(service + " knows the unit")
                    .atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(Units.copyStatus(service, unit, operator))
                            .isEqualTo(200));
        }
        System.out.printf(
                "a new unit was known to all services after %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    @Test
    void shouldAcceptWritesWhileKafkaIsDownAndTellThemLater() {
        // Given
        var operator = City.token("hai.vu");
        var editor = City.token("an.nguyen");
        ManagedProcess.end(City.suite().process("kafka").orElseThrow(), "TERM", Duration.ofSeconds(20));

        // When
        UUID unit;
        int whileDown;
        try {
            unit = Units.create(editor);
            whileDown = Units.copyStatus("training", unit, operator);
        } finally {
            City.suite().start("kafka");
        }

        // Then
        assertThat(whileDown).isEqualTo(404);
        for (var service : COPIES) {
            await(service + " knows the unit").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            Units.copyStatus(service, unit, City.token("hai.vu")))
                    .isEqualTo(200));
        }
    }

    @Test
    void shouldHaveTheWholeCityInEveryCopy() {
        // Given
        var operator = City.token("hai.vu");
        int units = City.loaded().units().created();
        int officers = City.loaded().officers().created();

        // When, Then
        for (var service : COPIES) {
            await(service + " has the City").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var copy = City.gateway()
                        .get("/" + service + "/v1/ops/directory-copy", operator)
                        .json();
                assertThat(copy.path("units").asInt()).isGreaterThanOrEqualTo(units);
                assertThat(copy.path("officers").asInt()).isGreaterThanOrEqualTo(officers);
            });
        }
    }
}
