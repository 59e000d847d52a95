package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the collector of the gateway wrote: how much was allocated in between, and how long it stood still. */
final class GcLog {
    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    private final Path file;
    private final int from;

    private GcLog(Path file, int from) {
        this.file = file;
        this.from = from;
    }

    /** From now on. */
    static GcLog of(Path file) {
        return new GcLog(file, pauses(file).size());
    }

    /** Bytes a request, from what each collection found beyond what the one before it had left; and the longest pause. */
    String since(long requests) {
        var all = pauses(file);
        long mebibytes = 0;
        double longest = 0;
        for (int i = Math.max(1, from); i < all.size(); i++) {
            mebibytes += Long.parseLong(all.get(i).group(1))
                    - Long.parseLong(all.get(i - 1).group(2));
            longest = Math.max(longest, Double.parseDouble(all.get(i).group(3)));
        }
        return String.format(
                Locale.ROOT,
                "%.1f kB allocated a request, longest pause of the collector %.1f ms, %d collections",
                mebibytes * 1024.0 / Math.max(1, requests),
                longest,
                all.size() - from);
    }

    private static List<Matcher> pauses(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(PAUSE::matcher).filter(Matcher::find).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
