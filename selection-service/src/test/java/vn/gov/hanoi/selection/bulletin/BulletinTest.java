package vn.gov.hanoi.selection.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.SealedJson;
import vn.gov.hanoi.selection.support.Appointments;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** What everybody can read after a contest, and check. */
@QuarkusTest
@WithStack
class BulletinTest {
    private static final String PATH = "/selection/v1/public/bulletins";

    @Test
    void shouldTellEverybodyWhatProvesTheResultAndWhomTheAuthorityHasAppointed() throws SQLException {
        // Given: a contest of three; one is absent from the paper
        var cast = Cast.assemble();
        var contest = SecondRound.listed(cast, 3).held();
        contest.commit().then().statusCode(200);
        contest.marked("62.50", "60.25", null);
        sealMarks(contest.id());
        contest.draw().then().statusCode(200);
        contest.scored(0, "70.25", "71", "72", "70", "70").scored(1, "80", "81.50", "82", "80", "80");
        read(contest).then().statusCode(404);

        // When
        contest.published();
        var bulletin = read(contest);

        // Then
        bulletin.then().statusCode(200);
        assertThat(VerifyBulletin.wrong(bulletin.asString())).isEmpty();
        var told = Api.json(bulletin);
        assertThat(told.path("contest").path("counts").toString())
                .isEqualTo("{\"candidates\":3,\"papers\":2,\"defences\":2,\"ranked\":2}");
        assertThat(told.path("contest")
                        .path("posts")
                        .path(0)
                        .path("lines")
                        .path(0)
                        .path("rank")
                        .asInt())
                .isEqualTo(1);
        assertThat(told.path("outcomes").path(0).path("state").asText()).isEqualTo("OPEN");
        assertThat(told.path("outcomes").path(0).path("appointed")).isEmpty();
        for (var secret : List.of(
                "Nguyễn",
                contest.candidates().getFirst().toString(),
                contest.applications().getFirst().toString(),
                contest.council().getFirst().toString())) {
            assertThat(bulletin.asString()).doesNotContain(secret);
        }
        var listed = Api.json(everybody().get(PATH + "?limit=500"));
        assertThat(listed.path("items").findValuesAsText("roundId"))
                .contains(contest.id().toString());
        assertThat(listed.path("items").findValuesAsText("contestDigest"))
                .contains(told.path("contestDigest").asText());
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'bulletin.issue' and resource_id = ? "
                                + "and details ->> 'digest' = ?",
                        contest.id(),
                        told.path("contestDigest").asText()))
                .isEqualTo(1);

        // When: the first is appointed
        appoint(contest, 1);
        var after = Api.json(read(contest));

        // Then: the contest is what it was, and one person has a name
        assertThat(after.path("contest")).isEqualTo(told.path("contest"));
        assertThat(after.path("outcomes")
                        .path(0)
                        .path("appointed")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("Nguyễn Thị Mẫu");
        assertThat(after.path("outcomes")
                        .path(0)
                        .path("appointed")
                        .path(0)
                        .path("decisionNumber")
                        .asText())
                .isEqualTo("45/QĐ-SNV");

        // When: somebody with all rights to the tables alters what was published
        for (var alteration : Map.of(
                        "{contest,posts,0,lines,0,project}", "/contest/posts/0/lines/0/project",
                        "{contest,posts,0,lines,1,code}", "/contest/posts/0/lines/1",
                        "{contest,written,0,points}", "/contest/written/0/points",
                        "{contest,draw,seed}", "/contest/draw",
                        "{contest,sheets,0,marks,PLAN}", "/contest/sheets/0")
                .entrySet()) {
            var before = Database.query("select contest, digest from bulletins where round_id = ?", contest.id())
                    .getFirst();
            Database.execute(
                    "update bulletins set contest = (jsonb_set(jsonb_build_object('contest', contest::jsonb), ?::text[], '\"77.77\"') "
                            + "-> 'contest')::text where round_id = ?",
                    alteration.getKey(),
                    contest.id());
            var wrong = VerifyBulletin.wrong(read(contest).asString());
            Database.execute(
                    "update bulletins set contest = ? where round_id = ?", before.get("contest"), contest.id());

            // Then: it is found, and named
            assertThat(wrong).as(alteration.getKey()).anyMatch(each -> each.startsWith(alteration.getValue()));
            assertThat(wrong).contains("/contestDigest");
        }
        try (var connection = Database.connectAs("selection_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update bulletins set digest = repeat('0', 64)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void appoint(SecondRound contest, int candidate) {
        var cast = contest.cast();
        var proposed = Appointments.post(
                        cast.personnel(),
                        Appointments.request(
                                contest.vacancies().getFirst().toString(),
                                contest.applications().get(candidate).toString()))
                .then()
                .statusCode(201)
                .extract()
                .as(vn.gov.hanoi.kernel.testing.Json.class);
        var now = proposed;
        for (var whose : List.of("PARTY", "AUTHORITY")) {
            now = Appointments.done(Appointments.act(cast.personnel(), now, "review", Appointments.consent(whose)));
        }
        Appointments.done(Appointments.act(cast.approver(), now, "decide", Appointments.decision(Rounds.TODAY)));
    }

    private static io.restassured.specification.RequestSpecification everybody() {
        return RestAssured.given();
    }

    private static Response read(SecondRound contest) {
        return everybody().get(PATH + "/" + contest.id());
    }

    /** Gives each written mark of a round the two sheets that it rests on. */
    private static void sealMarks(UUID round) {
        var sealed = Arc.container().instance(SealedJson.class).get();
        for (var row : Database.query(
                "select m.id, m.script_id, m.content, s.code from written_marks m join scripts s on s.id = m.script_id where m.exam_id = ?",
                round)) {
            var id = (UUID) Objects.requireNonNull(row.get("id"));
            var script = (UUID) Objects.requireNonNull(row.get("script_id"));
            var receipt = sealed.open(
                    (byte[]) Objects.requireNonNull(row.get("content")),
                    "written-mark",
                    id,
                    new com.fasterxml.jackson.core.type.TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
            var sheets = List.of(UUID.randomUUID(), UUID.randomUUID());
            var code = String.valueOf(row.get("code"));
            for (int turn = 1; turn <= 2; turn++) {
                sheet(sealed, round, script, code, turn, sheets.get(turn - 1), String.valueOf(receipt.get("points")));
            }
            receipt.put("code", code);
            receipt.put("sheets", sheets);
            Database.execute(
                    "update written_marks set content = ? where id = ?", sealed.seal(receipt, "written-mark", id), id);
        }
    }

    private static void sheet(
            SealedJson sealed, UUID round, UUID script, String scriptCode, int turn, UUID id, String points) {
        var given = List.of(Map.of("criterion", "ALL", "points", points));
        var code = "S" + id.toString().substring(0, 8);
        var commitment = Commitment.to(Map.of(
                "code",
                code,
                "phase",
                "MARKING",
                "points",
                given,
                "roundId",
                round,
                "script",
                scriptCode,
                "total",
                points,
                "turn",
                turn));
        Database.execute(
                "insert into mark_sheets (id, exam_id, script_id, phase, turn, officer_id, code, state, content, digest, sealed_on, version) "
                        + "values (?, ?, ?, 'MARKING', ?, uuidv7(), ?, 'SEALED', ?, ?, current_date, 0)",
                id,
                round,
                script,
                turn,
                code,
                sealed.seal(Map.of("points", given, "note", "", "salt", commitment.salt()), "mark-sheet", id),
                commitment.digest());
    }
}
