package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One write can be followed by the trace id that its caller gave it; where an act has a long way, see the journey of a selection round. */
@EnabledIfSystemProperty(named = "congvu.two-instances", matches = "true")
class TraceTest {
    @Test
    void shouldFollowAWriteFromTheGatewayToEveryServiceThatIsTold() {
        // Given
        var id = UUID.randomUUID().toString().replace("-", "");
        var editor = City.token("an.nguyen");
        var parent = Units.create(editor);

        // When
        var made = City.gateway()
                .postTraced("/evaluation/v1/units", editor, Units.request(parent), "00-" + id + "-00f067aa0ba902b7-01");

        // Then
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Trace-Id")).isEqualTo(id);
        await("the gateway's access log").untilAsserted(() -> assertThat(Traces.log("gateway", id))
                .anyMatch(line -> line.contains("POST /evaluation/v1/units 201")));
        assertThat(Traces.log("evaluation", id)).anyMatch(line -> line.contains("acts recorded action=unit.create"));
        assertThat(Traces.audit("evaluation", id)).hasSize(1).first().asString().endsWith(" unit.create");
        await("told to the others")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Traces.events("evaluation", id)).containsExactly("directory.unit"));
        for (var service : List.of("training", "selection")) {
            await("applied by " + service).atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            Traces.log(service, id))
                    .anyMatch(line -> line.contains("events applied topic=directory.unit count=1")));
        }
    }
}
