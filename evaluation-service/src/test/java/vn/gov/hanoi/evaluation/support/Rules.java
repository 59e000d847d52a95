package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.Change;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Rule sets over HTTP. Each draft is for people whom no shipped set rates by months, in a month of its own. */
public final class Rules {
    public static final String PATH = "/evaluation/v1/rule-sets";
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Rules() {}

    /** A document that was never sent before, and the month in which it is in force. */
    public record Document(String code, LocalDate from, String yaml) {
        public String month() {
            return from.toString().substring(0, "2030-01".length());
        }

        /** The same code and month with changes. */
        public Document with(Change... changes) {
            return document(code, from, changes);
        }
    }

    public static Document document(Change... changes) {
        int number = NUMBER.incrementAndGet();
        return document("TST-" + number, FIRST.plusMonths(number), changes);
    }

    private static Document document(String code, LocalDate from, Change... changes) {
        var all = new ArrayList<>(List.of(
                RuleSetDocuments.set("/id", quoted(code)),
                RuleSetDocuments.set("/status", "\"DRAFT\""),
                RuleSetDocuments.set("/effectiveFrom", quoted(from.toString())),
                RuleSetDocuments.set("/effectiveTo", quoted(from.plusMonths(1).toString())),
                RuleSetDocuments.set("/appliesTo/0/categories", "[\"COMMUNE_PART_TIME\"]"),
                RuleSetDocuments.set("/appliesTo/0/unitTypes", "[\"WARD\", \"COMMUNE\"]")));
        all.addAll(Arrays.asList(changes));
        return new Document(code, from, RuleSetDocuments.altered("HN-M-2018", all.toArray(Change[]::new)));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Somebody of the whole City who drafts. */
    public static String editor() {
        return city("rules-editor", "rules-reader", "rules-editor");
    }

    /** Somebody of the whole City who publishes. */
    public static String approver() {
        return city("rules-approver", "rules-reader", "rules-approver");
    }

    public static String city(String user, String... roles) {
        Units.city();
        return Tokens.user(user).unit(Units.CITY).roles(roles).token();
    }

    public static Response post(String token, byte[] body) {
        return Api.as(token)
                .contentType("application/yaml")
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post(PATH);
    }

    public static Response post(String token, String yaml) {
        return post(token, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The draft as it was answered; fails if it is refused. */
    public static Json drafted(Document document) {
        return post(editor(), document.yaml()).then().statusCode(201).extract().as(Json.class);
    }

    /** The same, published by somebody else. */
    public static Json published(Document document) {
        return act(approver(), drafted(document), "publish", null)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public static Response replace(String token, Json ruleSet, String yaml) {
        return Api.as(token)
                .contentType("application/yaml")
                .header("Idempotency-Key", Api.key())
                .header("If-Match", ruleSet.getString("etag"))
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .put(path(ruleSet));
    }

    public static Response discard(String token, Json ruleSet) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", ruleSet.getString("etag"))
                .delete(path(ruleSet));
    }

    public static Response act(String token, Json ruleSet, String verb, @Nullable Object body) {
        var call = Api.as(token).header("Idempotency-Key", Api.key()).header("If-Match", ruleSet.getString("etag"));
        return (body == null ? call : call.body(body)).post(path(ruleSet) + "/actions/" + verb);
    }

    /** A legal check that nothing speaks against. */
    public static Map<String, Object> legalCheck() {
        return Map.of(
                "decision",
                Map.of("number", "15/BC-PC", "signedOn", "2026-11-02", "issuer", "Sở Tư pháp"),
                "data",
                Map.of("checkedBy", "Phòng Pháp chế"));
    }

    public static Json read(Json ruleSet) {
        return Api.as(approver())
                .get(path(ruleSet))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** Id of a shipped version in the register. */
    public static String shipped(String code) {
        return String.valueOf(Database.query("select id from rule_sets where code = ? and version = 1", code)
                .getFirst()
                .get("id"));
    }

    public static String path(Json ruleSet) {
        return PATH + "/" + ruleSet.getString("id");
    }

    /** The question which rule set holds for people as in the documents of this class. */
    public static Response selected(String token, String period) {
        return selected(token, "COMMUNE_PART_TIME", "WARD", period);
    }

    public static Response selected(String token, String category, String unitType, String period) {
        return Api.as(token)
                .queryParams("category", category, "unitType", unitType, "period", period)
                .get(PATH + "/selected");
    }
}
