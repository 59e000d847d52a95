package vn.gov.hanoi.gateway.spa;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads a folder into memory: what a browser is to get, and nothing that only lies beside it. */
final class SpaFiles {
    static final String INDEX = "index.html";
    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES = 64L << 20;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private SpaFiles() {}

    /** @param etag digest of the content, in quotes */
    record Served(Buffer content, String type, String etag) {}

    /**
     * The files by their path in the folder, with slashes. Left out: names that begin with a dot, types that are not listed
     * above, and links that lead out of the folder. Fails if there is no start page, or more than a page can need.
     */
    static Map<String, Served> read(Path folder) {
        var found = new HashMap<String, Served>();
        long bytes = 0;
        try (var walk = Files.walk(folder)) {
            var root = folder.toRealPath();
            for (var file : (Iterable<Path>) walk::iterator) {
                var type = TYPES.get(extension(file));
                if (type == null || isHidden(folder.relativize(file)) || !isInside(root, file)) {
                    continue;
                }
                bytes += Files.size(file);
                if (found.size() >= MOST_FILES || bytes > MOST_BYTES) {
                    throw new IllegalStateException("congvu.spa.directory holds more than %d files or %d bytes: %s"
                            .formatted(MOST_FILES, MOST_BYTES, folder));
                }
                found.put(name(folder.relativize(file)), served(Files.readAllBytes(file), type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("congvu.spa.directory cannot be read: " + folder, e);
        }
        if (!found.containsKey(INDEX)) {
            throw new IllegalStateException("congvu.spa.directory has no " + INDEX + ": " + folder);
        }
        return Map.copyOf(found);
    }

    private static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isHidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(segment -> segment.toString().startsWith("."));
    }

    private static boolean isInside(Path root, Path file) throws IOException {
        return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
    }

    private static String name(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static Served served(byte[] content, String type) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            var tag = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return new Served(Buffer.buffer(content), type, "\"" + tag + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
