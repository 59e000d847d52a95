package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How periods are written. */
class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02, MONTH, 2026-02-01, 2026-02-28",
        "2028-02, MONTH, 2028-02-01, 2028-02-29",
        "2026-Q1, QUARTER, 2026-01-01, 2026-03-31",
        "2026-Q4, QUARTER, 2026-10-01, 2026-12-31",
        "2026-H2, HALF, 2026-07-01, 2026-12-31",
        "2026, YEAR, 2026-01-01, 2026-12-31",
        "2025-2030, TERM, 2025-01-01, 2030-12-31",
        "2025-2025, TERM, 2025-01-01, 2025-12-31"
    })
    void shouldReadAndWriteEveryLength(String text, String type, String from, String last) {
        assertThat(Period.parse(text))
                .hasValueSatisfying(period -> assertThat(period.type() + " " + period.from() + " " + period.last())
                        .isEqualTo(type + " " + from + " " + last));
        assertThat(Period.parse(text)).map(Period::text).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26-01",
                "2026-00",
                "2026-13",
                "2026-1",
                "2026-Q0",
                "2026-Q5",
                "2026-H3",
                "2030-2025",
                "1899",
                "2200",
                "2026 ",
                "2026-07-01"
            })
    void shouldReadNothingElse(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }
}
