package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads the directory of a running suite through its gateway, page by page, as it was on a day. */
public final class DirectoryReader {
    private static final List<String> LEADING = List.of("HEAD", "DEPUTY_HEAD");

    private final Suite suite;
    private final LocalDate day;

    /** @param user somebody who may see the whole City */
    public DirectoryReader(URI gateway, TokenSource tokens, String user, LocalDate day) {
        this.suite = new Suite(gateway, tokens, user, Pause::sleep);
        this.day = day;
    }

    /** All units in force on the day. */
    public List<DirectoryUnit> units() {
        return items("/evaluation/v1/units?sort=code&").stream()
                .filter(unit -> unit.path("status").asText().equals("IN_FORCE"))
                .map(unit -> new DirectoryUnit(
                        UUID.fromString(unit.path("id").asText()),
                        unit.path("code").asText(),
                        unit.path("name").asText(),
                        unit.path("type").asText(),
                        unit.path("parent").isObject()
                                ? UUID.fromString(unit.path("parent").path("id").asText())
                                : null))
                .toList();
    }

    /** Ids of the posts that lead a unit on the day, the head's first. */
    public List<UUID> leaders(UUID unitId) {
        return items("/evaluation/v1/officers?unitId=" + unitId + "&").stream()
                .flatMap(officer -> officer.path("assignments").valueStream())
                .filter(post -> post.at("/unit/id").asText().equals(unitId.toString()))
                .filter(post -> LEADING.contains(post.path("position").asText()))
                .sorted(Comparator.comparing((JsonNode post) ->
                                LEADING.indexOf(post.path("position").asText()))
                        .thenComparing(post -> post.path("id").asText()))
                .map(post -> UUID.fromString(post.path("id").asText()))
                .toList();
    }

    private List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + "limit=500&asOf=" + day;
        var next = first;
        while (!next.isEmpty()) {
            var page = suite.get("directory", next).body();
            page.path("items").forEach(items::add);
            var cursor = page.at("/page/next").asText("");
            next = cursor.isEmpty() || cursor.equals("null")
                    ? ""
                    : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }
}
