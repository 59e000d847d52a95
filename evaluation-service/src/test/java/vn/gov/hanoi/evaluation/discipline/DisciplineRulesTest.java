package vn.gov.hanoi.evaluation.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Violation;
import vn.gov.hanoi.evaluation.discipline.DisciplineDecision.Person;
import vn.gov.hanoi.evaluation.discipline.HandlingClock.Suspension;
import vn.gov.hanoi.evaluation.discipline.Sanction.Status;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Forms by category and period of law, the days of a sanction and of a case. */
class DisciplineRulesTest {
    private static final DisciplineRules RULES = DisciplineRules.shipped();
    private static final LocalDate OLD = LocalDate.of(2025, 6, 30);
    private static final LocalDate OPENED = LocalDate.of(2026, 7, 14);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);

    private static FormCheck forms(Category category, boolean leader, LocalDate signedOn) {
        return new FormCheck(RULES, new Person(UUID.randomUUID(), category, leader), signedOn);
    }

    private static Sanction sanction(String form, Category category, boolean leader, LocalDate signedOn) {
        return RULES.sanction(forms(category, leader, signedOn).form(form), signedOn);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-20, CADRE, true, REPRIMAND WARNING REMOVAL_FROM_POST RECALL",
        "2025-07-01, CADRE, true, REPRIMAND WARNING REMOVAL_FROM_POST RECALL",
        "2025-06-30, CIVIL_SERVANT, true, REPRIMAND WARNING DEMOTION REMOVAL_FROM_POST DISMISSAL",
        "2025-07-01, CIVIL_SERVANT, true, REPRIMAND WARNING REMOVAL_FROM_POST DISMISSAL",
        "2025-06-30, CIVIL_SERVANT, false, REPRIMAND WARNING SALARY_STEP_CUT DISMISSAL",
        "2025-07-01, CIVIL_SERVANT, false, REPRIMAND WARNING DISMISSAL",
        "2025-06-30, PUBLIC_EMPLOYEE, true, REPRIMAND WARNING REMOVAL_FROM_POST DISMISSAL",
        "2025-06-30, PUBLIC_EMPLOYEE, false, REPRIMAND WARNING DISMISSAL",
        "2025-07-01, CONTRACT_WORKER, false, REPRIMAND RAISE_DELAY TERMINATION"
    })
    void shouldHaveTheFormsOfTheLawOfTheDay(LocalDate day, Category category, boolean leader, String codes) {
        assertThat(RULES.on(day).orElseThrow().forms().stream()
                        .filter(form -> form.isFor(category, leader))
                        .map(DisciplineRules.Form::code))
                .containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-19, REPRIMAND, CIVIL_SERVANT, false, discipline.regime-none, {day=2020-09-19}",
        "2025-07-01, DEMOTION, CIVIL_SERVANT, true, discipline.form-abolished, '{form=DEMOTION, since=2025-07-01}'",
        "2026-07-01, SALARY_STEP_CUT, CIVIL_SERVANT, false, discipline.form-abolished, '{form=SALARY_STEP_CUT, since=2025-07-01}'",
        "2025-06-30, DEMOTION, CIVIL_SERVANT, false, discipline.form-unknown, '{form=DEMOTION, regime=VN-2019, category=CIVIL_SERVANT, leader=false}'",
        "2025-07-01, RECALL, PUBLIC_EMPLOYEE, true, discipline.form-unknown, '{form=RECALL, regime=VN-2025, category=PUBLIC_EMPLOYEE, leader=true}'"
    })
    void shouldRefuseAFormThatTheLawOfTheDayDoesNotHave(
            LocalDate day, String form, Category category, boolean leader, String code, String args) {
        assertThatThrownBy(() -> forms(category, leader, day).form(form))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusals())
                            .extracting(each -> each.code().code())
                            .containsExactly(code);
                    assertThat(refused.refusals().getFirst().args()).hasToString(args);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "REPRIMAND, false, 2025-06-30, 12, 2026-06-29",
        "SALARY_STEP_CUT, false, 2024-03-01, 12, 2025-02-28",
        "DEMOTION, true, 2024-02-29, 24, 2026-02-27",
        "REMOVAL_FROM_POST, true, 2025-07-01, 24, 2027-06-30",
        "WARNING, true, 2023-03-01, 12, 2024-02-29"
    })
    void shouldLastAndForbidTheMonthsOfTheForm(
            String form, boolean leader, LocalDate first, int months, LocalDate last) {
        var sanction = sanction(form, Category.CIVIL_SERVANT, leader, first);

        assertThat(sanction.effectMonths()).isEqualTo(months);
        assertThat(sanction.endsOn()).isEqualTo(last);
        assertThat(sanction.lastsUntil()).isEqualTo(last);
        assertThat(sanction.bans()).extracting(Sanction.Forbidden::kind).containsExactly(Ban.values());
        assertThat(sanction.bans()).extracting(Sanction.Forbidden::endsOn).containsOnly(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30, NOT_YET, false",
        "2025-07-01, IN_FORCE, true",
        "2026-06-30, IN_FORCE, true",
        "2026-07-01, ENDED, false"
    })
    void shouldHoldFromTheFirstToTheLastDayAndNotTheDayAfter(LocalDate day, Status status, boolean holds) {
        var sanction = sanction("REPRIMAND", Category.PUBLIC_EMPLOYEE, false, NEW);

        assertThat(sanction.status(day)).isEqualTo(status);
        assertThat(sanction.bans())
                .allSatisfy(ban -> assertThat(sanction.forbids(ban, day)).isEqualTo(holds));
    }

    @Test
    void shouldEndWithTheDayOfAnAcquittalAndKeepWhatWasBefore() {
        var lifted = sanction("REPRIMAND", Category.PUBLIC_EMPLOYEE, false, NEW).lifted(day("2025-12-10"));

        assertThat(lifted.status(day("2025-12-09"))).isEqualTo(Status.IN_FORCE);
        assertThat(lifted.status(day("2025-12-10"))).isEqualTo(Status.LIFTED);
        assertThat(lifted.status(day("2026-12-10"))).isEqualTo(Status.LIFTED);
        assertThat(lifted.bans()).allSatisfy(ban -> {
            assertThat(lifted.forbids(ban, day("2025-12-09"))).isTrue();
            assertThat(lifted.forbids(ban, day("2025-12-10"))).isFalse();
        });
        assertThat(lifted.endsOn()).isEqualTo(day("2026-06-30"));
    }

    /** The last day of an old form is the old one, whatever rules are read afterwards; another first day takes the months along. */
    @Test
    void shouldKeepTheMonthsThatWereGivenWhenTheLawChanges() throws IOException {
        // Given
        var given = sanction("WARNING", Category.CIVIL_SERVANT, false, OLD);
        var yaml = Files.readString(Path.of("src/main/resources/discipline/VN-DISCIPLINE.yaml"));
        var changed = DisciplineRules.parse(
                yaml.replace("effectMonths: 12", "effectMonths: 6").replaceAll(": 12([,}])", ": 6$1"));

        // When
        var moved = given.from(day("2025-08-01"), changed);

        // Then
        assertThat(changed.on(OLD)
                        .orElseThrow()
                        .form("WARNING", Category.CIVIL_SERVANT, false)
                        .orElseThrow()
                        .effectMonths())
                .isEqualTo(6);
        assertThat(moved.endsOn()).isEqualTo(day("2026-07-31"));
        assertThat(moved.bans()).extracting(Sanction.Forbidden::endsOn).containsOnly(day("2026-07-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "REPRIMAND, 2024-07-15, ''",
        "REPRIMAND, 2024-07-14, 2026-07-13",
        "WARNING, 2021-07-15, ''",
        "WARNING, 2021-07-14, 2026-07-13"
    })
    void shouldKnowUntilWhenACaseMayBeOpenedForAForm(String form, LocalDate actOn, String last) {
        var check = forms(Category.CIVIL_SERVANT, false, OPENED);

        assertThat(check.limitation(violation(actOn, null), check.form(form)))
                .extracting(refusal -> String.valueOf(refusal.args().get("until")))
                .containsExactlyElementsOf(last.isEmpty() ? List.of() : List.of(last));
        assertThat(check.limitation(violation(actOn, "FALSE_CERTIFICATE"), check.form(form)))
                .isEmpty();
    }

    @Test
    void shouldOpenNoCaseForWhichNoFormIsInTime() {
        var check = forms(Category.CIVIL_SERVANT, false, OPENED);

        assertThat(check.limitation(violation(day("2021-07-15"), null))).isEmpty();
        assertThat(check.limitation(violation(day("2021-07-14"), null)))
                .extracting(Refusal::args)
                .hasToString("[{until=2026-07-13}]");
    }

    private static Violation violation(LocalDate actOn, @Nullable String exemption) {
        return new Violation(actOn, actOn, OPENED, true, exemption, "Vắng mặt", List.of());
    }

    @ParameterizedTest
    @CsvSource({"false, 2026-04-01", "true, 2026-05-31"})
    void shouldGiveNinetyDaysAndAHundredAndFiftyForAComplexCase(boolean complex, LocalDate due) {
        var clock = new HandlingClock(day("2026-01-01"), RULES.handling().days(complex), List.of());

        assertThat(clock.dueOn()).contains(due);
        assertThat(clock.isOver(due)).isFalse();
        assertThat(clock.isOver(due.plusDays(1))).isTrue();
    }

    @Test
    void shouldStandStillWhileItIsSuspendedAndGoOnWithTheDaysThatWereLeft() {
        // Given
        var found = day("2026-01-01");
        var first = new Suspension("SERIOUS_ILLNESS", day("2026-01-11"), null, "Giấy ra viện");

        // When
        var standing = new HandlingClock(found, 90, List.of(first));
        var resumed = new HandlingClock(found, 90, List.of(first.resumed(day("2026-01-31"))));

        // Then
        assertThat(standing.dueOn()).isEmpty();
        assertThat(standing.isOver(day("2030-01-01"))).isFalse();
        assertThat(resumed.dueOn()).contains(day("2026-04-21"));
        assertThat(resumed.mayStandFrom()).isEqualTo(day("2026-01-31"));
    }
}
