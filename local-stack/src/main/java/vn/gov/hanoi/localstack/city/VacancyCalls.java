package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Gives the sample vacancies to selection-service and announces some; one that stands already, by unit and title of the post, is left as it is. */
final class VacancyCalls {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VACANCIES = "/selection/v1/vacancies";

    private final Suite suite;
    private final UnitRows units;
    private int created;
    private int announced;

    VacancyCalls(Suite suite, UnitRows units) {
        this.suite = suite;
        this.units = units;
    }

    int created() {
        return created;
    }

    int announced() {
        return announced;
    }

    void call(Vacancies vacancies) {
        var existing = existing();
        for (var post : vacancies.posts()) {
            var step = "vacancy " + post.postTitle();
            var unitId = unitId(step, post);
            var vacancy = existing.get(new Place(unitId, post.postTitle()));
            if (vacancy == null) {
                vacancy = create(step, unitId, vacancies, post);
            }
            if (post.announced() && "DRAFT".equals(vacancy.path("state").asText())) {
                announce(step, vacancy.path("id").asText(), vacancies.announcement());
            }
        }
    }

    private Map<Place, JsonNode> existing() {
        var found = new HashMap<Place, JsonNode>();
        var path = VACANCIES + "?limit=500";
        var next = "";
        do {
            var page = suite.get("vacancies", next.isEmpty() ? path : path + "&cursor=" + encoded(next))
                    .body();
            page.path("items")
                    .forEach(item -> found.put(
                            new Place(
                                    item.path("unit").path("id").asText(),
                                    item.path("postTitle").asText()),
                            item));
            next = page.path("page").path("next").asText("");
        } while (!next.isEmpty());
        return found;
    }

    private String unitId(String step, Vacancies.Post post) {
        var code = units.named(post.parent(), post.unit()).code();
        var found =
                suite.get(step, "/evaluation/v1/units?code=" + encoded(code)).body();
        return found.path("items").path(0).path("id").asText();
    }

    private JsonNode create(String step, String unitId, Vacancies vacancies, Vacancies.Post post) {
        var body = JSON.objectNode()
                .put("unitId", unitId)
                .put("postTitle", post.postTitle())
                .put("positions", post.positions())
                .put("minimumCandidates", post.minimumCandidates())
                .put("legalBasis", vacancies.legalBasis());
        body.putObject("decision")
                .put("number", post.decisionNumber())
                .put("signedOn", vacancies.decisionSignedOn())
                .put("issuer", vacancies.decisionIssuer());
        var answer = suite.postOnceUnitsAreKnown(Command.json(step, VACANCIES, body), "selection.unit-unknown");
        answer.expect(201, step);
        created++;
        return answer.body();
    }

    private void announce(String step, String id, Vacancies.Announcement announcement) {
        var etag = suite.get(step, VACANCIES + "/" + id).etag();
        var command = Command.json(step, VACANCIES + "/" + id + "/actions/publish", body(announcement));
        suite.post(etag == null ? command : command.onVersion(etag)).expect(200, step);
        announced++;
    }

    private static ObjectNode body(Vacancies.Announcement announcement) {
        var body = JSON.objectNode();
        var data = body.putObject("data")
                .put("announcedOn", announcement.announcedOn())
                .put("dossiersFrom", announcement.dossiersFrom())
                .put("dossiersTo", announcement.dossiersTo());
        announcement.media().forEach(data.putArray("media")::add);
        return body;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private record Place(String unitId, String postTitle) {}
}
