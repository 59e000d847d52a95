package vn.gov.hanoi.localstack.defence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Builds what is needed in the copy and runs some tests there, without linters. */
final class TestRun {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    /** A red test tells nothing if the application did not even start. */
    private static final List<String> NO_START =
            List.of("Failed to start quarkus", "BuildException", "DeploymentException", "Unable to start");

    /**
     * What came out.
     *
     * @param tests how many ran
     * @param red where and why, for each that failed; it begins with the class
     * @param broken why this tells nothing; empty if it does
     */
    record Outcome(int tests, List<String> red, String broken) {
        boolean isGreen(Defence defence) {
            return broken.isEmpty() && red.stream().noneMatch(each -> each.startsWith(defence.testName() + " "));
        }

        boolean isRed() {
            return broken.isEmpty() && !red.isEmpty();
        }

        String first() {
            return red.isEmpty() ? "" : red.getFirst().split(" ", 2)[1];
        }
    }

    private final Path folder;

    TestRun(Path folder) {
        this.folder = folder;
    }

    Outcome run(Collection<Defence> defences) {
        var modules = new TreeSet<String>();
        var tests = new TreeSet<String>();
        for (var defence : defences) {
            modules.add(defence.module());
            modules.add(moduleOf(defence));
            tests.add(defence.test());
        }
        try {
            modules.forEach(module -> deleteReports(folder.resolve(module)));
            int code = maven(modules, tests);
            return read(modules, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String moduleOf(Defence defence) {
        var place = Path.of("src/test/java", defence.testClass().replace('.', '/') + ".java");
        try (var modules = Files.list(folder)) {
            return modules.filter(module -> Files.exists(module.resolve(place)))
                    .map(module -> module.getFileName().toString())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such test: " + defence.test()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int maven(Collection<String> modules, Collection<String> tests) throws IOException {
        var log = folder.resolve("maven.log").toFile();
        var process = new ProcessBuilder(
                        folder.resolve("mvnw").toString(),
                        "-Dquick",
                        "-Denforcer.skip",
                        // All of the module is compiled again: a constant stands in every class that uses it.
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dtest=" + String.join(",", tests),
                        "-pl",
                        String.join(",", modules),
                        "test")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Outcome read(Collection<String> modules, int code) throws IOException {
        int tests = 0;
        var red = new ArrayList<String>();
        for (var module : modules) {
            for (var report : reports(folder.resolve(module))) {
                var cases = parsed(report).getElementsByTagName("testcase");
                tests += cases.getLength();
                for (int at = 0; at < cases.getLength(); at++) {
                    failure((Element) cases.item(at)).ifPresent(red::add);
                }
            }
        }
        var broken = "";
        if (code == -1) {
            broken = "did not end in time";
        } else if (tests == 0 || (code != 0 && red.isEmpty())) {
            broken = "not built, or no test ran";
        } else if (red.stream().anyMatch(each -> NO_START.stream().anyMatch(each::contains))) {
            broken = "the application did not start";
        }
        return new Outcome(tests, List.copyOf(red), broken);
    }

    private static java.util.Optional<String> failure(Element test) {
        for (var kind : List.of("failure", "error")) {
            NodeList found = test.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                var name = test.getAttribute("classname");
                return java.util.Optional.of(name.substring(name.lastIndexOf('.') + 1) + " "
                        + Failure.line(name, found.item(0).getTextContent()));
            }
        }
        return java.util.Optional.empty();
    }

    private static Element parsed(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static List<Path> reports(Path module) throws IOException {
        var reports = module.resolve("target/surefire-reports");
        if (Files.notExists(reports)) {
            return List.of();
        }
        try (var files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteReports(Path module) {
        try {
            for (var report : reports(module)) {
                Files.delete(report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
