package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class VacancyHttpTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);

    private Org.Unit division;
    private String organiser;

    @BeforeEach
    void makeUnits() {
        var department = Org.department();
        division = Org.division(department);
        organiser = Org.organiser(department);
    }

    @Test
    void shouldCreateADraftWithLocationTagAndAudit() {
        // When
        var created = Vacancies.post(organiser, Vacancies.request(division.id(), "  Trưởng phòng Tổng hợp "));

        // Then
        var id = created.as(Json.class).getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Vacancies.PATH + "/" + id)
                .header("ETag", created.as(Json.class).getString("etag"))
                .header("Cache-Control", "no-store")
                .body(at("state", equalTo("DRAFT")))
                .body(at("postTitle", equalTo("Trưởng phòng Tổng hợp")))
                .body(at("unit.id", equalTo(division.id().toString())))
                .body(at("unit.code", equalTo(division.code())))
                .body(at("unit.type", equalTo("DIVISION")))
                .body(at("decision.number", equalTo("112/QĐ-SNV")))
                .body(at("announcement", nullValue()))
                .body(at("_actions", hasSize(1)))
                .body(at("_actions[0].name", equalTo("publish")))
                .body(at("_actions[0].href", equalTo(Vacancies.PATH + "/" + id + "/actions/publish")))
                .body(at("_actions[0].enabled", equalTo(true)))
                .body(at("_actions[0].needs", equalTo(List.of("data"))));
        assertThat(audited(id)).containsExactly("vacancy.open");
    }

    @Test
    void shouldReadWhatWasCreated() {
        // Given
        var created = Vacancies.draft(organiser, division.id(), "Trưởng phòng Đào tạo");

        // When
        var read = Api.as(organiser).get(Vacancies.PATH + "/" + created.getString("id"));

        // Then
        read.then().statusCode(200).header("ETag", created.getString("etag"));
        assertThat((Object) read.as(Json.class).get()).isEqualTo(created.get());
    }

    @Test
    void shouldPublishWithANewTagAndCloseTheAction() {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Pháp chế");
        var id = draft.getString("id");

        // When
        var published = Vacancies.publish(organiser, id, draft.getString("etag"), Vacancies.announcement(DAY));

        // Then
        published
                .then()
                .statusCode(200)
                .body(at("state", equalTo("ANNOUNCED")))
                .body(at("version", equalTo(draft.getInt("version") + 1)))
                .body(at("announcement.announcedOn", equalTo("2020-03-16")))
                .body(at("announcement.dossiersTo", equalTo("2020-04-15")))
                .body(at("announcement.media", equalTo(List.of("MASS_MEDIA", "WEB_SITE", "NOTICE_BOARD"))))
                .body(at("_actions[0].enabled", equalTo(false)))
                .body(at("_actions[0].blockedBy[0].code", equalTo("selection.already-announced")))
                .body(at("_actions[0].blockedBy[0].args.announcedOn", equalTo("2020-03-16")))
                .body(at("_actions[0].blockedBy[0].detail", startsWith("Vị trí này đã được thông báo")));
        assertThat(published.header("ETag"))
                .isEqualTo(published.as(Json.class).getString("etag"))
                .isNotEqualTo(draft.getString("etag"));
        assertThat(audited(id)).containsExactly("vacancy.open", "vacancy.announce");
    }

    @Test
    void shouldExplainActionsInTheCallersLanguageAndByRole() {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Thanh tra");
        var reader = Tokens.user("reader")
                .unit(division.code())
                .roles("selection-reader")
                .token();

        // When
        var read = Api.as(reader).header("Accept-Language", "en").get(Vacancies.PATH + "/" + draft.getString("id"));

        // Then
        read.then()
                .statusCode(200)
                .header("ETag", draft.getString("etag"))
                .body(at("_actions[0].enabled", equalTo(false)))
                .body(at("_actions[0].blockedBy", hasSize(1)))
                .body(at("_actions[0].blockedBy[0].code", equalTo("auth.role-missing")))
                .body(at("_actions[0].blockedBy[0].detail", startsWith("Your account")));
    }

    @Test
    void shouldTryOutWithoutEffect() {
        // Given
        var title = "Trưởng phòng Kế hoạch";
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Tài chính");
        var id = draft.getString("id");

        // When
        var create = Api.as(organiser)
                .body(Vacancies.request(division.id(), title))
                .post(Vacancies.PATH + "?validateOnly=true");
        var publish = Api.as(organiser)
                .header("If-Match", draft.getString("etag"))
                .body(Vacancies.announcement(DAY))
                .post(Vacancies.PATH + "/" + id + "/actions/publish?validateOnly=true");

        // Then
        create.then().statusCode(200).body(at("valid", equalTo(true))).body(at("id", nullValue()));
        publish.then().statusCode(200).body(at("valid", equalTo(true))).body(at("id", nullValue()));
        assertThat(Database.count(
                        "select count(*) from vacancies where post_title = ? and unit_id = ?", title, division.id()))
                .isZero();
        Api.as(organiser).get(Vacancies.PATH + "/" + id).then().body(at("state", equalTo("DRAFT")));
        assertThat(audited(id)).containsExactly("vacancy.open");
        assertThat(Database.count("select count(*) from event_sequences where aggregate_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void shouldRefuseInATryOutWhatTheActRefuses() {
        // Given
        var first = Vacancies.draft(organiser, division.id(), "Trưởng phòng Hợp tác");

        // When
        var again = Api.as(organiser)
                .body(Vacancies.request(division.id(), "Trưởng phòng Hợp tác"))
                .post(Vacancies.PATH + "?validateOnly=true");
        var noTag = Api.as(organiser)
                .body(Vacancies.announcement(DAY))
                .post(Vacancies.PATH + "/" + first.getString("id") + "/actions/publish?validateOnly=true");

        // Then
        again.then().statusCode(409).body(at("code", equalTo("selection.vacancy-exists")));
        noTag.then().statusCode(428).body(at("code", equalTo("precondition.required")));
    }

    @Test
    void shouldReplayTheSameRequestWithoutASecondEffect() {
        // Given
        var key = Api.key();
        var request = Vacancies.request(division.id(), "Trưởng phòng Tổ chức");
        var first =
                Api.as(organiser).header("Idempotency-Key", key).body(request).post(Vacancies.PATH);

        // When
        var second =
                Api.as(organiser).header("Idempotency-Key", key).body(request).post(Vacancies.PATH);

        // Then
        second.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.count("select count(*) from vacancies where unit_id = ?", division.id()))
                .isEqualTo(1);
    }

    @Test
    void shouldReplayAPublicationAlthoughTheTagIsOldByNow() {
        // Given
        var key = Api.key();
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Đô thị");
        var path = Vacancies.PATH + "/" + draft.getString("id") + "/actions/publish";
        var request = Api.as(organiser).header("Idempotency-Key", key).header("If-Match", draft.getString("etag"));
        var first = request.body(Vacancies.announcement(DAY)).post(path);

        // When
        var second = Api.as(organiser)
                .header("Idempotency-Key", key)
                .header("If-Match", draft.getString("etag"))
                .body(Vacancies.announcement(DAY))
                .post(path);

        // Then
        first.then().statusCode(200);
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequest() {
        // Given
        var key = Api.key();
        Api.as(organiser)
                .header("Idempotency-Key", key)
                .body(Vacancies.request(division.id(), "Trưởng phòng A"))
                .post(Vacancies.PATH);

        // When
        var other = Api.as(organiser)
                .header("Idempotency-Key", key)
                .body(Vacancies.request(division.id(), "Trưởng phòng B"))
                .post(Vacancies.PATH);
        var none = Api.as(organiser)
                .body(Vacancies.request(division.id(), "Trưởng phòng C"))
                .post(Vacancies.PATH);

        // Then
        other.then().statusCode(422).body(at("code", equalTo("idempotency.payload-differs")));
        none.then().statusCode(400).body(at("code", equalTo("idempotency.key-missing")));
    }

    @Test
    void shouldDemandTheTagOfTheVersionThatWasRead() {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Y tế");
        var id = draft.getString("id");
        var path = Vacancies.PATH + "/" + id + "/actions/publish";

        // When
        var missing = Api.as(organiser)
                .header("Idempotency-Key", Api.key())
                .body(Vacancies.announcement(DAY))
                .post(path);
        var stale = Vacancies.publish(organiser, id, "\"77\"", Vacancies.announcement(DAY));
        var any = Vacancies.publish(organiser, id, "*", Vacancies.announcement(DAY));
        var weak = Vacancies.publish(organiser, id, "W/" + draft.getString("etag"), Vacancies.announcement(DAY));

        // Then
        missing.then().statusCode(428).body(at("errors[0].parameter", equalTo("If-Match")));
        stale.then()
                .statusCode(412)
                .body(at("code", equalTo("precondition.failed")))
                .body(at("args.etag", equalTo(draft.getString("etag"))));
        any.then().statusCode(412);
        weak.then().statusCode(412);
        Api.as(organiser).get(Vacancies.PATH + "/" + id).then().body(at("state", equalTo("DRAFT")));
    }

    @Test
    void shouldAnswerWithAllReasonsAndTheirPlaces() {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Giáo dục");
        var body = Map.of(
                "data",
                Map.of(
                        "announcedOn", "2020-03-16",
                        "dossiersFrom", "2020-03-15",
                        "dossiersTo", "2020-03-20",
                        "media", List.of("WEB_SITE")));

        // When
        var refused = Vacancies.publish(organiser, draft.getString("id"), draft.getString("etag"), body);

        // Then
        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(at("code", equalTo("selection.dossiers-before-announcement")))
                .body(at(
                        "errors.pointer",
                        equalTo(List.of("/data/dossiersFrom", "/data/dossiersTo", "/data/media", "/data/media"))))
                .body(at(
                        "errors.code",
                        equalTo(List.of(
                                "selection.dossiers-before-announcement",
                                "selection.dossier-window-too-short",
                                "selection.medium-missing",
                                "selection.medium-missing"))));
        assertThat(audited(draft.getString("id"))).containsExactly("vacancy.open");
    }

    private static List<Object> audited(String id) {
        return Database.query(
                        "select action from audit_entries where resource = 'vacancies' and resource_id = ? order by at, id",
                        UUID.fromString(id))
                .stream()
                .map(row -> row.get("action"))
                .toList();
    }
}
