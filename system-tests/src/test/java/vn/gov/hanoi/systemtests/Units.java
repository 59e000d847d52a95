package vn.gov.hanoi.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Units made by tests, below Sở Nội vụ. */
final class Units {
    private static final UUID DEPARTMENT = UUID.fromString(City.gateway()
            .get("/evaluation/v1/units?code=H26.1", City.token("an.nguyen"))
            .json()
            .at("/items/0/id")
            .asText());

    private Units() {}

    static UUID create(String editor) {
        var answer = City.gateway().post("/evaluation/v1/units", editor, request(DEPARTMENT));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asText());
    }

    /** A body that was never sent before. */
    static String request(UUID parent) {
        var random = ThreadLocalRandom.current();
        return """
                {"code":"H26.1.%s.%s","name":"Phòng thử nghiệm","type":"DIVISION","parentId":"%s","validFrom":"2020-01-01"}""".formatted(letters(random), letters(random), parent);
    }

    /** Ids of all units below one. */
    static List<UUID> below(UUID parent, String reader) {
        var found = new ArrayList<UUID>();
        var first = "/evaluation/v1/units?unitScope=SUBTREE&limit=500&unitId=" + parent;
        for (var path = first; path != null; ) {
            var page = City.gateway().get(path, reader).json();
            page.path("items")
                    .forEach(unit -> found.add(UUID.fromString(unit.path("id").asText())));
            var next = page.at("/page/next");
            path = next.isTextual() ? first + "&cursor=" + URLEncoder.encode(next.asText(), UTF_8) : null;
        }
        assertThat(found.remove(parent)).isTrue();
        return found;
    }

    static int copyStatus(String service, UUID unit, String operator) {
        return City.gateway()
                .get("/" + service + "/v1/ops/directory-copy/units/" + unit, operator)
                .status();
    }

    private static String letters(ThreadLocalRandom random) {
        return "T" + Integer.toString(random.nextInt(36 * 36, 36 * 36 * 36), 36).toUpperCase(java.util.Locale.ROOT);
    }
}
