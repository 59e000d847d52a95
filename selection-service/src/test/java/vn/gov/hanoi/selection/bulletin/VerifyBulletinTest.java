package vn.gov.hanoi.selection.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** Whoever has the bulletin can find what was altered in it, without asking anybody. */
class VerifyBulletinTest {
    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    @TempDir
    Path folder;

    @Property(tries = 150)
    void shouldFindNothingInWhatTheRulesOfTheServiceMade(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 12) int candidates) {
        assertThat(VerifyBulletin.wrong(SampleContest.bulletin(seed, candidates)))
                .isEmpty();
    }

    @Test
    void shouldNameEachFieldThatWasAlteredEvenIfTheDigestWasMadeAgain() {
        // Given
        var sound = SampleContest.bulletin(20_260_701, 7);
        var leaves = leaves(CanonicalJson.read(sound, TREE).get("contest"), "/contest");
        var onlyByDigest = new TreeSet<String>();
        var unnamed = new ArrayList<String>();

        // When: one field at a time is another
        for (var leaf : leaves) {
            var tree = CanonicalJson.read(sound, TREE);
            alter(tree, leaf);
            assertThat(VerifyBulletin.wrong(CanonicalJson.write(tree))).as(leaf).contains("/contestDigest");
            tree.put("contestDigest", CanonicalJson.digest(tree.get("contest")));
            var wrong = VerifyBulletin.wrong(CanonicalJson.write(tree));
            if (wrong.isEmpty()) {
                onlyByDigest.add(leaf.replaceAll("/[0-9]+", "/*"));
            } else if (wrong.stream().noneMatch(each -> names(each, leaf))) {
                unnamed.add(leaf + " " + wrong);
            }
        }

        // Then: scores, sheets, the lot, outcomes and ranks prove each other; names and rules do not
        assertThat(leaves).hasSizeGreaterThan(150);
        assertThat(unnamed).isEmpty();
        assertThat(onlyByDigest)
                .isSubsetOf(
                        "/contest/format",
                        "/contest/title",
                        "/contest/publishedOn",
                        "/contest/rules/writtenPassMark",
                        "/contest/rules/defencePassMark",
                        "/contest/rules/maximum",
                        "/contest/rules/spreadPercent",
                        "/contest/rules/third",
                        "/contest/rules/ranking",
                        "/contest/rules/ties/*",
                        "/contest/posts/*/vacancyId",
                        "/contest/posts/*/title",
                        "/contest/posts/*/unitName",
                        "/contest/posts/*/tie/*");
    }

    /** A field is named by itself, by what was sealed around it, or by the object that it is part of; a code by the lines that lose their sheets. */
    private static boolean names(String wrong, String leaf) {
        return leaf.startsWith(wrong)
                || parent(wrong).equals(parent(leaf))
                || leaf.startsWith("/contest/rules")
                || leaf.contains("/tie/");
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    @Test
    void shouldFindTwoRanksThatWereExchanged() {
        // Given
        var tree = CanonicalJson.read(SampleContest.bulletin(7, 8), TREE);
        var lines = list(at(tree, "/contest/posts/0/lines"));
        var first = map(lines.get(0));
        var second = map(lines.get(1));
        var rank = first.put("rank", second.get("rank"));
        second.put("rank", rank);
        tree.put("contestDigest", CanonicalJson.digest(tree.get("contest")));

        // When
        var wrong = VerifyBulletin.wrong(CanonicalJson.write(tree));

        // Then
        assertThat(wrong).contains("/contest/posts/0/lines/0/rank", "/contest/posts/0/lines/1/rank");
    }

    @Test
    void shouldFindAnOrderThatWasNotDrawnAndASheetThatWasAddedOrLost() {
        for (var place : List.of("/contest/draw/order", "/contest/sheets")) {
            var tree = CanonicalJson.read(SampleContest.bulletin(11, 8), TREE);
            var items = list(at(tree, place));
            if (place.endsWith("order")) {
                items.add(0, items.removeLast());
            } else {
                items.removeFirst();
            }
            assertThat(VerifyBulletin.wrong(CanonicalJson.write(tree)))
                    .as(place)
                    .anySatisfy(
                            each -> assertThat(each).matches("/contest/(draw/order|posts/0/lines/[0-9]+/(sum|count))"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"contest\":{}}",
                "{\"contest\":1,\"contest\":2}",
                "nothing",
                "{\"contest\":\"\\u12\"}",
                "{} {}"
            })
    void shouldSayThatAFileIsNoBulletin(String text) throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("file.json"), text);

        // When
        var outcome = VerifyBulletin.check(List.of(file.toString()));

        // Then
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.lines().getFirst()).startsWith("cannot be read: ");
    }

    @Test
    void shouldReadAFileAndSayWhatItMissesOtherwise() throws IOException {
        // Given
        var deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        var gone = folder.resolve("gone.json");

        // Then
        assertThat(VerifyBulletin.check(List.of()).lines().getFirst()).startsWith("verify-bulletin FILE");
        assertThat(VerifyBulletin.check(List.of(gone.toString())).code()).isEqualTo(2);
        assertThat(VerifyBulletin.check(List.of(deep.toString())).code()).isEqualTo(2);
    }

    @Test
    void shouldNeedNothingButTheJdk() throws IOException, InterruptedException {
        // Given
        var sound = Files.writeString(folder.resolve("sound.json"), SampleContest.bulletin(3, 7));
        var altered = Files.writeString(
                folder.resolve("altered.json"),
                SampleContest.bulletin(3, 7).replaceFirst("\"mean\":\"", "\"mean\":\"1"));

        // When
        var good = run(sound);
        var bad = run(altered);

        // Then
        assertThat(good).isEqualTo("0 SOUND");
        assertThat(bad).startsWith("1 ALTERED /contest/written/0/mean").endsWith("ALTERED /contestDigest");
    }

    private static String run(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "target/classes",
                        VerifyBulletin.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() + " " + said;
    }

    /** Pointers of all texts, numbers and nulls. */
    private static List<String> leaves(@Nullable Object value, String path) {
        var found = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> found.addAll(leaves(item, path + "/" + key)));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                found.addAll(leaves(list.get(i), path + "/" + i));
            }
        } else {
            found.add(path);
        }
        return found;
    }

    private static void alter(Map<String, @Nullable Object> tree, String leaf) {
        var name = leaf.substring(leaf.lastIndexOf('/') + 1);
        var holder = at(tree, parent(leaf));
        if (holder instanceof List<?>) {
            int place = Integer.parseInt(name);
            list(holder).set(place, other(list(holder).get(place)));
        } else {
            map(holder).put(name, other(map(holder).get(name)));
        }
    }

    /** Something near it of the same kind: another number, another digit, a number where there was none. */
    private static Object other(@Nullable Object value) {
        return switch (value) {
            case null -> 1;
            case Integer number -> number + 1;
            case String text
            when text.matches("[0-9]+\\.[0-9]{2}") ->
                new java.math.BigDecimal(text).add(java.math.BigDecimal.ONE).toPlainString();
            case String text
            when text.matches("[0-9a-f]{64}") -> (text.startsWith("0") ? "1" : "0") + text.substring(1);
            case String text when text.matches("[0-9]+") -> String.valueOf(Integer.parseInt(text) - 1);
            case String text when text.matches("[0-9-]{10}") -> "2026-07-02";
            case String text -> swapped(text);
            default -> throw new AssertionError(value);
        };
    }

    /** Names of rules and outcomes become other names, other texts other texts. */
    private static String swapped(String text) {
        var others = new LinkedHashMap<String, String>();
        others.put("RANKED", "FAILED_DEFENCE");
        others.put("FAILED_DEFENCE", "RANKED");
        others.put("FAILED_WRITTEN", "ABSENT_FROM_WRITTEN");
        others.put("ABSENT_FROM_WRITTEN", "FAILED_WRITTEN");
        others.put("ABSENT_FROM_DEFENCE", "FAILED_WRITTEN");
        others.put("PROJECT", "SUM");
        others.put("SUM", "PROJECT");
        others.put("NEAREST_TWO", "THIRD_DECIDES");
        others.put("THIRD_DECIDES", "NEAREST_TWO");
        others.put("TOTAL", "WRITTEN");
        return others.getOrDefault(text, text + "x");
    }

    private static @Nullable Object at(Map<String, @Nullable Object> tree, String pointer) {
        Object value = tree;
        for (var name : pointer.substring(1).split("/")) {
            value = value instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : map(value).get(name);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object value) {
        return (List<@Nullable Object>) java.util.Objects.requireNonNull(value);
    }
}
