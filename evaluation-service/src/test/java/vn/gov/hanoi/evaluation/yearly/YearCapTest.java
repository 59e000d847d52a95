package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSets;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.Classification.Career;
import vn.gov.hanoi.evaluation.yearly.Classification.Decided;
import vn.gov.hanoi.evaluation.yearly.Classification.Months;
import vn.gov.hanoi.evaluation.yearly.Classification.Person;
import vn.gov.hanoi.evaluation.yearly.Classification.Revision;
import vn.gov.hanoi.evaluation.yearly.Classification.State;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;

/** The cap on the best level of a year, by the rules of 2026. */
class YearCapTest {
    private static final AnnualRuleSet RULES =
            AnnualRuleSets.shipped().find("VN-CC-2026-Y").orElseThrow();
    private static final UUID AGENCY = new UUID(1, 1);
    private static final Decision DECISION = new Decision("1/QĐ", LocalDate.of(2026, 12, 10), "UBND");
    private static final YearClosing.Raise RAISE = new YearClosing.Raise(DECISION, "Thành tích nổi trội");

    /** Somebody with a mean. @param wanted null for who is not rated */
    private static Classification row(int number, String points, Grade suggested, @Nullable Grade wanted) {
        var reason = suggested == wanted ? null : new Reason("DECIDED_OTHERWISE", "Xem xét toàn diện");
        return new Classification(
                new UUID(7, number),
                new UUID(2, 1),
                2026,
                new Person(
                        new UUID(3, number),
                        new UUID(4, number),
                        AGENCY,
                        AGENCY,
                        AGENCY,
                        Category.CIVIL_SERVANT,
                        Position.STAFF,
                        "Chuyên viên",
                        false,
                        UnitType.DEPARTMENT),
                new UUID(5, 1),
                State.DECIDED,
                new Months(1, 0, 0, 0, 0, new BigDecimal(points), new BigDecimal(points), List.of()),
                new Career(List.of(), List.of(), List.of(), null, List.of(), null),
                wanted == null
                        ? new Suggestion(
                                NotRated.Reason.SERVICE_TOO_SHORT, null, null, null, List.of(), List.of(), "00")
                        : new Suggestion(null, suggested, suggested, suggested, List.of(), List.of(), "00"),
                Facts.NONE,
                new Decided(wanted, "test", Instant.EPOCH, new UUID(9, 9), null, DECISION, null, null, reason),
                List.of(),
                false,
                null,
                new Revision(1, null, null),
                1);
    }

    private static List<Classification> agency(int excellent, int good, int completed, int notRated) {
        var rows = new ArrayList<Classification>();
        IntStream.range(0, excellent).forEach(i -> rows.add(row(rows.size(), "9" + i % 10, Grade.A, Grade.A)));
        IntStream.range(0, good).forEach(_ -> rows.add(row(rows.size(), "80", Grade.B, Grade.B)));
        IntStream.range(0, completed).forEach(_ -> rows.add(row(rows.size(), "60", Grade.C, Grade.C)));
        IntStream.range(0, notRated).forEach(_ -> rows.add(row(rows.size(), "95", Grade.A, null)));
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        // The table of both readings, then who does not count: neither the completed nor those without a rating.
        "5, 25, 0, 0, 5, 6, true",
        "6, 24, 0, 0, 5, 6, false",
        "5, 25, 40, 40, 5, 6, true",
        "1, 4, 0, 0, 0, 1, false",
        "1, 5, 0, 0, 1, 1, true",
        "1, 0, 0, 0, 0, 0, false",
        "0, 0, 9, 0, 0, 0, true"
    })
    void shouldCountBothReadingsAndBindByThatOfTheRules(
            int excellent, int good, int completed, int notRated, int goodOnly, int goodOrBetter, boolean fits) {
        // When
        var use = YearCap.use(RULES, agency(excellent, good, completed, notRated), null)
                .orElseThrow();

        // Then
        assertThat(use.reading()).isEqualTo(QuotaBasis.GOOD_ONLY);
        assertThat(use.allowed()).isEqualTo(goodOnly);
        assertThat(use.readings())
                .containsEntry(QuotaBasis.GOOD_ONLY, goodOnly)
                .containsEntry(QuotaBasis.GOOD_OR_BETTER, goodOrBetter);
        assertThat(use.goodOrBetter()).isEqualTo(excellent + good);
        assertThat(use.used()).isEqualTo(excellent);
        assertThat(use.fits()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"30, 6, 7", "5, 1, 1", "4, 0, 1"})
    void shouldAllowAQuarterByTheDecisionThatRaises(int people, int goodOnly, int goodOrBetter) {
        // When
        var use = YearCap.use(RULES, agency(goodOnly, people - goodOnly, 0, 0), RAISE)
                .orElseThrow();

        // Then
        assertThat(use.readings())
                .containsEntry(QuotaBasis.GOOD_ONLY, goodOnly)
                .containsEntry(QuotaBasis.GOOD_OR_BETTER, goodOrBetter);
        assertThat(use.fits()).isTrue();
    }

    @Test
    void shouldListAllWhoReachTheLevelByScoreAndChooseNobody() {
        // Given
        var rows = agency(0, 10, 0, 0);
        rows.add(row(11, "90.0001", Grade.A, Grade.B));
        rows.add(row(12, "99", Grade.A, Grade.A));
        rows.add(row(13, "90.0001", Grade.A, Grade.A));

        // When
        var use = YearCap.use(RULES, rows, null).orElseThrow();

        // Then
        assertThat(use.ranking()).extracting(line -> line.get("rank")).containsExactly(1, 2, 2);
        assertThat(use.ranking()).extracting(line -> line.get("tied")).containsExactly(false, true, true);
        assertThat(use.ranking()).extracting(line -> line.get("decided")).containsExactly(true, false, true);
        assertThat(use.used()).isEqualTo(2);
        assertThat(use.fits()).isTrue();
    }

    @Test
    void shouldHaveNoCapWhereNobodyIsRated() {
        assertThat(YearCap.use(RULES, List.of(), null)).isEmpty();
    }
}
