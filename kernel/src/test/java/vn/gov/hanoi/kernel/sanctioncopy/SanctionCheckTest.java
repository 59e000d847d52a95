package vn.gov.hanoi.kernel.sanctioncopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SanctionCheckTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

    private static ToldSanction told(String form, LocalDate first, LocalDate last, @Nullable LocalDate lifted) {
        var bans = List.of(new ToldSanction.Ban("TRAINING", last));
        return new ToldSanction(UUID.randomUUID(), 1, UUID.randomUUID(), form, first, bans, lifted, Instant.EPOCH);
    }

    private static ToldExamination considered(LocalDate first, @Nullable LocalDate ended) {
        return new ToldExamination(UUID.randomUUID(), UUID.randomUUID(), first, ended, List.of("TRAINING"));
    }

    /** Two at once: the longer one is the reason. */
    @Test
    void shouldNameTheLongestOfSeveralSanctions() {
        // Given
        var check = new SanctionCheck(
                List.of(
                        told("REPRIMAND", FIRST, LAST, null),
                        told("WARNING", FIRST.plusDays(1), LAST.plusDays(1), null),
                        told("DISMISSAL", FIRST, LAST.plusYears(5), FIRST)),
                List.of());

        // Then
        assertThat(check.forbids("TRAINING", LAST).orElseThrow().form()).isEqualTo("WARNING");
        assertThat(check.forbids("TRAINING", FIRST).orElseThrow().form()).isEqualTo("REPRIMAND");
        assertThat(check.forbids("TRAINING", LAST.plusDays(2))).isEmpty();
        assertThat(check.forbids("PLANNING", LAST)).isEmpty();
    }

    @Test
    void shouldForbidWhileACaseIsConsideredAndNotFromTheDayOfItsEnd() {
        // Given
        var ended = new SanctionCheck(List.of(), List.of(considered(FIRST, FIRST.plusDays(30))));
        var open = new SanctionCheck(
                List.of(told("WARNING", FIRST, LAST, null)), List.of(considered(FIRST.plusDays(9), null)));

        // Then
        assertThat(ended.forbids("TRAINING", FIRST.minusDays(1))).isEmpty();
        assertThat(ended.forbids("TRAINING", FIRST).orElseThrow().lastDay()).isEqualTo(FIRST.plusDays(29));
        assertThat(ended.forbids("TRAINING", List.of(FIRST.plusDays(40), FIRST.plusDays(3))))
                .isPresent();
        assertThat(ended.forbids("TRAINING", List.of(FIRST.plusDays(40)))).isEmpty();
        assertThat(ended.forbids("TRAINING", FIRST.plusDays(29))).isPresent();
        assertThat(ended.forbids("TRAINING", FIRST.plusDays(30))).isEmpty();
        assertThat(ended.forbids("CANDIDACY", FIRST)).isEmpty();
        assertThat(open.forbids("TRAINING", FIRST.plusDays(9)).orElseThrow().form())
                .as("what has no end yet lasts longest")
                .isEqualTo("EXAMINATION");
        assertThat(new SanctionCheck(List.of(), List.of(considered(FIRST, FIRST))).all())
                .as("begun and ended on one day")
                .isEmpty();
        assertThat(open.on(LAST)).extracting(Held::form).containsExactly("WARNING", "EXAMINATION");
        assertThat(open.forbids("TRAINING", LAST.plusYears(9))).isPresent();
    }
}
