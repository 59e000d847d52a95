package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The second round of a round through the gateway: the lot, the defences and their sheets, and the result. */
final class DefenceRound {
    static final String DEFENCES = SelectionRound.ROOT + "/defences";
    static final String SHEETS = SelectionRound.ROOT + "/score-sheets";
    static final String RESULTS = SelectionRound.ROOT + "/merit-lists";
    private static final Map<String, Integer> MOST = most();

    private final SelectionRound round;
    private final Cast cast;
    private String result = "";

    DefenceRound(SelectionRound round) {
        this.round = round;
        this.cast = round.cast;
    }

    private static Map<String, Integer> most() {
        var most = new LinkedHashMap<String, Integer>();
        most.put("SITUATION", 20);
        most.put("STRENGTHS", 15);
        most.put("PLAN", 25);
        most.put("ACTION", 20);
        most.put("ANSWERS", 20);
        return most;
    }

    private String draw() {
        return round.path() + "/draw";
    }

    /** The secretary fixes seed and codes. @return what proves it later */
    String commit() {
        var committed = City.gateway().post(draw() + "/actions/commit", cast.token("personnel"), "{}");
        assertThat(committed.status()).as(committed.body()).isEqualTo(200);
        return committed.json().path("commitment").asText();
    }

    /** The secretary draws the order. @param places of a session from this morning on; none if nobody goes on */
    Http.Answer reveal(int places) {
        var sessions = places == 0
                ? ""
                : "{\"startsAt\":\"%s\",\"defences\":%d}"
                        .formatted(
                                SelectionRound.TODAY
                                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                        .toInstant(),
                                places);
        return City.gateway()
                .act(
                        draw() + "/actions/reveal",
                        cast.token("personnel"),
                        cast.read("personnel", draw()).path("etag").asText(),
                        "{\"data\":{\"sessions\":[%s]}}".formatted(sessions));
    }

    /** The defence of somebody in the order that was drawn, as a member sees it. */
    JsonNode defence(String member, String who) {
        for (var defence : cast.read(member, draw()).path("defences")) {
            if (defence.path("applicationId").asText().equals(round.application(who))) {
                return defence;
            }
        }
        throw new AssertionError(member + " sees no defence of " + who);
    }

    String path(String lead, String who) {
        return DEFENCES + "/" + defence(lead, who).path("id").asText();
    }

    /** These members are present, mark and seal; then their sheets are opened together. @param totals by member, the lead first */
    void score(String who, Map<String, String> totals) {
        var lead = totals.keySet().iterator().next();
        var path = path(lead, who);
        open(lead, path, totals.keySet());
        totals.forEach((member, total) -> seal(member, path, total));
        cast.did(lead, path, "reveal", "{}");
    }

    void open(String lead, String path, Collection<String> members) {
        cast.did(
                lead,
                path,
                "assign",
                members.stream()
                        .map(member -> "\"" + cast.id(member) + "\"")
                        .collect(Collectors.joining(",", "{\"data\":{\"candidatePresent\":true,\"members\":[", "]}}")));
    }

    /** Path of the own sheet. */
    String sheet(String member, String path) {
        return SHEETS + "/" + cast.read(member, path).path("sheetId").asText();
    }

    void seal(String member, String path, String total) {
        var sheet = sheet(member, path);
        var put = cast.put(member, sheet, "{\"marks\":[%s]}".formatted(marks(new BigDecimal(total))));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        cast.did(member, sheet, "seal", "{}");
    }

    private static String marks(BigDecimal total) {
        var left = total;
        var marks = new ArrayList<String>();
        for (var criterion : MOST.entrySet()) {
            var points = left.min(BigDecimal.valueOf(criterion.getValue()));
            left = left.subtract(points);
            marks.add("{\"criterion\":\"%s\",\"points\":%s}".formatted(criterion.getKey(), points.toPlainString()));
        }
        return String.join(",", marks);
    }

    /** The chair ends the scoring, the secretary hands over the minutes. @return path of the result */
    String submit() {
        result = RESULTS + "/"
                + cast.created("chair", RESULTS, "{\"roundId\":\"%s\"}".formatted(round.id))
                        .path("id")
                        .asText();
        var signers = List.of("chair", "personnel", "member one", "member two").stream()
                .map(who -> "\"" + cast.id(who) + "\"")
                .collect(Collectors.joining(","));
        cast.did("personnel", result, "submit", """
                {"data":{"minutes":{"number":"07/BB-HĐTT","signedOn":"%s","signedBy":[%s]}}}""".formatted(SelectionRound.TODAY, signers));
        return result;
    }

    /** The authority recognises it, and everybody may know. */
    void publish() {
        cast.did(SelectionRound.APPROVER, result, "approve", "{%s}".formatted(SelectionRound.DECISION));
        cast.did("organiser", result, "publish", "{}");
    }

    /** Outcome of each candidate of a post, as "person outcome rank", in the order of the result. */
    List<String> standings(String reader, String vacancy) {
        var people = round.candidates().stream().collect(Collectors.toMap(round::application, who -> who));
        var lines = new ArrayList<String>();
        for (var post : cast.read(reader, result).path("posts")) {
            if (post.path("vacancyId").asText().equals(vacancy)) {
                post.path("entries")
                        .forEach(entry ->
                                lines.add(people.get(entry.path("applicationId").asText()) + " "
                                        + entry.path("outcome").asText() + " "
                                        + entry.path("rank").asText()));
            }
        }
        return lines;
    }
}
