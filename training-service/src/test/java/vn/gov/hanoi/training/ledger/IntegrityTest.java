package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;

/** The checks of the books find nothing in good books, and what somebody changed behind the service's back. */
@QuarkusTest
@WithStack
class IntegrityTest {
    private static final String CHECKS = "/training/v1/ops/integrity";

    @Test
    void shouldFindNothingInBooksThatAddUp() {
        // Given
        var books = Books.fresh();
        books.posted("EXPENDITURE", 5, books.commit(10));

        // When
        var found = Callers.operator().get(CHECKS);

        // Then
        found.then()
                .statusCode(200)
                .body(at("state", equalTo("OK")))
                .body(at("checks.state", everyItem(equalTo("OK"))));
    }

    @Test
    void shouldFindSumsAndCommitmentsThatWereChangedByHand() {
        // Given
        var books = Books.fresh();
        var commitment = books.commit(10);
        var change = "update accounts set committed_vnd = committed_vnd + %d where id = ?";
        var open = "update ledger_commitments set open_vnd = open_vnd - %d where account_id = ?";
        Database.execute(change.formatted(1), books.id());
        Database.execute(open.formatted(1), books.id());

        // When
        var found = Callers.operator().get(CHECKS).as(Json.class);
        Database.execute(change.formatted(-1), books.id());
        Database.execute(open.formatted(-1), books.id());

        // Then
        assertThat(found.getString("state")).isEqualTo("BROKEN");
        assertThat(found.find("checks", "id", "ledger-sums").<String>getList("examples"))
                .isEqualTo(List.of(books.account()));
        assertThat(found.find("checks", "id", "ledger-commitments").<String>getList("examples"))
                .isEqualTo(List.of(commitment));
    }
}
