package vn.gov.hanoi.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.http.StrictJson;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

class PageRequestTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 499, 500})
    void shouldTakeUpTo500(int limit) {
        assertThat(new PageRequest(limit, null, false).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void shouldRefuseAnyOtherLimitAndNameTheBounds(int limit) {
        // When
        var refused = catchThrowableOfType(Refused.class, () -> new PageRequest(limit, null, false));

        // Then
        var refusal = refused.refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(KernelProblem.INVALID_PARAMETER);
        assertThat(refusal.parameter()).isEqualTo("limit");
        assertThat(refusal.args()).containsEntry("name", "limit").containsEntry("expected", "1-500");
    }

    @Test
    void shouldWriteTheEnvelopeWithNullNextOnTheLastPageAndNoCountUnlessAsked() throws Exception {
        // Given
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        var time = new Page.Time(LocalDate.of(2020, 3, 16), Instant.parse("2020-03-16T01:02:03Z"));

        // When
        var plain = mapper.writeValueAsString(new Page<>(List.of("a"), new Page.Info(50, null, null, null), time));
        var counted = mapper.writeValueAsString(new Page<>(List.of(), new Page.Info(1, "x", 10_000L, true), time));

        // Then
        assertThat(plain).isEqualTo("""
                {"items":["a"],"page":{"limit":50,"next":null},\
                "time":{"asOf":"2020-03-16","knownAt":"2020-03-16T01:02:03Z"}}""");
        assertThat(counted).isEqualTo("""
                {"items":[],"page":{"limit":1,"next":"x","count":10000,"countIsLowerBound":true},\
                "time":{"asOf":"2020-03-16","knownAt":"2020-03-16T01:02:03Z"}}""");
    }
}
