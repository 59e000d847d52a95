package vn.gov.hanoi.training.decree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.training.decree.Condition.Code;
import vn.gov.hanoi.training.decree.Condition.Verdict;
import vn.gov.hanoi.training.decree.DegreeRules.Rule;

/** The decree of the day of sending says who may be sent, and each condition says what was found. */
class EligibilityTest {
    private static final DegreeRules RULES = DegreeRules.shipped();
    private static final LocalDate LAST_DAY_OF_2017 = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_DAY_OF_2025 = LocalDate.of(2025, 7, 1);

    /** Of 42 years on 01/07/2025, ten years in service, found good in 2023 and 2024. */
    private static Person person() {
        return person(stated(LocalDate.of(1983, 3, 1), LocalDate.of(2016, 1, 1)), Map.of(2023, "A", 2024, "B"));
    }

    private static Person.Stated stated(@Nullable LocalDate born, @Nullable LocalDate probationEnded) {
        return new Person.Stated(born, probationEnded, true, null, false, null, "Hồ sơ 1");
    }

    private static Person person(Person.Stated stated, Map<Integer, String> levels) {
        return new Person(true, LocalDate.of(2015, 1, 1), levels, null, null, stated);
    }

    private static Rule rule(String category, String level, LocalDate day) {
        return RULES.rule(category, level, day).orElseThrow();
    }

    private static Map<Code, Verdict> verdicts(Person person, LocalDate day) {
        var found = new HashMap<Code, Verdict>();
        Eligibility.check(rule("CIVIL_SERVANT", "MASTER", day), person, day)
                .forEach(each -> found.put(each.code(), each.verdict()));
        return found;
    }

    private static Condition condition(Code code, Person person, LocalDate day) {
        return Eligibility.check(rule("CIVIL_SERVANT", "MASTER", day), person, day).stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLetTheDecreeOfTheSendingDayDecideOnTheSamePerson() {
        // When
        var before = verdicts(person(), LAST_DAY_OF_2017);
        var after = verdicts(person(), FIRST_DAY_OF_2025);

        // Then
        assertThat(before).containsEntry(Code.AGE, Verdict.NOT_MET);
        before.remove(Code.AGE);
        assertThat(before.values()).containsOnly(Verdict.MET);
        assertThat(after.values()).containsOnly(Verdict.MET);
        assertThat(rule("CIVIL_SERVANT", "MASTER", LAST_DAY_OF_2017)
                        .commitment()
                        .factor())
                .isEqualTo(2);
        assertThat(rule("CIVIL_SERVANT", "MASTER", FIRST_DAY_OF_2025)
                        .commitment()
                        .factor())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} sent to {1} on {2}: {3}")
    @CsvSource({
        "CIVIL_SERVANT,   MASTER,     2017-10-20, ''",
        "CIVIL_SERVANT,   MASTER,     2017-10-21, ND101-POSTGRADUATE",
        "CIVIL_SERVANT,   DOCTOR,     2025-06-30, ND101-POSTGRADUATE",
        "CIVIL_SERVANT,   DOCTOR,     2025-07-01, ND171-POSTGRADUATE",
        "PUBLIC_EMPLOYEE, MASTER,     2025-06-30, ND101-PUBLIC-EMPLOYEE",
        "PUBLIC_EMPLOYEE, MASTER,     2025-07-01, ''",
        "CADRE,           UNIVERSITY, 2025-06-30, ND101-BELOW-POSTGRADUATE",
        "CADRE,           UNIVERSITY, 2025-07-01, ''",
        "CONTRACT_WORKER, MASTER,     2024-01-01, ''"
    })
    void shouldKnowWhichRuleCountsOnADay(String category, String level, LocalDate day, String rule) {
        assertThat(RULES.rule(category, level, day).map(Rule::code).orElse("")).isEqualTo(rule);
    }

    @Test
    void shouldNeverHaveTwoRulesForOneDay() {
        for (var category : List.of("CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE")) {
            for (var level : RULES.levels()) {
                for (var day = LocalDate.of(2017, 1, 1); day.getYear() < 2027; day = day.plusMonths(1)) {
                    var on = day;
                    assertThat(RULES.rules().stream().filter(each -> each.countsFor(category, level.code(), on)))
                            .as("%s %s %s", category, level.code(), day)
                            .hasSizeLessThan(2);
                }
            }
        }
    }

    @ParameterizedTest(name = "born {0}, sent {1}: {2}")
    @CsvSource({
        "1985-06-30, 2025-06-30, MET",
        "1984-07-01, 2025-06-30, MET",
        "1984-06-30, 2025-06-30, NOT_MET",
        "1979-07-02, 2025-07-01, MET",
        "1979-07-01, 2025-07-01, NOT_MET"
    })
    void shouldCountFullYearsOfAgeOnTheDayOfSending(LocalDate born, LocalDate day, Verdict verdict) {
        var asked = person(stated(born, LocalDate.of(2016, 1, 1)), Map.of());
        assertThat(condition(Code.AGE, asked, day).verdict()).isEqualTo(verdict);
    }

    @Test
    void shouldTakeTheAgeOfTheFirstSendingAndNeverShowABirthDate() {
        // Given
        var born = LocalDate.of(1983, 3, 1);
        var again = new Person(
                true, null, Map.of(), LocalDate.of(2020, 9, 1), null, stated(born, LocalDate.of(2010, 1, 1)));

        // When
        var found = condition(Code.AGE, again, LAST_DAY_OF_2017);

        // Then
        assertThat(found.verdict()).isEqualTo(Verdict.MET);
        assertThat(found.evidence()).containsEntry("age", 37L).containsEntry("firstSentOn", "2020-09-01");
        assertThat(found.evidence().toString()).doesNotContain("1983");
    }

    @ParameterizedTest(name = "probation ended {0}, first post {1}: {2}")
    @CsvSource({
        "2022-07-01, 2021-07-01, MET",
        "2022-07-02, 2021-07-01, NOT_MET",
        ",           2021-07-01, MET",
        ",           2021-07-02, UNKNOWN",
        ",           ,           UNKNOWN"
    })
    void shouldCountServiceWithoutProbation(@Nullable LocalDate ended, @Nullable LocalDate firstPost, Verdict verdict) {
        var asked = new Person(true, firstPost, Map.of(), null, null, stated(null, ended));
        assertThat(condition(Code.SENIORITY, asked, FIRST_DAY_OF_2025).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "2023 {0}, 2024 {1}: {2}")
    @CsvSource({
        "A,         B,         MET",
        "B,         B,         MET",
        "C,         A,         NOT_MET",
        "A,         NOT_RATED, NOT_MET",
        ",          A,         UNKNOWN",
        ",          D,         NOT_MET",
        ",          ,          UNKNOWN"
    })
    void shouldAskForTwoGoodYearsBefore(@Nullable String earlier, @Nullable String later, Verdict verdict) {
        // Given
        var levels = new HashMap<Integer, String>(Map.of(2022, "A", 2025, "A"));
        Stream.of(2023, 2024).forEach(year -> {
            var level = year == 2023 ? earlier : later;
            if (level != null) {
                levels.put(year, level);
            }
        });

        // When
        var found = condition(Code.EVALUATION, person(stated(null, null), levels), FIRST_DAY_OF_2025);

        // Then
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.evidence()).containsOnlyKeys("2023", "2024");
    }

    @Test
    void shouldRefuseWhoIsSanctionedOrConsidered() {
        // Given
        var considered =
                new Person(true, null, Map.of(), null, new Person.Ban("EXAMINATION", null), stated(null, null));

        // When
        var found = condition(Code.NO_TRAINING_BAN, considered, FIRST_DAY_OF_2025);

        // Then
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(found.evidence()).isEqualTo(Map.of("form", "EXAMINATION"));
        assertThat(RULES.text(Code.NO_TRAINING_BAN).waivable()).isFalse();
    }

    @Test
    void shouldNotKnowWhatNobodyStated() {
        // Given
        var silent = new Person(
                false, null, Map.of(), null, null, new Person.Stated(null, null, null, null, true, null, "Hồ sơ 1"));

        // When
        var ofPostgraduate = verdicts(silent, FIRST_DAY_OF_2025);
        var below = Eligibility.check(rule("CADRE", "COLLEGE", LAST_DAY_OF_2017), silent, LAST_DAY_OF_2017);
        var employee = Eligibility.check(rule("PUBLIC_EMPLOYEE", "MASTER", LAST_DAY_OF_2017), silent, LAST_DAY_OF_2017);

        // Then
        assertThat(ofPostgraduate)
                .containsEntry(Code.IN_SERVICE, Verdict.NOT_MET)
                .containsEntry(Code.FIELD_FITS, Verdict.UNKNOWN)
                .containsEntry(Code.PROGRAMME_MET, Verdict.UNKNOWN)
                .containsEntry(Code.AGE, Verdict.UNKNOWN);
        assertThat(below)
                .extracting(Condition::code)
                .contains(Code.PRIORITY_GROUP)
                .doesNotContain(Code.AGE);
        assertThat(employee)
                .filteredOn(each -> each.code() == Code.PROBATION_FINISHED)
                .extracting(Condition::verdict)
                .containsExactly(Verdict.UNKNOWN);
    }
}
