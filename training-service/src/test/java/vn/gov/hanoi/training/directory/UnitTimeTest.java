package vn.gov.hanoi.training.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Rules ask for a unit on the day they speak of, not for what was told last. */
@QuarkusTest
@WithStack
class UnitTimeTest {
    private static final LocalDate BEGIN = LocalDate.of(2018, 1, 1);

    private final Clock clock;
    private UUID unit;

    UnitTimeTest(Clock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void inventAUnit() {
        City.known();
        unit = UUID.randomUUID();
    }

    @Test
    void shouldPayAClassByTheBudgetOfThePlaceOfTheUnitOnItsFirstDay() {
        // Given
        var plan = TestPlan.roomy();
        var move = LocalDate.of(plan.year(), 5, 12);
        tell(state("Trung tâm quận", City.DISTRICT, BEGIN, move), state("Trung tâm thành phố", City.CITY, move, null));
        var before = plan.newClass("C-1", 1, 1);
        before.put("unitId", unit);
        var after = plan.newClass("C-1", 1, 1);
        after.put("unitId", unit);
        after.put("startsOn", plan.year() + "-05-12");

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.CLASSES, before);
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, after);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("training.funding-source-differs")));
        opened.then().statusCode(201).body(at("unit.name", equalTo("Trung tâm thành phố")));
    }

    @Test
    void shouldLookUpwardsAsOfToday() {
        // Given
        var tomorrow = LocalDate.now(clock).plusDays(1);

        // When
        tell(state("Phòng", City.WARD, BEGIN, tomorrow), state("Phòng", City.DEPARTMENT, tomorrow, null));

        // Then
        assertThat(above()).containsExactlyInAnyOrder(unit, City.WARD.id(), City.DISTRICT.id(), City.CITY.id());
    }

    @Test
    void shouldLookUpwardsFromAClosedUnitAsOfItsLastDayAndFromAComingOneAsOfItsFirst() {
        // Given
        var today = LocalDate.now(clock);

        // When
        tell(
                state("Phòng", City.WARD, BEGIN, BEGIN.plusYears(1)),
                state("Phòng", City.DEPARTMENT, BEGIN.plusYears(1), today));

        // Then
        assertThat(above()).containsExactlyInAnyOrder(unit, City.DEPARTMENT.id(), City.CITY.id());

        // When
        unit = UUID.randomUUID();
        tell(state("Phòng", City.WARD, today.plusDays(5), null));

        // Then
        assertThat(above()).containsExactlyInAnyOrder(unit, City.WARD.id(), City.DISTRICT.id(), City.CITY.id());
    }

    private List<UUID> above() {
        return Database.query("select id from units_above(?)", unit).stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }

    private static Map<String, @Nullable Object> state(
            String name, City.Told parent, LocalDate from, @Nullable LocalDate to) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("name", name);
        state.put("type", "PUBLIC_UNIT");
        state.put("parentId", parent.id());
        state.put("validFrom", from.toString());
        state.put("validTo", to == null ? null : to.toString());
        return state;
    }

    @SafeVarargs
    private void tell(Map<String, @Nullable Object>... states) {
        var data = new LinkedHashMap<>(states[states.length - 1]);
        data.put("id", unit);
        data.put("code", "H26.M" + unit.toString().substring(0, 8));
        data.put("validFrom", states[0].get("validFrom"));
        data.put("states", new ArrayList<>(List.of(states)));
        Events.send("directory.unit", unit.toString(), Events.envelope("directory.unit", "units", unit, 1, data));
        City.awaitCopy(unit, 1);
    }
}
