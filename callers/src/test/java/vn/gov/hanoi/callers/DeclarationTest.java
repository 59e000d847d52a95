package vn.gov.hanoi.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.callers.Declaration.Need;

/** What a call must and may say of itself. */
class DeclarationTest {
    private static final Purposes LIST = Purposes.load();
    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);
    private static final Credential PERSON =
            new Credential(false, Set.of("evaluation-reader", "auditor"), "H26.23.4", null, Set.of());
    private static final Credential SYSTEM =
            new Credential(true, Set.of("evaluation-reader"), "H26", "H26.99", Set.of("REWARD_REVIEW", "AUDIT"));

    private final Map<String, List<String>> headers = new HashMap<>();

    @Test
    void shouldAskNothingOfAPersonWhoSaysNothing() {
        assertThat(read(PERSON, Need.OF_SYSTEMS)).isEqualTo(Declaration.NONE);
        assertRefused(PERSON, Need.OF_EVERYBODY, CallerFault.PURPOSE_MISSING);
    }

    @Test
    void shouldTakeAllThatASystemSays() {
        // Given
        say(Declaration.ORGANISATION, "H26.99");
        say(Declaration.PURPOSE, "AUDIT");
        say(Declaration.CASE, "112/Q%C4%90-UBND of 3/8");
        say(Declaration.USER, "u-77.b");

        // When Then
        assertThat(read(SYSTEM, Need.OF_SYSTEMS))
                .isEqualTo(new Declaration("H26.99", "AUDIT", "112/Q%C4%90-UBND of 3/8", "u-77.b"));
    }

    @Test
    void shouldFillInTheOrganisationOfASystemAndOfNobodyElse() {
        // Given
        say(Declaration.PURPOSE, "REWARD_REVIEW");

        // When Then
        assertThat(read(SYSTEM, Need.OF_SYSTEMS).organisation()).isEqualTo("H26.99");
        assertThat(read(PERSON, Need.OF_EVERYBODY).organisation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "reward review", "reward_review", "REWARD-REVIEW", "A", "1A", "REWARD_REVIEW\n"})
    void shouldTakeWhatIsNoCodeForNoPurpose(String given) {
        // Given
        say(Declaration.PURPOSE, given);

        // When Then
        assertRefused(SYSTEM, Need.OF_SYSTEMS, CallerFault.PURPOSE_MISSING);
        assertRefused(PERSON, Need.OF_SYSTEMS, CallerFault.PURPOSE_MISSING);
    }

    @Test
    void shouldNotChooseBetweenTwoPurposes() {
        // Given
        headers.put(Declaration.PURPOSE, List.of("REWARD_REVIEW", "AUDIT"));

        // When Then
        assertRefused(SYSTEM, Need.OF_SYSTEMS, CallerFault.PURPOSE_MISSING);
    }

    @Test
    void shouldKnowOnlyPurposesInForce() {
        // Given
        say(Declaration.PURPOSE, "CURIOSITY");

        // When Then
        assertRefused(SYSTEM, Need.OF_SYSTEMS, CallerFault.PURPOSE_UNKNOWN);
        say(Declaration.PURPOSE, "REWARD_REVIEW");
        assertThatThrownBy(
                        () -> Declaration.read(this::values, SYSTEM, LIST, Need.OF_SYSTEMS, LocalDate.of(2025, 12, 31)))
                .isInstanceOfSatisfying(Undeclared.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(CallerFault.PURPOSE_UNKNOWN);
                    assertThat(refused.args()).containsEntry("purpose", "REWARD_REVIEW");
                });
    }

    /** A role does not help a system, a registration does not help a person, and no registration makes a purpose one for systems. */
    @ParameterizedTest
    @CsvSource({
        "REWARD_REVIEW, true, true",
        "EVALUATION_REVIEW, true, false",
        "AUDIT, true, true",
        "PERSONNEL_MANAGEMENT, false, false",
        "DISCIPLINE_REVIEW, false, false"
    })
    void shouldGrantPersonsByRoleAndSystemsByRegistration(String purpose, boolean person, boolean system) {
        // Given
        say(Declaration.PURPOSE, purpose);
        say(Declaration.CASE, "1");
        var registered = new Credential(
                true,
                Set.of("evaluation-reader"),
                "H26",
                "H26.99",
                Set.of("REWARD_REVIEW", "AUDIT", "DISCIPLINE_REVIEW"));

        // When Then
        assertThat(isGranted(PERSON)).isEqualTo(person);
        assertThat(isGranted(registered)).isEqualTo(system);
    }

    @Test
    void shouldAskForTheCaseWhereThePurposeSaysSo() {
        // Given
        say(Declaration.PURPOSE, "AUDIT");

        // When Then
        assertRefused(SYSTEM, Need.OF_SYSTEMS, CallerFault.CASE_MISSING);
        assertRefused(PERSON, Need.OF_SYSTEMS, CallerFault.CASE_MISSING);
        say(Declaration.CASE, "12/QD-UBND");
        assertThat(read(PERSON, Need.OF_SYSTEMS).caseNumber()).isEqualTo("12/QD-UBND");
    }

    @ParameterizedTest
    @CsvSource({
        "H26.23.4, true, false",
        "H26.23, true, false",
        "H26.99, false, true",
        "H26, false, false",
        "H26.2, false, false",
        "H26.24, false, false"
    })
    void shouldBindTheOrganisationToTheCredential(String organisation, boolean person, boolean system) {
        // Given
        say(Declaration.ORGANISATION, organisation);
        say(Declaration.PURPOSE, "REWARD_REVIEW");

        // When Then
        assertThat(isGranted(PERSON)).isEqualTo(person);
        assertThat(isGranted(SYSTEM)).isEqualTo(system);
    }

    @Test
    void shouldTakeNoSystemWithoutAnOrganisation() {
        // Given
        say(Declaration.PURPOSE, "REWARD_REVIEW");
        var unbound = new Credential(true, Set.of(), "H26", null, Set.of("REWARD_REVIEW"));

        // When Then
        assertRefused(unbound, Need.OF_SYSTEMS, CallerFault.ORGANISATION_NOT_BOUND);
        say(Declaration.ORGANISATION, "H26");
        assertRefused(unbound, Need.OF_SYSTEMS, CallerFault.ORGANISATION_NOT_BOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "Caller-Organisation, h26",
        "Caller-Organisation, H26.23'",
        "Caller-User, Nguyễn Văn A",
        "Caller-User, a b",
        "Caller-Case, 12/QĐ",
        "Caller-Case, ' '"
    })
    void shouldRefuseHostileHeaders(String name, String value) {
        // Given
        say(name, value);

        // When Then
        assertRefused(PERSON, Need.OF_SYSTEMS, CallerFault.HEADER_MALFORMED);
        headers.put(name, List.of("H26.23", "H26.23"));
        assertRefused(PERSON, Need.OF_SYSTEMS, CallerFault.HEADER_MALFORMED);
        say(name, "A".repeat(101));
        assertRefused(PERSON, Need.OF_SYSTEMS, CallerFault.HEADER_MALFORMED);
    }

    @Test
    void shouldKnowASystemByItsAccountOrItsOrganisation() {
        // When
        var byAccount = of(Map.of("preferred_username", "service-account-x", "unit", "H26"));
        var byOrganisation = of(Map.of("organisation", "\"H26.99\"", "purposes", List.of("\"AUDIT\"", "STATISTICS")));
        var person = of(Map.of("preferred_username", "an.nguyen", "unit", "H26", "purposes", "AUDIT"));

        // Then
        assertThat(byAccount.system()).isTrue();
        assertThat(byOrganisation.system()).isTrue();
        assertThat(byOrganisation.organisation()).isEqualTo("H26.99");
        assertThat(byOrganisation.purposes()).containsExactlyInAnyOrder("AUDIT", "STATISTICS");
        assertThat(person.system()).isFalse();
        assertThat(person.purposes()).isEmpty();
    }

    @Test
    void shouldNameLawAndBothLanguagesOfEachPurposeOnce() {
        // When
        var all = LIST.on(DAY);

        // Then
        assertThat(all).hasSizeGreaterThan(5).extracting(Purpose::code).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(purpose -> {
            assertThat(purpose.code()).matches("[A-Z][A-Z0-9_]{1,39}");
            assertThat(purpose.names().vi())
                    .isNotBlank()
                    .isNotEqualTo(purpose.names().en());
            assertThat(purpose.about().vi())
                    .isNotBlank()
                    .isNotEqualTo(purpose.about().en());
            assertThat(purpose.legalBasis()).contains("91/2025/QH15");
            assertThat(purpose.mark()).isIn("LAW", "SECONDARY", "ASSUMED");
            assertThat(purpose.systems() || !purpose.roles().isEmpty()).isTrue();
        });
    }

    private static Credential of(Map<String, Object> claims) {
        return Credential.of(Set.of(), claims::get);
    }

    private void say(String name, String value) {
        headers.put(name, List.of(value));
    }

    private List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    private Declaration read(Credential credential, Need need) {
        return Declaration.read(this::values, credential, LIST, need, DAY);
    }

    private boolean isGranted(Credential credential) {
        try {
            read(credential, Need.OF_SYSTEMS);
            return true;
        } catch (Undeclared refused) {
            assertThat(refused.fault()).isIn(CallerFault.PURPOSE_NOT_GRANTED, CallerFault.ORGANISATION_NOT_BOUND);
            return false;
        }
    }

    private void assertRefused(Credential credential, Need need, CallerFault fault) {
        assertThatThrownBy(() -> read(credential, need))
                .isInstanceOfSatisfying(
                        Undeclared.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
