package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineStateTest {
    @Property
    void shouldStandWhereTheFactsSay(
            @ForAll boolean pending,
            @ForAll @IntRange(min = 1, max = 3) int number,
            @ForAll @IntRange(max = 3) int opened,
            @ForAll @IntRange(max = 3) int delivered,
            @ForAll boolean settled,
            @ForAll boolean closed) {
        // When
        var state = LineState.of(
                new LineState.Facts(pending, number, opened, Math.min(opened, delivered), settled, closed));

        // Then
        assertThat(state == LineState.CLOSED).isEqualTo(closed);
        assertThat(state == LineState.COSTED).isEqualTo(!closed && pending);
        boolean usable = !closed && !pending;
        assertThat(state == LineState.ASSIGNED).isEqualTo(usable && opened == 0 && number == 1);
        assertThat(state == LineState.ADJUSTED).isEqualTo(usable && opened == 0 && number > 1);
        assertThat(state == LineState.DELIVERED).isEqualTo(usable && opened > 0 && delivered >= opened && !settled);
        assertThat(state == LineState.SETTLED).isEqualTo(usable && opened > 0 && delivered >= opened && settled);
    }

    @Example
    void shouldLeadFromTheNeedToTheClosingAndNoFurther() {
        // Given
        Set<LineState> reached = EnumSet.of(LineState.NEED_SURVEYED);

        // When
        for (var state : LineState.values()) {
            for (var next : LineState.values()) {
                if (reached.contains(state) && state.canBecome(next)) {
                    reached.add(next);
                }
            }
        }

        // Then
        assertThat(reached).containsExactlyInAnyOrder(LineState.values());
        assertThat(LineState.values()).noneMatch(LineState.CLOSED::canBecome);
        assertThat(LineState.NEED_SURVEYED.canBecome(LineState.ASSIGNED)).isFalse();
    }
}
