package vn.gov.hanoi.training.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;

/** Sanctions arrive by events, in any order and number, and forbid from the first day to the last and not on the day after. */
@QuarkusTest
@WithStack
class SanctionCheckTest {
    private static final String PATH = "/training/v1/sanction-checks";
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

    private final String asking = Callers.token(City.DISTRICT, "training-planner");
    private final String stranger = Callers.token(City.OTHER_DISTRICT, "training-planner");
    private UUID officer;

    @BeforeEach
    void meetAnOfficer() {
        City.known();
        officer = City.officer(City.WARD);
    }

    private Response check(LocalDate day) {
        return Api.as(asking)
                .queryParams("officerId", officer, "on", day.toString())
                .get(PATH);
    }

    private List<String> forbidden(LocalDate day) {
        return check(day).then().statusCode(200).extract().as(Json.class).getList("bans.kind");
    }

    @Test
    void shouldForbidWithTheReasonAndTheLastDayUntilItEnds() {
        // Given
        Sanctioned.tell(List.of(Sanctioned.imposed(officer, "WARNING", FIRST)));

        // When
        var held = check(LAST);

        // Then
        assertThat(Api.json(held).toString()).isEqualTo("""
                        {"officerId":"%s","on":"2027-06-30","allowed":false,"bans":[
                        {"kind":"APPOINTMENT","form":"WARNING","effectiveOn":"2026-07-01","lastDay":"2027-06-30"},
                        {"kind":"CANDIDACY","form":"WARNING","effectiveOn":"2026-07-01","lastDay":"2027-06-30"},
                        {"kind":"PLANNING","form":"WARNING","effectiveOn":"2026-07-01","lastDay":"2027-06-30"},
                        {"kind":"TRAINING","form":"WARNING","effectiveOn":"2026-07-01","lastDay":"2027-06-30"}]}""".formatted(officer).replace("\n", ""));
        assertThat(forbidden(FIRST)).hasSize(4);
        assertThat(forbidden(FIRST.minusDays(1))).isEmpty();
        check(LAST.plusDays(1)).then().statusCode(200).body(at("allowed", equalTo(true)));
    }

    @Test
    void shouldCountTheNewestRevisionWhateverOrderTheyComeIn() {
        // Given
        var imposed = Sanctioned.imposed(officer, "REPRIMAND", FIRST);
        var corrected = imposed.corrected(FIRST.plusMonths(1));
        var lifted = corrected.lifted(LocalDate.of(2026, 12, 1));

        // When
        Sanctioned.tell(List.of(corrected, imposed));
        var before =
                List.of(forbidden(FIRST).size(), forbidden(LAST.plusMonths(1)).size());
        Sanctioned.tell(List.of(lifted, imposed, corrected));

        // Then
        assertThat(before).containsExactly(0, 4);
        assertThat(forbidden(LocalDate.of(2026, 11, 30))).hasSize(4);
        assertThat(check(LocalDate.of(2026, 11, 30)).as(Json.class).getString("bans[0].lastDay"))
                .isEqualTo("2026-11-30");
        assertThat(forbidden(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void shouldForbidWhileACaseIsConsideredWhateverIsToldFirst() {
        // Given
        var examined = Sanctioned.considered(officer, FIRST);
        var other = Sanctioned.considered(officer, FIRST);

        // When
        Sanctioned.tell(List.of(examined));
        var open = check(LAST).then().statusCode(200).extract().as(Json.class);
        Sanctioned.tell(List.of(examined.consideredUntil(LAST), other.consideredUntil(FIRST), other));

        // Then
        assertThat(open.<String>getList("bans.kind")).containsExactly("APPOINTMENT", "CANDIDACY", "TRAINING");
        assertThat(open.<String>getList("bans.form")).containsOnly("EXAMINATION");
        assertThat(open.<Object>getList("bans.lastDay")).containsOnlyNulls();
        assertThat(forbidden(LAST.minusDays(1))).hasSize(3);
        assertThat(forbidden(LAST)).isEmpty();
    }

    @Test
    void shouldTellOfOfficersOfTheOwnUnitsOnly() {
        // Given
        Sanctioned.tell(List.of(Sanctioned.imposed(officer, "WARNING", FIRST)));

        // Then
        Api.as(stranger).queryParams("officerId", officer).get(PATH).then().statusCode(404);
        Api.as(asking)
                .queryParams("officerId", UUID.randomUUID())
                .get(PATH)
                .then()
                .statusCode(404);
        Api.as(asking).get(PATH).then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }
}
