package vn.gov.hanoi.localstack.launcher;

import java.nio.file.Path;
import java.util.List;
import vn.gov.hanoi.localstack.Distributions;

/** The command line of a service or of the gateway, on a machine that all parts share. */
final class ServiceLine {
    /** If this system property is true, code that runs long is compiled as in the containers. */
    private static final String SECOND_COMPILER = "congvu.second-compiler";

    private ServiceLine() {}

    static List<String> of(Part part) {
        var jar = Distributions.projectRoot().resolve(part.label()).resolve("target/quarkus-app/quarkus-run.jar");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes(part) + "m",
                "-Xmn" + mebibytes(part) / 2 + "m",
                "-XX:+UseSerialGC",
                // On two cores for all parts the second compiler takes more from the others than its code gives back in
                // short
                // work.
                "-XX:TieredStopAtLevel=" + (Boolean.getBoolean(SECOND_COMPILER) ? 4 : 1),
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    /** Most heap. Half of it is for what lives shortly: with a third, a large import spends a tenth of its time in collections. */
    private static int mebibytes(Part part) {
        return switch (part) {
            case GATEWAY -> 128;
            case EVALUATION -> 384;
            default -> 224;
        };
    }
}
