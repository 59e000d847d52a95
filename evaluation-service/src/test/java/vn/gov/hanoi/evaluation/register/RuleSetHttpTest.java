package vn.gov.hanoi.evaluation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The way of a rule set from a draft to the law of the City, over HTTP. */
@QuarkusTest
@WithStack
class RuleSetHttpTest {
    @Test
    void shouldShowADraftWithItsSourcesAndWhatIsOpen() {
        // Given
        var document = Rules.document();

        // When
        var created = Rules.post(Rules.editor(), document.yaml());

        // Then
        var ruleSet = created.as(Json.class);
        created.then()
                .statusCode(201)
                .header("Location", equalTo(Rules.path(ruleSet)))
                .header("ETag", equalTo("\"1\""))
                .body(at("code", equalTo(document.code())))
                .body(at("version", equalTo(1)))
                .body(at("kind", equalTo("PERIODIC")))
                .body(at("status", equalTo("DRAFT")))
                .body(at("effectiveFrom", equalTo(document.from().toString())))
                .body(at("periods", equalTo(List.of("MONTH"))))
                .body(at("shipped", equalTo(false)))
                .body(at("author", equalTo("person-rules-editor")))
                .body(at("publishedAt", nullValue()))
                .body(at("legalCheck", nullValue()))
                .body(at("appliesTo[0].unitTypes", equalTo(List.of("WARD", "COMMUNE"))))
                .body(at("legalBases[0].number", equalTo("3814-QĐ/TU")))
                .body(at("legalBases.confidence", equalTo(List.of("LAW", "LAW", "LAW", "ASSUMED"))))
                .body(at("openPoints.pointer", hasItem("/rules/scale")))
                .body(at("openPoints.pointer", not(hasItem("/rules/formula"))))
                .body(at("ratingBlockers.code", equalTo(List.of("rule-set.not-official"))))
                .body(at(
                        "digest", equalTo(RuleSetDocuments.read(document.yaml()).digest())));
        assertThat(Rules.read(ruleSet).<Map<String, Object>>get())
                .containsAllEntriesOf(
                        Map.of("id", ruleSet.getString("id"), "digest", ruleSet.getString("digest"), "etag", "\"1\""));
    }

    @Test
    void shouldGiveTheDocumentBackAsItCame() {
        // Given
        var yaml = "# Dự thảo của Sở Nội vụ\r\n" + Rules.document().yaml() + "\n# hết";
        var ruleSet = Rules.post(Rules.editor(), yaml).as(Json.class);

        // When
        var document = Api.as(Rules.approver()).get(ruleSet.getString("documentHref"));
        var unchanged = Api.as(Rules.approver())
                .header("If-None-Match", document.header("ETag"))
                .get(ruleSet.getString("documentHref"));
        var refused = Api.as(Rules.approver()).get(Rules.PATH + "/" + UUID.randomUUID() + "/document");

        // Then
        document.then().statusCode(200).contentType("application/yaml").header("Cache-Control", "private, max-age=60");
        assertThat(new String(document.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(yaml);
        unchanged.then().statusCode(304);
        assertThat(unchanged.asByteArray()).isEmpty();
        refused.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void shouldBecomeOfficialByTwoPeopleAndOneLegalCheck() {
        // Given
        var document = Rules.document();
        var draft = Rules.drafted(document);
        var offered = Rules.read(draft);

        // When
        var pilot = Rules.act(Rules.approver(), draft, "publish", null);
        var official = Rules.act(Rules.approver(), pilot.as(Json.class), "make-official", Rules.legalCheck());

        // Then
        assertThat(offered.getList("_actions.enabled")).containsExactly(true, false);
        pilot.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("status", equalTo("PILOT")))
                .body(at("approver", equalTo("person-rules-approver")))
                .body(at("publishedAt", notNullValue()))
                .body(at("ratingBlockers.args.status", equalTo(List.of("PILOT"))))
                .body(at("_actions.name", contains("publish", "make-official")))
                .body(at("_actions.enabled", contains(false, true)))
                .body(at("_actions[0].blockedBy.code", contains("rule-set.not-draft")));
        official.then()
                .statusCode(200)
                .body(at("status", equalTo("OFFICIAL")))
                .body(at("ratingBlockers", empty()))
                .body(at("legalCheck.by", equalTo("Phòng Pháp chế")))
                .body(at("legalCheck.decision.number", equalTo("15/BC-PC")))
                .body(at("legalCheck.recordedBy", equalTo("person-rules-approver")))
                .body(at("digest", equalTo(draft.getString("digest"))))
                .body(at("_actions.enabled", contains(false, false)));
        Rules.selected(Rules.approver(), document.month())
                .then()
                .statusCode(200)
                .body(at("ruleSet.status", equalTo("OFFICIAL")))
                .body(at("ratingBlockers", empty()));
        assertThat(Database.query("select action from audit_entries where resource_id = ? order by at, id", id(draft)))
                .extracting(row -> row.get("action"))
                .containsExactly("rule-set.draft", "rule-set.publish", "rule-set.make-official");
    }

    @Test
    void shouldChangeADraftButNotItsCodeAndVersion() {
        // Given
        var document = Rules.document();
        var draft = Rules.drafted(document);
        var other = document.with(RuleSetDocuments.set("/rules/bands/0/from", "95"));

        // When
        var changed = Rules.replace(Rules.editor(), draft, other.yaml());
        var stale = Rules.replace(Rules.editor(), draft, other.yaml());
        var renamed = Rules.replace(
                Rules.editor(),
                changed.as(Json.class),
                Rules.document(RuleSetDocuments.set("/version", "2")).yaml());

        // Then
        changed.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("digest", not(equalTo(draft.getString("digest")))));
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        renamed.then()
                .statusCode(422)
                .body(at("errors.args.rule", contains("draft-keeps-its-code", "draft-keeps-its-version")))
                .body(at("errors.pointer", contains("/id", "/version")));
    }

    @Test
    void shouldForgetADroppedDraftAndFreeItsVersion() {
        // Given
        var document = Rules.document();
        var draft = Rules.drafted(document);
        var key = Api.key();

        // When
        var tried = Api.as(Rules.editor())
                .header("If-Match", draft.getString("etag"))
                .delete(Rules.path(draft) + "?validateOnly=true");
        var dropped = delete(draft, key);
        var again = delete(draft, key);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        dropped.then().statusCode(204);
        again.then().statusCode(204).header("Idempotency-Replayed", "true");
        assertThat(dropped.asByteArray()).isEmpty();
        Api.as(Rules.editor()).get(Rules.path(draft)).then().statusCode(404);
        assertThat(Rules.drafted(document).getString("id")).isNotEqualTo(draft.getString("id"));
    }

    private static io.restassured.response.Response delete(Json draft, String key) {
        return Api.as(Rules.editor())
                .header("Idempotency-Key", key)
                .header("If-Match", draft.getString("etag"))
                .delete(Rules.path(draft));
    }

    @Test
    void shouldNotLetThoseWhoWroteItApproveIt() {
        // Given
        var all = new String[] {"rules-editor", "rules-approver"};
        var writer = Rules.city("writes-and-approves", all);
        var changer = Rules.city("changes-and-approves", all);
        var document = Rules.document();
        var draft = Rules.post(writer, document.yaml()).as(Json.class);
        var changed = Rules.replace(
                        changer,
                        draft,
                        document.with(RuleSetDocuments.set("/rules/bands/0/from", "91"))
                                .yaml())
                .as(Json.class);

        // When
        var byWriter = Rules.act(writer, changed, "publish", null);
        var byChanger = Rules.act(changer, changed, "publish", null);
        var pilot = Rules.act(Rules.approver(), changed, "publish", null).as(Json.class);
        var official = Rules.act(writer, pilot, "make-official", Rules.legalCheck());

        // Then
        for (var refused : List.of(byWriter, byChanger, official)) {
            refused.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        }
        assertThat(Rules.read(pilot).getString("status")).isEqualTo("PILOT");
    }

    @Test
    void shouldNeverTakeBackWhatIsPublished() {
        // Given
        var document = Rules.document();
        var pilot = Rules.published(document);

        // When
        var changed = Rules.replace(Rules.editor(), pilot, document.yaml());
        var dropped = Rules.discard(Rules.editor(), pilot);
        var again = Rules.act(Rules.approver(), pilot, "publish", null);
        var twice = Rules.post(Rules.editor(), document.yaml());

        // Then
        for (var refused : List.of(changed, dropped, again)) {
            refused.then().statusCode(409).body(at("code", equalTo("rule-set.not-draft")));
        }
        twice.then().statusCode(409).body(at("code", equalTo("rule-set.exists")));
    }

    @Test
    void shouldTryEverythingOutAndKeepNothing() {
        // Given
        var draft = Rules.drafted(Rules.document());
        var pilot = Rules.published(Rules.document());
        var before = Database.count("select count(*) from rule_sets");

        // When
        var created = Api.as(Rules.editor())
                .contentType("application/yaml")
                .body(Rules.document().yaml().getBytes(StandardCharsets.UTF_8))
                .post(Rules.PATH + "?validateOnly=true");
        var published = Api.as(Rules.approver())
                .header("If-Match", draft.getString("etag"))
                .post(Rules.path(draft) + "/actions/publish?validateOnly=true");
        var official = Api.as(Rules.approver())
                .header("If-Match", pilot.getString("etag"))
                .body(Rules.legalCheck())
                .post(Rules.path(pilot) + "/actions/make-official?validateOnly=true");

        // Then
        for (var tried : List.of(created, published, official)) {
            tried.then().statusCode(200).body(at("valid", equalTo(true)));
        }
        assertThat(Database.count("select count(*) from rule_sets")).isEqualTo(before);
        assertThat(Rules.read(draft).getString("status")).isEqualTo("DRAFT");
        assertThat(Rules.read(pilot).getString("status")).isEqualTo("PILOT");
    }

    @Test
    void shouldWantALegalCheckThatSaysWhoWhenAndWhere() {
        // Given
        var pilot = Rules.published(Rules.document());
        var unnamed = Map.of("decision", Rules.legalCheck().get("decision"), "data", Map.of("checkedBy", " "));
        var tomorrow = Map.of(
                "decision",
                Map.of("number", "=1", "signedOn", "2199-01-01", "issuer", "Sở Tư pháp"),
                "data",
                Map.of("checkedBy", "Phòng Pháp chế"));

        // When
        var early = Rules.act(Rules.approver(), Rules.drafted(Rules.document()), "make-official", Rules.legalCheck());
        var nobody = Rules.act(Rules.approver(), pilot, "make-official", unnamed);
        var later = Rules.act(Rules.approver(), pilot, "make-official", tomorrow);
        var without = Rules.act(Rules.approver(), pilot, "make-official", Map.of());

        // Then
        early.then().statusCode(409).body(at("code", equalTo("rule-set.not-pilot")));
        nobody.then().statusCode(422).body(at("errors.pointer", contains("/data/checkedBy")));
        later.then()
                .statusCode(422)
                .body(at("errors.pointer", contains("/decision/number", "/decision/signedOn")))
                .body(at("errors.code", contains("text.character-not-allowed", "date.out-of-range")));
        without.then().statusCode(400).body(at("code", equalTo("request.invalid-value")));
    }

    @Test
    void shouldWantTheVersionThatIsActedOn() {
        // Given
        var draft = Rules.drafted(Rules.document());

        // When
        var bare = Api.as(Rules.approver())
                .header("Idempotency-Key", Api.key())
                .post(Rules.path(draft) + "/actions/publish");
        var any = Api.as(Rules.approver())
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "*")
                .post(Rules.path(draft) + "/actions/publish");

        // Then
        bare.then().statusCode(428);
        any.then().statusCode(412);
    }

    @Test
    void shouldNotSendTwiceWhatTheReaderHas() {
        // Given
        var draft = Rules.drafted(Rules.document());

        // When
        var known = Api.as(Rules.approver())
                .header("If-None-Match", draft.getString("etag"))
                .get(Rules.path(draft));

        // Then
        known.then().statusCode(304).header("ETag", draft.getString("etag"));
    }

    private static UUID id(Json ruleSet) {
        return UUID.fromString(ruleSet.getString("id"));
    }
}
