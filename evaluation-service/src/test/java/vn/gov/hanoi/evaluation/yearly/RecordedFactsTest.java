package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.yearly.Facts.Disciplined;

/** The year takes the recorded decisions of the year in, and what was recorded once and stands no more goes out again. */
class RecordedFactsTest {
    private static final UUID CASE = UUID.randomUUID();
    private static final Disciplined OF_THE_PARTY =
            new Disciplined("REPRIMAND", LocalDate.of(2026, 3, 1), true, true, "2-QĐ/ĐU");

    private static RecordedSanction sanction(String form, LocalDate signedOn, boolean stands) {
        return new RecordedSanction(CASE, UUID.randomUUID(), form, "9/QĐ", signedOn, signedOn, true, stands);
    }

    private static Facts facts(@Nullable List<Disciplined> sanctions) {
        return new Facts(List.of(), sanctions, List.of(), null);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, 0", "2026-01-01, 1", "2026-12-31, 1", "2027-01-01, 0"})
    void shouldTakeInThoseSignedInTheYear(LocalDate signedOn, int given) {
        var facts = RecordedFacts.of(facts(List.of(OF_THE_PARTY)), 2026, List.of(sanction("WARNING", signedOn, true)));

        assertThat(facts.sanctions()).hasSize(given + 1).endsWith(OF_THE_PARTY);
    }

    @Test
    void shouldReplaceARevisionByTheOneThatStands() {
        var day = LocalDate.of(2026, 7, 1);
        var first = RecordedFacts.of(Facts.NONE, 2026, List.of(sanction("WARNING", day, true)));

        var second = RecordedFacts.of(
                first, 2026, List.of(sanction("WARNING", day, false), sanction("REPRIMAND", day, true)));
        var lifted = RecordedFacts.of(
                second, 2026, List.of(sanction("WARNING", day, false), sanction("REPRIMAND", day, false)));

        assertThat(first.sanctions()).extracting(Disciplined::form).containsExactly("WARNING");
        assertThat(second.sanctions()).extracting(Disciplined::form).containsExactly("REPRIMAND");
        assertThat(second.sanctions()).extracting(Disciplined::source).containsExactly("discipline-cases/" + CASE);
        assertThat(lifted.sanctions()).isNull();
    }

    /** That the register has nothing does not say that there is nothing. */
    @Test
    void shouldLeaveUnsaidWhatNobodySaid() {
        assertThat(RecordedFacts.of(Facts.NONE, 2026, List.of())).isEqualTo(Facts.NONE);
        assertThat(RecordedFacts.of(facts(List.of()), 2026, List.of()).sanctions())
                .isEmpty();
    }
}
