package vn.gov.hanoi.evaluation.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Who judged whom is told with the results, without any result. */
@QuarkusTest
@WithStack
class JudgementTest {
    private static final String TOPIC = "evaluation.judgement";

    @Test
    void shouldTellOnceForEachJudgeWhoseResultsTheyScoredOrDecided() {
        // Given: the chief scores one, the director the rest and decides all
        var agency = Evaluations.agency(2);
        var closing = Evaluations.opened(agency);
        var first = agency.staff().getFirst();
        Evaluations.decided(agency, agency.manager(), "1");
        Evaluations.decided(agency, agency.staff().getLast(), "1");
        var sheet = Evaluations.scored(agency, first, "1");
        Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
        var director = agency.head().getString("id");
        var chief = agency.manager().getString("id");
        long before = sent(director) + sent(chief);

        // When
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var byDirector = Told.of(TOPIC, director, 1).getFirst();
        var byChief = Told.of(TOPIC, chief, 1).getFirst();
        Evaluations.done(Evaluations.act(agency.director(), sheet, "correct", correction(agency, sheet)));
        var corrected = Told.of(TOPIC, director, 2).getLast();

        // Then
        assertThat(before).as("told before it is published").isZero();
        assertThat(judged(byDirector))
                .containsExactlyInAnyOrder(
                        chief, first.getString("id"), agency.staff().getLast().getString("id"));
        assertThat(judged(byChief)).containsExactly(first.getString("id"));
        assertThat(judged(corrected)).containsExactly(first.getString("id"));
        assertThat(sent(chief)).as("a correction by another is not the chief's").isEqualTo(1);
        for (var event : List.of(byDirector, byChief, corrected)) {
            assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.evaluation.judgement.made.v1");
            assertThat(event.at("/data/judgeId")).isEqualTo(event.path("partitionkey"));
            assertThat(event.at("/data/lastDay").asText()).isEqualTo("2026-07-31");
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("points", "grade", "Trần");
        }
        assertThat(byDirector.path("subject")).isNotEqualTo(corrected.path("subject"));
    }

    @Test
    void shouldCutALongListIntoEventsThatTogetherTellEverybodyOnce() {
        // Given
        var judge = UUID.randomUUID();
        var officers = Stream.generate(UUID::randomUUID).limit(2_001).toList();

        // When
        var drafts = new Judgement(judge, LocalDate.of(2026, 7, 31), officers).drafts(UUID.randomUUID());

        // Then
        assertThat(drafts).hasSize(3).allSatisfy(each -> assertThat(each.key()).isEqualTo(judge));
        assertThat(new HashSet<>(drafts.stream().map(each -> each.aggregateId()).toList()))
                .hasSize(3);
        assertThat(drafts.stream().flatMap(each -> ((Judgement) each.data()).officerIds().stream()))
                .containsExactlyElementsOf(officers);
    }

    private static Map<String, Object> correction(Evaluations.Agency agency, Json sheet) {
        var view = Evaluations.read(agency.director(), sheet);
        return Map.of(
                "reason",
                Evaluations.REASON,
                "decision",
                Evaluations.DECISION,
                "data",
                Map.of(
                        "presenceDays",
                        20,
                        "work",
                        Evaluations.work(view, "2"),
                        "reasons",
                        List.of(Map.of("criterion", "I.1", "text", "Đã có minh chứng"))));
    }

    private static List<String> judged(JsonNode event) {
        return event.at("/data/officerIds").valueStream().map(JsonNode::asText).toList();
    }

    /** How many are told or wait for it. */
    private static long sent(String judge) {
        return Database.count("""
                select (select count(*) from event_log where topic = 'evaluation.judgement' and partition_key = ?::uuid)
                    + (select count(*) from outbox_events where topic = 'evaluation.judgement' and partition_key = ?::uuid)""", judge, judge);
    }
}
