package vn.gov.hanoi.evaluation.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.authority.Headship;
import vn.gov.hanoi.evaluation.timeline.Validity;

class FindingRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID CLERK = UUID.randomUUID();
    private static final Headship HEAD =
            new Headship(UUID.randomUUID(), UUID.randomUUID(), UNIT, true, new Validity(DAY, null));

    private final FindingRules rules = FindingRules.on(DAY).orElseThrow();

    /** By the definition: the earlier event lies before the day, and its twelve months have not ended. */
    @Property(tries = 2_000)
    void shouldLookForRepeatsThroughTheDayThatClosesTheMonths(
            @ForAll @IntRange(max = 20_000) int day, @ForAll @IntRange(max = 800) int before) {
        var later = LocalDate.of(2018, 1, 1).plusDays(day);
        var earlier = later.minusDays(before);
        assertThat(!earlier.isBefore(rules.repeatedSince(later)))
                .isEqualTo(!earlier.plusMonths(12).isBefore(later));
    }

    @Test
    void shouldKnowNoTypeBeforeItsFirstDayAndChargeNothingThatIsNotWrittenDown() {
        assertThat(FindingRules.on(LocalDate.of(2017, 12, 31))).isEmpty();
        assertThat(rules.types()).hasSize(8).allSatisfy(type -> {
            assertThat(type.person()).isPositive().isLessThanOrEqualTo(new BigDecimal("20"));
            assertThat(type.headRepeated()).isGreaterThan(type.head());
        });
        assertThat(rules.due(rules.type("OTHER").orElseThrow(), DAY)).isEqualTo(DAY.plusDays(15));
        assertThat(rules.again(DAY)).isEqualTo(new Inspection.Window(DAY.plusDays(1), DAY.plusDays(90)));
    }

    @Test
    void shouldChargeWhoDidItAndWhoWasHeadAndNobodyTwice() {
        // When
        var both = Accountability.of(finding(null, CLERK), rules, HEAD);
        var repeat = Accountability.of(finding(UUID.randomUUID(), CLERK), rules, HEAD);
        var headDid = Accountability.of(finding(null, HEAD.officerId()), rules, HEAD);
        var vacant = Accountability.of(finding(null, CLERK), rules, null);

        // Then
        assertThat(both).extracting(FindingRulesTest::told).containsExactly("HEAD true 2", "PERSON false 5");
        assertThat(both).allSatisfy(entry -> assertThat(entry.month()).isEqualTo(DAY.withDayOfMonth(1)));
        assertThat(repeat).extracting(FindingRulesTest::told).containsExactly("HEAD true 5", "PERSON false 5");
        assertThat(headDid).extracting(FindingRulesTest::told).containsExactly("HEAD true 5");
        assertThat(vacant).extracting(FindingRulesTest::told).containsExactly("PERSON false 5");
    }

    private static String told(Accountability.Entry entry) {
        return entry.role() + " " + entry.acting() + " " + entry.points();
    }

    private Finding finding(@Nullable UUID repeatOf, UUID... persons) {
        return new Finding(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ONE_STOP_ABSENT",
                UNIT,
                Instant.parse("2026-07-15T02:00:00Z"),
                DAY,
                "?",
                List.of(),
                List.of(persons),
                FindingRules.Severity.SERIOUS,
                rules.cited(),
                DAY.plusDays(15),
                Finding.State.OPEN,
                repeatOf,
                Instant.parse("2026-07-15T02:00:00Z"),
                null,
                1);
    }
}
