package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Events through the gateway: a system that waits for them, and a page of a browser that has a session and no token. */
class EventFeedTest {
    private static final String FEED = "/selection/v1/events";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String PUBLISHED = "vn.gov.hanoi.selection.announcement.published.v1";

    private final Cast cast = new Cast();

    @Test
    void shouldTellAnAnnouncementToASystemAndToABrowserAtOnce() throws Exception {
        try (var browser = new WebBrowser()) {
            // Given
            browser.login("dung.pham", City.suite().demoUserPassword(), "/platform/v1/portal");
            var reader = City.token("an.nguyen");
            var vacancy = drafted();
            var place = end(reader);
            var waiting = CompletableFuture.supplyAsync(
                    () -> City.gateway().get(FEED + "?waitSeconds=30&type=" + PUBLISHED + "&after=" + place, reader));
            var opened = browser.stream(FEED + "?type=" + PUBLISHED);
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
            var lines = new BufferedReader(new InputStreamReader(opened.body(), StandardCharsets.UTF_8));
            var first = block(lines);
            assertThat(first).anyMatch(line -> line.startsWith("id:")).anyMatch(line -> line.startsWith("retry:"));

            // When
            announced(vacancy);
            var told = block(lines);
            while (told.stream().noneMatch(line -> line.startsWith("data:"))) {
                told = block(lines);
            }

            // Then
            assertThat(told).anyMatch(line -> line.matches("event: ?" + PUBLISHED));
            assertThat(told)
                    .anyMatch(line -> line.startsWith("data:") && line.contains("\"vacancies/" + vacancy + "\""));
            var page = waiting.get().json();
            assertThat(page.at("/items/0/subject").asText()).isEqualTo("vacancies/" + vacancy);
            assertThat(told)
                    .anyMatch(line -> line.startsWith("data:")
                            && line.contains(page.at("/items/0/id").asText()));
            assertThatCode(() -> opened.body().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldGiveTheCatalogueToEverybodyAndEventsToNobodyWithoutALogin() {
        // When
        var catalogue = City.gateway().anonymous("/platform/v1/asyncapi");
        var events = City.gateway().anonymous(FEED);

        // Then
        assertThat(catalogue.status()).isEqualTo(200);
        assertThat(catalogue.body()).startsWith("asyncapi: 3.0.0");
        assertThat(events.status()).isEqualTo(401);
    }

    private static String end(String token) {
        var page = City.gateway().get(FEED + "?limit=500", token).json();
        while (page.at("/page/more").asBoolean()) {
            page = City.gateway()
                    .get(FEED + "?limit=500&after=" + page.at("/page/next").asText(), token)
                    .json();
        }
        return page.at("/page/next").asText();
    }

    /** Id of a vacancy of a division of its own, which the copy of the directory learns of by an event. */
    private String drafted() {
        var division = cast.unit(cast.code + ".P", "DIVISION", cast.agencyId);
        var request = """
                {"unitId":"%s","postTitle":"Trưởng phòng thử nghiệm","positions":1,"minimumCandidates":2,"legalBasis":"2424/BNV-CCVC",
                 "decision":{"number":"112/QĐ-SNV","signedOn":"2026-03-02","issuer":"Sở Nội vụ"}}""".formatted(division);
        await("selection knows the agency").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(City.gateway()
                        .post("/selection/v1/vacancies?validateOnly=true", cast.token("chi.le"), request)
                        .status())
                .isEqualTo(200));
        return cast.created("chi.le", "/selection/v1/vacancies", request)
                .path("id")
                .asText();
    }

    private void announced(String vacancy) {
        cast.did("chi.le", "/selection/v1/vacancies/" + vacancy, "publish", """
                {"data":{"announcedOn":"%1$s","dossiersFrom":"%1$s","dossiersTo":"%2$s","media":["MASS_MEDIA","WEB_SITE","NOTICE_BOARD"]}}""".formatted(TODAY, TODAY.plusDays(30)));
    }

    /** The lines up to the next empty one. */
    private static List<String> block(BufferedReader lines) throws IOException {
        var block = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return block;
            }
            block.add(line);
        }
        throw new IOException("the stream has ended after " + block);
    }
}
