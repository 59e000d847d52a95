package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.training.certificate.CertificateRules.Term;

/** Terms, reasons, numbers and texts. */
class CertificateRulesTest {
    private static final Term TWO_YEARS = new Term("A", 24, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 1));
    private static final Term ONE_YEAR = new Term("B", 12, LocalDate.of(2020, 1, 1), null);

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, A, 2027-12-31",
        "2026-01-01, A, ",
        "2019-12-31, A, ",
        "2020-01-01, A, 2022-01-01",
        "2024-02-29, A, 2026-02-28",
        "2025-06-30, 'A,B', 2026-06-30",
        "2025-06-30, C, "
    })
    void shouldTakeTheShortestTermThatHoldsOnTheDayOfIssue(LocalDate issuedOn, String contents, LocalDate last) {
        // Given
        var rules = new CertificateRules("X", 1, "none", "ASSUMED", true, List.of(TWO_YEARS, ONE_YEAR), List.of());

        // When
        var found = rules.lastDay(Set.of(contents.split(",")), issuedOn);

        // Then
        assertThat(found.orElse(null)).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource(CertificateAct.class)
    void shouldHaveReasonsForEveryAct(CertificateAct act) {
        assertThat(CertificateRules.SHIPPED.reasons())
                .filteredOn(reason -> reason.act() == act)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(CertificateRules.SHIPPED.reason(reason.code()))
                        .contains(reason));
        assertThat(CertificateRules.SHIPPED.legalCheck()).isTrue();
        assertThat(CertificateRules.SHIPPED.mark()).isIn("LAW", "SECONDARY", "ASSUMED");
    }

    @ParameterizedTest
    @CsvSource({"REVOKE, ISSUED SUSPENDED LEGACY", "SUSPEND, ISSUED", "RESTORE, SUSPENDED"})
    void shouldLeadFromTheseStatesOnly(CertificateAct act, String states) {
        for (var state : CertificateState.values()) {
            assertThat(act.isPossible(state))
                    .isEqualTo(List.of(states.split(" ")).contains(state.name()));
        }
    }

    /** Whoever knows one number knows nothing of the next. */
    @Test
    void shouldGiveNumbersThatSayNothing() {
        // Given
        var numbers = new CertificateNumbers();
        var made = new HashSet<String>();
        var firstLetters = new TreeSet<Character>();

        // When
        for (int i = 0; i < 5_000; i++) {
            var number = numbers.next(2026);
            made.add(number);
            firstLetters.add(number.charAt(5));
            assertThat(number).matches("HN26(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        }

        // Then
        assertThat(made).hasSize(5_000);
        assertThat(firstLetters).hasSize(32);
    }

    @Test
    void shouldEscapeWhateverOthersWrote() {
        assertThat(CertificatePage.escape("<a href=\"x\">'&\u1ea4</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;\u1ea4&lt;/a&gt;");
    }

    @Test
    void shouldSpeakBothLanguages() {
        // When
        var vietnamese = PageTexts.read("vi");
        var english = PageTexts.read("en");

        // Then
        assertThat(vietnamese.texts().keySet()).isEqualTo(english.texts().keySet());
        for (var state : PublicApi.PublicState.values()) {
            assertThat(english.of("state." + state + ".meaning")).isNotBlank();
        }
        assertThat(vietnamese.texts().values())
                .noneMatch(text -> text.toString().matches(".*[<>&\"].*"));
    }
}
