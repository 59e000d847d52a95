package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Every operation of the room for every role from every place in the City. */
@QuarkusTest
@WithStack
class AuthoritySecurityTest {
    private static final List<String> ROLES =
            List.of("directory-reader", "directory-editor", "training-planner", "operator", "auditor", "none");
    private static final Set<String> CHANGE = Set.of("createDelegation", "revokeDelegation");
    private static final String INSIDE = "inside";

    private Units.Unit department;
    private Units.Unit division;
    private JsonPath head;
    private JsonPath staff;
    private JsonPath delegation;

    @BeforeEach
    void makeRecords() {
        department = Units.department();
        division = Units.unit("DIVISION", department);
        var editor = Units.editor(department);
        head = Delegations.head(editor, division, "Nguyễn Văn Trưởng", "2020-01-01");
        staff = Officers.officer(editor, division, "Trần Thị Phó");
        delegation = Delegations.created(editor, Delegations.request(head, staff, division));
    }

    @Test
    void A20_shouldGiveEachRoleItsOperationsInItsPlaceOnly() {
        // Given
        var places = Map.of(
                "own " + INSIDE,
                division.code(),
                "above " + INSIDE,
                department.code(),
                "beside",
                Units.unit("DIVISION", department).code(),
                "nowhere",
                "H26.NONE");
        var expected = new LinkedHashMap<String, String>();
        var answers = new LinkedHashMap<String, String>();

        // When
        for (var role : ROLES) {
            places.forEach((place, unit) -> {
                var token = Tokens.user("one-role").roles(role).unit(unit).token();
                operations().forEach((name, call) -> {
                    expected.put(role + " " + place + " " + name, expected(name, role, place));
                    answers.put(role + " " + place + " " + name, told(call.apply(token)));
                });
            });
        }

        // Then
        assertThat(answers).isEqualTo(expected);
    }

    private static String expected(String operation, String role, String place) {
        if (!role.equals(CHANGE.contains(operation) ? "directory-editor" : "directory-reader")) {
            return "403 auth.role-missing";
        }
        if (operation.equals("listAuthorityActions")) {
            return "200";
        }
        if (place.equals("nowhere")) {
            return "403 scope.unit-unknown";
        }
        boolean inside = place.endsWith(INSIDE);
        return switch (operation) {
            case "createDelegation" -> inside ? "201" : "403 scope.outside";
            case "listDelegations" -> "200";
            case "revokeDelegation" -> inside ? "412 precondition.failed" : "404 resource.not-found";
            default -> inside ? "200" : "404 resource.not-found";
        };
    }

    private Map<String, Function<String, Response>> operations() {
        var path = Delegations.PATH + "/" + delegation.getString("id");
        return Map.of(
                "listUnitHeads", token -> Api.as(token).get(Units.PATH + "/" + division.id() + "/heads"),
                "listDelegations", token -> Api.as(token).get(Delegations.PATH),
                "getDelegation", token -> Api.as(token).get(path),
                "createDelegation", token -> Delegations.post(token, Delegations.request(head, staff, division)),
                "revokeDelegation",
                        token -> Officers.act(
                                token,
                                path + "/actions/revoke",
                                "\"0\"",
                                Map.of("effectiveOn", "2026-06-01", "reason", Officers.REASON)),
                "explainAccess", token -> Delegations.explain(token, staff, division, "SCORE", "2026-03-01"),
                "listAuthorityActions", token -> Api.as(token).get("/evaluation/v1/code-lists/authority-actions"));
    }

    private static String told(Response answer) {
        int status = answer.statusCode();
        return status < 400
                ? String.valueOf(status)
                : status + " " + answer.jsonPath().getString("code");
    }
}
