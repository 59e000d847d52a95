package vn.gov.hanoi.localstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.StartFailed;
import vn.gov.hanoi.localstack.city.CityLoader;
import vn.gov.hanoi.localstack.city.LoadFailed;

/** Commands of {@code ./congvu} that need the running Java: up, down, status, doctor, load, token, trace. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final Suite suite;

    private Main(PrintStream out) {
        this.out = out;
        this.suite = new Suite(Distributions.projectRoot().resolve(".congvu"), new Progress(out));
    }

    public static void main(String[] arguments) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            new Main(out).run(Arguments.parse(List.of(arguments)));
        } catch (Arguments.Misused e) {
            out.println(e.getMessage());
            System.exit(MISUSED);
        } catch (StartFailed | LoadFailed | IllegalStateException | UncheckedIOException e) {
            out.println();
            out.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run(Arguments arguments) {
        switch (arguments.command()) {
            case UP -> up(arguments);
            case DOWN -> down(arguments.wipe());
            case STATUS -> out.print(new Table(suite).status());
            case DOCTOR -> doctor();
            case LOAD -> load(arguments.officers());
            case TRACE -> out.print(new TraceReport(suite).of(arguments.word()));
            case TOKEN -> out.println(suite.token(arguments.word()));
        }
    }

    private void up(Arguments arguments) {
        var cleanUp = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(cleanUp);
        suite.start();
        Runtime.getRuntime().removeShutdownHook(cleanUp);
        var marker = suite.home().officers();
        if (!Files.exists(marker) && arguments.load()) {
            load(arguments.officers());
        }
        out.print(new Table(suite).welcome(Files.exists(marker) ? read(marker) : "{id}"));
    }

    /** Ends with a code of its own if anything is broken, so that scripts can ask too. */
    private void doctor() {
        var report = new Doctor(new OperatorClient(suite), Main::rest).examine();
        out.print(report.text());
        if (!report.healthy()) {
            System.exit(FAILED);
        }
    }

    private static void rest(java.time.Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void load(int officers) {
        var progress = new Progress(out);
        var report = new CityLoader(suite.gateway(), suite::token, progress::say).load(officers);
        try {
            Files.writeString(suite.home().officers(), report.planId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void down(boolean wipe) {
        suite.stop();
        if (wipe) {
            suite.home().wipe();
            out.println("all data of this installation are forgotten");
        }
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
