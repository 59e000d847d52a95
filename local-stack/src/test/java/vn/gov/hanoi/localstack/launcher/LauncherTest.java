package vn.gov.hanoi.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadTheOptionsOfUp() {
        // When
        var arguments = Arguments.parse(List.of("up", "--officers", "161000"));

        // Then
        assertThat(arguments).isEqualTo(new Arguments(Arguments.Command.UP, 161_000, true, false, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --officers",
                "up --officers many",
                "up --officers -1",
                "up --officers 161001",
                "up --wipe",
                "status now",
                "token",
                "token nobody",
                "trace",
                "trace 4bf92f3577b34da6",
                "trace 4BF92F3577B34DA6A3CE929D0E0E4736",
                "token an.nguyen chi.le",
                "down --officers 5"
            })
    void shouldSayHowTheCommandLineShouldLook(String line) {
        // Given
        var words = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));

        // When, Then
        assertThatThrownBy(() -> Arguments.parse(words))
                .isInstanceOf(Arguments.Misused.class)
                .message()
                .isNotBlank();
    }

    @Test
    void shouldRememberItsPortsAndSecretsAndShowTheSecretsToNobodyElse() throws Exception {
        // Given
        var first = new Home(folder);
        int port = first.port(Part.GATEWAY);
        var secret = first.secret("demo-users");

        // When
        var second = new Home(folder);

        // Then
        assertThat(second.port(Part.GATEWAY)).isEqualTo(port);
        assertThat(second.secret("demo-users")).isEqualTo(secret).hasSize(20);
        assertThat(second.secret("postgres.postgres")).isNotEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNeverGiveOnePortToTwoParts() {
        // Given
        var home = new Home(folder);

        // When
        var ports = java.util.Arrays.stream(Part.values())
                .flatMap(part -> part.preferredManagementPort() == 0
                        ? java.util.stream.Stream.of(home.port(part))
                        : java.util.stream.Stream.of(home.port(part), home.managementPort(part)))
                .toList();

        // Then
        assertThat(ports).doesNotHaveDuplicates().hasSize(13);
    }

    @Test
    void shouldForgetEverythingWhenWiped() throws Exception {
        // Given
        var home = new Home(folder);
        home.secret("demo-users");
        Files.createDirectories(home.data(Part.KAFKA));
        Files.writeString(home.officers(), "plan");

        // When
        home.wipe();

        // Then
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldSayWhichPortIsTakenAndByWhichPartItIsNeeded() throws Exception {
        // Given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Properties();
            ports.setProperty("kafka", String.valueOf(taken.getLocalPort()));
            try (var writer = Files.newBufferedWriter(folder.resolve("ports.properties"))) {
                ports.store(writer, null);
            }
            var suite = new Suite(folder, new Progress(new PrintStream(new ByteArrayOutputStream())));

            // When, Then
            assertThatThrownBy(suite::start)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("Kafka")
                    .hasMessageContaining("ports.properties");
            assertThat(folder.resolve("run")).doesNotExist();
        }
    }

    @Test
    void shouldNotMistakeAnotherProcessForItsOwn() throws Exception {
        // Given
        var file = new PidFile(folder.resolve("part.pid"));
        long own = ProcessHandle.current().pid();
        file.write(own);
        var known = file.process();

        // When
        Files.writeString(folder.resolve("part.pid"), own + " 1000");

        // Then
        assertThat(known).isPresent();
        assertThat(file.process()).isEmpty();
    }

    @Test
    void shouldTakeADamagedPidFileForNoProcess() throws Exception {
        // Given
        Files.writeString(folder.resolve("part.pid"), "not a number");

        // When
        var process = new PidFile(folder.resolve("part.pid")).process();

        // Then
        assertThat(process).isEmpty();
    }

    @Test
    void shouldMeasureItsOwnMemory() {
        // When
        long resident = Memory.residentMiB(ProcessHandle.current());

        // Then
        assertThat(resident).isBetween(20L, 4_000L);
    }

    @Test
    void shouldAlignTheColumnsOfItsTables() {
        // When
        var table = Table.rows(List.of(List.of("a", "long cell", "x"), List.of("long name", "b", "y")));

        // Then
        assertThat(table).isEqualTo("  a          long cell  x\n  long name  b          y\n");
    }

    @Test
    void shouldPutUsersAndAddressesIntoTheRealm() throws Exception {
        // Given
        var file = vn.gov.hanoi.localstack.Distributions.projectRoot().resolve("deploy/keycloak/congvu-realm.json");

        // When
        var realm = RealmFile.complete(
                file,
                java.util.Map.of(
                        "CONGVU_PUBLIC_URL", "http://localhost:18080",
                        "CONGVU_GATEWAY_INNER_URL", "http://localhost:18081",
                        "CONGVU_GATEWAY_CLIENT_SECRET", "of-this-installation",
                        "CONGVU_INTEGRATION_PUBLIC_KEY", "key-of-this-installation"),
                DemoUser.all(),
                "p\"w");

        // Then
        assertThat(realm)
                .contains("http://localhost:18080/platform/v1/portal/oauth2-redirect.html", "\"p\\\"w\"", "H26.23")
                .contains(
                        "\"secret\":\"of-this-installation\"",
                        "\"jwt.credential.public.key\":\"key-of-this-installation\"")
                .contains("service-account-congvu-integration")
                .doesNotContain("${CONGVU");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .doesNotContain("\"credentials\"", "\"value\"")
                .as("a secret in the file itself is a name to fill in, and there is one")
                .containsOnlyOnce("\"secret\"")
                .contains("\"secret\": \"${CONGVU_GATEWAY_CLIENT_SECRET}\"");
    }
}
