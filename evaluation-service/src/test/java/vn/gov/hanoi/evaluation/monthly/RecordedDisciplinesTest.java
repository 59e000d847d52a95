package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.score.Circumstances.Discipline;
import vn.gov.hanoi.kernel.problem.Refused;

/** What is recorded is given, and what is typed is added; nothing recorded can be typed away. */
class RecordedDisciplinesTest {
    private static final Period JULY = Period.month(YearMonth.of(2026, 7));
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final Discipline OF_THE_PARTY = new Discipline("2-QĐ/ĐU", DAY, true);

    private static RecordedSanction sanction(String number, LocalDate effectiveOn, boolean stands) {
        return new RecordedSanction(
                UUID.randomUUID(), UUID.randomUUID(), "REPRIMAND", number, effectiveOn, effectiveOn, true, stands);
    }

    private static Discipline discipline(String number, LocalDate effectiveOn) {
        return new Discipline(number, effectiveOn, false);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 0", "2026-07-01, 1", "2026-07-31, 1", "2026-08-01, 0"})
    void shouldGiveThoseThatTakeEffectInThePeriod(LocalDate effectiveOn, int given) {
        var recorded = RecordedDisciplines.of(JULY, List.of(sanction("1/QĐ", effectiveOn, true)));

        assertThat(recorded.with(List.of())).hasSize(given);
    }

    @Test
    void shouldAddWhatIsTypedBesidesAndCountNothingTwice() {
        var recorded = RecordedDisciplines.of(JULY, List.of(sanction("1/QĐ", DAY, true)));

        assertThat(recorded.with(List.of(discipline("1/QĐ", DAY), OF_THE_PARTY)))
                .containsExactly(discipline("1/QĐ", DAY), OF_THE_PARTY);
    }

    @ParameterizedTest
    @CsvSource({"1/QĐ, 2026-07-16, 0", "2/QĐ, 2026-07-15, 1"})
    void shouldRefuseWhatIsRecordedOtherwiseOrStandsNoMore(String number, LocalDate effectiveOn, int place) {
        var recorded = RecordedDisciplines.of(JULY, List.of(sanction("1/QĐ", DAY, true), sanction("2/QĐ", DAY, false)));
        var typed = place == 0
                ? List.of(discipline(number, effectiveOn))
                : List.of(OF_THE_PARTY, discipline(number, effectiveOn));

        assertThatThrownBy(() -> recorded.with(typed)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusals().getFirst().code().code()).isEqualTo("evaluation.discipline-differs");
            assertThat(refused.refusals().getFirst().pointer()).isEqualTo("/data/disciplines/" + place);
        });
    }

    /** A correction of what does not matter for the month leaves the decision standing. */
    @Test
    void shouldTellWhatTheDeciderTypedFromWhatWasRecorded() {
        var recorded = RecordedDisciplines.of(
                JULY, List.of(sanction("1/QĐ", DAY, true), sanction("1/QĐ", DAY, false), sanction("2/QĐ", DAY, false)));

        assertThat(recorded.typed(List.of(discipline("1/QĐ", DAY), discipline("2/QĐ", DAY), OF_THE_PARTY)))
                .containsExactly(OF_THE_PARTY);
        assertThat(recorded.with(List.of())).containsExactly(discipline("1/QĐ", DAY));
        assertThat(RecordedDisciplines.of(JULY, List.of())).isEqualTo(RecordedDisciplines.NONE);
    }
}
