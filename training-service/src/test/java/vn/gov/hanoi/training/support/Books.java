package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/**
 * The account of a block, posted to over HTTP.
 *
 * @param account id of the account
 */
public record Books(String account) {
    public static final String ACCOUNTS = "/training/v1/accounts";
    public static final String BALANCE = ACCOUNTS + "/trial-balance";

    private static final int POOL = 40;
    private static @Nullable TestPlan pool;
    private static int taken;

    /** The account of a block that nobody has posted to; there is one plan a year, so many blocks share one. */
    public static synchronized Books fresh() {
        var known = pool;
        if (known == null || taken == POOL) {
            known = TestPlan.ofBlocks(POOL);
            pool = known;
            taken = 0;
        }
        return of(known, "F-" + taken++);
    }

    public static Books of(TestPlan plan, String block) {
        return new Books(plan.account(block));
    }

    /** What a request says; absent fields are left out. */
    public Map<String, @Nullable Object> body(String kind, @Nullable Long amountVnd) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("accountId", account);
        body.put("kind", kind);
        body.put("description", "Thuê hội trường");
        if (amountVnd != null) {
            body.put("amountVnd", amountVnd);
        }
        return body;
    }

    /** What a request says about a commitment. */
    public Map<String, @Nullable Object> body(String kind, long amountVnd, String commitment) {
        var body = body(kind, amountVnd);
        body.put("commitmentId", commitment);
        if (kind.equals("SETTLEMENT")) {
            body.put("document", Map.of("number", "15/BB-QT", "signedOn", "2020-12-15"));
        }
        return body;
    }

    /** Posts as who may post the kind, under a key of its own. */
    public Response post(Map<String, @Nullable Object> body) {
        return TestPlan.post(poster(String.valueOf(body.get("kind"))), TestPlan.ENTRIES, body);
    }

    private static RequestSpecification poster(String kind) {
        return kind.equals("COMMITMENT") || kind.equals("RELEASE") ? Callers.city() : Callers.accountant();
    }

    /** Id of the entry. */
    public String commit(long amountVnd) {
        return id(post(body("COMMITMENT", amountVnd)));
    }

    /** Id of the entry. */
    public String posted(String kind, long amountVnd, String commitment) {
        return id(post(body(kind, amountVnd, commitment)));
    }

    public Response reverse(RequestSpecification who, String entry) {
        var body = body("REVERSAL", null);
        body.put("reversesId", entry);
        return TestPlan.post(who, TestPlan.ENTRIES, body);
    }

    public Response close(String remainder, @Nullable String next) {
        return close(Callers.accountant(), etag(), Api.key(), remainder, next);
    }

    public Response close(RequestSpecification who, String etag, String key, String remainder, @Nullable String next) {
        var data = new HashMap<String, @Nullable Object>(Map.of("remainder", remainder));
        data.put("carryToAccountId", next);
        return who.header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(Map.of("decision", Map.of("number", "99/QĐ-STC", "signedOn", "2021-01-20"), "data", data))
                .post(ACCOUNTS + "/" + account + "/actions/close");
    }

    public String etag() {
        return read().getString("etag");
    }

    public Json read() {
        return Callers.city().get(ACCOUNTS + "/" + account).as(Json.class);
    }

    public UUID id() {
        return UUID.fromString(account);
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().as(Json.class).getString("id");
    }
}
