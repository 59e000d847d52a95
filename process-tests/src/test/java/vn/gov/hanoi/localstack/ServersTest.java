package vn.gov.hanoi.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
    private static final Map<String, String> PASSWORDS = Map.of(
            "postgres", "super'secret",
            "evaluation_owner", "a",
            "evaluation_app", "b",
            "training_owner", "c",
            "training_app", "d",
            "selection_owner", "e",
            "selection_app", "f",
            "keycloak", "g");

    @Test
    void shouldKeepRowsOverARestartOfPostgres(@TempDir Path folder) throws SQLException {
        // Given
        var port = Ports.any();
        try (var first = PostgresServer.persistent(folder.resolve("data"), port, PASSWORDS, folder.resolve("log"));
                var owner = DriverManager.getConnection(first.jdbcUrl("training"), "training_owner", "c");
                var statement = owner.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept values (42)");
        }

        // When
        try (var second = PostgresServer.persistent(folder.resolve("data"), port, PASSWORDS, folder.resolve("log"));
                var app = DriverManager.getConnection(second.jdbcUrl("training"), "training_app", "d");
                var rows = app.createStatement().executeQuery("select n from kept")) {

            // Then
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
            assertThatThrownBy(() -> app.createStatement().execute("create table forbidden (n int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(second.jdbcUrl("evaluation"), "training_app", "d"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void shouldStartKafkaAgainOnItsOwnDataAfterAKill() {
        // Given
        try (var broker = KafkaBroker.temporary()) {
            broker.kill();

            // When
            broker.restart();

            // Then
            assertThat(ManagedProcess.tcp(
                                    Integer.parseInt(broker.bootstrapServers().split(":")[1]))
                            .getAsBoolean())
                    .isTrue();
        }
    }

    @Test
    void shouldSayWhichPartFailedAndShowItsLogWhenAProcessEnds(@TempDir Path folder) {
        // Given
        var command = new ManagedProcess.Command(
                "Cối xay",
                List.of("sh", "-c", "echo grinding; echo stuck >&2; exit 3"),
                Map.of(),
                folder,
                folder.resolve("mill.log"));

        // When
        var thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> ManagedProcess.start(command).awaitReady(() -> false, Duration.ofSeconds(5)));

        // Then
        assertThat(thrown)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Cối xay did not start")
                .hasMessageContaining("grinding")
                .hasMessageContaining("stuck")
                .hasMessageContaining("mill.log");
    }

    @Test
    void shouldEndAProcessThatNeverBecomesReady(@TempDir Path folder) {
        // Given
        var process = ManagedProcess.start(new ManagedProcess.Command(
                "Sleeper", List.of("sleep", "60"), Map.of(), folder, folder.resolve("sleeper.log")));

        // When
        var thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> process.awaitReady(() -> false, Duration.ofMillis(300)));

        // Then
        assertThat(thrown).isInstanceOf(StartFailed.class).hasMessageContaining("not ready");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void shouldTakeTheNextPortWhenThePreferredOneIsTaken() throws Exception {
        // Given
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {

            // When
            int port = Ports.freeFrom(taken.getLocalPort());

            // Then
            assertThat(port).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void shouldNameAClusterSoThatTheFormatToolReadsNoOption() {
        // When
        var id = KafkaBroker.clusterId(new java.util.UUID(-1L, -1L));

        // Then
        assertThat(id).hasSize(22).startsWith("f");
    }
}
