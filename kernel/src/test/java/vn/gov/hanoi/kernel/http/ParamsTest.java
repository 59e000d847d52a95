package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

class ParamsTest {
    @Test
    void shouldTakeAnAbsentParameterAsAbsent() {
        assertThat(Params.date("asOf", null)).isNull();
        assertThat(Params.uuid("unitId", null)).isNull();
        assertThat(Params.oneOf(RoundingMode.class, "mode", null)).isNull();
        assertThat(Params.number("year", null)).isNull();
        assertThat(Params.flag("count", null)).isFalse();
    }

    @Property
    void shouldReadBackEveryValueItWrites(
            @ForAll @DateRange(min = "0001-01-01", max = "9999-12-31") LocalDate day,
            @ForAll long high,
            @ForAll long low,
            @ForAll int number,
            @ForAll RoundingMode mode,
            @ForAll boolean flag) {
        // Given
        var id = new UUID(high, low);

        // Then
        assertThat(Params.date("asOf", day.toString())).isEqualTo(day);
        assertThat(Params.uuid("unitId", id.toString())).isEqualTo(id);
        assertThat(Params.number("year", String.valueOf(number))).isEqualTo(number);
        assertThat(Params.oneOf(RoundingMode.class, "mode", mode.name())).isEqualTo(mode);
        assertThat(Params.flag("count", String.valueOf(flag))).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "16/03/2020",
                "2020-3-16",
                "2020-02-30",
                "2020-03-16T00:00:00Z",
                "today",
                "+999999999-12-31",
                "-2020-03-16",
                "0000-01-01"
            })
    void shouldRefuseAnyOtherDate(String value) {
        assertInvalid(() -> Params.date("asOf", value), "asOf", "yyyy-MM-dd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0190e5c2000070008000000000000001",
                "0190e5c2-0000-7000-8000-00000000000g",
                " 0190e5c2-0000-7000-8000-000000000001",
                "{0190e5c2-0000-7000-8000-000000000001}",
                "' or 1=1 --"
            })
    void shouldRefuseAnyOtherIdentifier(String value) {
        assertInvalid(() -> Params.uuid("unitId", value), "unitId", "UUID");
    }

    @Test
    void shouldTakeAnIdentifierInCapitals() {
        assertThat(Params.uuid("unitId", "0190E5C2-ABCD-7000-8000-000000000001"))
                .isEqualTo(UUID.fromString("0190e5c2-abcd-7000-8000-000000000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020.0", "1e3", "0x10", "2147483648", "٢٠٢٠", "+5", " 5"})
    void shouldRefuseAnyOtherNumber(String value) {
        assertInvalid(() -> Params.number("year", value), "year", "whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1", "true "})
    void shouldRefuseAnyOtherFlag(String value) {
        assertInvalid(() -> Params.flag("count", value), "count", "true, false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half_up", "ROUND", "0"})
    void shouldRefuseAnyOtherNameAndGiveTheChoice(String value) {
        assertInvalid(
                () -> Params.oneOf(RoundingMode.class, "mode", value),
                "mode",
                java.util.Arrays.toString(RoundingMode.values()));
    }

    private static void assertInvalid(ThrowingCallable call, String name, String expected) {
        // When
        var refused = catchThrowableOfType(Refused.class, call);

        // Then
        assertThat(refused).isNotNull();
        assertThat(refused.refusals())
                .containsExactly(new Refusal(
                        KernelProblem.INVALID_PARAMETER,
                        java.util.Map.of("name", name, "expected", expected),
                        null,
                        name));
    }
}
