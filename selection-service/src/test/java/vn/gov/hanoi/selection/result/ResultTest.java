package vn.gov.hanoi.selection.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Lot;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** From opened sheets to a published result, over HTTP and through the door. */
@QuarkusTest
@WithStack
class ResultTest {
    private static final String[] SAME = {"70", "70", "70", "70"};

    private final Results results;

    ResultTest(Results results) {
        this.results = results;
    }

    @Test
    void shouldComeToAResultThatEverybodyCanFollow() throws IOException {
        // Given: two posts; one member is a sibling of a candidate of the first; in the second nobody passes
        var cast = Cast.assemble();
        var contest = SecondRound.listed(cast, 3, 2).held();
        Database.execute(
                "insert into conflicts (id, round_id, member_id, candidate_id, ground, source, made_at, made_by) "
                        + "values (uuidv7(), ?, ?, ?, 'SIBLING', 'MEMBER', now(), 'x')",
                contest.id(),
                contest.council().get(4),
                contest.candidates().getFirst());
        contest.commit().then().statusCode(200);
        contest.marked("60.00", "60.00", null, "55.00", "49.99");
        contest.draw().then().statusCode(200);
        var sibling = contest.member(4);
        Api.as(sibling)
                .get("/selection/v1/defences/" + contest.defenceId(0))
                .then()
                .statusCode(404);
        assertThat(Api.json(Api.as(sibling).get(contest.drawPath())).path("defences"))
                .hasSize(2);
        contest.assign(0, contest.council())
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.member-cannot-judge")))
                .body(at("errors[0].pointer", equalTo("/data/members/4")));
        contest.scored(0, SAME).scored(1, SAME).scored(3, "40", "40", "40", "40", "40");

        // When
        contest.list().then().statusCode(201);

        // Then: two are equal, and only who may judge both knows it
        var path = contest.resultPath();
        Api.as(contest.member(2)).get(path).then().statusCode(200).body(at("posts", hasSize(2)));
        Api.as(sibling)
                .get(path)
                .then()
                .statusCode(200)
                .body(at("posts", hasSize(1)))
                .body(at("posts[0].entries[0].outcome", equalTo("FAILED_DEFENCE")));
        for (var token : List.of(
                cast.approver(),
                cast.organiser(),
                Cast.candidate(contest.candidates().get(1)))) {
            Api.as(token).get(path).then().statusCode(404);
            assertThat(Api.json(Api.as(token).get("/selection/v1/merit-lists?count=true&roundId=" + contest.id()))
                            .path("page")
                            .path("count")
                            .asInt())
                    .isZero();
        }
        contest.onResult(contest.secretary(), "submit", contest.minutes())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("selection.tie-open")));
        decide(contest, contest.secretary(), 1, 0).then().statusCode(403);
        decide(contest, contest.chair(), 1, 1).then().statusCode(422).body(at("code", equalTo("selection.tie-order")));
        decide(contest, contest.chair(), 1, 0)
                .then()
                .statusCode(200)
                .body(at(
                        "posts[0].entries[0].officerId",
                        equalTo(contest.candidates().get(1).toString())))
                .body(at("posts[0].entries[1].separatedBy", equalTo("COUNCIL")))
                .body(at("posts[0].entries[2].outcome", equalTo("ABSENT_FROM_WRITTEN")))
                .body(at("posts[0].entries[2].rank", nullValue()));
        contest.onResult(contest.secretary(), "submit", contest.minutes())
                .then()
                .statusCode(200);

        // When: a mark is superseded after the council has submitted
        contest.mark(1, "61.00");
        var stale = approve(contest, cast.approver());
        var member = approve(
                contest,
                Tokens.user("approver-who-marked")
                        .unit(cast.department().code())
                        .officer(Cast.code(contest.council().get(2)))
                        .roles("selection-approver", "selection-panel")
                        .token());
        var stands = approve(
                contest,
                Tokens.user("approver-who-stands")
                        .unit(cast.department().code())
                        .officer(Cast.code(contest.candidates().getFirst()))
                        .roles("selection-approver", "selection-candidate")
                        .token());

        // Then: nobody approves what is no longer so, nor an own act
        stale.then().statusCode(409).body(at("code", equalTo("selection.result-stale")));
        member.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        stands.then().statusCode(404);
        assertThat(contest.state()).isEqualTo("ROUND2_SCORED");

        // When: it goes back, the tie is gone, and it comes again
        contest.onResult(cast.approver(), "return", Map.of("reason", Rounds.reason("MARKS_CHANGED")))
                .then()
                .statusCode(200);
        contest.onResult(contest.secretary(), "submit", contest.minutes())
                .then()
                .statusCode(200)
                .body(at("posts[0].tie", nullValue()))
                .body(at("posts[0].entries[1].separatedBy", equalTo("WRITTEN")));
        approve(contest, cast.approver()).then().statusCode(200);
        var before = published(contest.vacancies().getFirst());
        contest.onResult(cast.organiser(), "publish", Map.of()).then().statusCode(200);

        // Then
        assertThat(before).isNull();
        assertThat(contest.state()).isEqualTo("RESULT_PUBLISHED");
        var first = Objects.requireNonNull(published(contest.vacancies().getFirst()));
        assertThat(first.ranked())
                .extracting(each -> each.rank() + " " + each.officerId() + " " + each.written() + " " + each.project())
                .containsExactly(
                        "1 " + contest.candidates().get(1) + " 61.00 70.00",
                        "2 " + contest.candidates().get(0) + " 60.00 70.00");
        assertThat(Objects.requireNonNull(published(contest.vacancies().get(1))).ranked())
                .isEmpty();
        Api.as(Cast.candidate(contest.candidates().getFirst()))
                .get(path)
                .then()
                .statusCode(200)
                .body(at("posts", hasSize(1)))
                .body(at("posts[0].entries[0].officerId", nullValue()))
                .body(at("posts[0].entries[0].applicationId", nullValue()))
                .body(at(
                        "posts[0].entries[1].officerId",
                        equalTo(contest.candidates().getFirst().toString())));
        checkEvent(contest);
        checkPublicPart(contest);
    }

    private static Response decide(SecondRound contest, String token, int... order) {
        return contest.onResult(
                token,
                "decide",
                Map.of(
                        "data",
                        Map.of(
                                "vacancyId",
                                contest.vacancies().getFirst(),
                                "order",
                                Arrays.stream(order)
                                        .mapToObj(contest.applications()::get)
                                        .toList()),
                        "reason",
                        Rounds.reason("MORE_YEARS")));
    }

    private static Response approve(SecondRound contest, String token) {
        return contest.onResult(token, "approve", Map.of("decision", Rounds.decision()));
    }

    private Results.@Nullable MeritList published(UUID vacancy) {
        return QuarkusTransaction.requiringNew()
                .call(() -> results.published(vacancy).orElse(null));
    }

    private static void checkEvent(SecondRound contest) throws IOException {
        await("event")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        Database.count("select count(*) from event_log where partition_key = ?", contest.id()) == 1);
        var event = Events.read("selection.result", contest.id().toString()).getLast();
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.selection.result.published.v1");
        var schema = JsonSchemas.of(
                Files.readString(Path.of("src/main/resources/schemas/selection.result.published.v1.json")));
        assertThat(schema.validate(event.path("data").toString(), InputFormat.JSON))
                .isEmpty();
        var told = event.path("data").path("posts");
        assertThat(told).hasSize(2);
        for (var post : told) {
            var chosen = texts(post.path("officerIds"));
            assertThat(chosen)
                    .isEqualTo(
                            post.path("vacancyId")
                                            .asText()
                                            .equals(contest.vacancies()
                                                    .getFirst()
                                                    .toString())
                                    ? List.of(contest.candidates().get(1).toString())
                                    : List.of());
        }
        assertThat(event.toString())
                .doesNotContain("70.00", contest.candidates().getFirst().toString());
    }

    /** With nothing but the public part, everybody finds the same. */
    private void checkPublicPart(SecondRound contest) {
        var part = QuarkusTransaction.requiringNew()
                .call(() -> results.publicPart(contest.id()).orElseThrow());
        var lot = new Lot(part.draw().codes(), part.draw().seed());
        assertThat(new Commitment(part.draw().salt(), part.draw().commitment()).fits(lot))
                .isTrue();
        assertThat(part.draw().order())
                .hasSize(3)
                .isEqualTo(lot.order(part.draw().order()));
        assertThat(part.sheets()).hasSize(13).allSatisfy(sheet -> {
            var said = Map.of(
                    "code", sheet.code(),
                    "marks", new TreeMap<>(sheet.marks()),
                    "sheet", sheet.id(),
                    "total", sheet.total());
            assertThat(new Commitment(sheet.salt(), sheet.commitment()).fits(said))
                    .isTrue();
        });
        var sums = part.sheets().stream()
                .collect(Collectors.groupingBy(
                        PublicPart.Sheet::code,
                        Collectors.reducing(BigDecimal.ZERO, each -> new BigDecimal(each.total()), BigDecimal::add)));
        for (var post : part.posts()) {
            for (var line : post.lines()) {
                assertThat(part.draw().codes()).contains(line.code());
                assertThat(line.sum()).isEqualTo(sums.get(line.code()));
            }
        }
        assertThat(part.toString())
                .doesNotContain(
                        contest.candidates().stream().map(UUID::toString).toList());
        assertThat(part.toString())
                .doesNotContain(contest.council().stream().map(UUID::toString).toList());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
