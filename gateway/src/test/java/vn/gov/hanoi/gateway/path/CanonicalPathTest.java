package vn.gov.hanoi.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.impl.HttpUtils;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalPathTest {
    /** Pieces of which attacks are made, and plain ones, so that some strings are accepted. */
    private static final List<String> PIECES = List.of(
            "/",
            "//",
            ".",
            "..",
            ";",
            ";x=1",
            "\\",
            "%2e",
            "%2E",
            "%2f",
            "%2F",
            "%5c",
            "%3b",
            "%3f",
            "%23",
            "%25",
            "%252e",
            "%00",
            "%0a",
            "%0d",
            "%20",
            " ",
            "%c0%ae",
            "%c0%af",
            "%e0%80%ae",
            "%C3%AA",
            "%c3",
            "%aa",
            "%C2%85",
            "%",
            "%4",
            "%zz",
            "%41",
            "a",
            "Z",
            "7",
            "-",
            "_",
            "~",
            "v1",
            "evaluation",
            "public",
            "?",
            "?a=b",
            "#",
            "\t",
            "\u007f",
            "ê",
            "*",
            "@",
            ":");

    @Property(tries = 20_000)
    void shouldAcceptOnlyWhatNoNormalisationChanges(@ForAll("targets") String target) {
        // When
        boolean accepted = CanonicalPath.refusal(target).isEmpty();

        // Then
        if (accepted) {
            var path = path(target);
            assertThat(HttpUtils.normalizePath(path)).isEqualTo(path);
            assertThat(URI.create(path).normalize().getRawPath()).isEqualTo(path);
        }
    }

    @Property(tries = 20_000)
    void shouldAcceptOnlyWhatHasTheSameSegmentsDecodedOnceOrTwice(@ForAll("targets") String target) {
        // When
        boolean accepted = CanonicalPath.refusal(target).isEmpty();

        // Then
        if (accepted) {
            var path = path(target);
            var once = decode(path);
            assertThat(decode(once)).isEqualTo(once);
            assertThat(once.split("/", -1)).hasSameSizeAs(path.split("/", -1));
            assertThat(once).doesNotContain("//", "\\", ";", "?", "#", "/./", "/../", "\uFFFD");
            assertThat(once.chars()).noneMatch(Character::isISOControl);
        }
    }

    @Property
    void shouldAcceptEverySegmentEncodedAsTheStandardSays(@ForAll("words") String word) {
        // Given
        var target = "/evaluation/v1/units/" + URLEncoder.encode(word, StandardCharsets.UTF_8);

        // When
        var refusal = CanonicalPath.refusal(target + "?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));

        // Then
        assertThat(refusal).isEmpty();
    }

    @Property(tries = 5_000)
    void shouldRefuseATrickAtAnyPlace(
            @ForAll("tricks") String trick,
            @ForAll("segments") List<String> before,
            @ForAll("segments") List<String> after) {
        // Given
        var target = "/" + String.join("/", before) + trick + String.join("/", after);

        // When
        var refusal = CanonicalPath.refusal(target);

        // Then
        assertThat(refusal).as(target).isPresent();
    }

    @Example
    void shouldAcceptThePathsOfTheContract() {
        // When Then
        for (var target : List.of(
                "/",
                "/evaluation/v1/public/units",
                "/selection/v1/vacancies/0198d1e4-7d11-7000-8000-000000000001",
                "/training/v1/courses/K-2020.1?limit=5&after=a%2Fb",
                "/platform/v1/portal/swagger-ui.css")) {
            assertThat(CanonicalPath.refusal(target)).as(target).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> "/" + String.join("", pieces));
    }

    @Provide
    Arbitrary<String> tricks() {
        return Arbitraries.of(
                "//",
                "/./",
                "/../",
                "/%2e/",
                "/%2E%2e/",
                "/.%2e/",
                "%2f",
                "%5C",
                "\\",
                ";",
                ";x=1/",
                "%3b",
                "%253b",
                "%00",
                "%0d%0a",
                "%c0%ae",
                "%c0%af",
                "%e0%80%af",
                "%ff",
                "%",
                "%u002e",
                "#",
                " ",
                "\r\n",
                "\t",
                "./",
                "%20/",
                "%41",
                "%7e",
                "%23",
                "%3F",
                "%C2%85");
    }

    @Provide
    Arbitrary<List<String>> segments() {
        return Arbitraries.strings()
                .withCharRange('a', 'f')
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("ăâđêôơưẠỹ,:@&=")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static String path(String target) {
        return target.split("\\?", -1)[0];
    }

    /** A plus sign is no space in a path. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
