package vn.gov.hanoi.evaluation.similartask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Groups;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Which units have similar tasks, over HTTP; how they count together is proved by SmallUnitPoolHttpTest. */
@QuarkusTest
@WithStack
class SimilarTaskGroupHttpTest {
    @Test
    void shouldKeepAGroupUntilItIsClosed() {
        // Given
        var one = Units.department();
        var two = Units.department();
        var group = Groups.created(Groups.request(one, two));
        var reader = Evaluations.token("reader", two, "evaluation-reader");
        var path = Groups.PATH + "/" + group.getString("id");

        // When
        var seen = Api.as(reader).get(path);
        var listed = Api.as(reader)
                .queryParams("unitId", one.id(), "inForceOn", "2090-06-01")
                .get(Groups.PATH);
        var before = Api.as(reader).queryParam("inForceOn", "2089-12-31").get(Groups.PATH);
        var foreign = Api.as(Evaluations.token("reader", Units.department(), "evaluation-reader"))
                .get(path);
        var closed = Groups.close(Groups.keeper(), group, group.getString("etag"), "2091-01-01");
        var next = Groups.post(Groups.keeper(), Groups.request("2091-01-01", List.of(two.id(), one.id())));

        // Then
        seen.then()
                .statusCode(200)
                .body(at(
                        "units.id",
                        containsInAnyOrder(one.id().toString(), two.id().toString())))
                .body(at("decision.number", equalTo("41/QĐ-SNV")));
        listed.then().body(at("items.id", contains(group.getString("id"))));
        before.then().statusCode(200).body(at("items", equalTo(List.of())));
        foreign.then().statusCode(404);
        closed.then().statusCode(200).body(at("validTo", equalTo("2091-01-01")));
        next.then().statusCode(201);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action like 'similar-task-group.%' and resource_id = ?::uuid",
                        group.getString("id")))
                .isEqualTo(2);
    }

    @Test
    void shouldRefuseEachWithItsReason() {
        // Given
        var one = Units.department();
        var two = Units.department();
        var division = Units.unit("DIVISION", one);
        var city = Groups.keeper();
        var group = Groups.created(Groups.request("2026-01-01", List.of(one.id(), two.id())));
        tell(one);
        tell(division);

        // When
        var part = Groups.post(Evaluations.token("keeper", one, "evaluation-keeper"), Groups.request(one, division));
        var refused = List.of(
                Groups.post(city, Groups.request("2026-01-01", List.of(one.id(), one.id(), UUID.randomUUID()))),
                Groups.post(city, Groups.request("2090-01-01", List.of(two.id(), division.id()))),
                Groups.post(
                        city,
                        Groups.request(
                                "2090-01-01",
                                List.of(two.id(), Units.department().id()))),
                Groups.post(
                        city,
                        Groups.request(
                                "2026-01-01",
                                List.of(one.id(), Units.department().id()))),
                Groups.close(city, group, group.getString("etag"), "2025-12-31"),
                Groups.close(city, group, group.getString("etag"), "2026-05-31"));
        var after = Groups.close(city, group, group.getString("etag"), "2026-06-01");

        // Then
        part.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        refused.getFirst().then().body(at("errors.pointer", hasItem("/unitIds/1")));
        var met = new TreeSet<String>();
        for (Response answer : refused) {
            assertThat(answer.statusCode()).isIn(409, 422);
            var problem = answer.as(Json.class);
            met.addAll(problem.getList("errors.code"));
            assertThat(problem.<String>getList("errors.detail"))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "similar-task-group."));
        }
        assertThat(met)
                .contains("evaluation.not-a-rating-unit")
                .containsAll(Arrays.stream(EvaluationProblem.values())
                        .filter(each -> each.name().startsWith("GROUP_"))
                        .map(EvaluationProblem::code)
                        .toList());
        after.then().statusCode(200);
    }

    /** May 2026 of a unit, told. */
    private static void tell(Units.Unit unit) {
        Database.execute("""
                insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
                values (uuidv7(), 'MONTH', '2026-05-01', ?::uuid, 'PUBLISHED', 'test', now(), 'test', now(), 1)""", unit.id());
    }
}
