package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.gov.hanoi.systemtests.SelectionRound.APPROVER;
import static vn.gov.hanoi.systemtests.SelectionRound.DECISION;
import static vn.gov.hanoi.systemtests.SelectionRound.REASON;
import static vn.gov.hanoi.systemtests.SelectionRound.ROOT;
import static vn.gov.hanoi.systemtests.SelectionRound.TODAY;
import static vn.gov.hanoi.systemtests.SelectionRound.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A round of selection through the gateway, played by some twenty-five people: blind until two of them open the codes; an objection changes
 * the ranking; one post ends with a new head of its division, the other with nobody, since who won it was disciplined meanwhile.
 */
class SelectionRoundJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Cast cast = SelectionCast.CAST;

    @Test
    void shouldAppointWhoWinsABlindContestAndNobodyWhoIsDisciplinedMeanwhile() throws SQLException, IOException {
        var post = SelectionRound.vacancy(SelectionCast.DIVISION, "Trưởng phòng P");
        var otherPost = SelectionRound.vacancy(SelectionCast.OTHER_DIVISION, "Trưởng phòng Q");
        var round = listed(post, otherPost);
        seated(round);
        var written = new BlindMarking(round);
        var defences = new DefenceRound(round);
        written.isWritten();
        var commitment = defences.commit();
        written.isMarked();
        written.isOpened();
        assertThat(refusal(defences.reveal(5))).isEqualTo("409 selection.marks-not-final");
        written.isContested();
        defended(round, defences);
        published(round, defences, commitment, post, otherPost);
        blocked(round, otherPost);
        appointed(round, post);
        assertThat(round.closePost(otherPost).path("outcome").asText()).isEqualTo("NOT_APPOINTED");
        assertThat(round.state()).isEqualTo("CLOSED");
    }

    /** Findings are frozen at the cut-off, and the list is published. */
    private SelectionRound listed(String post, String otherPost) {
        var round = SelectionRound.announced(post, otherPost);
        var told = City.gateway().anonymous(ROOT + "/public/vacancies/" + post);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        round.apply(post, "rising", "steady", "sibling");
        round.apply(otherPost, "promising", "runner up");
        assertThat(cast.status("rising", round.applicationPath("rising"))).isEqualTo(200);
        assertThat(cast.status("rising", round.applicationPath("steady"))).isEqualTo(404);
        round.freeze("rising", "steady", "sibling", "promising", "runner up");
        var own = cast.act("personnel", round.applicationPath("rising"), "decide", """
                {"data":{"condition":"ANNUAL_LEVELS"},%s,%s}""".formatted(DECISION, REASON));
        assertThat(refusal(own)).as("who entered it").isEqualTo("403 authority.own-act");
        assertThat(round.check("rising").path("kind").asText()).isEqualTo("FROZEN");
        assertThat(round.check("rising").path("eligible").asBoolean()).isTrue();
        round.issue();
        assertThat(round.state()).isEqualTo("LIST_PUBLISHED");
        return round;
    }

    private void seated(SelectionRound round) {
        round.seat("COUNCIL", "QUESTION", "SUPERVISION", "CODING", "MARKING", "REMARKING");
        assertThat(refusal(round.form("MONITORING", List.of("monitor", "coder"))))
                .isEqualTo("422 selection.member-incompatible");
        assertThat(refusal(round.form("MONITORING", List.of("monitor", "rising"))))
                .isEqualTo("422 selection.member-stands");
        round.seat("MONITORING");
        round.declare("member three", "sibling", "SIBLING");
        for (var who : List.of("rising", "steady", "sibling")) {
            assertThat(round.waive("chair", who, "UNIT_ABOVE").status()).isEqualTo(200);
        }
        assertThat(refusal(round.waive("member three", "sibling", "SIBLING")))
                .isEqualTo("422 selection.conflict-not-waivable");
        assertThat(boards("other personnel", round)).containsOnly("SUPERVISION", "MONITORING");
        assertThat(boards("marker one", round)).contains("MARKING").doesNotContain("CODING", "REMARKING");
    }

    private List<String> boards(String reader, SelectionRound round) {
        return cast.read(reader, ROOT + "/boards?roundId=" + round.id)
                .path("items")
                .valueStream()
                .map(board -> board.path("body").asText())
                .toList();
    }

    /** Equal marks of the defence: the written mark decides, and the one that was marked again is higher. */
    private void defended(SelectionRound round, DefenceRound defences) {
        assertThat(cast.status("marker one", round.path() + "/draw"))
                .as("no seat")
                .isEqualTo(404);
        var drawn = defences.reveal(5);
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(200);
        assertThat(cast.status("member three", defences.path("chair", "sibling")))
                .as("the brother or sister")
                .isEqualTo(404);
        var path = defences.path("chair", "rising");
        var all = List.of("chair", "personnel", "member one", "member two", "member three");
        defences.open("chair", path, all);
        var sheet = defences.sheet("member one", path);
        defences.seal("member one", path, "80");
        assertThat(cast.status("chair", sheet)).as("the sheet of another").isEqualTo(404);
        assertThat(cast.read("chair", path).path("scores").isNull()).isTrue();
        assertThat(refusal(cast.act("chair", path, "reveal", "{}"))).isEqualTo("409 selection.sheets-missing");
        for (var member : List.of("chair", "personnel", "member two", "member three")) {
            defences.seal(member, path, "80");
        }
        cast.did("chair", path, "reveal", "{}");
        assertThat(refusal(cast.act("member one", sheet, "seal", "{}"))).isEqualTo("409 selection.sheet-sealed");
        defences.score("steady", totals(all, "80", "82", "78", "80", "80"));
        defences.score("sibling", totals(all.subList(0, 4), "70", "70", "70", "70"));
        var led = all.subList(1, 5);
        defences.score("promising", totals(led, "85", "85", "85", "85"));
        defences.score("runner up", totals(led, "60", "90", "75", "75"));
        cast.did("personnel", defences.path("personnel", "runner up"), "review", "{%s}".formatted(REASON));
    }

    private static Map<String, String> totals(List<String> members, String... points) {
        var totals = new LinkedHashMap<String, String>();
        members.forEach(member -> totals.put(member, points[totals.size()]));
        return totals;
    }

    private void published(
            SelectionRound round, DefenceRound defences, String commitment, String post, String otherPost)
            throws IOException {
        // When
        var result = defences.submit();
        var ofMember = cast.act("chair", result, "approve", "{%s}".formatted(DECISION));
        int before = Bulletin.status(round);
        var unseen = cast.status("rising", result);
        defences.publish();

        // Then
        assertThat(ofMember.status()).isEqualTo(403);
        assertThat(before).isEqualTo(404);
        assertThat(unseen).isEqualTo(404);
        assertThat(defences.standings("organiser", post))
                .containsExactly("rising RANKED 1", "steady RANKED 2", "sibling RANKED 3");
        assertThat(defences.standings("organiser", otherPost))
                .containsExactly("promising RANKED 1", "runner up RANKED 2");
        var bulletin = Bulletin.of(round);
        assertThat(bulletin.json().at("/contest/draw/commitment").asText()).isEqualTo(commitment);
        assertThat(bulletin.json().at("/contest/counts/ranked").asInt()).isEqualTo(5);
        assertThat(bulletin.body()).doesNotContain("Nguyễn Thị Thử", cast.id("rising"), cast.id("chair"));
        assertThat(Bulletin.verified(bulletin.body())).isEqualTo("0 SOUND");
        var points = bulletin.json().at("/contest/posts/0/lines/0/written").asText();
        assertThat(Bulletin.verified(bulletin.body().replace("\"written\":\"" + points, "\"written\":\"9" + points)))
                .startsWith("1 ALTERED /contest/posts/0/lines/0/written");
    }

    /** A sanction of evaluation-service after the cut-off stands against who came first. */
    private void blocked(SelectionRound round, String post) {
        // Given
        var appointing = new Appointing(round);
        appointing.reprimand("promising");
        await("the change is found").atMost(PATIENCE).untilAsserted(() -> assertThat(reasons(round.check("promising")))
                .contains("DISCIPLINE_IN_FORCE"));

        // When
        var early = appointing.tryToPropose(post, "runner up");
        var proposed = appointing.propose(post, "promising");
        var refused = cast.act("personnel", proposed, "review", Appointing.consent("PARTY"));
        cast.did(APPROVER, proposed, "reject", "{%s,%s}".formatted(DECISION, REASON));
        var late = appointing.tryToPropose(post, "runner up");

        // Then
        assertThat(refusal(early)).isEqualTo("422 selection.not-next-ranked");
        assertThat(refusal(late)).isEqualTo("409 selection.next-not-allowed");
        assertThat(refusal(refused)).isEqualTo("422 selection.no-longer-eligible");
        assertThat(refused.json().at("/args/condition").asText()).isEqualTo("NO_DISCIPLINE");
        assertThat(refused.json().at("/args/reason").asText()).isEqualTo("DISCIPLINE_IN_FORCE");
    }

    private static Set<String> reasons(JsonNode check) {
        return check.path("findings")
                .valueStream()
                .map(finding -> finding.path("reason").asText())
                .collect(Collectors.toSet());
    }

    /** Both consents, the decision, and the directory: the winner heads the division, the post of the old head has ended. */
    private void appointed(SelectionRound round, String post) {
        // When
        var appointing = new Appointing(round);
        var proposed = appointing.propose(post, "rising");
        var decision = Appointing.fromToday();
        cast.did("personnel", proposed, "review", Appointing.consent("PARTY"));
        var early = cast.act(APPROVER, proposed, "decide", decision);
        cast.did("personnel", proposed, "review", Appointing.consent("AUTHORITY"));
        var byPersonnel = cast.act("personnel", proposed, "decide", decision);
        cast.did(APPROVER, proposed, "decide", decision);

        // Then
        assertThat(refusal(early)).isEqualTo("422 selection.consent-missing");
        assertThat(byPersonnel.status()).isEqualTo(403);
        await("the directory has recorded it").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        cast.read("rising", proposed).path("state").asText())
                .isEqualTo("IN_FORCE"));
        assertThat(appointing.posts("rising")).contains("HEAD " + SelectionCast.DIVISION + " " + TODAY + " null");
        assertThat(appointing.posts("old head"))
                .containsExactly("HEAD " + SelectionCast.DIVISION + " 2020-01-01 " + TODAY);
        var told = Bulletin.of(round).json().at("/outcomes/0");
        assertThat(told.path("state").asText()).isEqualTo("APPOINTED");
        assertThat(told.at("/appointed/0/name").asText()).isEqualTo("Nguyễn Thị Thử");
    }
}
