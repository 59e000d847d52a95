package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Results stay what they are: each is computed again from what is stored, under the rules that it names. */
@QuarkusTest
@WithStack
class StoredResultsTest {
    private static final int SHEETS = 10_000;
    private static final long SEED = 20_260_701;
    private static final String SUMS = """
            select count(*) as decided, count(distinct digest) as digests, md5(string_agg(s::text, '|' order by id)) as sum
            from sheets s where closing_id = ?::uuid and state = 'DECIDED'""";

    /** A row of a file is unchanged only if computing it again gives the stored digest, which covers every input and step. */
    @Test
    void shouldComputeTenThousandStoredSheetsToTheirDigestsAfterNewerRulesArePublished() {
        // Given
        var agency = Evaluations.agency(0);
        var codes = Scores.people(agency, "STR", SHEETS);
        var closing = Evaluations.opened(agency).getString("id");
        var random = new Random(SEED);
        var file = Scores.file(
                codes.stream().map(code -> ScoreImportTest.random(code, random)).toList());
        Scores.imported(agency.keeper(), "PARTIAL", file).hasState("SUCCEEDED").counts(SHEETS, 0, 0);
        var stored = Database.query(SUMS, closing).getFirst();

        // When
        Rules.published(Evaluations.document(
                Evaluations.CODE, LocalDate.of(2041, 1, 1), RuleSetDocuments.set("/version", "2")));
        Rules.published(Rules.document());

        // Then
        assertThat(stored.get("decided")).isEqualTo((long) SHEETS);
        assertThat((Long) stored.get("digests")).isGreaterThan(SHEETS / 2);
        Scores.imported(agency.keeper(), "ATOMIC", file).hasState("SUCCEEDED").counts(0, SHEETS, 0);
        assertThat(Database.query(SUMS, closing).getFirst()).isEqualTo(stored);
        Database.query("""
                        select id::text as id, encode(digest, 'hex') as digest from sheets where closing_id = ?::uuid and state = 'DECIDED'
                        order by md5(id::text) limit 20""", closing).forEach(sheet -> Api.as(agency.keeper())
                .get(Evaluations.PATH + "/" + sheet.get("id") + "/explanation")
                .then()
                .statusCode(200)
                .body(at("digest", equalTo(sheet.get("digest")))));
    }
}
