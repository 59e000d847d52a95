package vn.gov.hanoi.training.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as a browser does: comments are skipped, an id counts also without data. */
final class EventStream implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;
    private final List<String> comments = new ArrayList<>();
    private String lastId = "";

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** An event with data. */
    record Told(String id, String type, String data) {}

    static EventStream open(String token, String query, String... headers) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/training/v1/events" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new EventStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    String body() {
        try {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser would send as Last-Event-ID. */
    String lastId() {
        return lastId;
    }

    List<String> comments() {
        return comments;
    }

    /** Reads to the end of the next block that has data; null if the stream ends. */
    @Nullable
    Told next() {
        while (true) {
            var block = block();
            if (block == null || block.data() != null) {
                return block == null
                        ? null
                        : new Told(lastId, String.valueOf(block.type()), String.valueOf(block.data()));
            }
        }
    }

    /** Reads one block, with data or without; false if the stream has ended. */
    boolean step() {
        return block() != null;
    }

    private record Block(@Nullable String type, @Nullable String data) {}

    private @Nullable Block block() {
        String type = null;
        String data = null;
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    return new Block(type, data);
                }
                int colon = line.indexOf(':');
                var value = line.substring(colon + 1).stripLeading();
                switch (line.substring(0, colon)) {
                    case "" -> comments.add(value);
                    case "id" -> lastId = value;
                    case "event" -> type = value;
                    case "data" -> data = data == null ? value : data + "\n" + value;
                    default -> {}
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
