package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class VacancySecurityTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);
    private static final String RATINGS = "/selection/v1/rating-records";

    private Org.Unit department;
    private Org.Unit division;
    private String id;
    private String etag;

    @BeforeEach
    void makeADraft() {
        department = Org.department();
        division = Org.division(department);
        var draft = Vacancies.draft(Org.organiser(department), division.id(), "Trưởng phòng Nội vụ");
        id = draft.getString("id");
        etag = draft.getString("etag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directory-reader",
                "directory-editor",
                "training-reader",
                "training-planner",
                "training-organiser",
                "selection-reader",
                "selection-organiser",
                "operator",
                "auditor",
                "none"
            })
    void shouldGiveEachRoleItsOperationsOnly(String role) {
        // Given
        var token = Tokens.user("one-role").unit(department.code()).roles(role).token();
        var readers = List.of("selection-reader");
        var organisers = List.of("selection-organiser");
        var expected = Map.of(
                "listVacancies", status(role, readers, 200),
                "getVacancy", status(role, readers, 200),
                "listRatingRecords", status(role, organisers, 200),
                // There is none, which only an organiser may learn.
                "getRatingRecord", status(role, organisers, 404),
                "getSanctionCheck", status(role, organisers, 404),
                "createVacancy", status(role, organisers, 201),
                "publishVacancy", status(role, organisers, 200));

        // When
        var answers = Map.of(
                "listVacancies", Api.as(token).get(Vacancies.PATH).statusCode(),
                "getVacancy", Api.as(token).get(Vacancies.PATH + "/" + id).statusCode(),
                "listRatingRecords", Api.as(token).get(RATINGS).statusCode(),
                "getRatingRecord", Api.as(token).get(RATINGS + "/" + id).statusCode(),
                "getSanctionCheck",
                        Api.as(token)
                                .get("/selection/v1/sanction-checks?officerId=" + id)
                                .statusCode(),
                "createVacancy",
                        Vacancies.post(token, Vacancies.request(division.id(), "Phó Trưởng phòng"))
                                .statusCode(),
                "publishVacancy",
                        Vacancies.publish(token, id, etag, Vacancies.announcement(DAY))
                                .statusCode());

        // Then
        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void shouldRefuseTheRoleBeforeItLooksAtTheBody() {
        // Given
        var reader = Tokens.user("reader")
                .unit(department.code())
                .roles("selection-reader")
                .token();

        // When
        var refused = Api.as(reader).body("{ not json").post(Vacancies.PATH);

        // Then
        refused.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
    }

    @Test
    void shouldRefuseEveryTokenThatIsNotForThisSuite() {
        // Given
        Function<Tokens, String> complete = tokens -> tokens.unit(department.code())
                .roles("selection-reader", "selection-organiser")
                .token();
        var good = complete.apply(Tokens.user("someone"));
        var bad = Map.of(
                "wrong audience", complete.apply(Tokens.user("someone").audience("other-app")),
                "expired", complete.apply(Tokens.user("someone").expired()),
                "other issuer", complete.apply(Tokens.user("someone").issuer("http://localhost:1/realms/congvu")),
                "identity token", complete.apply(Tokens.user("someone").type("ID")),
                "altered", good.substring(0, good.length() - 6) + "AAAAAA",
                "not a token", "abc");

        // Then
        Api.as(good).get(Vacancies.PATH + "/" + id).then().statusCode(200);
        bad.forEach((name, token) -> {
            unauthenticated(name, Api.as(token).get(Vacancies.PATH + "/" + id));
            unauthenticated(name, Vacancies.publish(token, id, etag, Vacancies.announcement(DAY)));
        });
    }

    @Test
    void shouldRefuseEveryOperationWithoutAToken() {
        unauthenticated("list", Api.anonymous().get(Vacancies.PATH));
        unauthenticated("get", Api.anonymous().get(Vacancies.PATH + "/" + id));
        unauthenticated("list ratings", Api.anonymous().get(RATINGS));
        unauthenticated("get rating", Api.anonymous().get(RATINGS + "/" + id));
        unauthenticated("create", Api.anonymous().body("{}").post(Vacancies.PATH));
        unauthenticated("publish", Api.anonymous().body("{}").post(Vacancies.PATH + "/" + id + "/actions/publish"));
    }

    @Test
    void shouldHideVacanciesOfOtherUnitsAsIfThereWereNone() {
        // Given
        var stranger = Org.organiser(Org.department());

        // When
        var read = Api.as(stranger).get(Vacancies.PATH + "/" + id);
        var absent = Api.as(stranger).get(Vacancies.PATH + "/" + UUID.randomUUID());
        var publish = Vacancies.publish(stranger, id, etag, Vacancies.announcement(DAY));
        var noTag = Api.as(stranger)
                .header("Idempotency-Key", Api.key())
                .body(Vacancies.announcement(DAY))
                .post(Vacancies.PATH + "/" + id + "/actions/publish");

        // Then
        for (var answer : List.of(read, absent, publish, noTag)) {
            answer.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        }
        Api.as(stranger).get(Vacancies.PATH).then().statusCode(200).body(at("items", hasSize(0)));
        assertThat(Database.count(
                        "select count(*) from vacancies where id = ? and state = 'DRAFT'", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void shouldNotOpenVacanciesOfUnitsOutsideTheScope() {
        // Given
        var stranger = Org.organiser(Org.department());

        // When
        var refused = Vacancies.post(stranger, Vacancies.request(division.id(), "Trưởng phòng Ngoài phạm vi"));

        // Then
        refused.then().statusCode(403).body(at("code", equalTo("scope.outside")));
    }

    @Test
    void shouldActBelowTheOwnUnitButNotAboveIt() {
        // Given
        var divisionOfficial = Org.organiser(division);
        var centre = Org.unit("PUBLIC_UNIT", department.id());

        // When
        var own = Api.as(divisionOfficial).get(Vacancies.PATH + "/" + id);
        var beside = Vacancies.post(divisionOfficial, Vacancies.request(centre.id(), "Giám đốc Trung tâm"));

        // Then
        own.then().statusCode(200);
        beside.then().statusCode(403).body(at("code", equalTo("scope.outside")));
    }

    @Test
    void shouldGiveNothingToACallerWithoutAKnownUnit() {
        // Given
        var roles = new String[] {"selection-reader", "selection-organiser"};
        var tokens = List.of(
                Tokens.user("unbound").roles(roles).token(),
                Tokens.user("lost").unit("H26.UNKNOWN").roles(roles).token());

        // Then
        for (var token : tokens) {
            for (var answer : List.of(
                    Api.as(token).get(Vacancies.PATH),
                    Api.as(token).get(Vacancies.PATH + "/" + id),
                    Api.as(token).get(RATINGS),
                    Api.as(token).get(RATINGS + "/" + id),
                    Vacancies.post(token, Vacancies.request(division.id(), "Trưởng phòng")),
                    Vacancies.publish(token, id, etag, Vacancies.announcement(DAY)))) {
                answer.then().statusCode(403).body(at("code", equalTo("scope.unit-unknown")));
            }
        }
    }

    @Test
    void shouldCheckTheScopeAgainBeforeItShowsAStoredAnswer() {
        // Given
        var key = Api.key();
        var request = Vacancies.request(division.id(), "Trưởng phòng Chuyển đi");
        var before = Tokens.user("moved").unit(department.code()).roles("selection-organiser");
        Api.as(before.token())
                .header("Idempotency-Key", key)
                .body(request)
                .post(Vacancies.PATH)
                .then()
                .statusCode(201);

        // When
        var after = Tokens.user("moved").unit(Org.department().code()).roles("selection-organiser");
        var replay = Api.as(after.token())
                .header("Idempotency-Key", key)
                .body(request)
                .post(Vacancies.PATH);

        // Then
        replay.then().statusCode(403).body(at("code", equalTo("scope.outside")));
    }

    private static int status(String role, List<String> allowed, int success) {
        return allowed.contains(role) ? success : 403;
    }

    private static void unauthenticated(String what, Response response) {
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        response.then()
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(at("code", equalTo("auth.unauthenticated")));
    }
}
