package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Tokens;
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

    private boolean mayJudge(Rounds.Played round, UUID member) {
        return in(() -> panels.mayJudge(UUID.fromString(round.id()), member, candidate));
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

    @Test
    void shouldLetNobodyJudgeACandidateWithWhomThereIsAConflict() {
        // Given
        var round = Rounds.listed(cast, candidate, rival);
        var council = Councils.formed(cast, round);
        var declares = council.members().get(0);
        var found = council.members().get(1);
        var judged = council.members().get(2);
        var watcher = Org.officer(Org.department());
        var head = Org.officer(Org.department());
        Councils.board(cast, round, "MONITORING", List.of(head, watcher));
        assertThat(council.all())
                .as("before anything is told")
                .extracting(each -> mayJudge(round, each))
                .containsExactly(false, false, true, true, true);

        // When
        var own = Councils.post(
                Councils.member(declares),
                Councils.CONFLICTS,
                Councils.conflict(round, declares, candidate, "SIBLING"));
        var dossier = Councils.post(
                cast.personnel(cast.second()),
                Councils.CONFLICTS,
                Councils.conflict(round, found, candidate, "SPOUSE"));
        var watched = Councils.post(
                Councils.member(watcher), Councils.CONFLICTS, Councils.conflict(round, found, rival, "OTHER_TIE"));
        tellJudgement(judged, List.of(candidate), Rounds.TODAY.minusMonths(1).toString());
        var waived = Councils.waive(cast, round, council.chair(), candidate, "UNIT_ABOVE");

        // Then
        own.then().statusCode(201).body(at("source", equalTo("MEMBER"))).body(at("note", equalTo("Em ruột")));
        dossier.then().statusCode(201).body(at("source", equalTo("DOSSIER")));
        watched.then().statusCode(201).body(at("source", equalTo("MONITORING")));
        waived.then().statusCode(200).body(at("waiver.reason.code", equalTo("CHAIR_BY_LAW")));
        assertThat(council.all())
                .extracting(each -> mayJudge(round, each))
                .containsExactly(true, false, false, false, false);
        assertThat(in(() -> panels.mayJudge(UUID.fromString(round.id()), declares, rival)))
                .isTrue();
        assertThat(in(() -> panels.mayJudge(UUID.fromString(round.id()), candidate, rival)))
                .as("a candidate judges nobody")
                .isFalse();
        assertThat(in(() -> panels.mayJudge(UUID.fromString(round.id()), declares, watcher)))
                .as("who does not stand is not judged")
                .isFalse();
        assertThat(grounds(Councils.conflicts(cast.approver(), round)))
                .containsExactlyInAnyOrder(
                        "SIBLING MEMBER",
                        "SPOUSE DOSSIER",
                        "OTHER_TIE MONITORING",
                        "EARLIER_JUDGE DERIVED",
                        "UNIT_ABOVE DERIVED",
                        "UNIT_ABOVE DERIVED",
                        "UNIT_ABOVE DERIVED",
                        "UNIT_ABOVE DERIVED");
        assertThat(grounds(Councils.conflicts(Councils.member(head), round))).hasSize(8);
        assertThat(grounds(Councils.conflicts(Councils.member(found), round)))
                .containsExactlyInAnyOrder("SPOUSE DOSSIER", "OTHER_TIE MONITORING");
        assertThat(grounds(Councils.conflicts(cast.personnel(cast.second()), round)))
                .containsExactly("SPOUSE DOSSIER");
        assertThat(Database.query("select note from conflicts where round_id = ?::uuid", round.id()))
                .allSatisfy(row -> assertThat(new String((byte[]) java.util.Objects.requireNonNull(row.get("note"))))
                        .doesNotContain("ruột"));

        // When: somebody recuses from all, and somebody moves into the unit of the candidates
        var recusing = Councils.member(council.secretary());
        var recused = Councils.post(
                recusing, Councils.CONFLICTS, Councils.conflict(round, council.secretary(), null, "RECUSAL"));
        Org.place(watcher, cast.division(), 2);

        // Then
        recused.then().statusCode(201).body(at("candidate", equalTo(null)));
        assertThat(in(() -> panels.mayJudge(UUID.fromString(round.id()), council.secretary(), rival)))
                .isFalse();
        assertThat(mayJudge(round, watcher)).isFalse();
        assertThat(grounds(Councils.conflicts(Councils.member(watcher), round))).contains("SAME_UNIT DERIVED");
    }

    private static List<String> grounds(JsonNode page) {
        assertThat(page.at("/page/count").asInt()).isEqualTo(page.path("items").size());
        return page.path("items")
                .valueStream()
                .map(each ->
                        each.path("ground").asText() + " " + each.path("source").asText())
                .toList();
    }

    private static void tellJudgement(UUID judge, List<UUID> officers, String lastDay) {
        var data =
                Map.of("judgeId", judge, "period", lastDay.substring(0, 7), "lastDay", lastDay, "officerIds", officers);
        Events.send(
                "evaluation.judgement",
                judge.toString(),
                Events.envelope("evaluation.judgement", "made", "judgements", UUID.randomUUID(), 1, data));
        await("judgement")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count(
                                "select count(*) from judgements where judge_id = ? and last_day >= ?::date",
                                judge,
                                lastDay)
                        == officers.size());
    }

    @Test
    void shouldKeepTheLatestJudgementWhicheverIsToldFirst() {
        // Given
        var judge = UUID.randomUUID();
        var officers = List.of(UUID.randomUUID(), UUID.randomUUID());

        // When
        tellJudgement(judge, officers, "2026-07-31");
        tellJudgement(judge, List.of(officers.getFirst(), officers.getFirst()), "2026-05-31");

        // Then
        assertThat(Database.query("select distinct last_day::text as day from judgements where judge_id = ?", judge))
                .extracting(row -> row.get("day"))
                .containsExactly("2026-07-31");
    }

    @Test
    void shouldBeFormedOnceHoweverManyFormIt() throws Exception {
        // Given
        var round = Rounds.listed(cast, candidate, rival);
        var elsewhere = Org.department();
        var people = List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere));
        var marking = Councils.request(round, Councils.seats(people));
        marking.put("body", "MARKING");
        var remarking = Councils.request(round, Councils.seats(people));
        remarking.put("body", "REMARKING");
        var second = Tokens.user("second-approver")
                .unit(cast.department().code())
                .roles("selection-approver")
                .token();
        var key = Api.key();

        // When: two form one board, each again and again with a key, and a third forms the one that excludes it
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> Api.as(cast.approver())
                    .header("Idempotency-Key", key)
                    .body(marking)
                    .post(Councils.BOARDS));
            calls.add(() -> Councils.post(second, Councils.BOARDS, marking));
            calls.add(() -> Councils.post(second, Councils.BOARDS, remarking));
        }
        var answers = allAtOnce(calls);

        // Then
        assertThat(Database.count("select count(*) from panels where round_id = ?::uuid", round.id()))
                .isEqualTo(1);
        assertThat(answers.stream()
                        .filter(each -> each.statusCode() == 201)
                        .map(Api::json)
                        .map(each -> each.path("id")))
                .isNotEmpty()
                .allMatch(each -> each.asText().length() == 36);
        assertThat(answers.stream()
                        .filter(each -> each.statusCode() != 201)
                        .map(each -> Api.json(each).path("code").asText()))
                .isNotEmpty()
                .allMatch(
                        List.of("selection.panel-exists", "selection.member-incompatible", "idempotency.in-progress")
                                ::contains);
        assertThat(Database.count(
                        "select count(*) from audit_entries a join panels p on p.id = a.resource_id where p.round_id = ?::uuid",
                        round.id()))
                .isEqualTo(1);

        // When: two replace different members with the same tag
        var panel = Database.query("select id, version from panels where round_id = ?::uuid", round.id())
                .getFirst();
        var etag = "\"" + panel.get("version") + "\"";
        var joins = List.of(Org.officer(elsewhere), Org.officer(elsewhere));
        var replaced = allAtOnce(IntStream.range(0, 2)
                .<Callable<Response>>mapToObj(i -> () -> Councils.act(
                        i == 0 ? cast.approver() : second,
                        Councils.BOARDS,
                        String.valueOf(panel.get("id")),
                        etag,
                        "replace",
                        Councils.replacement(people.get(i), joins.get(i))))
                .toList());

        // Then
        assertThat(replaced).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);

        // When: one conflict is told and waived by many at once
        var member = people.getLast();
        var told = allAtOnce(IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(_ -> () -> Councils.post(
                        Councils.member(member),
                        Councils.CONFLICTS,
                        Councils.conflict(round, member, candidate, "CHILD")))
                .toList());

        // Then
        assertThat(told.stream().filter(each -> each.statusCode() == 201)).hasSize(1);
        assertThat(told.stream().filter(each -> each.statusCode() != 201))
                .allSatisfy(each ->
                        assertThat(Api.json(each).path("code").asText()).isEqualTo("selection.conflict-exists"));
    }

    private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
