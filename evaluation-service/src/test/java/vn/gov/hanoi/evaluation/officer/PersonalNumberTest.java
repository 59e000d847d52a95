package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.seal.Sealer;

/** The personal number: its form, what it is compared with, and how it is kept. */
class PersonalNumberTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @ParameterizedTest
    @ValueSource(strings = {"", "00108500001", "0010850000123", "00108500001a", " 01085000012", "٠٠١٠٨٥٠٠٠٠١٢"})
    void shouldTakeTwelveDigitsOnly(String text) {
        assertThat(PersonalNumber.fault(text)).isPresent();
    }

    @Test
    void shouldTakeAnyTwelveDigits() {
        assertThat(PersonalNumber.fault("999999999999")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource({
        "001085000012, MALE, 1985-02-03, ''",
        "001185000012, FEMALE, 1985-02-03, ''",
        "001203000012, MALE, 2003-02-03, ''",
        "001303000012, FEMALE, 2003-02-03, ''",
        "001185000012, MALE, 1985-02-03, SEX",
        "001085000012, FEMALE, 1985-02-03, SEX",
        "001085000012, MALE, 1986-02-03, YEAR",
        "001285000012, MALE, 1985-02-03, YEAR",
        "001185000012, MALE, 1986-02-03, 'SEX,YEAR'",
        "001185000012, , , ''"
    })
    void shouldDoubtWhatDoesNotAgree(String digits, @Nullable Sex sex, @Nullable LocalDate birthDate, String doubts) {
        assertThat(new PersonalNumber(digits).doubts(sex, birthDate))
                .extracting(Enum::name)
                .containsExactlyElementsOf(Arrays.stream(doubts.split(","))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void shouldShowTheFirstFourAndTheLastTwoDigits() {
        assertThat(new PersonalNumber("001085123434").masked()).isEqualTo("0010******34");
    }

    @Test
    void shouldSealForOneOfficerAloneAndFindByTheIndex() {
        // Given
        var numbers = new PersonalNumbers(new Sealer(KEY), KEY);
        var id = UUID.randomUUID();

        // When
        var first = numbers.seal(id, "001085000012");
        var second = numbers.seal(UUID.randomUUID(), "001085000012");

        // Then
        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(first.sealed()).isNotEqualTo(second.sealed());
        assertThat(first.index()).hasSize(32).isEqualTo(numbers.index("001085000012"));
        assertThat(numbers.index("001085000013")).isNotEqualTo(first.index());
        assertThat(new Sealer(KEY).open(first.sealed(), "officer-number|" + id)).isPresent();
        assertThat(new Sealer(KEY).open(second.sealed(), "officer-number|" + id))
                .isEmpty();
    }
}
