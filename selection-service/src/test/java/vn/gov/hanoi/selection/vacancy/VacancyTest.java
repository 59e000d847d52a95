package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.gov.hanoi.selection.vacancy.VacancyFixture.LATER;
import static vn.gov.hanoi.selection.vacancy.VacancyFixture.RULES;
import static vn.gov.hanoi.selection.vacancy.VacancyFixture.STAMP;
import static vn.gov.hanoi.selection.vacancy.VacancyFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.ruleset.Medium;

class VacancyTest {
    @Test
    void shouldOpenADraftWithTheUnitAsItIsNow() {
        // When
        var vacancy = VacancyFixture.draft();

        // Then
        assertThat(vacancy.state()).isEqualTo(VacancyState.DRAFT);
        assertThat(vacancy.announcement()).isNull();
        assertThat(vacancy.postTitle()).isEqualTo("Trưởng phòng Cải cách hành chính");
        assertThat(vacancy.unit())
                .isEqualTo(new UnitSnapshot(
                        VacancyFixture.division().id(), "H26.1.3", "Phòng Cải cách hành chính", "DIVISION"));
        assertThat(vacancy.changedAt()).isEqualTo(STAMP.at());
    }

    @Test
    void shouldRefuseAUnitThatNoEventHasTold() {
        var refused = refusedBy(() -> Vacancy.open(VacancyFixture.wanted(2), null, TODAY, RULES, STAMP));
        assertThat(codes(refused)).containsExactly(SelectionProblem.UNIT_UNKNOWN);
        assertThat(refused.getFirst().pointer()).isEqualTo("/unitId");
    }

    @Test
    void shouldGiveAllReasonsAgainstOpening() {
        // Given
        var ended = VacancyFixture.unit("DEPARTMENT", LocalDate.of(2018, 1, 1), TODAY);

        // When
        var refused = refusedBy(() -> Vacancy.open(VacancyFixture.wanted(1), ended, TODAY, RULES, STAMP));

        // Then
        assertThat(codes(refused))
                .containsExactly(
                        SelectionProblem.UNIT_NOT_IN_FORCE,
                        SelectionProblem.POST_NOT_DIVISION_LEVEL,
                        SelectionProblem.TOO_FEW_CANDIDATES);
        assertThat(refused.getLast().args()).containsEntry("given", 1).containsEntry("minimum", 2);
    }

    @Test
    void shouldTakeAUnitOnItsFirstAndItsLastDay() {
        // Given
        var unit = VacancyFixture.unit("PUBLIC_UNIT", TODAY, TODAY.plusDays(1));

        // Then
        assertThat(unit.isInForceOn(TODAY.minusDays(1))).isFalse();
        assertThat(unit.isInForceOn(TODAY)).isTrue();
        assertThat(unit.isInForceOn(TODAY.plusDays(1))).isFalse();
        assertThat(Vacancy.open(VacancyFixture.wanted(2), unit, TODAY, RULES, STAMP)
                        .state())
                .isEqualTo(VacancyState.DRAFT);
    }

    @Test
    void shouldAnnounceADraftAndSaySo() {
        // Given
        var vacancy = VacancyFixture.draft();

        // When
        var event = vacancy.announce(VacancyFixture.announcement(TODAY), VacancyFixture.division(), RULES, LATER);

        // Then
        assertThat(vacancy.state()).isEqualTo(VacancyState.ANNOUNCED);
        assertThat(vacancy.announcement()).isEqualTo(VacancyFixture.announcement(TODAY));
        assertThat(vacancy.changedAt()).isEqualTo(LATER.at());
        assertThat(event)
                .isEqualTo(new VacancyAnnounced(
                        vacancy.id(),
                        1,
                        vacancy.unit().id(),
                        vacancy.postTitle(),
                        1,
                        TODAY,
                        TODAY,
                        TODAY.plusDays(30)));
    }

    @Test
    void shouldNotAnnounceTwice() {
        // Given
        var vacancy = VacancyFixture.draft();
        vacancy.announce(VacancyFixture.announcement(TODAY), VacancyFixture.division(), RULES, LATER);

        // When
        var refused = refusedBy(() -> vacancy.announce(
                VacancyFixture.announcement(TODAY.plusDays(1)), VacancyFixture.division(), RULES, LATER));

        // Then
        assertThat(codes(refused)).containsExactly(SelectionProblem.ALREADY_ANNOUNCED);
        assertThat(refused.getFirst().args()).containsEntry("announcedOn", TODAY);
        assertThat(vacancy.announcement()).isEqualTo(VacancyFixture.announcement(TODAY));
    }

    @Test
    void shouldJudgeTheUnitOnTheDayOfTheAnnouncement() {
        // Given
        var vacancy = VacancyFixture.draft();
        var endsSoon = VacancyFixture.unit("DIVISION", LocalDate.of(2018, 1, 1), TODAY.plusDays(10));

        // When
        var refused = refusedBy(
                () -> vacancy.announce(VacancyFixture.announcement(TODAY.plusDays(10)), endsSoon, RULES, LATER));

        // Then
        assertThat(codes(refused)).containsExactly(SelectionProblem.UNIT_NOT_IN_FORCE);
        assertThat(vacancy.refusalsToAnnounceOn(TODAY.plusDays(9), endsSoon, RULES))
                .isEmpty();
    }

    @Test
    void shouldGiveAllReasonsAgainstAnAnnouncementInOrder() {
        // Given
        var vacancy = VacancyFixture.draft();
        var hasty = new Announcement(TODAY, TODAY.minusDays(1), TODAY.plusDays(18), List.of(Medium.WEB_SITE));

        // When
        var refused = refusedBy(() -> vacancy.announce(hasty, null, RULES, LATER));

        // Then
        assertThat(codes(refused))
                .containsExactly(
                        SelectionProblem.UNIT_UNKNOWN,
                        SelectionProblem.DOSSIERS_BEFORE_ANNOUNCEMENT,
                        SelectionProblem.DOSSIER_WINDOW_TOO_SHORT,
                        SelectionProblem.MEDIUM_MISSING,
                        SelectionProblem.MEDIUM_MISSING);
        assertThat(refused)
                .extracting(Refusal::pointer)
                .containsExactly(null, "/data/dossiersFrom", "/data/dossiersTo", "/data/media", "/data/media");
        assertThat(vacancy.state()).isEqualTo(VacancyState.DRAFT);
    }

    @Test
    void shouldCallAReversedWindowReversedAndNotShort() {
        // Given
        var reversed = new Announcement(TODAY, TODAY.plusDays(5), TODAY.plusDays(4), List.of(Medium.values()));

        // Then
        assertThat(codes(reversed.refusals(RULES))).containsExactly(SelectionProblem.DOSSIERS_END_BEFORE_START);
    }

    @Test
    void shouldTakeTheShortestWindowAndNoShorterOne() {
        // Given
        var shortest = new Announcement(TODAY, TODAY, TODAY.plusDays(20), List.of(Medium.values()));
        var shorter = new Announcement(TODAY, TODAY, TODAY.plusDays(19), List.of(Medium.values()));

        // Then
        assertThat(shortest.refusals(RULES)).isEmpty();
        assertThat(shorter.refusals(RULES)).singleElement().satisfies(refusal -> assertThat(refusal.args())
                .containsEntry("days", 19L));
    }

    @Test
    void shouldKeepEachMediumOnce() {
        // When
        var announcement =
                new Announcement(TODAY, TODAY, TODAY, List.of(Medium.WEB_SITE, Medium.MASS_MEDIA, Medium.WEB_SITE));

        // Then
        assertThat(announcement.media()).containsExactly(Medium.MASS_MEDIA, Medium.WEB_SITE);
    }

    @Test
    void shouldBeEqualById() {
        // Given
        var vacancy = VacancyFixture.draft();

        // Then
        assertThat(vacancy).isEqualTo(vacancy).isNotEqualTo(VacancyFixture.draft());
    }

    private static List<Refusal> refusedBy(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).refusals();
    }

    private static List<ProblemCode> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
