package vn.gov.hanoi.training.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;

/** Codes are good in the years of their law and in no other. */
@QuarkusTest
@WithStack
class CodeListTest {
    private static final String LISTS = "/training/v1/code-lists/";

    @BeforeEach
    void knowTheUnits() {
        City.known();
    }

    @ParameterizedTest
    @CsvSource({
        "training-contents, 2017-10-20, 0",
        "training-contents, 2017-10-21, 8",
        "training-contents, 2021-12-09, 8",
        "training-contents, 2021-12-10, 4",
        "training-contents, 2025-06-30, 4",
        "training-contents, 2025-07-01, 5",
        "training-forms, 2020-06-01, 5",
        "training-forms, 2021-12-10, 4",
        "training-forms, 2025-07-01, 2",
        "training-types, 2020-06-01, 2"
    })
    void shouldHaveAsManyCodesAsTheLawOfTheDay(String list, String day, int codes) {
        // When
        var answer = Callers.city().queryParam("asOf", day).get(LISTS + list);

        // Then
        answer.then().statusCode(200).header("Cache-Control", "private, max-age=60");
        assertThat(answer.as(Json.class).getList("items")).hasSize(codes);
    }

    @Test
    void shouldOfferEthnicLanguagesOnlyInTheirYears() {
        assertThat(contents("2021-12-09")).contains("ETHNIC_LANGUAGES", "IT", "FOREIGN_LANGUAGES");
        assertThat(contents("2021-12-10")).doesNotContain("ETHNIC_LANGUAGES", "IT", "FOREIGN_LANGUAGES");
        assertThat(contents("2025-07-01")).contains("SCIENCE_DIGITAL").doesNotContain("ETHNIC_LANGUAGES");
    }

    private static List<String> contents(String day) {
        return Callers.city()
                .queryParam("asOf", day)
                .get(LISTS + "training-contents")
                .as(Json.class)
                .getList("items.code");
    }

    @Test
    void shouldSayWhereACodeComesFromAndThatNothingChangedSince() {
        // When
        var first = Callers.city().queryParam("asOf", "2020-06-01").get(LISTS + "training-contents");
        var again = Callers.city()
                .header("If-None-Match", first.header("ETag"))
                .queryParam("asOf", "2020-06-01")
                .get(LISTS + "training-contents");
        var later = Callers.city()
                .header("If-None-Match", first.header("ETag"))
                .queryParam("asOf", "2022-06-01")
                .get(LISTS + "training-contents");

        // Then
        var language = first.as(Json.class).find("items", "code", "ETHNIC_LANGUAGES");
        assertThat(language.getString("names.vi")).isEqualTo("Tiếng dân tộc");
        assertThat(language.getString("legalBasis")).contains("101/2017", "89/2021");
        assertThat(language.getString("mark")).isEqualTo("LAW");
        assertThat(language.getString("validTo")).isEqualTo("2021-12-10");
        assertThat(first.as(Json.class).find("items", "code", "SPECIALISED").getBoolean("legalCheck"))
                .isTrue();
        again.then().statusCode(304);
        later.then().statusCode(200);
    }

    @Test
    void shouldRefuseOtherListsAndDaysThatAreNone() {
        Callers.city().get(LISTS + "purposes").then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        Callers.city()
                .queryParam("asOf", "2020-02-30")
                .get(LISTS + "training-forms")
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update code_list_entries set name_en = 'x'",
                "delete from code_list_entries",
                "insert into code_list_entries select * from code_list_entries"
            })
    void shouldNotLetTheServiceChangeLaw(String sql) throws SQLException {
        try (var connection = Database.connectAs("training_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }
}
