package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser as far as logins go: it keeps cookies and says where a page comes from. */
final class Browser {
    static final String SESSION = "__Host-congvu-session";
    static final String LOGIN = "__Host-congvu-login";
    static final String[] OWN_PAGE = {
        "X-Congvu-Csrf", "1", "Origin", "https://congvu.hanoi.gov.vn", "Sec-Fetch-Site", "same-origin"
    };
    private static final String SESSION_PATH = "/platform/v1/session/";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** A browser that has logged in. */
    static Browser loggedIn() {
        var browser = new Browser();
        var entered = browser.get(browser.answerOfIssuer(browser.begin("/selection/v1/vacancies")));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        return browser;
    }

    /** Begins a login and gives the address of the issuer. */
    URI begin(String returnTo) {
        var answer = get(SESSION_PATH + "login?returnTo=" + returnTo);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Lets the issuer log the person in: where it sends the browser to, on our address. */
    String answerOfIssuer(URI login) {
        var sent = Call.send(login, "GET").headers().firstValue("Location").orElseThrow();
        assertThat(sent).startsWith("https://congvu.hanoi.gov.vn/");
        return sent.substring("https://congvu.hanoi.gov.vn".length());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** A changing request of a page of ours. */
    HttpResponse<String> post(String path) {
        return send("POST", path, OWN_PAGE);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.add("Cookie");
            all.add(cookies.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; ")));
        }
        var answer = Call.send(method, path, all.toArray(String[]::new));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void put(String name, String value) {
        cookies.put(name, value);
    }

    Browser copy() {
        var other = new Browser();
        other.cookies.putAll(cookies);
        return other;
    }

    private void keep(String line) {
        var pair = line.split(";", 2)[0].split("=", 2);
        if (line.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
