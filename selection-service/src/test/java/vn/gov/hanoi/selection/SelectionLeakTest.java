package vn.gov.hanoi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

/** Worlds that differ only in who applied answer everybody equally who has no right to know it. */
@QuarkusTest
@WithStack
class SelectionLeakTest {
    private static final List<String> ALL_ROLES = List.of(
            "selection-reader",
            "selection-organiser",
            "selection-approver",
            "selection-personnel",
            "selection-candidate");

    /** Somebody who looks around; every one has every role, so that only the relation decides. */
    private static Map<String, String> viewers(Cast cast, UUID bystander) {
        var roles = ALL_ROLES.toArray(String[]::new);
        var viewers = new LinkedHashMap<String, String>();
        viewers.put(
                "official of the unit who is no officer",
                Tokens.user("official")
                        .unit(cast.department().code())
                        .roles(roles)
                        .token());
        viewers.put(
                "officer of the unit who is not assigned",
                Tokens.user("bystander")
                        .unit(cast.department().code())
                        .officer(Cast.code(bystander))
                        .roles(roles)
                        .token());
        viewers.put(
                "assigned officer with a token of another unit",
                Tokens.user("elsewhere")
                        .unit(Org.department().code())
                        .officer(Cast.code(cast.first()))
                        .roles(roles)
                        .token());
        viewers.put(
                "assigned officer without a unit",
                Tokens.user("unbound")
                        .officer(Cast.code(cast.second()))
                        .roles(roles)
                        .token());
        viewers.put("another person", Cast.candidate(bystander));
        return viewers;
    }

    @Test
    void shouldAnswerEquallyWhoeverApplied() {
        // Given
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var one = Org.officer(cast.division());
        var other = Org.officer(cast.division());
        var bystander = Org.officer(cast.department());
        var viewers = viewers(cast, bystander);
        var ids = new ArrayList<UUID>(List.of(UUID.randomUUID(), UUID.randomUUID()));
        var worlds = new ArrayList<Map<String, String>>();

        // When: nobody, then the one, then the other instead
        worlds.add(look(viewers, round, one, other, bystander, ids));
        var first = Applications.entered(cast, round, one);
        ids.set(0, UUID.fromString(first.getString("id")));
        worlds.add(look(viewers, round, one, other, bystander, ids));
        Applications.act(cast.personnel(), first, "withdraw", Map.of("reason", Rounds.reason("OWN_WISH")))
                .then()
                .statusCode(200);
        var second = Applications.entered(cast, round, other);
        ids.set(1, UUID.fromString(second.getString("id")));
        worlds.add(look(viewers, round, one, other, bystander, ids));

        // Then
        assertThat(worlds.getFirst()).hasSizeGreaterThan(60);
        assertThat(worlds.get(1)).isEqualTo(worlds.get(0));
        assertThat(worlds.get(2)).isEqualTo(worlds.get(0));
        assertThat(Database.count(
                        "select count(*) from (select aggregate_id from outbox_events union all select aggregate_id from event_log) e "
                                + "where aggregate_id in (?, ?)",
                        ids.get(0),
                        ids.get(1)))
                .isZero();
        // When: findings are frozen, and then one of them becomes another
        Rounds.locked(cast, round);
        var frozen = look(viewers, round, one, other, bystander, ids);
        Sanctioned.tell(List.of(Sanctioned.imposed(other, "REPRIMAND", Rounds.TODAY.minusDays(1))));
        assertThat(Database.count("select count(*) from eligibility_checks where application_id = ?", ids.get(1)))
                .isEqualTo(2);

        // Then
        assertThat(look(viewers, round, one, other, bystander, ids)).isEqualTo(frozen);
        // Those who may know of it do.
        assertThat(Api.json(Api.as(cast.personnel()).get(Applications.PATH + "?count=true&roundId=" + round.id()))
                        .path("page")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(Api.json(Api.as(Cast.candidate(one)).get(Applications.PATH)).path("items"))
                .hasSize(1);
    }

    /** All that one can ask, as an answer without what differs between any two calls. */
    private static Map<String, String> look(
            Map<String, String> viewers, Rounds.Played round, UUID one, UUID other, UUID bystander, List<UUID> ids) {
        var seen = new LinkedHashMap<String, String>();
        viewers.forEach((viewer, token) -> {
            Function<String, Response> get = path -> Api.as(token).get(path);
            for (var path : List.of(
                    Rounds.PATH + "/" + round.id(),
                    Rounds.PATH + "?count=true&unitId=" + round.id(),
                    "/selection/v1/vacancies/" + round.vacancyId(),
                    Applications.PATH + "?count=true",
                    Applications.PATH + "?count=true&limit=1&roundId=" + round.id(),
                    Applications.PATH + "?vacancyId=" + round.vacancyId() + "&state=RECEIVED",
                    Applications.PATH + "?officerId=" + one,
                    Applications.PATH + "?officerId=" + other + "&state=WITHDRAWN")) {
                seen.put(viewer + " GET " + path, plain(get.apply(path), ids));
            }
            for (int i = 0; i < ids.size(); i++) {
                var address = Applications.PATH + "/" + ids.get(i);
                seen.put(viewer + " GET " + i, plain(get.apply(address), ids));
                seen.put(viewer + " GET checks " + i, plain(get.apply(address + "/eligibility-checks"), ids));
                for (var verb : List.of("withdraw", "recompute", "lock")) {
                    seen.put(viewer + " " + verb + " " + i, plain(act(token, address + "/actions/" + verb, verb), ids));
                }
            }
            seen.put(
                    viewer + " applies for the one",
                    plain(Applications.post(token, Applications.own(round.vacancyId(), one)), ids));
            seen.put(
                    viewer + " tries to apply",
                    plain(
                            Api.as(token)
                                    .body(Applications.own(round.vacancyId(), bystander))
                                    .post(Applications.PATH + "?validateOnly=true"),
                            ids));
        });
        for (var path : List.of(
                "/selection/v1/public/vacancies/" + round.vacancyId(),
                "/selection/v1/public/announcements?vacancyId=" + round.vacancyId())) {
            seen.put("everybody " + path, plain(Api.anonymous().get(path), ids));
        }
        return seen;
    }

    private static Response act(String token, String address, String verb) {
        Object body =
                switch (verb) {
                    case "withdraw" -> Map.of("reason", Rounds.reason("OWN_WISH"));
                    case "lock" -> Map.of("reason", Rounds.reason("COURT"), "decision", Rounds.decision());
                    default -> Map.of();
                };
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"0\"")
                .body(body)
                .post(address);
    }

    private static String plain(Response answer, List<UUID> ids) {
        @Nullable String etag = answer.header("ETag");
        var text = answer.asString();
        for (var id : ids) {
            text = text.replace(id.toString(), "ID");
        }
        return answer.statusCode() + " " + etag + " "
                + text.replaceAll("\"(traceId|knownAt)\":\"[^\"]*\"", "").replaceAll("\"next\":\"[^\"]*\"", "\"next\"");
    }
}
