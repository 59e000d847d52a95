package vn.gov.hanoi.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;

class TextRuleTest {
    @ParameterizedTest
    @CsvSource({
        "PERSON_NAME, Nguyễn Thị Minh Khai",
        "PERSON_NAME, Kpă H'Nhi",
        "PERSON_NAME, Ya-Hlo Mlô",
        "PERSON_NAME, O",
        "UNIT_NAME, Ủy ban nhân dân Thành phố Hà Nội",
        "UNIT_NAME, '108 (cơ sở 2): Trường Tiểu học \"Ba Đình\"'",
        "TITLE, 'Phó Giám đốc, phụ trách'",
        "DECISION_NUMBER, 112/QĐ-UBND"
    })
    void shouldTakeWhatPeopleWrite(TextRule rule, String text) {
        assertThat(rule.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TextRule.class)
    void shouldTakeTheLongestTextAndNoLongerOne(TextRule rule) {
        assertThat(rule.fault("ệ".repeat(rule.longest()))).isEmpty();
        assertThat(rule.fault("ệ".repeat(rule.longest() + 1)))
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo(EvaluationProblem.TEXT_TOO_LONG));
    }

    @ParameterizedTest
    @EnumSource(TextRule.class)
    void shouldCountCharactersAndNotTheirHalves(TextRule rule) {
        assertThat(rule.fault("𠀀".repeat(rule.longest()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd", "+84", "-1", "@x"})
    void A48_shouldRefuseTextsThatASpreadsheetWouldRun(String text) {
        for (var rule : TextRule.values()) {
            assertThat(rule.fault(text)).as(rule.name()).isPresent();
        }
    }

    @Test
    void shouldTellTheFirstFault() {
        assertThat(TextRule.PERSON_NAME.fault("").orElseThrow().code()).isEqualTo(EvaluationProblem.TEXT_EMPTY);
        assertThat(TextRule.PERSON_NAME.fault("A\tB").orElseThrow().code())
                .isEqualTo(EvaluationProblem.TEXT_CONTROL_CHARACTER);
        assertThat(TextRule.PERSON_NAME.fault("A  B1").orElseThrow().code())
                .isEqualTo(EvaluationProblem.TEXT_STRAY_SPACE);
        assertThat(TextRule.PERSON_NAME.fault("Lê ٣").orElseThrow().code())
                .isEqualTo(EvaluationProblem.TEXT_DIGIT_IN_NAME);
        assertThat(TextRule.PERSON_NAME.fault("Lê_An").orElseThrow().code())
                .isEqualTo(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED);
    }
}
