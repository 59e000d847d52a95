package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.ruleset.Medium;
import vn.gov.hanoi.selection.ruleset.SelectionDefaults;

/** The guard that answers "why can't I" and the act itself never disagree, and both agree with the rules written out plainly. */
class VacancyGuardTest {
    @Property(tries = 2_000)
    void shouldBeEnabledExactlyWhenPublishingSucceeds(
            @ForAll("vacancies") Vacancy vacancy,
            @ForAll("units") @Nullable DirectoryUnit unit,
            @ForAll("days") LocalDate day) {
        // Given
        var shown = vacancy.refusalsToAnnounceOn(day, unit, VacancyFixture.RULES);
        var before = vacancy.state();

        // When
        var refused = publish(vacancy, VacancyFixture.announcement(day), unit, VacancyFixture.RULES);

        // Then
        assertThat(refused).isEqualTo(shown);
        assertThat(vacancy.state()).isEqualTo(shown.isEmpty() ? VacancyState.ANNOUNCED : before);
    }

    @Property(tries = 2_000)
    void shouldRefuseExactlyWhatThePlainRulesForbid(
            @ForAll("announcements") Announcement wanted,
            @ForAll("units") @Nullable DirectoryUnit unit,
            @ForAll @IntRange(min = 0, max = 40) int minimumDays,
            @ForAll Set<Medium> required) {
        // Given
        var rules = new SelectionDefaults(2, minimumDays, required, Set.of("DIVISION"));
        var vacancy = VacancyFixture.draft();

        // When
        var refused = publish(vacancy, wanted, unit, rules);

        // Then
        assertThat(refused.isEmpty()).isEqualTo(allowed(wanted, unit, rules));
        assertThat(vacancy.state()).isEqualTo(refused.isEmpty() ? VacancyState.ANNOUNCED : VacancyState.DRAFT);
        assertThat(vacancy.announcement()).isEqualTo(refused.isEmpty() ? wanted : null);
    }

    @Property(tries = 500)
    void shouldNeverChangeOnceAnnounced(
            @ForAll("announcements") Announcement second, @ForAll("units") @Nullable DirectoryUnit unit) {
        // Given
        var vacancy = VacancyFixture.draft();
        var first = VacancyFixture.announcement(VacancyFixture.TODAY);
        vacancy.announce(first, VacancyFixture.division(), VacancyFixture.RULES, VacancyFixture.STAMP);

        // When
        var refused = publish(vacancy, second, unit, VacancyFixture.RULES);

        // Then
        assertThat(refused.getFirst().code().status()).isEqualTo(409);
        assertThat(vacancy.announcement()).isEqualTo(first);
        assertThat(vacancy.changedAt()).isEqualTo(VacancyFixture.STAMP.at());
    }

    /** The rules once more, as a clerk would read them out. */
    private static boolean allowed(Announcement wanted, @Nullable DirectoryUnit unit, SelectionDefaults rules) {
        return unit != null
                && unit.type().equals("DIVISION")
                && !wanted.announcedOn().isBefore(unit.validFrom())
                && (unit.validTo() == null || wanted.announcedOn().isBefore(unit.validTo()))
                && !wanted.dossiersFrom().isBefore(wanted.announcedOn())
                && wanted.dossiersFrom().until(wanted.dossiersTo(), ChronoUnit.DAYS) >= rules.minimumDossierDays()
                && !wanted.dossiersTo().isBefore(wanted.dossiersFrom())
                && wanted.media().containsAll(rules.requiredMedia());
    }

    private static List<Refusal> publish(
            Vacancy vacancy, Announcement wanted, @Nullable DirectoryUnit unit, SelectionDefaults rules) {
        try {
            vacancy.announce(wanted, unit, rules, VacancyFixture.LATER);
            return List.of();
        } catch (Refused refused) {
            return refused.refusals();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-60, 60).map(VacancyFixture.TODAY::plusDays);
    }

    @Provide
    Arbitrary<DirectoryUnit> units() {
        return Combinators.combine(
                        Arbitraries.of("DIVISION", "PUBLIC_UNIT", "DEPARTMENT", "WARD", "UNHEARD_OF"),
                        days(),
                        Arbitraries.integers().between(1, 90).injectNull(0.3))
                .as((type, from, length) ->
                        VacancyFixture.unit(type, from, length == null ? null : from.plusDays(length)))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Announcement> announcements() {
        var offsets = Arbitraries.integers().between(-3, 45);
        return Combinators.combine(
                        days(),
                        offsets,
                        offsets,
                        Arbitraries.of(Medium.class).list().ofMaxSize(6))
                .as((day, from, window, media) ->
                        new Announcement(day, day.plusDays(from), day.plusDays(from + window), new ArrayList<>(media)));
    }

    @Provide
    Arbitrary<Vacancy> vacancies() {
        return Arbitraries.of(true, false).map(announced -> {
            var vacancy = VacancyFixture.draft();
            if (announced) {
                vacancy.announce(
                        VacancyFixture.announcement(VacancyFixture.TODAY),
                        VacancyFixture.division(),
                        VacancyFixture.RULES,
                        VacancyFixture.STAMP);
            }
            return vacancy;
        });
    }
}
