package vn.gov.hanoi.benchmarks.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.gov.hanoi.benchmarks.Api;
import vn.gov.hanoi.benchmarks.Report;
import vn.gov.hanoi.localstack.city.City2020;
import vn.gov.hanoi.localstack.city.DirtyOfficers;
import vn.gov.hanoi.localstack.city.OfficerColumns;
import vn.gov.hanoi.localstack.city.OfficerRows;
import vn.gov.hanoi.localstack.city.UnitRows;

/** Imports the whole City through the gateway: units, officers in one file, the same file again, and one with dirty rows. */
final class Imports {
    private static final long SEED = 2020;

    private final Api api;
    private final Path folder;
    private final Report report;
    private final Consumer<String> progress;
    private String said = "";

    Imports(Api api, Path folder, Report report, Consumer<String> progress) {
        this.api = api;
        this.folder = folder;
        this.report = report;
        this.progress = progress;
    }

    private record Result(String name, double seconds, JsonNode counts, String id) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%s | %.1f | %d | %d | %d",
                    name,
                    seconds,
                    counts.path("created").asInt(),
                    counts.path("unchanged").asInt(),
                    counts.path("failed").asInt());
        }
    }

    void run(int count, OfficerColumns columns) {
        var city = City2020.read();
        var officers = new OfficerRows(city, SEED);
        var units = file("units.csv", out -> write(out, new UnitRows(city).csv()));
        var clean = file("officers.csv", out -> officers.write(count, columns, out));
        var dirty = new ArrayList<DirtyOfficers.Expected>();
        var dirtyFile = file("dirty.csv", out -> dirty.addAll(new DirtyOfficers(officers).write(count, columns, out)));
        var results = List.of(
                upload("units", "UNITS", "ATOMIC", units),
                upload("officers", "OFFICERS", "PARTIAL", clean),
                upload("officers, the same file again", "OFFICERS", "PARTIAL", clean),
                upload("officers, 1 % of the rows dirty", "OFFICERS", "PARTIAL", dirtyFile));
        report.section("Imports through the gateway");
        report.table(
                "file | seconds | created | unchanged | failed",
                results.stream().map(Result::row).toList());
        report.paragraph(
                "Seconds from the first byte sent until the operation has ended; events are written in the same "
                        + "transactions. Wrong rows told: "
                        + compare(dirty, failedRows(results.getLast().id())) + ".");
    }

    private Result upload(String name, String kind, String mode, Path file) {
        var start = System.nanoTime();
        var accepted = Api.json(api.upload(kind, mode, file).body());
        var operation = api.follow(accepted.path("id").asText(), seen -> tell(name, seen));
        var seconds = (System.nanoTime() - start) / 1e9;
        var href = operation.path("resultHref").asText();
        var result = api.get(href);
        progress.accept(String.format(Locale.ROOT, "%s: %s in %.1f s", name, result.path("counts"), seconds));
        return new Result(name, seconds, result.path("counts"), href);
    }

    private void tell(String name, JsonNode operation) {
        var rows = operation.path("progress");
        var line = String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows",
                name,
                rows.path("done").asLong(),
                rows.path("total").asLong());
        if (!line.equals(said)) {
            progress.accept(line);
            said = line;
        }
    }

    private List<DirtyOfficers.Expected> failedRows(String href) {
        var rows = new ArrayList<DirtyOfficers.Expected>();
        var first = href + "/rows?status=FAILED&limit=500";
        var next = first;
        while (!next.isEmpty()) {
            var page = api.get(next);
            page.path("items")
                    .forEach(row -> rows.add(new DirtyOfficers.Expected(
                            row.path("index").asInt(),
                            row.path("cell").asText(),
                            row.path("code").asText())));
            var cursor = page.at("/page/next");
            next = cursor.isTextual()
                    ? first + "&cursor=" + URLEncoder.encode(cursor.asText(), StandardCharsets.UTF_8)
                    : "";
        }
        return rows;
    }

    private static String compare(List<DirtyOfficers.Expected> expected, List<DirtyOfficers.Expected> told) {
        if (told.equals(expected)) {
            return "exactly the " + expected.size() + " expected ones, each with its cell and code";
        }
        var missing = new ArrayList<>(expected);
        missing.removeAll(told);
        var surplus = new ArrayList<>(told);
        surplus.removeAll(expected);
        return "**not** the expected " + expected.size() + ": missing "
                + missing.stream().limit(5).toList() + ", unexpected "
                + surplus.stream().limit(5).toList();
    }

    private Path file(String name, Consumer<Writer> content) {
        var file = folder.resolve(name);
        try (var out = Files.newBufferedWriter(file)) {
            content.accept(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
