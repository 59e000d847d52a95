package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.score.Score;

/** 30 % of one to three people is nobody; some rule sets allow one against a written reason. */
class ExcellenceCheckTest {
    private static final String REASON = "Hoàn thành vượt mức nhiệm vụ đột xuất";

    @ParameterizedTest(name = "{0} rated, {1} best, reason {2}, allowed by the rules {3}")
    @CsvSource({
        "1, 0, , true, 1, ",
        "1, 1, , true, 1, evaluation.cap-reason-missing",
        "1, 1, said, true, 1, ",
        "3, 1, said, true, 1, ",
        "3, 2, said, true, 1, evaluation.cap-exceeded",
        "3, 2, , true, 1, evaluation.cap-exceeded",
        "3, 1, said, false, 0, evaluation.cap-exceeded",
        "4, 1, , true, 1, ",
        "4, 2, said, true, 1, evaluation.cap-exceeded",
        "0, 0, , true, 0, "
    })
    void shouldAllowOneOfASmallUnitAgainstAReasonOnly(
            int rated, int best, @Nullable String said, boolean rules, int allowed, @Nullable String refusal) {
        // When
        var use = ExcellenceCheck.use(ruleSet(rules), results(rated, best), null, said == null ? null : REASON)
                .orElseThrow();

        // Then
        assertThat(use.allowed()).isEqualTo(allowed);
        assertThat(use.refused() ? use.refusal().code().code() : null).isEqualTo(refusal);
        assertThat(use.usesException()).isEqualTo(rules && rated <= 3 && best > 0);
    }

    @Test
    void shouldKnowNoPlaceWithoutAReasonOnceResultsAreTold() {
        // Given
        var without =
                ExcellenceCheck.use(ruleSet(true), results(3, 1), null, null).orElseThrow();
        var with =
                ExcellenceCheck.use(ruleSet(true), results(3, 1), null, REASON).orElseThrow();

        // Then
        assertThat(without.told().refusal().code()).isEqualTo(EvaluationProblem.EVALUATION_CAP_EXCEEDED);
        assertThat(without.told().allowed()).isZero();
        assertThat(with.told()).isEqualTo(with);
    }

    private static RuleSet ruleSet(boolean oneWithReason) {
        return RuleSetDocuments.read(RuleSetDocuments.altered(
                "HN-M-2022",
                RuleSetDocuments.set(
                        "/rules/excellenceCap/smallUnits/oneWithReason", Boolean.toString(oneWithReason))));
    }

    /** Rated people, the first ones with the top grade, and one who is not rated. */
    private static List<Decided> results(int rated, int best) {
        var found = new ArrayList<Decided>();
        for (int i = 0; i < rated; i++) {
            var grade = i < best ? Grade.A : Grade.B;
            found.add(result(i, Score.Outcome.RATED, grade));
        }
        found.add(result(rated, Score.Outcome.NOT_RATED, null));
        return found;
    }

    private static Decided result(int i, Score.Outcome outcome, @Nullable Grade grade) {
        var id = new UUID(0, i);
        var points = grade == null ? null : BigDecimal.valueOf(grade == Grade.A ? 95 : 80);
        return new Decided(id, id, id, id, 1, outcome, points, grade, grade, "00");
    }
}
