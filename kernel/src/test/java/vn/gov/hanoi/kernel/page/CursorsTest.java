package vn.gov.hanoi.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.time.HanoiClock;

class CursorsTest {
    private static final Instant NOW = Instant.parse("2020-03-16T01:02:03.456789Z");
    private static final String QUESTION = "selection|/vacancies|state=DRAFT|-changedAt|H26.1|canbo";
    private static final Cursors.Position POSITION =
            new Cursors.Position(List.of("Phòng Nội vụ", "0190"), LocalDate.of(2020, 3, 16), NOW);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. %";

    private final Cursors cursors = at(Duration.ZERO);

    @Property
    void shouldOpenWhatItSealed(
            @ForAll @Size(max = 5) List<@WithNull @StringLength(max = 60) String> keys,
            @ForAll LocalDate asOf,
            @ForAll Instant knownAt,
            @ForAll String question) {
        // Given
        Assume.that(keys.stream().allMatch(key -> key == null || isText(key)));
        var position = new Cursors.Position(new ArrayList<@Nullable String>(keys), asOf, knownAt);

        // When
        var opened = cursors.open(cursors.seal(position, question), question);

        // Then
        assertThat(opened).isEqualTo(position);
    }

    @Test
    void shouldRefuseACursorWithAnyOtherCharacter() {
        // Given
        var cursor = cursors.seal(POSITION, QUESTION);

        for (int i = 0; i < cursor.length(); i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != cursor.charAt(i)) {
                    // When
                    var altered = cursor.substring(0, i) + other + cursor.substring(i + 1);

                    // Then
                    assertThat(refusal(altered, QUESTION)).as(altered).isEqualTo(KernelProblem.CURSOR_INVALID);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training|/vacancies|state=DRAFT|-changedAt|H26.1|canbo",
                "selection|/vacancies|state=OPEN|-changedAt|H26.1|canbo",
                "selection|/vacancies|state=DRAFT|changedAt|H26.1|canbo",
                "selection|/vacancies|state=DRAFT|-changedAt|H26.2|canbo",
                "selection|/vacancies|state=DRAFT|-changedAt|H26.1|another",
                ""
            })
    void shouldRefuseACursorOfAnotherQuestionOrViewer(String other) {
        assertThat(refusal(cursors.seal(POSITION, QUESTION), other)).isEqualTo(KernelProblem.CURSOR_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "A", "!!!!", "e30", "null", "../../etc/passwd", "eyJrZXlzIjpbXX0", "\u0000", "ă"})
    void shouldRefuseWhatIsNoCursor(String cursor) {
        assertThat(refusal(cursor, QUESTION)).isEqualTo(KernelProblem.CURSOR_INVALID);
    }

    @Test
    void shouldRefuseTheSameBytesInAnotherSpelling() {
        // Given
        var cursor = cursors.seal(POSITION, QUESTION);
        // Then
        for (var other : List.of(cursor + "=", cursor + "==", cursor + "\n", " " + cursor, cursor + cursor)) {
            assertThat(refusal(other, QUESTION)).isEqualTo(KernelProblem.CURSOR_INVALID);
        }
    }

    @Test
    void shouldRefuseACursorOfAnotherKey() {
        // Given
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 9);
        var foreign =
                new Cursors(new Sealer(Base64.getEncoder().encodeToString(key)), Clock.fixed(NOW, HanoiClock.ZONE));

        // Then
        assertThat(refusal(foreign.seal(POSITION, QUESTION), QUESTION)).isEqualTo(KernelProblem.CURSOR_INVALID);
    }

    @Test
    void shouldBeValidForADay() {
        // Given
        var cursor = cursors.seal(POSITION, QUESTION);
        var day = Duration.ofHours(24);

        // Then
        assertThat(at(day).open(cursor, QUESTION)).isEqualTo(POSITION);
        assertThat(refusal(at(day.plusNanos(1)), cursor)).isEqualTo(KernelProblem.CURSOR_EXPIRED);
    }

    /** No text that a list is sorted by has more than 500 letters. */
    @Test
    void shouldOpenTheLongestCursorItGivesAndNothingLonger() {
        // Given
        var position = new Cursors.Position(
                List.of("Ễ".repeat(500), "0190e5c2-0000-7000-8000-000000000001"), POSITION.asOf(), NOW);

        // When
        var cursor = cursors.seal(position, QUESTION);

        // Then
        assertThat(cursors.open(cursor, QUESTION)).isEqualTo(position);
        assertThat(cursor.length()).isLessThan(8_192 / 2);
        assertThat(refusal("A".repeat(1_000_000), QUESTION)).isEqualTo(KernelProblem.CURSOR_INVALID);
    }

    @Test
    void shouldNotShowTheSortValues() {
        // When
        var cursor = cursors.seal(new Cursors.Position(List.of("Nguyen Van A"), POSITION.asOf(), NOW), QUESTION);

        // Then
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Nguyen")
                .doesNotContain("2020");
    }

    @Property(tries = 300)
    void shouldWalkAllRowsOnceWhateverThePageSize(
            @ForAll @IntRange(max = 60) int rows, @ForAll @IntRange(min = 1, max = 20) int limit) {
        // Given
        var all = IntStream.range(0, rows).boxed().toList();
        var seen = new ArrayList<Integer>();
        String next = null;
        int pages = 0;

        // When
        do {
            int from = next == null
                    ? 0
                    : Integer.parseInt(String.valueOf(
                                    cursors.open(next, QUESTION).keys().getFirst()))
                            + 1;
            var read = all.subList(from, Math.min(rows, from + limit + 1));
            var page = cursors.page(
                    read,
                    new PageRequest(limit, next, false),
                    new Page.Time(POSITION.asOf(), NOW),
                    QUESTION,
                    row -> List.of(String.valueOf(row)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.page().next();
            pages++;
        } while (next != null);

        // Then
        assertThat(seen).isEqualTo(all);
        assertThat(pages).isEqualTo(Math.max(1, (rows + limit - 1) / limit));
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
    }

    private static Cursors at(Duration later) {
        var sealer = new Sealer(Base64.getEncoder().encodeToString(new byte[32]));
        return new Cursors(sealer, Clock.fixed(NOW.plus(later), HanoiClock.ZONE));
    }

    private Object refusal(String cursor, String question) {
        var refused = catchThrowableOfType(Refused.class, () -> cursors.open(cursor, question));
        return refused == null ? "opened" : refused.refusals().getFirst().code();
    }

    private static Object refusal(Cursors cursors, String cursor) {
        var refused = catchThrowableOfType(Refused.class, () -> cursors.open(cursor, QUESTION));
        return refused == null ? "opened" : refused.refusals().getFirst().code();
    }
}
