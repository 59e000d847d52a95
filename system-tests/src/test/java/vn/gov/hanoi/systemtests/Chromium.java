package vn.gov.hanoi.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine. None is ever downloaded. */
final class Chromium implements AutoCloseable {
    /** Path of a browser that is none of the names below. */
    private static final String VARIABLE = "CONGVU_BROWSER";
    /** If this system property is "required", a machine without a browser fails; as {@code ./congvu test --browser} says. */
    private static final String PROPERTY = "congvu.browser";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** It asks nobody outside this machine, and as root it has no sandbox. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** All parts of the suite share this machine. */
    private static final int PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Without a folder given, each start has a new, empty profile.
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Skips the test, and says so, where there is no browser and none is required. */
    static Chromium start() {
        var executable = find();
        if (executable.isEmpty()) {
            var notice = "NO BROWSER: %s names none, and there is no %s in the path. The browser test %%s."
                    .formatted(VARIABLE, String.join(", ", NAMES));
            if ("required".equals(System.getProperty(PROPERTY))) {
                throw new IllegalStateException(notice.formatted("is required, so it fails"));
            }
            System.out.println(notice.formatted("is skipped"));
            Assumptions.abort(notice.formatted("is skipped"));
        }
        return new Chromium(executable.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        var named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
