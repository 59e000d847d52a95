package vn.gov.hanoi.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cookie of ours is, and how its keys change. */
class CookieSealTest {
    private static final String OLD = "old=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "new="
            + Base64.getEncoder().encodeToString("n".repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private static final String TEXT = "{\"u\":\"Nguyễn Thị Mẫu\"}";

    private final CookieSeal before = new CookieSeal(OLD);

    @Test
    void shouldOpenWhatAnOlderKeySealedAndSealWithTheFirst() {
        // Given
        var rotated = new CookieSeal(NEW + ", " + OLD);
        var sealed = before.seal("session", TEXT);

        // When
        var again = rotated.seal("session", TEXT);

        // Then
        assertThat(rotated.open("session", sealed)).contains(TEXT);
        assertThat(again).startsWith("new.");
        assertThat(before.open("session", again))
                .as("a replica that does not know the new key")
                .isEmpty();
        assertThat(new CookieSeal(NEW).open("session", sealed))
                .as("the old key was dropped")
                .isEmpty();
    }

    @Test
    void A43_shouldNotTakeOneKindOfCookieForAnother() {
        // Given
        var sealed = before.seal("login", TEXT);

        // When Then
        assertThat(before.open("session", sealed)).isEmpty();
        assertThat(before.open("login", sealed)).contains(TEXT);
    }

    @Test
    void A43_shouldOpenNothingThatWasChangedAnywhere() {
        // Given
        var sealed = before.seal("session", TEXT);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(4));

        // When Then
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var changed = "old." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(before.open("session", changed)).as("byte %s", i).isEmpty();
            bytes[i] ^= 1;
        }
        for (var odd : List.of("", ".", "old", "old.", "old.%%", "old.AAAA", sealed + "=x", sealed.substring(1))) {
            assertThat(before.open("session", odd)).as(odd).isEmpty();
        }
    }

    @Test
    void shouldNeverSealTheSameTextTwiceInTheSameWay() {
        // When Then
        assertThat(before.seal("session", TEXT)).isNotEqualTo(before.seal("session", TEXT));
    }

    @Property(tries = 100)
    void shouldGiveBackAnyText(@ForAll @StringLength(max = 5_000) String text) {
        // Given
        var encodable = new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);

        // When Then
        assertThat(new CookieSeal(OLD).open("x", new CookieSeal(OLD).seal("x", encodable)))
                .contains(encodable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old",
                "old=",
                "old=c2hvcnQ=",
                "o.d=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "old=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,"
            })
    void shouldNotStartWithKeysThatAreNone(String keys) {
        // When Then
        assertThatThrownBy(() -> new CookieSeal(keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("congvu.session.keys");
    }
}
