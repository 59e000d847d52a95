package vn.gov.hanoi.evaluation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The first class of a run, because an empty directory exists only once. */
@QuarkusTest
@WithStack
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BootstrapTest {
    private static Map<String, Object> city(String code) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", code);
        body.put("name", "Ủy ban nhân dân Thành phố Hà Nội");
        body.put("type", "CITY");
        body.put("validFrom", "2018-01-01");
        return body;
    }

    private static String editorOf(String unit) {
        return Tokens.user("an.nguyen")
                .unit(unit)
                .roles("directory-reader", "directory-editor")
                .token();
    }

    @Test
    @Order(1)
    void anEmptyDirectoryShowsNothingToAnybody() {
        // Given a directory without units
        // When
        var answer = Api.as(editorOf("H26")).get("/evaluation/v1/units");
        // Then
        answer.then().statusCode(403).body(at("code", equalTo("scope.unit-unknown")));
    }

    @Test
    @Order(2)
    void theCityIsRefusedToSomebodyOfAnotherUnit() {
        // Given
        var stranger = editorOf("H26.1");
        // When
        var answer = Api.as(stranger)
                .header("Idempotency-Key", Api.key())
                .body(city("H26"))
                .post("/evaluation/v1/units");
        // Then
        answer.then().statusCode(403).body(at("code", equalTo("unit.root-not-yours")));
    }

    @Test
    @Order(3)
    void anImportIsRefusedToSomebodyWithoutUnit() {
        // Given
        var nobody = Tokens.user("an.nguyen").roles("directory-editor").token();
        // When
        var answer = Files.upload(
                nobody, "UNITS", "PARTIAL", "code,name,type,parentCode,validFrom,validTo\nH26,A,CITY,,2018-01-01,\n");
        // Then
        answer.then().statusCode(403).body(at("code", equalTo("scope.unit-unknown")));
    }

    @Test
    @Order(4)
    void anImportOfTheCityByAStrangerNamesTheRow() {
        // Given
        var stranger = editorOf("H27");
        // When
        var imported = Files.importing(
                stranger,
                "UNITS",
                "PARTIAL",
                "code,name,type,parentCode,validFrom,validTo\nH26,Hà Nội,CITY,,2018-01-01,\n");
        // Then
        imported.hasState("FAILED").failsOnlyAt("1 A2 unit.root-not-yours");
    }

    @Test
    @Order(5)
    void theCityIsRecordedByItsOwnEditor() {
        // Given
        var editor = editorOf("H26");
        // When
        var answer = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(city("H26"))
                .post("/evaluation/v1/units");
        // Then
        answer.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body(at("code", equalTo("H26")))
                .body(at("parent", nullValue()))
                .body(at("version", equalTo(1)));
        assert Database.count("select count(*) from units") == 1;
    }

    @Test
    @Order(6)
    void aSecondCityIsRefusedToEverybody() {
        // Given
        var editor = editorOf("H26");
        // When
        var answer = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(city("H27"))
                .post("/evaluation/v1/units");
        // Then
        answer.then().statusCode(422).body(at("code", equalTo("unit.root-exists")));
    }
}
