package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class LedgerHttpTest {
    @Test
    void shouldCommitMoneyWithLocationSumsAndAudit() {
        // Given
        var plan = TestPlan.create(1, 1);
        var account = plan.account("C");
        var before = Callers.city().get("/training/v1/accounts/" + account);

        // When
        var committed = TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", 12_500_000));

        // Then
        var id = committed.as(Json.class).getString("id");
        committed
                .then()
                .statusCode(201)
                .header("Location", TestPlan.ENTRIES + "/" + id)
                .header("ETag", "\"1\"")
                .body(at("accountId", equalTo(account)))
                .body(at("planId", equalTo(plan.planId())))
                .body(at("seq", equalTo(2)))
                .body(at("debit", equalTo("COMMITTED")))
                .body(at("credit", equalTo("AVAILABLE")))
                .body(at("amountVnd", equalTo(12_500_000)));
        var after = Callers.city().get("/training/v1/accounts/" + account);
        after.then()
                .header("ETag", after.as(Json.class).getString("etag"))
                .body(at("allocatedVnd", equalTo(1_000_000_000)))
                .body(at("committedVnd", equalTo(12_500_000)))
                .body(at("spentVnd", equalTo(0)))
                .body(at("availableVnd", equalTo(987_500_000)))
                .body(at("lastSeq", equalTo(2)));
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat((Object) Callers.city()
                        .get(TestPlan.ENTRIES + "/" + id)
                        .as(Json.class)
                        .get())
                .isEqualTo(committed.as(Json.class).get());
        assertThat(audited(id)).containsExactly("ledger.commit person-binh.tran 12500000");
    }

    @Test
    void shouldSpendToTheLastDongAndNotOneMore() {
        // Given
        var plan = TestPlan.create(1, 1);
        TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", TestPlan.BUDGET - 1))
                .then()
                .statusCode(201);

        // When
        var tooMuch = TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", 2));
        var theLast = TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", 1));
        var nothingLeft = TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", 1));

        // Then
        tooMuch.then()
                .statusCode(422)
                .body(at("code", equalTo("training.budget-exceeded")))
                .body(at("args.availableVnd", equalTo(1)))
                .body(at("args.requestedVnd", equalTo(2)))
                .body(at("errors.pointer", contains("/amountVnd")));
        theLast.then().statusCode(201).body(at("seq", equalTo(3)));
        nothingLeft.then().statusCode(422).body(at("args.availableVnd", equalTo(0)));
        Callers.city()
                .queryParam("accountId", plan.account("C"))
                .get(TestPlan.ENTRIES)
                .then()
                .body(at("items.seq", contains(1, 2, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOCATION", "TRANSFER_IN", "RETURN", "commitment", "0"})
    void shouldTakeNoOtherKindFromACaller(String kind) {
        // Given
        var body = with(TestPlan.roomy().commitment("C", 1), "kind", kind);

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.ENTRIES, body);

        // Then
        refused.then()
                .statusCode(400)
                .body(at("code", equalTo("request.invalid-value")))
                .body(at("errors.pointer", contains("/kind")));
    }

    @Test
    void shouldCheckTheScopeAgainBeforeItShowsAStoredAnswer() {
        // Given
        var key = Api.key();
        var body = TestPlan.roomy().commitment("C", 3);
        var before = Tokens.user("moved").unit("H26").roles("training-organiser");
        Api.as(before.token())
                .header("Idempotency-Key", key)
                .body(body)
                .post(TestPlan.ENTRIES)
                .then()
                .statusCode(201);

        // When
        var after = Tokens.user("moved").unit(City.DISTRICT.code()).roles("training-organiser");
        var replay =
                Api.as(after.token()).header("Idempotency-Key", key).body(body).post(TestPlan.ENTRIES);

        // Then
        replay.then().statusCode(422).body(at("code", equalTo("training.account-unknown")));
    }

    @Test
    void shouldHideAccountsOutsideTheScopeAsIfThereWereNone() {
        // Given
        var body = TestPlan.roomy().commitment("D", 1);
        var absent = with(body, "accountId", UUID.randomUUID());

        // When
        var foreign = TestPlan.post(Callers.district(), TestPlan.ENTRIES, body);
        var none = TestPlan.post(Callers.district(), TestPlan.ENTRIES, absent);

        // Then
        for (var answer : List.of(foreign, none)) {
            answer.then()
                    .statusCode(422)
                    .body(at("code", equalTo("training.account-unknown")))
                    .body(at("errors.pointer", contains("/accountId")));
        }
        assertThat(foreign.as(Json.class).getString("detail"))
                .isEqualTo(none.as(Json.class).getString("detail"));
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private static List<String> audited(String id) {
        return Database.query(
                        "select action, subject, details ->> 'amountVnd' as amount from audit_entries where resource_id = ?",
                        UUID.fromString(id))
                .stream()
                .map(row -> row.get("action") + " " + row.get("subject") + " " + row.get("amount"))
                .toList();
    }
}
