package vn.gov.hanoi.localstack.reform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.gov.hanoi.localstack.city.DirectoryReader;
import vn.gov.hanoi.localstack.city.TokenCache;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;

/** Writes the request of the reform, or of the merger before it, for the units of a running suite to a file. */
public final class Main {
    private Main() {}

    /** @param arguments folder of the installation, file to write, and optionally "merger" */
    public static void main(String[] arguments) {
        var suite = new Suite(Path.of(arguments[0]), new Progress(System.out));
        var merger = arguments.length > 2 && arguments[2].equals("merger");
        var reform = Reform2025.read();
        var day = (merger ? Merger2025.day() : reform.day()).minusDays(1);
        var directory = new DirectoryReader(suite.gateway(), new TokenCache(suite::token), "an.nguyen", day);
        var units = directory.units();
        var plan = merger ? Merger2025.of(units) : ReformPlan.of(reform, units, directory::leaders);
        try {
            Files.writeString(Path.of(arguments[1]), plan.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
