package vn.gov.hanoi.gateway.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the gateway wrote into its log. */
final class Log {
    private Log() {}

    static String text() {
        try {
            return Files.readString(Path.of("target/gateway-test.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
