package vn.gov.hanoi.evaluation.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What operators are told about the directory as a whole. */
@QuarkusTest
@WithStack
class IntegrityHttpTest {
    private static final String CHECKS = "/evaluation/v1/ops/integrity";
    private static final String SOURCE = "/evaluation/v1/ops/directory-source";

    private Units.Unit department;
    private UUID officer;

    @BeforeEach
    void makeAnOfficer() {
        department = Units.department();
        officer = UUID.fromString(Officers.officer(Units.editor(department), department, "Nguyễn Thị Mẫu")
                .getString("id"));
    }

    @Test
    void shouldFindNothingBrokenInWhatTheServiceRecorded() {
        // When
        var answer = operator().get(CHECKS);

        // Then
        answer.then().statusCode(200).body(at("limitSeconds", equalTo(10)));
        assertThat(answer.as(Json.class).getList("checks.id", String.class))
                .containsExactlyElementsOf(
                        Stream.of(Check.values()).map(Check::id).toList());
        assertThat(answer.as(Json.class).getList("checks.state", String.class))
                .as(answer.asString())
                .doesNotContain("BROKEN", "UNFINISHED");
    }

    @Test
    void shouldNameWhatSomebodyBrokeAndNothingOfThePerson() {
        // Given
        Database.execute("update officers set ended_on = '2031-05-01' where id = ?", officer);

        // When
        var answer = operator().get(CHECKS);
        Database.execute("update officers set ended_on = null where id = ?", officer);

        // Then
        answer.then().statusCode(200).body(at("state", equalTo("BROKEN")));
        var check = answer.as(Json.class).find("checks", "id", "officer-life");
        assertThat(check.getString("state")).isEqualTo("BROKEN");
        assertThat(check.getInt("count")).isEqualTo(1);
        assertThat(check.<String>getList("examples")).containsExactly(officer.toString());
        assertThat(check.getString("title.vi")).isEqualTo("Người có ngày kết thúc sai");
        assertThat(answer.asString()).doesNotContain("Nguyễn Thị Mẫu");
    }

    @Test
    void shouldChangeTheDigestWithEveryChangeAndWithNothingElse() {
        // Given
        var before = digest();

        // When
        var same = digest();
        Units.unit("DIVISION", department);
        var unit = digest();
        Officers.officer(Units.editor(department), department, "Trần Văn Mẫu");
        var person = digest();

        // Then
        assertThat(same.getMap("digest")).isEqualTo(before.getMap("digest"));
        assertThat(unit.getString("digest.units.sha256")).isNotEqualTo(before.getString("digest.units.sha256"));
        assertThat(unit.getMap("digest.officers")).isEqualTo(before.getMap("digest.officers"));
        assertThat(person.getMap("digest.units")).isEqualTo(unit.getMap("digest.units"));
        assertThat(person.getLong("digest.officers.count")).isEqualTo(before.getLong("digest.officers.count") + 1);
        assertThat(person.getLong("officers")).isEqualTo(person.getLong("digest.officers.count"));
    }

    @Test
    void shouldComputeTheDigestOnlyWhenAsked() {
        operator().get(SOURCE).then().statusCode(200).body(at("digest", nullValue()));
        operator()
                .queryParam("digest", "yes")
                .get(SOURCE)
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")));
    }

    @Test
    void shouldTellOperatorsOnly() {
        for (var path : new String[] {CHECKS, SOURCE}) {
            Api.as(Units.editor(department)).get(path).then().statusCode(403);
            Api.anonymous().get(path).then().statusCode(401);
        }
    }

    private static Json digest() {
        return operator()
                .queryParam("digest", "true")
                .get(SOURCE)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    private static RequestSpecification operator() {
        return Api.as(Tokens.user("hai.vu").unit("H26").roles("operator").token());
    }
}
