package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class CouncilTest {
    private static @Nullable Cast shared;
    private static UUID candidate = UUID.randomUUID();
    private static UUID rival = UUID.randomUUID();

    @Inject
    Panels panels;

    private Cast cast;

    @BeforeEach
    void assemble() {
        if (shared == null) {
            shared = Cast.assemble();
            candidate = Org.officer(shared.division());
            rival = Org.officer(shared.division());
        }
        cast = shared;
    }

    private static <T> T in(Supplier<T> question) {
        return QuarkusTransaction.requiringNew().call(question::get);
    }

    private boolean sits(Rounds.Played round, Body body, UUID officer) {
        return in(() -> panels.sits(UUID.fromString(round.id()), body, officer));
    }

    @Test
    void shouldBeFormedChangedAndDissolvedByDecision() {
        // Given
        var round = Rounds.listed(cast, candidate, rival);
        var id = UUID.fromString(round.id());
        var council = Councils.formed(cast, round);
        var leaves = council.members().getLast();
        var joins = Org.officer(Org.department());

        // When
        var replaced = Councils.act(
                cast.approver(),
                Councils.COUNCILS,
                council.id(),
                council.etag(),
                "replace",
                Councils.replacement(leaves, joins));
        var sitting = in(() -> panels.members(id, Body.COUNCIL));
        var early = Councils.act(
                cast.approver(),
                Councils.COUNCILS,
                council.id(),
                Api.json(replaced).path("etag").asText(),
                "dissolve",
                Map.of("decision", Rounds.decision()));

        // Then
        replaced.then().statusCode(200);
        Api.as(cast.approver())
                .header("Idempotency-Key", Api.key())
                .body(Map.of("decision", Rounds.decision()))
                .post(Councils.COUNCILS + "/" + council.id() + "/actions/dissolve")
                .then()
                .statusCode(428);
        var seen = Api.json(Api.as(cast.organiser()).get(Councils.COUNCILS + "/" + council.id()));
        assertThat(seen.path("quorum").asInt()).isEqualTo(4);
        assertThat(seen.path("members"))
                .extracting(each -> each.path("capacity").asText())
                .containsExactly("HEAD", "SECRETARY", "MEMBER", "MEMBER", "MEMBER", "MEMBER");
        assertThat(seen.at("/members/4/leftOn").asText()).isEqualTo(Rounds.TODAY.toString());
        assertThat(seen.at("/members/0/officer/code").asText()).isEqualTo(Cast.code(council.chair()));
        assertThat(seen.path("decisions"))
                .extracting(each ->
                        each.path("act").asText() + each.at("/reason/code").asText())
                .containsExactly("FORM", "REPLACECONFLICT");
        assertThat(sitting)
                .containsExactly(
                        council.chair(),
                        council.secretary(),
                        council.members().get(0),
                        council.members().get(1),
                        joins);
        assertThat(in(() -> panels.head(id, Body.COUNCIL))).contains(council.chair());
        assertThat(in(() -> panels.secretary(id))).contains(council.secretary());
        assertThat(in(() -> panels.quorum(id))).isEqualTo(4);
        assertThat(sits(round, Body.COUNCIL, leaves)).isFalse();
        assertThat(sits(round, Body.MARKING, joins)).isFalse();
        early.then().statusCode(409).body(at("code", equalTo("selection.round-state")));
        assertThat(Api.json(replaced).path("_actions"))
                .as("the same reasons before anybody tries")
                .extracting(each -> each.path("name").asText()
                        + each.at("/blockedBy/0/code").asText())
                .containsExactly("replace", "dissolveselection.round-state");

        // When: the results are told
        Database.execute("update rounds set state = 'RESULT_PUBLISHED' where id = ?", id);
        var dissolved = Councils.act(
                cast.approver(),
                Councils.COUNCILS,
                council.id(),
                seen.path("etag").asText(),
                "dissolve",
                Map.of("decision", Rounds.decision()));

        // Then
        dissolved.then().statusCode(200).body(at("state", equalTo("DISSOLVED")));
        assertThat(in(() -> panels.members(id, Body.COUNCIL))).isEmpty();
        assertThat(Database.query(
                        "select action from audit_entries where resource_id = ?::uuid order by at, id", council.id()))
                .extracting(row -> row.get("action"))
                .containsExactly("panel.form", "panel.replace", "panel.dissolve");
        assertThat(Database.count("select count(*) from event_log where aggregate_id = ?::uuid", council.id()))
                .isZero();
    }

    @Test
    void shouldSayAllThatSpeaksAgainstTheMembersAndKeepNothing() {
        // Given: a marker, who is wanted for codes, beside a candidate, a stranger and somebody named twice
        var round = Rounds.listed(cast, candidate, rival);
        var elsewhere = Org.department();
        var marker = Org.officer(elsewhere);
        var other = Org.officer(elsewhere);
        var third = Org.officer(elsewhere);
        Councils.board(cast, round, "MARKING", List.of(marker, other, third));
        var unknown = UUID.randomUUID();

        // When
        var coding = Councils.formBoard(cast, round, "CODING", List.of(marker, candidate, unknown, unknown));
        var council = Councils.post(
                cast.approver(),
                Councils.COUNCILS,
                Councils.request(round, Councils.council(marker, other, List.of(third, cast.second()))));
        var remarking = Councils.formBoard(cast, round, "REMARKING", List.of(cast.second(), other));
        var strict = Councils.request(round, Councils.seats(List.of(third)));
        strict.put("colour", "red");
        var wrongBody = Councils.request(round, Councils.seats(List.of(third)));
        wrongBody.put("body", "COUNCIL");

        // Then
        coding.then().statusCode(422);
        assertThat(codes(coding))
                .containsExactly(
                        "/members/0 selection.member-incompatible",
                        "/members/1 selection.member-stands",
                        "/members/2 selection.officer-unknown",
                        "/members/3 selection.member-twice",
                        "/members/3 selection.officer-unknown");
        assertThat(codes(council))
                .containsExactly(
                        "/members selection.panel-size",
                        "/members/0 selection.chair-not-of-authority",
                        "/members/1 selection.secretary-not-personnel");
        assertThat(codes(remarking))
                .containsExactly(
                        "/members/0 selection.member-incompatible", "/members/1 selection.member-incompatible");
        Councils.post(cast.approver(), Councils.COUNCILS, strict).then().statusCode(400);
        Councils.post(cast.approver(), Councils.BOARDS, wrongBody).then().statusCode(400);
        Api.as(cast.approver()).get(Councils.CONFLICTS).then().statusCode(400);
        Api.as(cast.approver())
                .get(Councils.CONFLICTS + "?roundId=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body(at("items.size()", equalTo(0)));
        assertThat(Database.count("select count(*) from panels where round_id = ?::uuid", round.id()))
                .isEqualTo(1);

        // When: the marker becomes a personnel officer of the round, which whoever assigns does not learn
        Rounds.act(
                        cast.organiser(),
                        round.id(),
                        Rounds.get(cast.organiser(), round.id()).getString("etag"),
                        "assign",
                        Map.of("data", Map.of("personnel", List.of(cast.first(), marker))))
                .then()
                .statusCode(200);

        // Then
        assertThat(sits(round, Body.MARKING, marker)).isFalse();
        assertThat(sits(round, Body.MARKING, other)).isTrue();
    }

    private static List<String> codes(Response refused) {
        return Api.json(refused)
                .path("errors")
                .valueStream()
                .map(each ->
                        each.path("pointer").asText() + " " + each.path("code").asText())
                .toList();
    }
}
