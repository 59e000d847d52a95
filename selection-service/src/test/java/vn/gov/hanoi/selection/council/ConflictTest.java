package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class ConflictTest {
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
        tellJudgement(judged, List.of(candidate), Rounds.TODAY.minusMonths(24).toString());
        assertThat(council.all())
                .as("before anything is told but what is 24 months old")
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
        tellJudgement(
                judged,
                List.of(candidate),
                Rounds.TODAY.minusMonths(24).plusDays(1).toString());
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
        assertThat(mayJudge(
                        round, Org.officer(Org.unit("DIVISION", cast.division().id()))))
                .as("who works below the candidate")
                .isFalse();
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
}
