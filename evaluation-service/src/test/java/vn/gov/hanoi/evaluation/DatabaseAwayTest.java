package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Log;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The database refuses connections for a while: clear refusals meanwhile, no restart afterwards. */
@QuarkusTest
@WithStack
class DatabaseAwayTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String ADMIT = "alter database evaluation with allow_connections true connection limit -1";

    private Units.Unit department;
    private String editor;
    private Connection elsewhere;

    @BeforeEach
    void makeUnits() throws SQLException {
        department = Units.department();
        editor = Units.editor(department);
        elsewhere = DriverManager.getConnection(
                System.getProperty("congvu.test.jdbc-url").replace("/evaluation", "/postgres"), "postgres", "postgres");
    }

    @AfterEach
    void admitConnections() throws SQLException {
        run(ADMIT);
        elsewhere.close();
        await("recovery").atMost(LONGEST).until(() -> read().statusCode() == 200);
    }

    private void run(String sql) throws SQLException {
        try (var statement = elsewhere.createStatement()) {
            statement.execute(sql);
        }
    }

    private void endConnections() throws SQLException {
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'evaluation'");
    }

    private Response read() {
        return Api.as(editor).get(Units.PATH + "/" + department.id());
    }

    @Test
    void F3_shouldSayThatItIsUnavailableAndRecoverByItself() throws SQLException {
        // Given
        var key = Api.key();
        var request = Units.request(Units.code(), "DIVISION", department.id());
        run("alter database evaluation with connection limit 0");
        endConnections();

        // When
        var read = read();
        var listed = Api.as(editor).get(Units.PATH);
        var written =
                Api.as(editor).header("Idempotency-Key", key).body(request).post(Units.PATH);
        run(ADMIT);

        // Then
        for (var refused : new Response[] {read, listed, written}) {
            refused.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body(at("code", equalTo("server.unavailable")))
                    .body(at("retryable", equalTo(true)));
            assertThat(refused.asString()).doesNotContain("SQL", "Exception", "FATAL", "evaluation_app");
        }
        await("recovery").atMost(LONGEST).until(() -> read().statusCode() == 200);
        Api.as(editor)
                .header("Idempotency-Key", key)
                .body(request)
                .post(Units.PATH)
                .then()
                .statusCode(201);
        assertThat(Database.count("select count(*) from unit_codes where code = ?", request.get("code")))
                .isEqualTo(1);
    }

    @Test
    void F3_shouldGoOnAfterItsConnectionsWereCut() throws SQLException {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        var key = Api.key();

        // When
        endConnections();

        // Then
        await("recovery").atMost(LONGEST).until(() -> {
            var status = Api.as(editor)
                    .header("Idempotency-Key", key)
                    .body(request)
                    .post(Units.PATH)
                    .statusCode();
            assertThat(status).isIn(201, 503);
            return status == 201;
        });
        assertThat(Database.count("select count(*) from unit_codes where code = ?", request.get("code")))
                .isEqualTo(1);
    }

    /** Ending an import that cannot go on needs the database, too; the worker must not die of it. */
    @Test
    void F3_shouldImportAgainHoweverLongTheDatabaseWasAway() throws SQLException {
        // Given
        var row = Units.code() + ",Phòng,DIVISION," + department.code() + ",2018-01-01,\n";

        // When
        try (var log = Log.open()) {
            run("alter database evaluation with allow_connections false");
            endConnections();
            await("more failures than an import may have")
                    .atMost(LONGEST)
                    .until(() -> log.count("import step failed", "import waits") > 6);
        }
        run(ADMIT);
        await("recovery").atMost(LONGEST).until(() -> read().statusCode() == 200);
        var imported =
                Files.importing(editor, "UNITS", "ATOMIC", "code,name,type,parentCode,validFrom,validTo\n" + row);

        // Then
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
    }

    @Test
    void shouldRefuseWithoutTheDatabaseWhatNeedsNone() throws SQLException {
        // Given
        run("alter database evaluation with allow_connections false");
        endConnections();

        // When
        var anonymous = Api.anonymous().get(Units.PATH);
        var malformed =
                Api.as(editor).header("Idempotency-Key", Api.key()).body("{").post(Units.PATH);

        // Then
        anonymous.then().statusCode(401);
        malformed.then().statusCode(400);
    }
}
