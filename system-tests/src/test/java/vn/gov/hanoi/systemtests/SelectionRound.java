package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A round of selection through the gateway, from the plan to the council, each step by somebody who may take it. */
final class SelectionRound {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    static final String ROOT = "/selection/v1";
    static final String APPLICATIONS = ROOT + "/applications";
    static final String CONFLICTS = ROOT + "/conflicts";
    static final String APPROVER = "khanh.bui";
    static final String DECISION =
            "\"decision\":{\"number\":\"45/QĐ-SNV\",\"signedOn\":\"%s\",\"issuer\":\"Sở Nội vụ\"}".formatted(TODAY);
    static final String REASON = "\"reason\":{\"code\":\"PROPOSAL\",\"text\":\"Theo tờ trình của Sở Nội vụ\"}";

    private static final List<String> DOCUMENTS = List.of(
            "PLANNING_DECISION", "EXAMINATION_CLEARANCE", "PERSONAL_FILE", "ASSET_DECLARATION", "HEALTH_CERTIFICATE");
    private static final LocalDate CLOSED_ON = TODAY.minusDays(1);

    final Cast cast = SelectionCast.CAST;
    final String id;
    private final Map<String, String> applications = new LinkedHashMap<>();

    private SelectionRound(String id) {
        this.id = id;
    }

    /** A post of a unit that somebody shall get. @return its id */
    static String vacancy(String unit, String title) {
        return SelectionCast.CAST
                .created("organiser", ROOT + "/vacancies", """
                        {"unitId":"%s","postTitle":"%s","positions":1,"minimumCandidates":2,"legalBasis":"2424/BNV-CCVC",%s}""".formatted(unit, title, DECISION))
                .path("id")
                .asText();
    }

    /** A round that is planned, approved by somebody else and announced; its dossiers were due yesterday. */
    static SelectionRound announced(String... vacancies) {
        var cast = SelectionCast.CAST;
        var posts = List.of(vacancies).stream()
                .map("{\"vacancyId\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var drafted = cast.created("organiser", ROOT + "/rounds", """
                {"unitId":"%s","title":"Thi tuyển Trưởng phòng","legalBasis":"2424/BNV-CCVC, 09/05/2017","startsOn":"%s","listOn":"%s",
                 "examOn":"%s","posts":%s,"personnel":["%s","%s"]}""".formatted(
                        cast.agencyId,
                        TODAY.minusDays(40),
                        TODAY.plusDays(5),
                        TODAY.plusDays(25),
                        posts,
                        cast.id("personnel"),
                        cast.id("other personnel")));
        var round = new SelectionRound(drafted.path("id").asText());
        var own = round.act("organiser", "approve", "{%s}".formatted(DECISION));
        assertThat(SelectionRound.refusal(own)).as("who plans does not approve").isEqualTo("403 authority.own-act");
        round.did(APPROVER, "approve", "{%s}".formatted(DECISION));
        round.did("organiser", "publish", """
                {"data":{"announcedOn":"%1$s","dossiersFrom":"%1$s","dossiersTo":"%2$s","media":["MASS_MEDIA","WEB_SITE","NOTICE_BOARD"]}}""".formatted(CLOSED_ON.minusDays(30), CLOSED_ON));
        return round;
    }

    String path() {
        return ROOT + "/rounds/" + id;
    }

    String state() {
        return cast.read("organiser", path()).path("state").asText();
    }

    Http.Answer act(String who, String verb, String body) {
        return cast.act(who, path(), verb, body);
    }

    void did(String who, String verb, String body) {
        cast.did(who, path(), verb, body);
    }

    /** Status and code of what is refused. */
    static String refusal(Http.Answer answer) {
        return answer.status() + " " + answer.json().path("code").asText();
    }

    /** These people stand for a post; their dossiers are entered by the first personnel officer. */
    void apply(String vacancy, String... people) {
        var documents = DOCUMENTS.stream()
                .map(kind -> "{\"kind\":\"%s\",\"reference\":\"15-QĐ/ĐU\",\"issuedOn\":\"%s\",\"confirms\":true}"
                        .formatted(kind, TODAY.minusDays(60)))
                .collect(Collectors.joining(",", "[", "]"));
        for (var who : people) {
            applications.put(
                    who,
                    cast.created("personnel", APPLICATIONS, """
                                    {"vacancyId":"%s","officerId":"%s","source":"PLANNED_INSIDE","receivedOn":"%s","consentedOn":"%s",
                                     "birthDate":"1985-05-17","sex":"FEMALE","documents":%s}""".formatted(
                                            vacancy, cast.id(who), TODAY.minusDays(3), TODAY.minusDays(20), documents))
                            .path("id")
                            .asText());
        }
    }

    String application(String who) {
        return applications.get(who);
    }

    List<String> candidates() {
        return List.copyOf(applications.keySet());
    }

    /** Path of the application of somebody. */
    String applicationPath(String who) {
        return APPLICATIONS + "/" + application(who);
    }

    /** The newest check of somebody. */
    JsonNode check(String who) {
        return cast.read("personnel", applicationPath(who) + "/eligibility-checks")
                .at("/items/0");
    }

    /** Findings are frozen; what nothing was told about is decided by the officer who did not enter the application. */
    void freeze(String... people) {
        did("personnel", "lock", "{}");
        for (var who : people) {
            for (var finding : check(who).path("findings")) {
                if (!finding.path("outcome").asText().equals("MET")) {
                    cast.did("other personnel", applicationPath(who), "decide", """
                            {"data":{"condition":"%s"},%s,%s}""".formatted(
                                    finding.path("condition").asText(), DECISION, REASON));
                }
            }
        }
    }

    /** The list is published, or the round is suspended. */
    void issue() {
        did(APPROVER, "issue", "{%s}".formatted(DECISION));
    }

    /** The council and boards are formed. */
    void seat(String... bodies) {
        for (var body : bodies) {
            var formed = form(body, SelectionCast.BODIES.get(body));
            assertThat(formed.status()).as(body + ": " + formed.body()).isEqualTo(201);
        }
    }

    Http.Answer form(String body, List<String> people) {
        boolean council = body.equals("COUNCIL");
        var members = people.stream()
                .map(who -> "{\"officerId\":\"%s\",\"capacity\":\"%s\"}"
                        .formatted(cast.id(who), seat(people, who, council)))
                .collect(Collectors.joining(",", "[", "]"));
        return City.gateway()
                .post(
                        ROOT + (council ? "/councils" : "/boards"),
                        cast.token(APPROVER),
                        "{\"roundId\":\"%s\"%s,\"members\":%s,%s}"
                                .formatted(id, council ? "" : ",\"body\":\"" + body + "\"", members, DECISION));
    }

    private static String seat(List<String> people, String who, boolean council) {
        return switch (people.indexOf(who)) {
            case 0 -> "HEAD";
            case 1 -> council ? "SECRETARY" : "MEMBER";
            default -> "MEMBER";
        };
    }

    /** A member tells a tie to a candidate. */
    void declare(String member, String candidate, String ground) {
        cast.created(member, CONFLICTS, """
                {"roundId":"%s","memberId":"%s","candidateId":"%s","ground":"%s","note":null}""".formatted(id, cast.id(member), cast.id(candidate), ground));
    }

    /** Lets the chair judge candidates of a division below. */
    Http.Answer waive(String member, String candidate, String ground) {
        return City.gateway().post(CONFLICTS + "/actions/waive", cast.token(APPROVER), """
                {%s,%s,"data":{"roundId":"%s","memberId":"%s","candidateId":"%s","ground":"%s"}}""".formatted(
                        DECISION, REASON, id, cast.id(member), cast.id(candidate), ground));
    }

    /** Nobody else is proposed: the post ends. */
    JsonNode closePost(String vacancy) {
        var closed = City.gateway()
                .post(
                        ROOT + "/appointments/actions/close",
                        cast.token(APPROVER),
                        "{\"vacancyId\":\"%s\",%s,%s}".formatted(vacancy, DECISION, REASON));
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        return closed.json();
    }
}
