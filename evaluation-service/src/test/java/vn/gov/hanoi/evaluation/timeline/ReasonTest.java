package vn.gov.hanoi.evaluation.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    @ParameterizedTest
    @CsvSource({
        "Số đúng là 001085123434., Số đúng là ***.",
        "CMND 012345678, CMND ***",
        "001 085 123 434, ***",
        "Quyết định 112/2020, Quyết định 112/2020"
    })
    void shouldKeepWhatPeopleWriteWithoutPersonalNumbers(String text, String kept) {
        // When
        var audited = new Reason("RECORDED_WRONGLY", text).audited(Map.of("from", "2026-01-01"));

        // Then
        assertThat(audited)
                .containsOnly(
                        Map.entry("from", "2026-01-01"),
                        Map.entry("reason", "RECORDED_WRONGLY"),
                        Map.entry("text", kept));
    }
}
