package vn.gov.hanoi.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Who sees a class, an account or a plan, seen from each place of the tree. */
@QuarkusTest
@WithStack
class ClassScopeTest {
    private static final List<City.Told> HOLDERS =
            List.of(City.DEPARTMENT, City.DISTRICT, City.WARD, City.OTHER_DISTRICT);

    private TestPlan plan;
    private Map<City.Told, String> classes;

    @BeforeEach
    void openAClassOfEachUnit() {
        plan = TestPlan.create(10, 100);
        classes = new java.util.LinkedHashMap<>();
        for (var unit : HOLDERS) {
            classes.put(unit, open(unit));
        }
    }

    private String open(City.Told unit) {
        var request = plan.newClass(unit == City.DEPARTMENT ? "C-1" : "D-1", 1, 1);
        request.put("unitId", unit.id());
        return TestPlan.post(Callers.of(unit, "training-organiser", "training-reader"), TestPlan.CLASSES, request)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of(City.CITY, HOLDERS),
                Arguments.of(City.DEPARTMENT, List.of(City.DEPARTMENT)),
                Arguments.of(City.DISTRICT, List.of(City.DISTRICT, City.WARD)),
                Arguments.of(City.WARD, List.of(City.WARD)),
                Arguments.of(City.OTHER_DISTRICT, List.of(City.OTHER_DISTRICT)),
                Arguments.of(City.STRANGER, List.of()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void shouldShowClassesOfTheOwnUnitAndBelow(City.Told viewer, List<City.Told> visible) {
        // When
        var listed = Callers.of(viewer, "training-reader")
                .queryParam("planId", plan.planId())
                .queryParam("count", "true")
                .get(TestPlan.CLASSES);
        var read = new ArrayList<City.Told>();
        classes.forEach((unit, id) -> {
            int status = Callers.of(viewer, "training-reader")
                    .get(TestPlan.CLASSES + "/" + id)
                    .statusCode();
            assertThat(status).isIn(200, 404);
            if (status == 200) {
                read.add(unit);
            }
        });

        // Then
        assertThat(read).isEqualTo(visible);
        assertThat(listed.as(Json.class).getList("items.unit.code"))
                .isEqualTo(visible.stream().map(City.Told::code).toList());
        assertThat(listed.as(Json.class).getInt("page.count")).isEqualTo(visible.size());
    }

    @ParameterizedTest
    @MethodSource("views")
    void shouldShowThePlanToTheWholeCityAndTheBooksToTheCityOnly(City.Told viewer, List<City.Told> visible) {
        // Given
        int plans = viewer == City.STRANGER ? 0 : 1;
        int books = viewer == City.CITY ? 1 : 0;

        // Then
        assertThat(size(viewer, "plans", "year", plan.year())).isEqualTo(plans);
        assertThat(size(viewer, "plan-decisions", "planId", plan.planId())).isEqualTo(plans);
        assertThat(size(viewer, "plan-lines", "planId", plan.planId())).isEqualTo(plans * 3);
        assertThat(size(viewer, "accounts", "planId", plan.planId())).isEqualTo(books * 3);
        assertThat(size(viewer, "ledger-entries", "planId", plan.planId())).isEqualTo(books * (3 + visible.size()));
    }

    @Test
    void shouldOpenAClassOfAUnitBelowTheOwn() {
        // Given
        var request = plan.newClass("D-1", 1, 1);
        request.put("unitId", City.WARD.id());

        // When
        var opened = TestPlan.post(Callers.district(), TestPlan.CLASSES, request);

        // Then
        opened.then().statusCode(201);
    }

    private static int size(City.Told viewer, String collection, String filter, Object value) {
        return Callers.of(viewer, "training-reader")
                .queryParam(filter, value)
                .get("/training/v1/" + collection)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items")
                .size();
    }
}
