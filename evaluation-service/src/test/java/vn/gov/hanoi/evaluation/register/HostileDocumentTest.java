package vn.gov.hanoi.evaluation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Documents that somebody wrote to harm, or saved wrongly. */
@QuarkusTest
@WithStack
@Timeout(60)
class HostileDocumentTest {
    /** The document without its last member, to which a hostile one is added; as YAML in flow form. */
    private static String with(String more) {
        var yaml = Rules.document().yaml();
        return yaml.substring(0, yaml.length() - 1) + ", " + more + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"more\": &a [x, x]",
                "\"more\": !!int \"1\"",
                "\"more\": !!javax.script.ScriptEngineManager [ ]",
                "\"more\": *nothing",
                "\"id\": \"TST-TWICE\"",
                "\"more\": 1e+400000000",
                "\"more\": 1e-400000000",
                "\"more\": 99999999999999999999",
                "\"more\": .nan",
                "\"more\": .inf",
                "\"more\": \"\\0\"",
                "\"more\": \"\\u202e\"",
                "\"more\": \"\\ud800\"",
                "\"more\\0\": 1",
                "\"more\": \u202e1",
                "\"more\": \u0000",
                "\"more\": 1 }\n--- { a: 1",
                "? [a, b] : c"
            })
    void shouldReadNothingThatIsNotPlain(String more) {
        // When
        var refused = Rules.post(Rules.editor(), with(more));

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("rule-set.unreadable")));
        assertThat(refused.as(Json.class).getInt("args.line")).isPositive();
    }

    @Test
    void shouldNotUnfoldABombOfAliases() {
        // Given
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> "a%d: &a%d [%s]\n"
                                .formatted(
                                        i,
                                        i,
                                        IntStream.range(0, 9)
                                                .mapToObj(_ -> "*a" + (i - 1))
                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining());

        // When
        var refused = Rules.post(Rules.editor(), bomb);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("rule-set.unreadable")))
                .body(at("args.line", equalTo(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a: ", "- ", "!x [", "? "})
    void shouldNotFollowDepthWithoutEnd(String step) {
        // When
        var refused = Rules.post(Rules.editor(), step.repeat(40_000));

        // Then
        refused.then().statusCode(422);
        assertThat(refused.as(Json.class).getString("code")).startsWith("rule-set.");
    }

    @Test
    void shouldTellAHundredFaultsOfManyThousand() {
        // Given
        var wrong = RuleSetDocuments.set(
                "/periods",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "\"W" + i + "\"")
                        .toList()
                        .toString());

        // When
        var refused = Rules.post(Rules.editor(), Rules.document(wrong).yaml());

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("rule-set.malformed")))
                .body(at("errors.size()", equalTo(100)));
    }

    @Test
    void shouldTellEveryFaultWithItsPlaceInTheDocument() {
        // Given
        var document = Rules.document(
                RuleSetDocuments.set("/rules/groups/0/maximum", "-1"),
                RuleSetDocuments.set("/rules/bands/0/grade", "\"E\""),
                RuleSetDocuments.set("/title/en", null));
        var annual = RuleSetDocuments.text("VN-Y-2023.yaml")
                .replace("status: PILOT", "status: DRAFT")
                .replace("comparison: AT_MOST", "comparison: IS");
        var contradictory = Rules.document(
                RuleSetDocuments.set("/rules/bands/1/from", "95"),
                RuleSetDocuments.set("/rules/excellenceCap/raisedShare", "0.1"));
        var official = Rules.document(
                RuleSetDocuments.set("/status", "\"OFFICIAL\""),
                RuleSetDocuments.set("/legalCheck", "{ \"by\": \"Tôi\", \"date\": \"2026-01-01\" }"));

        // When
        var malformed = Rules.post(Rules.editor(), document.yaml());
        var malformedYear = Rules.post(Rules.editor(), annual);
        var torn = Rules.post(Rules.editor(), contradictory.yaml());
        var boasting = Rules.post(Rules.editor(), official.yaml());

        // Then
        malformed.then().statusCode(422).body(at("code", equalTo("rule-set.malformed")));
        assertThat(malformed.as(Json.class).getList("errors.pointer"))
                .containsExactlyInAnyOrder("/rules/groups/0/maximum", "/rules/bands/0/grade", "/title/en");
        malformedYear.then().statusCode(422).body(at("errors.code", hasItem("rule-set.malformed")));
        assertThat(malformedYear.as(Json.class).getString("errors[0].pointer")).startsWith("/rules/conditions/");
        assertThat(torn.as(Json.class).getList("errors.pointer"))
                .containsExactly("/rules/bands/1/from", "/rules/excellenceCap/raisedShare");
        assertThat(boasting.as(Json.class).getList("errors.args.rule"))
                .containsExactly("draft-says-draft", "draft-is-not-checked");
    }

    @Test
    void shouldTakeNoMoreThanItsLimit() {
        // Given
        var document = Rules.document();
        var fitting = document.yaml() + "\n"
                + "#".repeat(DocumentText.MOST_BYTES - document.yaml().getBytes(StandardCharsets.UTF_8).length - 1);

        // When
        var tooLong = Rules.post(Rules.editor(), fitting + "#");
        var muchTooLong = Rules.post(Rules.editor(), "#".repeat(3_000_000));
        var taken = Rules.post(Rules.editor(), fitting);

        // Then
        for (var refused : List.of(tooLong, muchTooLong)) {
            refused.then().statusCode(413).body(at("code", equalTo("request.too-large")));
        }
        taken.then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "windows-1258", "UTF-32"})
    void shouldReadNothingButUtf8(String charset) {
        // When
        var refused =
                Rules.post(Rules.editor(), ("đã: x\n" + Rules.document().yaml()).getBytes(Charset.forName(charset)));

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("rule-set.unreadable")));
    }

    @Test
    void shouldSayWhereUtf8Ends() {
        // Given
        var bytes = "id: x\ntitle: a\u0301?".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        // When
        var refused = Rules.post(Rules.editor(), bytes);

        // Then
        refused.then().statusCode(422).body(at("args.line", equalTo(2))).body(at("args.column", equalTo(10)));
    }

    @Test
    void shouldOverlookAByteOrderMark() {
        // When
        var taken = Rules.post(Rules.editor(), "\uFEFF" + Rules.document().yaml());

        // Then
        taken.then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing", "[]", "1", "null", "--- ", "text"})
    void shouldRefuseWhatIsNoDocument(String text) {
        // When
        var refused = Rules.post(Rules.editor(), text);

        // Then
        refused.then().statusCode(422);
        assertThat(refused.as(Json.class).getString("code")).startsWith("rule-set.");
    }

    @Test
    void shouldTakeYamlOnly() {
        // When
        var json = Api.as(Rules.editor())
                .header("Idempotency-Key", Api.key())
                .body(Rules.document().yaml())
                .post(Rules.PATH);

        // Then
        json.then().statusCode(415);
    }

    @Test
    void shouldKeepNothingOfARefusedDocument() {
        // Given
        var before = Database.count("select count(*) from rule_sets");

        // When
        Rules.post(Rules.editor(), with("\"more\": 1"));

        // Then
        assertThat(Database.count("select count(*) from rule_sets")).isEqualTo(before);
    }
}
