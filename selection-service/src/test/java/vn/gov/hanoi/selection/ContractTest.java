package vn.gov.hanoi.selection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The published contract says enough to be used without reading code. */
@QuarkusTest
@WithStack
class ContractTest {
    private JsonNode contract;

    @BeforeEach
    void read() throws IOException {
        contract = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/selection/v1/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private record Operation(String path, String method, JsonNode node) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : contract.path("paths").properties()) {
            if (path.getKey().contains("vacancies")
                    || path.getKey().contains("rating-records")
                    || path.getKey().contains("sanction-checks")) {
                path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(path.getKey(), each.getKey(), each.getValue())));
            }
        }
        return operations;
    }

    @Test
    void shouldPublishExactlyTheseOperations() {
        assertThat(operations())
                .extracting(each -> each.method() + " " + each.path() + " "
                        + each.node().path("operationId").asText())
                .containsExactlyInAnyOrder(
                        "get /selection/v1/vacancies listVacancies",
                        "post /selection/v1/vacancies createVacancy",
                        "get /selection/v1/vacancies/{id} getVacancy",
                        "post /selection/v1/vacancies/{id}/actions/publish publishVacancy",
                        "get /selection/v1/public/vacancies listPublicVacancies",
                        "get /selection/v1/public/vacancies/{id} getPublicVacancy",
                        "get /selection/v1/rating-records listRatingRecords",
                        "get /selection/v1/rating-records/{id} getRatingRecord",
                        "get /selection/v1/sanction-checks getSanctionCheck");
    }

    @Test
    void shouldDescribeEveryOperation() {
        for (var operation : operations()) {
            var node = operation.node();
            var name = operation.method() + " " + operation.path();
            assertThat(node.path("summary").asText()).as(name).isNotBlank();
            assertThat(node.path("x-summary-vi").asText()).as(name).isNotBlank();
            assertThat(node.path("x-audit").asText()).as(name).isIn("NONE", "CHANGE");
            assertThat(node.path("tags")).as(name).hasSize(1);
            assertThat(node.path("responses").has("400")).as(name).isTrue();
            node.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("description").asText())
                    .as(name + parameter)
                    .isNotBlank());
        }
    }

    @Test
    void shouldDemandATokenExceptOnPublicRoutes() {
        var permissions = Map.of("get", "selection-reader", "post", "selection-organiser");
        for (var operation : operations()) {
            boolean open = operation.path().contains("/public/");
            var permission = operation.node().path("x-permission").asText();
            var expected = operation.path().matches(".*/(rating-records|sanction-checks).*")
                    ? "selection-organiser"
                    : permissions.get(operation.method());
            assertThat(permission).isEqualTo(open ? "public" : expected);
            assertThat(operation.node().path("security").isEmpty())
                    .as(operation.path())
                    .isEqualTo(open);
        }
    }

    @Test
    void shouldDescribeEveryPropertyOfOurSchemas() {
        var described = new HashSet<String>();
        for (var schema : contract.path("components").path("schemas").properties()) {
            if (schema.getKey().matches(".*(Vacancy|RatingRecord|Sanction).*")
                    && !schema.getKey().startsWith("Page")) {
                schema.getValue().path("properties").properties().forEach(property -> {
                    var name = schema.getKey() + "." + property.getKey();
                    assertThat(property.getValue().path("description").asText())
                            .as(name)
                            .isNotBlank();
                    described.add(schema.getKey());
                });
            }
        }
        assertThat(described)
                .contains(
                        "Vacancy",
                        "VacancySummary",
                        "PublicVacancy",
                        "VacancyRequest",
                        "VacancyPublishRequest",
                        "RatingRecord");
    }
}
