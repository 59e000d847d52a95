package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.quota.QuotaCase;
import vn.gov.hanoi.evaluation.quota.QuotaCheck;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;

/** The authority decides, inside what the rules rule out; what they suggest stays beside it. */
class AnnualRatingTest {
    private static final AnnualRuleSet OFFICIAL = new AnnualRuleSetReader()
            .read(RuleSetDocuments.text("VN-Y-2023.yaml")
                    .replace("status: PILOT", "status: OFFICIAL")
                    .replace("legalCheck: { note", "legalCheck: { by: Phòng Pháp chế, date: 2026-12-01, note"))
            .orElseThrow();

    private static AnnualRating rating(Year year) {
        return AnnualRating.suggested(new AnnualEvaluation(OFFICIAL).find(year.build()));
    }

    private static AnnualDecision decision(@Nullable Grade grade, String reason) {
        return new AnnualDecision(grade, "77/QĐ", LocalDate.of(2024, 12, 10), Year.DECIDER, null, null, reason);
    }

    @Test
    void shouldKeepSuggestionAndDecisionApart() {
        // Given
        var rating = rating(Year.of(2024).best());

        // When
        var decided = rating.decide(decision(Grade.B, "others did more"));

        // Then
        assertThat(((AnnualLevel.Rated) decided.finding().level()).suggestion()).isEqualTo(Grade.A);
        assertThat(decided.decision()).isEqualTo(decision(Grade.B, "others did more"));
        assertThat(rating.decision()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // decided, reason, fault; the rules suggest B and allow B
                "B, '', -",
                "C, '', REASON_MISSING",
                "C, weak second half, -",
                "D, weak second half, -",
                "A, very good, ABOVE_LIMIT",
                "-, '', LEVEL_MISSING"
            })
    void shouldLetTheAuthorityDifferWithAReasonAndNotAboveTheLimit(
            @Nullable Grade grade, String reason, @Nullable DecisionFault fault) {
        // Given
        var rating = rating(Year.of(2024).best().says(Fact.TASKS_EXCEEDED, 1, 20));

        // When
        var faults = rating.faults(decision(grade, reason));

        // Then
        if (fault == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsExactly(fault);
        }
    }

    @Test
    void shouldAskForAReasonInAGap() {
        // Given
        var rating = rating(Year.of(2024).best().as(Post.Role.HEAD).says(Fact.UNIT_TARGETS_COMPLETED, 60, 100));

        // Then
        assertThat(rating.faults(decision(Grade.C, ""))).containsExactly(DecisionFault.REASON_MISSING);
        assertThat(rating.faults(decision(Grade.C, "flood"))).isEmpty();
        assertThat(rating.faults(decision(Grade.B, "flood"))).containsExactly(DecisionFault.ABOVE_LIMIT);
    }

    @Test
    void shouldNotRateAYearThatTheRulesLeaveOut() {
        // Given
        var rating = rating(Year.of(2024).stay(Year.UNIT, "2024-09-01", "2024-12-31"));

        // Then
        assertThat(rating.faults(decision(Grade.C, "known"))).containsExactly(DecisionFault.YEAR_NOT_RATED);
        assertThat(rating.faults(decision(null, ""))).isEmpty();
    }

    @Test
    void shouldHearTheOldUnitFirst() {
        // Given
        var year = Year.of(2024).stay(Year.OLD, "2024-01-01", "2024-09-30").stay(Year.UNIT, "2024-10-01", "2024-12-31");

        // Then
        assertThat(rating(year).faults(decision(Grade.B, ""))).containsExactly(DecisionFault.OPINION_MISSING);
        assertThat(rating(year.heard(Year.OLD)).faults(decision(Grade.B, ""))).isEmpty();
    }

    @Test
    void shouldDecideOnceOnly() {
        // Given
        var decided = rating(Year.of(2024).best()).decide(decision(Grade.A, ""));

        // Then
        assertThat(decided.faults(decision(Grade.A, ""))).containsExactly(DecisionFault.ALREADY_DECIDED);
        assertThatThrownBy(() -> decided.decide(decision(Grade.A, ""))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseEverythingThatIsWrongAtOnce() {
        // Given
        var rating = AnnualRating.suggested(Year.of(2024).best().find());
        var wanted =
                new AnnualDecision(Grade.B, " ", LocalDate.of(2024, 12, 10), Year.OFFICER, new UUID(2, 2), " ", "");

        // When
        var faults = rating.faults(wanted);

        // Then
        assertThat(faults)
                .containsExactly(
                        DecisionFault.RULE_SET_NOT_OFFICIAL,
                        DecisionFault.DECIDER_IS_SUBJECT,
                        DecisionFault.NUMBER_MISSING,
                        DecisionFault.MINUTES_MISSING,
                        DecisionFault.REASON_MISSING);
    }

    @Test
    void shouldAcceptACollectiveWithMinutes() {
        // Given
        var wanted = new AnnualDecision(
                Grade.A, "9-QĐ/TU", LocalDate.of(2024, 12, 10), Year.DECIDER, new UUID(2, 2), "minutes/12", "");

        // Then
        assertThat(rating(Year.of(2024).best()).faults(wanted)).isEmpty();
    }

    @Test
    void shouldCountForTheCapByDecisionOrElseBySuggestion() {
        // Given: the mean is 650 / 7.
        var groups = Set.of("agency", "experts");
        var best = rating(Year.of(2024).best().months("90 95 95 95 95 90 90 . . . . ."));
        var lowered = best.decide(decision(Grade.B, "others did more"));
        var left = rating(Year.of(2024).stay(Year.UNIT, "2024-09-01", "2024-12-31"));
        var gap = rating(Year.of(2024).best().as(Post.Role.HEAD).says(Fact.UNIT_TARGETS_COMPLETED, 60, 100));

        // Then
        assertThat(best.member(groups))
                .isEqualTo(new QuotaMember(
                        Year.OFFICER.toString(),
                        Standing.EXCELLENT,
                        new BigDecimal("92.85714285714285714285714285714286"),
                        groups));
        assertThat(lowered.member(groups).standing()).isEqualTo(Standing.GOOD);
        assertThat(left.member(groups).standing()).isEqualTo(Standing.NOT_RATED);
        assertThat(gap.member(groups).standing()).isEqualTo(Standing.LOWER);
    }

    @Test
    void shouldFeedTheCapOfTheRuleSet() {
        // Given: six people at good or better, all of them with the same points.
        var members = new ArrayList<QuotaMember>();
        for (int i = 0; i < 6; i++) {
            var member = rating(Year.of(2024).best()).member(Set.of("agency"));
            members.add(new QuotaMember("officer" + i, member.standing(), member.score(), member.groups()));
        }
        var agency = List.of(new QuotaGroup("agency", QuotaGroup.Kind.AGENCY, null));

        // When
        var check = new QuotaCheck(OFFICIAL.quotaRule().orElseThrow(), new QuotaCase(agency, members, null));

        // Then
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(1);
        assertThat(check.ranking()).hasSize(6).allMatch(candidate -> candidate.tied() && candidate.rank() == 1);
    }
}
