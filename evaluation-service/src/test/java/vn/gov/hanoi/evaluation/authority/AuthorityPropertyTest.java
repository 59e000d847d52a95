package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** Authority agrees with the rules read out day by day, for everybody and every unit of 10,000 random histories each. */
@Tag("late")
class AuthorityPropertyTest {
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void shouldKnowHeadsAndWhoIsAbove(@ForAll long seed) {
        // Given
        var history = History.random(new Random(seed));
        var day = History.day(new Random(~seed).nextInt(History.DAYS));

        // When
        var authority = new Authority(history.facts(day));

        // Then
        for (var unit : history.units()) {
            assertThat(authority.headOf(unit).map(Headship::officerId).orElse(null))
                    .isEqualTo(Oracle.headOf(history, unit, day));
        }
        for (var a : history.officers()) {
            for (var b : history.officers()) {
                assertThat(authority.isAbove(a, b)).isEqualTo(Oracle.isAbove(history, a, b, day));
            }
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void shouldLetActWhoHeadsOrIsDelegatedAndNobodyElse(@ForAll long seed) {
        // Given
        var history = History.random(new Random(seed));
        var day = History.day(new Random(~seed).nextInt(History.DAYS));

        // When
        var authority = new Authority(history.facts(day));

        // Then
        var action = History.ACTIONS.get(new Random(seed + 1).nextInt(History.ACTIONS.size()));
        for (var officer : history.officers()) {
            var mine = new HashSet<UUID>();
            var expected = new HashSet<UUID>();
            for (var unit : history.units()) {
                if (Oracle.mayAct(history, officer, unit, action, day, null)) {
                    expected.add(unit);
                }
                var ruling = authority.mayActFor(officer, unit, action);
                if (ruling.allowed()) {
                    mine.add(unit);
                    assertChain(history, ruling.require(), officer, unit, day);
                }
            }
            var below = new HashSet<UUID>();
            authority.tops(officer, action).keySet().forEach(top -> below.addAll(Oracle.within(history, top, day)));
            assertThat(mine).isEqualTo(expected);
            assertThat(below).isEqualTo(expected);
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void shouldLetNobodyHaveAPartInTheOwnCase(@ForAll long seed) {
        // Given
        var history = History.random(new Random(seed));
        var day = History.day(new Random(~seed).nextInt(History.DAYS));

        // When
        var authority = new Authority(history.facts(day));

        // Then
        for (var officer : history.officers()) {
            for (var subject : history.officers()) {
                var unit = Oracle.mainUnit(history, subject, day);
                var decision = authority.mayActOn(officer, subject, null, "SCORE");
                assertThat(decision.allowed()).isEqualTo(mayActOn(history, officer, subject, unit, day));
                assertThat(decision.grounds())
                        .noneMatch(ground -> ground.people().contains(subject));
            }
        }
    }

    private static boolean mayActOn(History history, UUID officer, UUID subject, @Nullable UUID unit, LocalDate day) {
        return unit != null && Oracle.mayAct(history, officer, unit, "SCORE", day, subject);
    }

    /** A reason begins with who acts, goes from order to order and ends with the head of a unit at or above. */
    private static void assertChain(History history, Ground ground, UUID officer, UUID unit, LocalDate day) {
        assertThat(ground.length()).isLessThanOrEqualTo(5);
        switch (ground) {
            case Ground.HeadOf(var headship) -> {
                assertThat(headship.officerId()).isEqualTo(officer);
                assertThat(Oracle.headOf(history, headship.unitId(), day)).isEqualTo(officer);
                assertThat(Oracle.isBelow(history, unit, headship.unitId(), day))
                        .isTrue();
            }
            case Ground.Delegated delegated -> {
                assertThat(delegated.officerId()).isEqualTo(officer);
                assertThat(Oracle.isBelow(history, unit, delegated.unitId(), day))
                        .isTrue();
                assertChain(history, delegated.because(), delegated.forOfficerId(), unit, day);
            }
        }
    }
}
