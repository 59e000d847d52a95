package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A single-page application from a folder: what is in it, by its exact name, and never more. */
@QuarkusTest
@WithStage
class SpaPagesTest {
    private static final String SECRET = "not for browsers";

    /** A page, and things beside it that nobody may get. */
    static Path folder() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "spa-");
            var page = Files.createDirectories(folder.resolve("page/assets")).getParent();
            Files.writeString(page.resolve("index.html"), "<!doctype html><title>Trang</title>");
            Files.writeString(page.resolve("assets/main.js"), "export {};");
            Files.writeString(page.resolve(".env"), SECRET);
            Files.writeString(page.resolve("server.key"), SECRET);
            Files.writeString(folder.resolve("secret.txt"), SECRET);
            Files.createSymbolicLink(
                    page.resolve("leak.txt"), folder.resolve("secret.txt").toAbsolutePath());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldServeThePageAtItsAddressAndAtPlacesInsideIt() {
        // When, Then
        for (var place : List.of("/app", "/app/index.html", "/app/tasks", "/app/sheets/01a20b83", "/app/assets")) {
            var answer = Call.get(place);
            assertThat(answer.statusCode()).as(place).isEqualTo(200);
            assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/html; charset=utf-8");
            assertThat(answer.body()).as(place).contains("<title>Trang</title>");
        }
    }

    @Test
    void shouldTellTheBrowserWhatThePageMayDo() {
        // When
        var headers = Call.get("/app/assets/main.js").headers();

        // Then
        assertThat(headers.allValues("Content-Type")).containsExactly("text/javascript; charset=utf-8");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';", "form-action 'none'")
                .contains("base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
    }

    @Test
    void shouldSendAFileAgainOnlyWhenItIsAnotherOne() {
        // Given
        var first = Call.get("/app/assets/main.js");
        var etag = first.headers().firstValue("ETag").orElseThrow();

        // When
        var same = Call.get("/app/assets/main.js", "If-None-Match", etag);
        var other = Call.get("/app/assets/main.js", "If-None-Match", "\"other\"");

        // Then
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void A29_shouldServeNothingBesideThePage() {
        // When, Then
        for (var target : List.of(
                "/app/",
                "/app/../secret.txt",
                "/app/..",
                "/app/%2e%2e/secret.txt",
                "/app/..%2fsecret.txt",
                "/app/..%5csecret.txt",
                "/app/%2e%2e%2fsecret.txt",
                "/app//secret.txt",
                "/app/assets/../../secret.txt",
                "/app/.%2fassets/main.js",
                "/app/main.js%00.html",
                "/app/.env",
                "/app/%2eenv",
                "/app/server.key",
                "/app/leak.txt",
                "/app/assets/Main.js",
                "/app/assets/main.js.",
                "/app/assets/main.js;x",
                "/app/application.properties",
                "/application",
                "/App")) {
            var status = RawCall.status(
                    "GET " + target + " HTTP/1.1\r\nHost: congvu.hanoi.gov.vn\r\nConnection: close\r\n\r\n");
            assertThat(status).as(target).isIn(400, 404);
        }
        Call.assertRefused(Call.get("/app/leak.txt"), 404, "gateway.no-route");
        assertThat(Call.get("/app/env").body()).doesNotContain(SECRET);
    }

    @Test
    void shouldOnlyRead() {
        // When, Then
        for (var method : List.of("POST", "PUT", "DELETE")) {
            Call.assertRefused(Call.send(method, "/app", "X-Congvu-Csrf", "1"), 404, "gateway.no-route");
        }
        assertThat(Call.send("HEAD", "/app").body()).isEmpty();
    }
}
