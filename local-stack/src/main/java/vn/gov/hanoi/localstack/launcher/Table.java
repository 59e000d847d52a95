package vn.gov.hanoi.localstack.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.gov.hanoi.localstack.ManagedProcess;

/** What a person sees of the suite: where it is, who may log in, how it is. */
final class Table {
    private static final long LIMIT_MIB = 3 * 1024L;

    private final Suite suite;

    Table(Suite suite) {
        this.suite = suite;
    }

    /** The page that {@code up} ends with. */
    String welcome(String planId) {
        var gateway = suite.gateway().toString();
        var text = new StringBuilder();
        text.append("\nCông Vụ is running.\n\n");
        text.append(rows(List.of(
                List.of("Portal (try it, log in)", gateway + "/platform/v1/portal"),
                List.of("API", gateway),
                List.of("OpenAPI of all services", gateway + "/platform/v1/openapi"),
                List.of(
                        "Keycloak (admin, " + suite.home().secret("keycloak-admin") + ")",
                        suite.home().url(Part.KEYCLOAK)),
                List.of("Logs", suite.home().folder().resolve("log").toString()))));
        text.append("\nUsers, all with the password ")
                .append(suite.home().secret("demo-users"))
                .append('\n');
        text.append(rows(DemoUser.all().stream()
                .map(user -> List.of(user.username(), user.unit(), String.join(" ", user.roles()), user.about()))
                .toList()));
        text.append("\nThree requests to paste\n\n");
        text.append("  # Hanoi's training plan of 2020 against what has been opened and committed\n");
        text.append(request("giang.do", gateway + "/training/v1/plans/" + planId + "/plan-versus-actual"));
        text.append("\n  # the 30 districts of 2020\n");
        text.append(request("giang.do", gateway + "/evaluation/v1/units?type=DISTRICT&limit=30"));
        text.append("\n  # posts announced for competitive selection: no token needed\n");
        text.append("  curl -s ").append(gateway).append("/selection/v1/public/vacancies\n\n");
        return text.append(status()).toString();
    }

    /** Each part with its process, ports, health and memory. */
    String status() {
        var lines = new ArrayList<List<String>>();
        long sum = 0;
        for (var part : Part.values()) {
            var process = suite.pidFile(part, 1).process();
            long memory = process.map(Memory::residentMiB).orElse(0L);
            sum += memory;
            lines.add(List.of(
                    part.label(),
                    process.map(each -> "pid " + each.pid()).orElse("not running"),
                    "port " + suite.home().port(part),
                    process.isPresent() ? health(part) : "down",
                    memory + " MiB"));
        }
        lines.add(List.of("together", "", "", "", sum + " MiB of at most " + LIMIT_MIB));
        return rows(lines);
    }

    private String health(Part part) {
        int port = suite.home().port(part);
        int management = part.preferredManagementPort() == 0 ? 0 : suite.home().managementPort(part);
        var probe =
                switch (part) {
                    case POSTGRES, KAFKA -> ManagedProcess.tcp(port);
                    case KEYCLOAK ->
                        ManagedProcess.http(URI.create("http://127.0.0.1:" + management + "/health/ready"));
                    case EVALUATION, TRAINING, SELECTION, GATEWAY ->
                        ManagedProcess.http(URI.create("http://127.0.0.1:" + management + "/q/health/ready"));
                };
        return probe.getAsBoolean() ? "ready" : "NOT READY";
    }

    private static String request(String user, String url) {
        return "  curl -s -H \"Authorization: Bearer $(./congvu token %s)\" '%s'%n".formatted(user, url);
    }

    /** Columns as wide as their widest cell. */
    static String rows(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(i -> rows.stream()
                        .filter(row -> row.size() > i)
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i ->
                                        String.format(Locale.ROOT, "%-" + Math.max(1, widths[i]) + "s", row.get(i)))
                                .collect(Collectors.joining("  ", "  ", ""))
                                .stripTrailing())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
