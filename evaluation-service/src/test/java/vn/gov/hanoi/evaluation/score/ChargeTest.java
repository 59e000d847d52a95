package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What inspections found takes its own points off group I, under rules with a table of deductions and under those without. */
class ChargeTest {
    private static final String ABSENT = "ONE_STOP_ABSENT";

    @Test
    void shouldTakeChargesOffBesideTheTableAndLetAWaivedOneTakeNothing() {
        // Given
        var before = points(hanoi().deduction("LATE", "x"));

        // When
        var taken = points(hanoi().deduction("LATE", "x").charge(ABSENT, "DISCIPLINE", "5", null));
        var waived = points(hanoi().deduction("LATE", "x").charge(ABSENT, "DISCIPLINE", "5", "Đã cử người thay"));

        // Then
        assertThat(taken).isEqualByComparingTo(before.subtract(new BigDecimal("5")));
        assertThat(waived).isEqualByComparingTo(before);
    }

    @Test
    void shouldNeverTakeMoreThanTheGroupHolds() {
        // When
        var score = hanoi().charge(ABSENT, "DISCIPLINE", "15", null)
                .charge("OTHER", "DISCIPLINE", "15", null)
                .score();

        // Then
        assertThat(Objects.requireNonNull(score.value()).points()).isEqualByComparingTo("70");
    }

    @Test
    void shouldRefuseAChargeOnAGroupThatTheRulesDoNotHaveUntilItIsWaived() {
        assertThat(faults(hanoi().charge(ABSENT, "GENERAL", "5", null)))
                .isEqualTo("score.group-unknown /deductions/ONE_STOP_ABSENT");
        assertThat(faults(hanoi().charge(ABSENT, "GENERAL", "5", "Không có nhóm")))
                .isEmpty();
        assertThat(faults(Inputs.of("VN-CC-2026").group("GENERAL", "30").charge(ABSENT, "GENERAL", "5", null)))
                .doesNotContain("group-unknown");
    }

    @Test
    void shouldNameTheFindingAndTheReasonInBothLanguages() {
        var taken = text(hanoi().charge(ABSENT, "DISCIPLINE", "5", null), Step.Code.CHARGE);
        var waived = text(hanoi().charge(ABSENT, "DISCIPLINE", "5", "Đã cử người thay"), Step.Code.CHARGE_WAIVED);
        assertThat(taken).contains("findings/", ABSENT, "FINDING-TYPES v1").doesNotContain("{");
        assertThat(waived).contains("findings/", "Đã cử người thay").doesNotContain("{");
    }

    private static String text(Inputs inputs, Step.Code code) {
        var step = inputs.score().explanation().steps().stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
        var texts = new ScoreTexts();
        return texts.tell(step, Locale.of("vi")) + texts.tell(step, Locale.ENGLISH);
    }

    private static BigDecimal points(Inputs inputs) {
        return Objects.requireNonNull(inputs.score().value()).points();
    }

    private static String faults(Inputs inputs) {
        return String.join(
                ", ",
                Scoring.faults(inputs.ruleSet(), inputs.template(), inputs.input()).stream()
                        .map(fault -> fault.code().code() + " " + fault.pointer())
                        .toList());
    }

    private static Inputs hanoi() {
        return Inputs.of("HN-M-2018").group("DISCIPLINE", "20").group("TASKS", "70");
    }
}
