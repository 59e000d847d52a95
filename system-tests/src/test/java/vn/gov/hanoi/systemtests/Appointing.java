package vn.gov.hanoi.systemtests;

import static vn.gov.hanoi.systemtests.SelectionRound.DECISION;
import static vn.gov.hanoi.systemtests.SelectionRound.TODAY;

import java.util.List;

/** What follows the result of a round: proposals, consents, and what evaluation-service says of people. */
final class Appointing {
    private static final String APPOINTMENTS = SelectionRound.ROOT + "/appointments";
    private static final String CASES = "/evaluation/v1/discipline-cases";

    private final SelectionRound round;
    private final Cast cast;

    Appointing(SelectionRound round) {
        this.round = round;
        this.cast = round.cast;
    }

    Http.Answer tryToPropose(String vacancy, String who) {
        return City.gateway()
                .post(
                        APPOINTMENTS,
                        cast.token("personnel"),
                        "{\"vacancyId\":\"%s\",\"applicationId\":\"%s\"}".formatted(vacancy, round.application(who)));
    }

    /** Proposed by the first personnel officer. @return path of the appointment */
    String propose(String vacancy, String who) {
        return APPOINTMENTS + "/" + tryToPropose(vacancy, who).json().path("id").asText();
    }

    static String consent(String whose) {
        return "{%s,\"data\":{\"consent\":\"%s\"}}".formatted(DECISION, whose);
    }

    static String fromToday() {
        return "{%s,\"effectiveOn\":\"%s\"}".formatted(DECISION, TODAY);
    }

    /** A reprimand that is in force today. */
    void reprimand(String who) {
        var opened = cast.created("an.nguyen", CASES, """
                {"officerId":"%s","actOn":"%s","discoveredOn":"%s","openedOn":"%s","inDuty":true,"summary":"Vắng mặt tại bộ phận một cửa",
                 "basis":["minutes/1"]}""".formatted(
                        cast.id(who), TODAY.minusDays(20), TODAY.minusDays(12), TODAY.minusDays(12)));
        var matter = CASES + "/" + opened.path("id").asText();
        cast.did("an.nguyen", matter, "propose", """
                {"data":{"form":"REPRIMAND","severity":"LESS_SERIOUS","complex":false,"proposedOn":"%s"}}""".formatted(TODAY));
        cast.did("khanh.bui", matter, "decide", """
                {"decision":{"number":"9/QĐ-KL","signedOn":"%1$s","issuer":"Sở Nội vụ"},"data":{"form":"REPRIMAND","effectiveOn":"%1$s"}}""".formatted(TODAY));
    }

    /** Posts of somebody in the directory, as "position unit from to". */
    List<String> posts(String who) {
        return cast.read("an.nguyen", "/evaluation/v1/officers/" + cast.id(who))
                .path("assignments")
                .valueStream()
                .map(post -> String.join(
                        " ",
                        post.path("position").asText(),
                        post.at("/unit/id").asText(),
                        post.path("validFrom").asText(),
                        post.path("validTo").asText("null")))
                .toList();
    }
}
