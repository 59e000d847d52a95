package vn.gov.hanoi.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.reorganisation.Reform;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class HeadcountTest {
    private static final String PATH = "/evaluation/v1/headcounts";

    private Units.Unit department;
    private Units.Unit gone;
    private Units.Unit left;
    private Units.Unit right;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        gone = Units.unit("DIVISION", department);
        left = Units.unit("DIVISION", department);
        right = Units.unit("DIVISION", left);
        editor = Units.editor(department);
        List.of(gone, gone, gone, left, right).forEach(unit -> Officers.officer(editor, unit, "Phạm Văn Đếm"));
        Reform.split(department, gone, Map.of(left.id(), "0.25", right.id(), "0.75"));
    }

    @Test
    void shouldCountPeopleWhereTheyWereOnTheDay() {
        // When
        var report = read("AS_WAS", Reform.DAY.minusDays(1).toString());

        // Then
        assertThat(people(report, department, "total")).isEqualTo("5.0000");
        assertThat(people(report, gone, "own")).isEqualTo("3.0000");
        assertThat(people(report, left, "total")).isEqualTo("2.0000");
        assertThat(report.getString("mappedTo"))
                .isEqualTo(Reform.DAY.minusDays(1).toString());
    }

    @Test
    void shouldCarryWhatAnEndedUnitHadToItsSuccessors() {
        // When
        var report = read("TODAY", Reform.DAY.minusDays(1).toString());

        // Then
        assertThat(people(report, department, "total")).isEqualTo("5.0000");
        assertThat(people(report, left, "own")).isEqualTo("1.7500");
        assertThat(people(report, right, "own")).isEqualTo("3.2500");
        assertThat(people(report, left, "total")).isEqualTo("5.0000");
        assertThat(report.getList("items.unit.id")).doesNotContain(gone.id().toString());
    }

    @Test
    void shouldShowNobodyTheUnitsOfOthers() {
        // Given
        var reader = Units.reader(right);

        // When
        var report = Api.as(reader).get(PATH).as(Json.class);
        var stranger = Api.as(Tokens.user("x")
                        .unit("H26.XXXX")
                        .roles("directory-reader")
                        .token())
                .get(PATH);
        var wrong = Api.as(reader).queryParam("mapping", "TOMORROW").get(PATH);

        // Then
        assertThat(report.getList("items.unit.id")).containsExactly(right.id().toString());
        stranger.then().statusCode(403).body(at("code", equalTo("scope.unit-unknown")));
        wrong.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }

    private Json read(String mapping, String asOf) {
        return Api.as(editor)
                .queryParam("mapping", mapping)
                .queryParam("asOf", asOf)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    private static String people(Json report, Units.Unit unit, String of) {
        return people(report, unit.id(), of);
    }

    private static String people(Json report, UUID unit, String of) {
        return new java.math.BigDecimal(
                        report.find("items", "unit.id", unit.toString()).getString(of + ".people"))
                .setScale(4)
                .toPlainString();
    }
}
