package vn.gov.hanoi.selection.vacancy;

import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

/** Units are known by events only: before one arrives, after it, and after the unit has ended. */
@QuarkusTest
@WithStack
class UnitArrivalTest {
    private Org.Unit department;
    private String organiser;

    @BeforeEach
    void makeADepartment() {
        department = Org.department();
        organiser = Org.organiser(department);
    }

    @Test
    void shouldRefuseAUnitUntilItsEventArrives() {
        // Given
        var unit = Org.unheardOf();
        var request = Vacancies.request(unit.id(), "Trưởng phòng Mới lập");
        var key = Api.key();

        // When
        var before =
                Api.as(organiser).header("Idempotency-Key", key).body(request).post(Vacancies.PATH);
        Org.tell(unit, "DIVISION", department.id(), null, 1);
        var after =
                Api.as(organiser).header("Idempotency-Key", key).body(request).post(Vacancies.PATH);

        // Then
        before.then()
                .statusCode(422)
                .body(at("code", equalTo("selection.unit-unknown")))
                .body(at("errors[0].pointer", equalTo("/unitId")))
                .body(at("args.unitId", equalTo(unit.id().toString())));
        after.then().statusCode(201).body(at("unit.code", equalTo(unit.code())));
    }

    @Test
    void shouldNotOpenAVacancyOfAUnitThatEnded() {
        // Given
        var unit = Org.unheardOf();
        Org.tell(unit, "DIVISION", department.id(), "2025-07-01", 1);

        // When
        var refused = Vacancies.post(organiser, Vacancies.request(unit.id(), "Trưởng phòng Giải thể"));

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("selection.unit-not-in-force")));
    }

    @Test
    void shouldNotAnnounceAfterTheUnitEndedButStillBeforeThatDay() {
        // Given
        var unit = Org.unit("DIVISION", department.id());
        var draft = Vacancies.draft(organiser, unit.id(), "Trưởng phòng Sắp giải thể");
        var id = draft.getString("id");
        Org.tell(unit, "DIVISION", department.id(), "2025-07-01", 2);

        // When
        var shown = Api.as(organiser).get(Vacancies.PATH + "/" + id);
        var onTheDay = Vacancies.publish(
                organiser, id, draft.getString("etag"), Vacancies.announcement(LocalDate.of(2025, 7, 1)));
        var dayBefore = Vacancies.publish(
                organiser, id, draft.getString("etag"), Vacancies.announcement(LocalDate.of(2025, 6, 30)));

        // Then
        shown.then()
                .body(at("_actions[0].enabled", equalTo(false)))
                .body(at("_actions[0].blockedBy.code", equalTo(List.of("selection.unit-not-in-force"))));
        onTheDay.then().statusCode(422).body(at("code", equalTo("selection.unit-not-in-force")));
        dayBefore.then().statusCode(200);
    }

    @Test
    void shouldKeepTheUnitsNameAsItWas() {
        // Given
        var unit = Org.unit("DIVISION", department.id());
        var draft = Vacancies.draft(organiser, unit.id(), "Trưởng phòng Đổi tên");
        var renamed = new Org.Unit(unit.id(), unit.code(), "Phòng Đã đổi tên");
        Org.tell(renamed, "DIVISION", department.id(), null, 2);

        // When
        var read = Api.as(organiser).get(Vacancies.PATH + "/" + draft.getString("id"));

        // Then
        read.then().body(at("unit.name", equalTo(unit.name())));
    }

    @Test
    void shouldTakeHeadsOfAffiliatedUnitsButNotOfDepartments() {
        // Given
        var centre = Org.unit("PUBLIC_UNIT", department.id());

        // When
        var director = Vacancies.post(organiser, Vacancies.request(centre.id(), "Giám đốc Trung tâm"));
        var head = Vacancies.post(organiser, Vacancies.request(department.id(), "Giám đốc Sở"));

        // Then
        director.then().statusCode(201);
        head.then()
                .statusCode(422)
                .body(at("code", equalTo("selection.post-not-division-level")))
                .body(at("args.unitType", equalTo("DEPARTMENT")))
                .body(at("args.allowed", equalTo("DIVISION, PUBLIC_UNIT")));
    }
}
