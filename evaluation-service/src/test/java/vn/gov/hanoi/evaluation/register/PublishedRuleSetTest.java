package vn.gov.hanoi.evaluation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets;
import vn.gov.hanoi.evaluation.support.Log;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What is published stays as it is, whoever tries, however many at once, and however often the service starts. */
@QuarkusTest
@WithStack
class PublishedRuleSetTest {
    private static final String SHIPPED =
            "select md5(string_agg(r::text, ',' order by code, version)) from rule_sets r where shipped";

    private static List<Json> kept = List.of();

    private final ShipRuleSets shipRuleSets;

    PublishedRuleSetTest(ShipRuleSets shipRuleSets) {
        this.shipRuleSets = shipRuleSets;
    }

    /** One official and one on trial; what is tried on them changes nothing. */
    private static synchronized List<Json> published() {
        if (kept.isEmpty()) {
            var official = Rules.act(
                            Rules.approver(), Rules.published(Rules.document()), "make-official", Rules.legalCheck())
                    .as(Json.class);
            kept = List.of(official, Rules.published(Rules.document()));
        }
        return kept;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rule_sets set document = document || ' ' where id = '%s'",
                "update rule_sets set digest = repeat('0', 64) where id = '%s'",
                "update rule_sets set code = 'TST-OTHER' where id = '%s'",
                "update rule_sets set version = version + 1 where id = '%s'",
                "update rule_sets set effective_to = null where id = '%s'",
                "update rule_sets set applies_to = '[]' where id = '%s'",
                "update rule_sets set author = 'nobody' where id = '%s'",
                "update rule_sets set approver = 'nobody' where id = '%s'",
                "update rule_sets set shipped = true where id = '%s'",
                "update rule_sets set status = 'DRAFT', approver = null, published_at = null where id = '%s'",
                "delete from rule_sets where id = '%s'",
                "truncate rule_sets cascade"
            })
    void shouldBeKeptByTheDatabaseItself(String sql) throws SQLException {
        for (var kept : published()) {
            var statement = sql.formatted(kept.getString("id"));
            // Emptying reaches the sheets too, which are kept as well.
            assertThatThrownBy(() -> Database.execute(statement))
                    .hasMessageMatching("(?s).*ck_(rule_sets_published|evaluations_kept).*");
            try (var service = Database.connectAs("evaluation_app");
                    var own = service.createStatement()) {
                assertThatThrownBy(() -> own.execute(statement)).isInstanceOf(SQLException.class);
            }
            assertThat(Rules.read(kept).<Object>get())
                    .isEqualTo(Rules.read(kept).get());
            assertThat(Rules.read(kept).getString("digest")).isEqualTo(kept.getString("digest"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rule_sets set status = 'PILOT', official_by = null, official_at = null, checked_by = null, check_number = null,"
                        + " check_signed_on = null, check_issuer = null where id = '%s'",
                "update rule_sets set checked_by = 'nobody' where id = '%s'",
                "update rule_sets set row_version = row_version + 1 where id = '%s'"
            })
    void shouldKeepTheLegalCheckToo(String sql) {
        // Given
        var official = Rules.act(
                        Rules.approver(), Rules.published(Rules.document()), "make-official", Rules.legalCheck())
                .as(Json.class);

        // Then
        assertThatThrownBy(() -> Database.execute(sql.formatted(official.getString("id"))))
                .hasMessageContaining("ck_rule_sets_published");
    }

    @Test
    void shouldNotBecomeOfficialWithoutATrialOrByItsWriter() {
        // Given
        var draft = Rules.drafted(Rules.document()).getString("id");
        var sql = "update rule_sets set status = '%s', approver = '%s', published_at = now() where id = '%s'";

        // Then
        assertThatThrownBy(() -> Database.execute(sql.formatted("OFFICIAL", "other", draft)))
                .hasMessageContaining("ck_rule_sets_");
        assertThatThrownBy(() -> Database.execute(sql.formatted("PILOT", "person-rules-editor", draft)))
                .hasMessageContaining("ck_rule_sets_two_people");
    }

    /** Whoever may switch triggers off can alter a document, but not what periods are rated by. */
    @Test
    void shouldNotRateByADocumentThatWasAlteredPastEverything() {
        // Given
        var document = Rules.document();
        var pilot = Rules.published(document);
        var id = UUID.fromString(pilot.getString("id"));
        var altered = document.with(RuleSetDocuments.set("/rules/bands/0/from", "95"));
        pastTheTrigger(id, altered.yaml());

        try (var log = Log.open()) {
            // When
            var refused = Rules.selected(Rules.approver(), document.month());

            // Then
            refused.then().statusCode(500);
            assertThat(log.count(document.code() + " version 1 is not what was published"))
                    .isPositive();
        } finally {
            pastTheTrigger(id, document.yaml());
        }
        Rules.selected(Rules.approver(), document.month()).then().statusCode(200);
    }

    private static void pastTheTrigger(UUID id, String yaml) {
        try (var superuser = Database.connect();
                var update = superuser.prepareStatement("update rule_sets set document = ? where id = ?")) {
            superuser.createStatement().execute("set session_replication_role = replica");
            update.setString(1, yaml);
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void F21_shouldPublishOnceHoweverManyTry() throws Exception {
        // Given
        var draft = Rules.drafted(Rules.document());
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            var approver = Rules.city("approver-" + i, "rules-approver");
            attempts.add(() -> Rules.act(approver, draft, "publish", null).statusCode());
        }

        // When
        var statuses = atOnce(attempts);

        // Then
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(Database.count(
                        "select last from event_sequences where aggregate_id = ?",
                        UUID.fromString(draft.getString("id"))))
                .isEqualTo(1);
        assertThat(Rules.read(draft).getString("etag")).isEqualTo("\"2\"");
    }

    @Test
    void F21_shouldDraftAVersionOnceHoweverManyTry() throws Exception {
        // Given
        var document = Rules.document();
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            attempts.add(() -> Rules.post(Rules.editor(), document.yaml()).statusCode());
        }

        // When
        var statuses = atOnce(attempts);

        // Then
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void shouldPublishOrChangeADraftButNeverBoth() throws Exception {
        for (int i = 0; i < 10; i++) {
            // Given
            var document = Rules.document();
            var draft = Rules.drafted(document);
            var other = document.with(RuleSetDocuments.set("/rules/bands/0/from", "95"));

            // When
            var statuses = atOnce(List.of(
                    () -> Rules.act(Rules.approver(), draft, "publish", null).statusCode(),
                    () -> Rules.replace(Rules.editor(), draft, other.yaml()).statusCode()));

            // Then
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void shouldTakeTheDocumentsOfTheProductOnceHoweverManyProcessesStart() throws Exception {
        // Given
        var before = Database.query(SHIPPED);
        var fresh = Rules.document();
        var documents = new ArrayList<>(ShippedRuleSets.texts());
        documents.add(fresh.yaml());
        var starts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            starts.add(() -> {
                shipRuleSets.ship(documents);
                return 0;
            });
        }

        // When
        shipRuleSets.ship(ShippedRuleSets.texts());
        var again = Database.query(SHIPPED);
        atOnce(starts);

        // Then
        assertThat(again).isEqualTo(before);
        var rows = Database.query("select id, status from rule_sets where code = ? and shipped", fresh.code());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("status")).isEqualTo("PILOT");
        assertThat(Database.count(
                        "select last from event_sequences where aggregate_id = ?",
                        rows.getFirst().get("id")))
                .isEqualTo(1);
    }

    @Test
    void shouldNotStartWithAnAlteredDocument() {
        // Given
        var fresh = Rules.document();
        var altered = RuleSetDocuments.altered("HN-M-2018", RuleSetDocuments.set("/title/en", "\"Other rules\""));
        var before = Database.query(SHIPPED);

        try (var log = Log.open()) {
            // When
            assertThatThrownBy(() -> shipRuleSets.ship(List.of(fresh.yaml(), altered)))
                    .hasMessageContaining("HN-M-2018 version 1")
                    .hasMessageContaining("needs a new version");

            // Then
            assertThat(log.count("HN-M-2018 version 1 ships with digest")).isPositive();
        }
        assertThat(Database.query(SHIPPED)).isEqualTo(before);
        assertThat(Database.count("select count(*) from rule_sets where code = ?", fresh.code()))
                .isZero();
    }

    /** The same rules written otherwise are the same rules; the register keeps what it has. */
    @Test
    void shouldStartWithTheSameContentInAnotherForm() {
        // Given
        var before = Database.query(SHIPPED);
        var rewritten = ShippedRuleSets.texts().stream()
                .map(text -> "# corrected comment\n" + text)
                .toList();

        // When
        shipRuleSets.ship(rewritten);

        // Then
        assertThat(Database.query(SHIPPED)).isEqualTo(before);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
