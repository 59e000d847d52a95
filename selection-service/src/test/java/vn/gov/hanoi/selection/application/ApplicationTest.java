package vn.gov.hanoi.selection.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class ApplicationTest {
    private static final LocalDate TODAY = Rounds.TODAY;
    private static @Nullable Cast shared;
    private static Rounds.@Nullable Played open;

    private final PurgeApplications retention;
    private Cast cast;
    private Rounds.Played round;

    ApplicationTest(PurgeApplications retention) {
        this.retention = retention;
    }

    @BeforeEach
    void announce() {
        if (shared == null || open == null) {
            shared = Cast.assemble();
            open = Rounds.receiving(shared);
        }
        cast = shared;
        round = open;
    }

    @Test
    void shouldTakeTheApplicationOfThePersonAndLetPersonnelCompleteIt() {
        // Given
        var person = Org.officer(Org.division(cast.department()));
        var own = Cast.candidate(person);
        var request = Applications.own(round.vacancyId(), person);
        request.put("documents", List.of(Applications.document("PERSONAL_FILE", null)));

        // When
        var received = Applications.post(own, request);

        // Then
        var body = Api.json(received);
        assertThat(received.statusCode()).isEqualTo(201);
        assertThat(body.path("receivedOn").asText()).isEqualTo(TODAY.toString());
        assertThat(body.path("officer").path("name").asText()).isEqualTo("Nguyễn Thị Mẫu");
        var id = body.path("id").asText();
        var verified = Api.as(cast.otherPersonnel())
                .header("Idempotency-Key", Api.key())
                .header("If-Match", body.path("etag").asText())
                .body(Map.of("documents", List.of(Applications.document("PERSONAL_FILE", true))))
                .put(Applications.PATH + "/" + id + "/documents");
        verified.then().statusCode(200);
        var refused = Api.as(own)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", Api.json(verified).path("etag").asText())
                .body(Map.of("documents", List.of()))
                .put(Applications.PATH + "/" + id + "/documents");
        refused.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        var seen = Api.json(Api.as(own).get(Applications.PATH + "/" + id));
        assertThat(seen.path("documents").path(0).path("confirms").asBoolean()).isTrue();
        assertThat(Api.json(Api.as(own).get(Applications.PATH)).path("items")).hasSize(1);
        // What a dossier says is sealed.
        assertThat(Database.count(
                        "select count(*) from applications where id = ? and position('1985' in encode(content, 'escape')) > 0",
                        UUID.fromString(id)))
                .isZero();
    }

    @Test
    void shouldForbidACandidacyOnTheDaysOfASanctionOnly() {
        // Given
        var ending = Org.officer(cast.division());
        var beginning = Org.officer(cast.division());
        var from = TODAY.minusMonths(12).minusDays(10);
        var last = from.plusMonths(12).minusDays(1);
        var effective = TODAY.minusDays(10);
        Sanctioned.tell(List.of(
                Sanctioned.imposed(ending, "REPRIMAND", from), Sanctioned.imposed(beginning, "WARNING", effective)));

        // When
        var onTheLastDay = receivedOn(ending, last);
        var onTheDayAfter = receivedOn(ending, last.plusDays(1));
        var onTheEffectiveDay = receivedOn(beginning, effective);
        var onTheDayBefore = receivedOn(beginning, effective.minusDays(1));

        // Then
        onTheLastDay
                .then()
                .statusCode(422)
                .body(at("code", equalTo("selection.candidacy-forbidden")))
                .body(at("args.lastDay", equalTo(last.toString())));
        onTheDayAfter.then().statusCode(201);
        onTheEffectiveDay
                .then()
                .statusCode(422)
                .body(at(
                        "args.lastDay",
                        equalTo(effective.plusMonths(12).minusDays(1).toString())));
        onTheDayBefore.then().statusCode(201);
    }

    private Response receivedOn(UUID person, LocalDate day) {
        var request = Applications.request(round.vacancyId(), person);
        request.put("receivedOn", day.toString());
        request.put("consentedOn", TODAY.minusDays(40).toString());
        return Applications.post(cast.personnel(), request);
    }

    @Test
    void shouldEndByWithdrawalOrExemptionAndLetThePersonStandAgain() {
        // Given
        var person = Org.officer(cast.division());
        var first = Applications.entered(cast, round, person);

        // When
        var exempt = withdraw(cast.otherPersonnel(), first, "MATERNITY", Rounds.decision());
        var again = Applications.entered(cast, round, person);
        var notForThePerson = withdraw(Cast.candidate(person), again, "ILLNESS", Rounds.decision());
        var withdrawn = withdraw(Cast.candidate(person), again, "OWN_WISH", null);
        var once = Applications.entered(cast, round, person);

        // Then
        exempt.then().statusCode(200).body(at("state", equalTo("EXEMPT")));
        notForThePerson.then().statusCode(403).body(at("code", equalTo("selection.only-personnel")));
        withdrawn
                .then()
                .statusCode(200)
                .body(at("state", equalTo("WITHDRAWN")))
                .body(at("ending.reason.code", equalTo("OWN_WISH")))
                .body(at(
                        "purgeOn",
                        equalTo(TODAY.plusDays(30).plusMonths(12).plusDays(1).toString())));
        assertThat(once.getString("state")).isEqualTo("RECEIVED");
        var list = Api.json(Api.as(cast.personnel())
                .get(Applications.PATH + "?count=true&officerId=" + person + "&state=WITHDRAWN&state=EXEMPT"));
        assertThat(list.path("page").path("count").asInt()).isEqualTo(2);
    }

    @Test
    void shouldTakeLateAndNominatedCasesWithTheirPapers() {
        // Given
        var closed = Rounds.checking(cast);
        var late = Applications.request(closed.vacancyId(), Org.officer(cast.division()));
        late.put("receivedOn", TODAY.toString());
        var nominated = Applications.request(closed.vacancyId(), Org.officer(Org.department()));
        nominated.put("source", "NOMINATED");
        nominated.put(
                "documents",
                List.of(Applications.document("NOMINATION", true), Applications.document("PARTY_CONSENT", true)));

        // When
        var refused = Applications.post(cast.personnel(), late);
        late.put("late", Map.of("reason", Rounds.reason("FORCE_MAJEURE"), "decision", Rounds.decision()));
        var accepted = Applications.post(cast.personnel(), late);
        var ofThePerson =
                Applications.post(Cast.candidate(cast.second()), Applications.own(closed.vacancyId(), cast.second()));

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("selection.outside-window")));
        accepted.then().statusCode(201).body(at("late.reason.code", equalTo("FORCE_MAJEURE")));
        ofThePerson.then().statusCode(409).body(at("code", equalTo("selection.round-state")));
        Applications.post(cast.personnel(), nominated).then().statusCode(201);
    }

    @Test
    void shouldShowTheSameReasonsBeforeAnybodyTries() {
        // Given
        var person = Org.officer(cast.division());
        var application = Applications.entered(cast, round, person);
        var bodies = Map.of(
                "withdraw", Map.of("reason", Rounds.reason("OWN_WISH")),
                "lock", Map.of("reason", Rounds.reason("COURT"), "decision", Rounds.decision()),
                "release", Map.of("reason", Rounds.reason("COURT"), "decision", Rounds.decision()));

        // Then
        for (var token : List.of(cast.personnel(), Cast.candidate(person))) {
            var seen = Api.json(Api.as(token).get(Applications.PATH + "/" + application.getString("id")));
            for (var action : seen.path("_actions")) {
                var tried = Api.as(token)
                        .header("If-Match", seen.path("etag").asText())
                        .body(bodies.get(action.path("name").asText()))
                        .post(action.path("href").asText() + "?validateOnly=true");
                assertThat(tried.statusCode() == 200)
                        .as(action.path("name").asText())
                        .isEqualTo(action.path("enabled").asBoolean());
            }
        }
    }

    @Test
    void shouldRefuseWrongInputAndKeepNothing() {
        // Given
        var person = Org.officer(cast.division());
        long before = Database.count("select count(*) from applications");
        var noConsent = Applications.request(round.vacancyId(), person);
        noConsent.remove("consentedOn");
        var badDigest = Applications.request(round.vacancyId(), person);
        var document = Applications.document("OTHER", null);
        document.put("digest", "ABC");
        badDigest.put("documents", List.of(document));
        var many = Applications.request(round.vacancyId(), person);
        many.put("documents", java.util.Collections.nCopies(51, Applications.document("OTHER", null)));
        var unknown = Applications.request(round.vacancyId(), person);
        unknown.put("salary", 1);
        var dry = Api.as(cast.personnel())
                .body(Applications.request(round.vacancyId(), person))
                .post(Applications.PATH + "?validateOnly=true");

        // Then
        for (var request : List.of(noConsent, badDigest, many, unknown)) {
            Applications.post(cast.personnel(), request).then().statusCode(400);
        }
        dry.then().statusCode(200);
        assertThat(Database.count("select count(*) from applications")).isEqualTo(before);
    }

    @Test
    void shouldForgetWhoWasNotChosenButNotAgainstALegalHold() {
        // Given
        var gone = Applications.entered(cast, round, Org.officer(cast.division()));
        var held = Applications.entered(cast, round, Org.officer(cast.division()));
        var recent = Applications.entered(cast, round, Org.officer(cast.division()));
        var standing = Applications.entered(cast, round, Org.officer(cast.division()));
        for (var each : List.of(gone, held, recent)) {
            withdraw(cast.personnel(), each, "OWN_WISH", null).then().statusCode(200);
        }
        var hold = Map.of("reason", Rounds.reason("COURT"), "decision", Rounds.decision());
        Applications.act(cast.personnel(), held, "lock", hold).then().statusCode(200);
        var end = lastPurgedEnd();
        endedOn(gone, end);
        endedOn(held, end);
        endedOn(recent, end.plusDays(1));

        // When
        retention.purge();
        retention.purge();

        // Then
        assertThat(List.of(exists(gone), exists(held), exists(recent), exists(standing)))
                .containsExactly(0L, 1L, 1L, 1L);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'application.purge' and resource_id = ?",
                        UUID.fromString(gone.getString("id"))))
                .isEqualTo(1);
        Applications.act(cast.otherPersonnel(), held, "release", hold).then().statusCode(200);
        retention.purge();
        assertThat(exists(held)).isZero();
    }

    @Test
    void shouldForgetApplicationsOfCancelledRounds() {
        // Given
        var cancelled = Rounds.receiving(cast);
        var person = Org.officer(cast.division());
        var application = Applications.entered(cast, cancelled, person);
        Councils.post(
                        cast.personnel(),
                        Councils.CONFLICTS,
                        Councils.conflict(cancelled, cast.second(), person, "SPOUSE"))
                .then()
                .statusCode(201);
        Rounds.act(
                        cast.approver(),
                        cancelled.id(),
                        cancelled.etag(),
                        "cancel",
                        Map.of("decision", Rounds.decision(), "reason", Rounds.reason("NOT_NEEDED")))
                .then()
                .statusCode(200);
        retention.purge();
        assertThat(exists(application)).isEqualTo(1);

        // When
        Database.execute(
                "update rounds set ended_on = ? where id = ?", lastPurgedEnd(), UUID.fromString(cancelled.id()));
        retention.purge();

        // Then
        assertThat(exists(application)).isZero();
        assertThat(Database.count("select count(*) from conflicts where candidate_id = ?", person))
                .isZero();
    }

    /** The last day of an end whose data are gone today: 30 days of appeal, 12 months, and the day after. */
    private static LocalDate lastPurgedEnd() {
        var day = TODAY.minusYears(2);
        while (!day.plusDays(1).plusDays(30).plusMonths(12).plusDays(1).isAfter(TODAY)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static void endedOn(Json application, LocalDate day) {
        Database.execute(
                "update applications set ended_on = ? where id = ?", day, UUID.fromString(application.getString("id")));
    }

    private static long exists(Json application) {
        return Database.count(
                "select count(*) from applications where id = ?", UUID.fromString(application.getString("id")));
    }

    private static Response withdraw(String token, Json application, String reason, @Nullable Object exemption) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("reason", Rounds.reason(reason));
        body.put("exemption", exemption);
        return Applications.act(token, application, "withdraw", body);
    }
}
