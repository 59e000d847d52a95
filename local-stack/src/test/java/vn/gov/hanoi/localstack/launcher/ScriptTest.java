package vn.gov.hanoi.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gov.hanoi.localstack.Distributions;

/** The bash script itself, with folders that look like JDKs. */
class ScriptTest {
    @TempDir
    Path folder;

    private record Run(int code, String output) {}

    @Test
    void shouldFindANewJdkAlthoughJavaHomeIsOld() throws Exception {
        // Given
        var old = jdk("old", "17.0.15");
        var home = Files.createDirectories(folder.resolve("home"));
        jdk("home/.sdkman/candidates/java/25-tem", "25.0.1");

        // When
        var run = run(Map.of("JAVA_HOME", old.toString(), "HOME", home.toString()), "find_jdk");

        // Then
        assertThat(run.code()).isZero();
        assertThat(Path.of(run.output().trim()).resolve("release")).exists();
        assertThat(run.output()).doesNotContain("old");
    }

    @Test
    void shouldPreferJavaHomeWhenItIsNewEnough() throws Exception {
        // Given
        var own = jdk("own", "26");

        // When
        var run = run(Map.of("JAVA_HOME", own.toString()), "find_jdk");

        // Then
        assertThat(run.output().trim()).isEqualTo(own.toString());
    }

    @Test
    void shouldSayHowToGetAJdkWhenThereIsNone() throws Exception {
        // Given
        var script = Files.readString(Distributions.projectRoot().resolve("congvu"), StandardCharsets.UTF_8)
                .replace("/usr/lib/jvm/*", "")
                .replace("/opt/java/* /opt/jdk* /usr/java/*", "")
                .replace("/Library/Java/JavaVirtualMachines/*/Contents/Home", "");

        // When
        var run = bash(script, Map.of("JAVA_HOME", "", "HOME", folder.toString()), "find_jdk");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("JDK 25", "openjdk-25-jdk", "JAVA_HOME=");
    }

    @Test
    void shouldExplainItselfWithoutACommand() throws Exception {
        // When
        var help = new ProcessBuilder(
                        Distributions.projectRoot().resolve("congvu").toString(), "help")
                .redirectErrorStream(true)
                .start();

        // Then
        assertThat(new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("./congvu up", "./congvu test", "./congvu down");
        assertThat(help.waitFor()).isZero();
    }

    @Test
    void shouldFindABrowserInThePathOrByItsVariable() throws Exception {
        // Given
        var named = executable("browser/mine");
        executable("bin/chromium-browser");
        var path = folder.resolve("bin") + ":/nowhere";

        // When
        var inThePath = run(Map.of("PATH", path, "CONGVU_BROWSER", ""), "find_browser");
        var byName = run(Map.of("PATH", path, "CONGVU_BROWSER", named.toString()), "find_browser");
        var gone = run(Map.of("PATH", path, "CONGVU_BROWSER", named + "-gone"), "find_browser");
        var none = run(Map.of("PATH", "/nowhere", "CONGVU_BROWSER", ""), "find_browser");

        // Then
        assertThat(inThePath.output().trim()).endsWith("bin/chromium-browser");
        assertThat(byName.output().trim()).isEqualTo(named.toString());
        assertThat(gone).isEqualTo(new Run(0, ""));
        assertThat(none).isEqualTo(new Run(0, ""));
    }

    private Path executable(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Run run(Map<String, String> environment, String function) throws IOException, InterruptedException {
        return bash(
                Files.readString(Distributions.projectRoot().resolve("congvu"), StandardCharsets.UTF_8),
                environment,
                function);
    }

    /** Runs one function of the script: everything above the line that begins the work, then the function. */
    private Run bash(String script, Map<String, String> environment, String function)
            throws IOException, InterruptedException {
        var functions = script.substring(0, script.indexOf("\nJAVA_HOME=$(find_jdk)"))
                .replaceFirst("cd \"\\$\\(dirname[^\n]*\n", "\n");
        var file = Files.writeString(folder.resolve("part.sh"), functions + "\n" + function + "\n");
        var builder = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Path jdk(String name, String version) throws IOException {
        var jdk = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(jdk.resolve("bin"));
        var javac = Files.writeString(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}
