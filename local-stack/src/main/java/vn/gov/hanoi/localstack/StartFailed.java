package vn.gov.hanoi.localstack;

import java.nio.file.Path;

/** A part did not start. The message names the part, shows the tail of its log and says where the log is. */
public final class StartFailed extends RuntimeException {
    public StartFailed(String part, String reason, String tail, Path log) {
        super("%s did not start: %s%n--- last lines of %s%n%s".formatted(part, reason, log, tail));
    }
}
