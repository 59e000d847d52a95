package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser in front of the gateway and the real login page: it keeps cookies, and pages of our origin say where they come from. */
final class WebBrowser implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    /** By name, whatever the port, as browsers do for one host. Java's own jar sends no Secure cookie to localhost. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway = City.suite().gateway();

    /** Logs in by the page of the identity provider; gives the answer that begins the session. */
    HttpResponse<String> login(String user, String password, String returnTo) {
        var begun = get("/platform/v1/session/login?returnTo=" + returnTo);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        var page = send(HttpRequest.newBuilder(location(begun)).GET());
        var action = FORM.matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        var fields = "username=" + encoded(user) + "&password=" + encoded(password);
        var sentBack = send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
        return send(HttpRequest.newBuilder(location(sentBack)).GET());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    /** What an EventSource does: the cookies of the session, and no header of its own. The body is open. */
    HttpResponse<java.io.InputStream> stream(String path) throws java.io.IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "text/event-stream")
                .header("Cookie", jar())
                .timeout(Duration.ofSeconds(40))
                .GET();
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** A changing request, from a page of the gateway's origin or from elsewhere. */
    HttpResponse<String> post(String path, boolean ownPage) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (ownPage) {
            request.header("X-Congvu-Csrf", "1").header("Origin", gateway.toString());
        }
        return send(request);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var jar = jar();
            if (!jar.isEmpty()) {
                request.header("Cookie", jar);
            }
            var answer =
                    http.send(request.timeout(Duration.ofSeconds(40)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String jar() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String line) {
        var pair = line.split(";", 2)[0].split("=", 2);
        if (line.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + ": " + answer.body())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
