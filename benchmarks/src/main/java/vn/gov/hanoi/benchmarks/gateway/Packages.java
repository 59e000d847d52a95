package vn.gov.hanoi.benchmarks.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Programs of Debian that the comparison needs. What is absent is installed, and said. */
final class Packages {
    private static final Map<String, String> PACKAGE_OF =
            Map.of("haproxy", "haproxy", "nginx", "nginx", "wrk", "wrk", "openssl", "openssl", "taskset", "util-linux");
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");

    private Packages() {}

    static void require(Consumer<String> say) {
        var missing = PACKAGE_OF.keySet().stream()
                .filter(program -> !isThere(program))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        say.accept("installing with apt-get: " + String.join(" ", missing));
        install(missing.stream().map(PACKAGE_OF::get).toList());
        missing.stream().filter(program -> !isThere(program)).findFirst().ifPresent(program -> {
            throw new IllegalArgumentException("this benchmark needs " + program + " (package "
                    + PACKAGE_OF.get(program) + "), and apt-get did not bring it");
        });
    }

    private static void install(List<String> packages) {
        var command = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        command.addAll(packages);
        // Run level 1: the servers of the packages are not started; only our own configurations run.
        var quiet = Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1");
        if (!Command.of(command).with(quiet).succeeds()) {
            Command.of(List.of("apt-get", "update")).with(quiet).text();
            Command.of(command).with(quiet).text();
        }
    }

    private static boolean isThere(String program) {
        return FOLDERS.stream()
                .anyMatch(folder -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(folder, program)));
    }
}
