package vn.gov.hanoi.selection.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.Rating;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class EligibilityTest {
    private static final LocalDate TODAY = Rounds.TODAY;
    private static final LocalDate CUT_OFF = TODAY.minusDays(1);

    @Test
    void shouldCarryARoundThroughSuspensionToItsList() throws IOException {
        // Given: two who fulfil everything
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var first = Org.officer(cast.division());
        var second = Org.officer(cast.division());
        Applications.tellGoodResults(first, CUT_OFF);
        Applications.tellGoodResults(second, CUT_OFF);
        var one = Applications.entered(cast, round, first);
        var two = Applications.entered(cast, round, second);

        // When: findings are frozen
        var locked = Rounds.locked(cast, round);

        // Then
        var frozen = latest(cast, one);
        assertThat(frozen.path("kind").asText()).isEqualTo("FROZEN");
        assertThat(frozen.path("eligible").asBoolean()).isTrue();
        assertThat(frozen.path("cutOff").asText()).isEqualTo(CUT_OFF.toString());
        assertThat(outcome(frozen, "NO_MONTH_FAILURE").path("evidence")).hasSize(12);
        assertThat(outcome(frozen, "WORKS_IN_UNIT").path("outcome").asText()).isEqualTo("MET");
        assertThat(digestOf(frozen.path("id").asText()))
                .isEqualTo(frozen.path("digest").asText());
        Api.as(cast.organiser()).get(Rounds.PATH + "/" + round.id()).then().statusCode(200);

        // When: a sanction arrives after the freeze
        var sanction = Sanctioned.imposed(first, "REPRIMAND", TODAY.minusDays(2));
        Sanctioned.tell(List.of(sanction));

        // Then: it is noticed without anybody asking, and told without a name
        var noticed = latest(cast, one);
        assertThat(noticed.path("kind").asText()).isEqualTo("RECHECK");
        assertThat(noticed.path("changed")).extracting(JsonNode::asText).containsExactly("NO_DISCIPLINE");
        assertThat(outcome(noticed, "NO_DISCIPLINE").path("until").asText())
                .isEqualTo(TODAY.minusDays(2).plusMonths(12).minusDays(1).toString());
        assertThat(noticed.path("eligible").asBoolean()).isFalse();
        assertThat(latest(cast, two).path("number").asInt()).isEqualTo(1);
        changedEventIsTold(one, round, first);

        // When: the list is issued with one eligible candidate
        var issued = Rounds.issue(cast, locked);

        // Then
        issued.then().statusCode(200).body(at("state", equalTo("SUSPENDED_LT_2")));
        assertThat(Api.json(Api.anonymous().get("/selection/v1/public/announcements?vacancyId=" + round.vacancyId()))
                        .path("items"))
                .extracting(item -> item.path("kind").asText())
                .containsExactly("SUSPENDED", "PUBLISHED");

        // When: the sanction is lifted, dossiers are taken again, and findings are frozen again
        Sanctioned.tell(List.of(sanction.lifted(TODAY)));
        assertThat(latest(cast, one).path("eligible").asBoolean()).isTrue();
        var suspended = Rounds.played(round.vacancyId(), issued, 200);
        var reopened = Rounds.act(cast.approver(), suspended.id(), suspended.etag(), "reopen", reopening());
        reopened.then().statusCode(200).body(at("frozenOn", equalTo(null)));
        assertThat(Api.json(Api.anonymous().get("/selection/v1/public/announcements?vacancyId=" + round.vacancyId()))
                        .path("items"))
                .extracting(item -> item.path("kind").asText())
                .containsExactly("PUBLISHED", "SUSPENDED", "PUBLISHED");
        var again = Rounds.locked(cast, Rounds.played(round.vacancyId(), reopened, 200));
        var list = Rounds.issue(cast, again);

        // Then
        list.then().statusCode(200).body(at("state", equalTo("LIST_PUBLISHED")));

        // When: one of the two withdraws
        var ended =
                Applications.act(Cast.candidate(second), two, "withdraw", Map.of("reason", Rounds.reason("OWN_WISH")));
        ended.then().statusCode(200);
        var published = Rounds.played(round.vacancyId(), list, 200);
        var stopped = Rounds.act(
                cast.approver(),
                published.id(),
                published.etag(),
                "suspend",
                Map.of("decision", Rounds.decision(), "reason", Rounds.reason("WITHDRAWN")));

        // Then
        stopped.then().statusCode(200).body(at("state", equalTo("SUSPENDED_LT_2")));
    }

    private static Map<String, Object> reopening() {
        return Map.of(
                "decision",
                Rounds.decision(),
                "reason",
                Rounds.reason("TOO_FEW_CANDIDATES"),
                "data",
                Map.of(
                        "announcement",
                        Rounds.announcement(CUT_OFF),
                        "listOn",
                        TODAY.plusDays(5).toString(),
                        "examOn",
                        TODAY.plusDays(25).toString()));
    }

    private static void changedEventIsTold(Json application, Rounds.Played round, UUID officer) throws IOException {
        var id = UUID.fromString(application.getString("id"));
        await("event")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from event_log where aggregate_id = ?", id) == 1);
        var event = Events.read("selection.eligibility", round.vacancyId()).getLast();
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.selection.eligibility.changed.v1");
        assertThat(event.toString()).doesNotContain("Nguyễn", officer.toString(), Cast.code(officer));
        assertThat(event.path("data").path("conditions").path(0).asText()).isEqualTo("NO_DISCIPLINE");
        assertThat(JsonSchemas.of(Files.readString(
                                Path.of("src/main/resources/schemas/selection.eligibility.changed.v1.json")))
                        .validate(event.path("data").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void shouldLetAnotherPersonDecideOtherwiseUntilSomethingElseIsFound() {
        // Given: somebody about whom no result is known
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var person = Org.officer(cast.division());
        var application = Applications.entered(cast, round, person);
        var stranger = Applications.entered(cast, round, Org.officer(Org.department()));
        Rounds.locked(cast, round);
        assertThat(outcome(latest(cast, application), "WORKS_IN_UNIT")
                        .path("outcome")
                        .asText())
                .isEqualTo("MET");
        assertThat(outcome(latest(cast, stranger), "WORKS_IN_UNIT")
                        .path("reason")
                        .asText())
                .isEqualTo("WORKS_ELSEWHERE");
        assertThat(outcome(latest(cast, application), "ANNUAL_LEVELS")
                        .path("outcome")
                        .asText())
                .isEqualTo("UNKNOWN");

        // When
        var byWhoEntered = decide(cast.personnel(), application, "ANNUAL_LEVELS");
        var byThePerson = decide(Cast.candidate(person), application, "ANNUAL_LEVELS");
        var byAnother = decide(cast.otherPersonnel(), application, "ANNUAL_LEVELS");

        // Then
        byWhoEntered.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        byThePerson.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        byAnother.then().statusCode(200);
        var decided = latest(cast, application);
        assertThat(outcome(decided, "ANNUAL_LEVELS")
                        .path("override")
                        .path("reason")
                        .path("code")
                        .asText())
                .isEqualTo("SPECIAL");
        assertThat(decided.path("eligible").asBoolean()).isFalse();

        // When: a result arrives that says something else
        Rating.ofYear(person, CUT_OFF.getYear() - 1, "C").told();

        // Then
        var newer = latest(cast, application);
        assertThat(newer.path("number").asInt()).isEqualTo(2);
        assertThat(outcome(newer, "ANNUAL_LEVELS").path("reason").asText()).isEqualTo("LEVEL_TOO_LOW");
        assertThat(outcome(newer, "ANNUAL_LEVELS").path("override").isNull()).isTrue();
        // The person sees the same, and a second look finds nothing new.
        assertThat(Applications.checks(Cast.candidate(person), application).<Object>getList("items"))
                .hasSize(2);
        Applications.act(cast.personnel(), application, "recompute", Map.of())
                .then()
                .statusCode(200)
                .body(at("items.size()", equalTo(2)));
        assertThat(Database.count(
                        "select count(*) from eligibility_checks where application_id = ?",
                        UUID.fromString(application.getString("id"))))
                .isEqualTo(2);
    }

    private static io.restassured.response.Response decide(String token, Json application, String condition) {
        return Applications.act(
                token,
                application,
                "decide",
                Map.of(
                        "reason", Rounds.reason("SPECIAL"),
                        "decision", Rounds.decision(),
                        "data", Map.of("condition", condition)));
    }

    private static JsonNode latest(Cast cast, Json application) {
        return Api.json(Api.as(cast.personnel())
                        .get(Applications.PATH + "/" + application.getString("id") + "/eligibility-checks"))
                .path("items")
                .path(0);
    }

    private static JsonNode outcome(JsonNode check, String condition) {
        for (var finding : check.path("findings")) {
            if (finding.path("condition").asText().equals(condition)) {
                return finding;
            }
        }
        throw new AssertionError("no finding about " + condition);
    }

    /** Written here by hand: names in order, nothing between the tokens. */
    private static String digestOf(String checkId) {
        var row = Database.query("select * from eligibility_checks where id = ?", UUID.fromString(checkId))
                .getFirst();
        var text = "{\"applicationId\":\"%s\",\"conditionSet\":\"%s\",\"conditionSetVersion\":%s,\"cutOff\":\"%s\","
                        .formatted(
                                row.get("application_id"),
                                row.get("condition_set"),
                                row.get("condition_set_version"),
                                row.get("cut_off"))
                + "\"findings\":%s,\"kind\":\"%s\",\"madeOn\":\"%s\",\"number\":%s}"
                        .formatted(row.get("findings"), row.get("kind"), row.get("made_on"), row.get("number"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
