package vn.gov.hanoi.systemtests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A page of somebody else that tries to act with the session of whoever looks at it. As {@code localhost} it is of the same site as the
 * gateway, so that the browser sends the cookie; as {@code 127.0.0.1} it is of another one.
 */
final class ForeignPage implements AutoCloseable {
    /** What the page was not kept from reading, and the number of tries that are over. */
    static final String OVER = "window.over === 5";

    private static final String SCRIPT = """
            <!doctype html><title>Quà tặng</title><iframe name="hidden"></iframe>
            <form method="post" action="%1$s/platform/v1/session/logout" target="hidden"></form>
            <script>
            window.over = 0;
            window.read = [];
            const send = (path, options) => fetch('%1$s' + path, {credentials: 'include', ...options})
                .then(async (answer) => { const text = await answer.text(); if (text) window.read.push(text); })
                .catch(() => {}).finally(() => window.over++);
            document.querySelector('iframe').onload = () => window.over++;
            document.forms[0].submit();
            send('/platform/v1/session/logout', {method: 'POST', mode: 'no-cors'});
            send('%2$s', {method: 'POST', mode: 'no-cors', body: '{"data":{"step":"PLAN"}}'});
            send('%2$s', {method: 'POST', headers: {'X-Congvu-Csrf': '1', 'Content-Type': 'application/json'}, body: '{"data":{"step":"PLAN"}}'});
            send('/platform/v1/client', {});
            </script>""";

    private final HttpServer server;

    /** @param act path of a changing request */
    ForeignPage(String act) {
        var html = SCRIPT.formatted(City.suite().gateway(), act).getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
    }

    String address(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
