package vn.gov.hanoi.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Single questions that decide whether a comparison counts. */
final class Probe {
    private static final Pattern HITS =
            Pattern.compile("gateway_token_cache_lookups_total\\{[^}]*outcome=\"hit\"[^}]*} ([0-9.E+]+)");

    private Probe() {}

    /** A comparison with somebody who checks nothing would be none: one character of the signature is changed. */
    static void refuseForged(List<Server> servers, String token) {
        int place = token.length() - 20;
        var forged = token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
        for (var server : servers) {
            int status = get(server.at(Peers.PATH), Map.of("Authorization", "Bearer " + forged))
                    .statusCode();
            if (status != 401) {
                throw new IllegalStateException(server.name() + " answers " + status + " to a forged token");
            }
        }
    }

    static double hits() {
        var text = get(URI.create("http://127.0.0.1:" + Peers.MANAGEMENT + "/q/metrics"), Map.of())
                .body();
        var found = HITS.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static HttpResponse<String> get(URI address, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
