package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The main job on real input: the decision of 2020 comes back to the đồng. */
class TrainingPlan2020Test {
    private static final String REPORT = "/training/v1/plans/" + City.loaded().planId() + "/plan-versus-actual";

    @Test
    void shouldReportThePlanOf2020ExactlyAsTheCityDecidedIt() {
        // Given
        var token = City.token("giang.do");

        // When
        var report = City.gateway().get(REPORT, token);

        // Then
        assertThat(report.status()).isEqualTo(200);
        var departments = block(report.json(), "DEPARTMENTS");
        assertThat(departments.at("/assigned/classes").asLong()).isEqualTo(1_040);
        assertThat(departments.at("/assigned/places").asLong()).isEqualTo(43_238);
        assertThat(departments.at("/assigned/budgetVnd").asLong()).isEqualTo(134_663_000_000L);
        var districts = block(report.json(), "DISTRICTS");
        assertThat(districts.at("/assigned/classes").asLong()).isEqualTo(920);
        assertThat(districts.at("/assigned/places").asLong()).isEqualTo(133_144);
        assertThat(districts.at("/assigned/budgetVnd").asLong()).isEqualTo(33_107_000_000L);
        var programmes = block(report.json(), "PROGRAMMES");
        assertThat(programmes.at("/assigned/classes").isNull()).isTrue();
        assertThat(programmes.at("/assigned/places").isNull()).isTrue();
        assertThat(programmes.at("/assigned/budgetVnd").asLong()).isEqualTo(32_624_000_000L);
        assertThat(programmes.path("status").asText()).isEqualTo("PENDING_APPROVAL");
        assertThat(programmes.path("lines"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("status").asText()).isEqualTo("PENDING_APPROVAL"));
        assertThat(report.json().at("/totals/assigned/classes").asLong()).isEqualTo(1_960);
        assertThat(report.json().at("/totals/assigned/places").asLong()).isEqualTo(176_382);
        assertThat(report.json().at("/totals/assigned/budgetVnd").asLong()).isEqualTo(200_394_000_000L);
    }

    @Test
    void shouldGiveTheSameFiguresAsATable() {
        // Given
        var token = City.token("giang.do");

        // When
        var table = City.gateway().getAs(REPORT, token, "text/csv");

        // Then
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body()).contains("200394000000", "134663000000", "32624000000", "33107000000", "176382");
    }

    @Test
    void shouldRefuseAClassOfAProgrammeThatAwaitsApproval() {
        // Given
        var planner = City.token("binh.tran");
        var lines = City.gateway()
                .get("/training/v1/plan-lines?planId=" + City.loaded().planId() + "&block=PROGRAMMES", planner)
                .json()
                .path("items");
        var unit = City.gateway()
                .get("/evaluation/v1/units?code=H26.1", planner)
                .json()
                .at("/items/0/id")
                .asText();
        var request = """
                {"planLineId":"%s","unitId":"%s","title":"Lớp tiếng dân tộc","places":30,"startsOn":"2020-09-01","endsOn":"2020-09-30","amountVnd":1000000}""".formatted(lines.get(0).path("id").asText(), unit);

        // When
        var answer = City.gateway().post("/training/v1/classes", planner, request);

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asText()).isEqualTo("training.line-pending-approval");
        assertThat(answer.json().path("source").asText()).isEqualTo("service");
    }

    private static JsonNode block(JsonNode report, String code) {
        return StreamSupport.stream(report.path("blocks").spliterator(), false)
                .filter(block -> block.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
