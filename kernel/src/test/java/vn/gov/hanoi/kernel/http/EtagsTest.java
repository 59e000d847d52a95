package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

class EtagsTest {
    @Property
    void shouldTakeTheTagOfThisVersionOnly(@ForAll long version, @ForAll long other) {
        Assume.that(version != other);

        assertThatCode(() -> Etags.require(Etags.of(version), version)).doesNotThrowAnyException();
        assertDiffers(Etags.of(other), version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"7\"", "7", "\"7", "\"07\"", "\"7\", \"8\"", "\"7\" ", "\"\"", "\"7\"\u0000"})
    void shouldNotTakeAWeakTagAStarOrAnotherForm(String ifMatch) {
        assertDiffers(ifMatch, 7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void shouldAskForTheHeader(String ifMatch) {
        // When
        var refused = catchThrowableOfType(Refused.class, () -> Etags.require(ifMatch, 7));

        // Then
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.refusals().getFirst().code()).isEqualTo(KernelProblem.PRECONDITION_REQUIRED);
        assertThat(refused.refusals().getFirst().parameter()).isEqualTo("If-Match");
    }

    private static void assertDiffers(String ifMatch, long version) {
        // When
        var refused = catchThrowableOfType(Refused.class, () -> Etags.require(ifMatch, version));

        // Then
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.refusals().getFirst().args()).containsEntry("etag", "\"" + version + "\"");
    }
}
