package vn.gov.hanoi.evaluation.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.quota.QuotaBreach.CapExceeded;
import vn.gov.hanoi.evaluation.quota.QuotaBreach.NotACandidate;
import vn.gov.hanoi.evaluation.quota.QuotaBreach.PickedTwice;
import vn.gov.hanoi.evaluation.quota.QuotaBreach.ReasonMissing;
import vn.gov.hanoi.evaluation.quota.QuotaGroup.Kind;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;

/** The decider picks; the rules say whether the picks fit and why not. */
class QuotaCheckTest {
    @Test
    void shouldAcceptPicksInsideTheCap() {
        // Given
        var check = Groups.check(Groups.MONTHLY, null, 4, 2, 4);

        // When
        var verdict = check.judge(Groups.picks("ua0", "ua2", "ua3"));

        // Then
        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.allowances()).isEqualTo(check.allowances());
        assertThat(check.allowances().getFirst().needsChoice()).isTrue();
    }

    @Test
    void shouldSayWhichRuleIsBrokenAndByHowMuch() {
        // Given
        var check = Groups.check(Groups.MONTHLY, null, 4, 2, 4);

        // When
        var verdict = check.judge(Groups.picks("ua0", "ua1", "ua2", "ua3"));

        // Then
        assertThat(verdict.breaches())
                .containsExactly(new CapExceeded("T/cap", "u", QuotaBasis.RATED, new BigDecimal("0.30"), 10, 3, 4));
    }

    @Test
    void shouldAllowToPickNobody() {
        assertThat(Groups.check(Groups.MONTHLY, null, 4, 2, 4).judge(List.of()).fits())
                .isTrue();
    }

    @Test
    void shouldAskForReasonsWhereSomebodyIsLeftOut() {
        // Given
        var check = Groups.check(Groups.MONTHLY, null, 4, 2, 4);

        // When
        var verdict = check.judge(List.of(new Pick("ua0", " "), new Pick("ua1", "best results of the year")));

        // Then
        assertThat(verdict.breaches()).containsExactly(new ReasonMissing("ua0", "u"));
    }

    @Test
    void shouldAskForNoReasonWhereEverybodyFits() {
        // Given
        var check = Groups.check(Groups.MONTHLY, null, 3, 3, 4);

        // When
        var verdict = check.judge(List.of(new Pick("ua0", ""), new Pick("ua1", ""), new Pick("ua2", "")));

        // Then
        assertThat(verdict.fits()).isTrue();
    }

    @Test
    void shouldRefuseStrangersAndDoubles() {
        // Given
        var check = Groups.check(Groups.MONTHLY, null, 3, 3, 4);

        // When
        var verdict = check.judge(Groups.picks("ua0", "ub0", "ua0", "nobody"));

        // Then
        assertThat(verdict.breaches())
                .containsExactly(new NotACandidate("ub0"), new PickedTwice("ua0"), new NotACandidate("nobody"));
    }

    @Test
    void shouldListByExactScoreAndShowTies() {
        // Given
        var people = List.of(
                Groups.candidate("d", "90.0", "u"),
                Groups.candidate("c", "95.1", "u"),
                Groups.candidate("b", "95.10", "u"),
                Groups.candidate("a", "95.1000001", "u"),
                Groups.other("e", Standing.GOOD, "u"));

        // When
        var ranking = new QuotaCheck(Groups.MONTHLY, new QuotaCase(List.of(Groups.unit("u")), people, null)).ranking();

        // Then
        assertThat(ranking)
                .containsExactly(
                        new RankedCandidate(1, "a", new BigDecimal("95.1000001"), false),
                        new RankedCandidate(2, "b", new BigDecimal("95.10"), true),
                        new RankedCandidate(2, "c", new BigDecimal("95.1"), true),
                        new RankedCandidate(4, "d", new BigDecimal("90.0"), false));
    }

    @Test
    void shouldHoldInTheAgencyAndInEachGroupWithSimilarTasks() {
        // Given: 12 people at good or better, so 2 in the agency; 6 in each group, so 1 in each.
        var people = new ArrayList<QuotaMember>();
        for (int i = 0; i < 6; i++) {
            people.add(Groups.candidate("x" + i, "91", "agency", "experts"));
            people.add(Groups.other("y" + i, Standing.GOOD, "agency", "leaders"));
        }
        var groups = List.of(
                new QuotaGroup("agency", Kind.AGENCY, null),
                new QuotaGroup("experts", Kind.SIMILAR_TASK, null),
                new QuotaGroup("leaders", Kind.SIMILAR_TASK, null));
        var check = new QuotaCheck(Groups.ANNUAL, new QuotaCase(groups, people, null));

        // When
        var verdict = check.judge(Groups.picks("x0", "x1"));

        // Then
        assertThat(verdict.breaches())
                .containsExactly(
                        new CapExceeded("T/cap", "experts", QuotaBasis.GOOD_ONLY, new BigDecimal("0.20"), 6, 1, 2));
    }

    @Test
    void shouldAllowOneWithReasonInASmallUnit() {
        // Given
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.AT_MOST_ONE_WITH_REASON);
        var check = Groups.check(rule, null, 2, 1, 0);

        // When
        var one = check.judge(Groups.picks("ua0"));
        var silent = check.judge(List.of(new Pick("ua0", "")));
        var two = check.judge(Groups.picks("ua0", "ua1"));

        // Then
        assertThat(one.fits()).isTrue();
        assertThat(silent.breaches()).containsExactly(new ReasonMissing("ua0", "u"));
        assertThat(two.breaches())
                .containsExactly(new CapExceeded("T/cap", "u", QuotaBasis.RATED, new BigDecimal("0.30"), 3, 1, 2));
    }

    @Test
    void shouldNotHelpAUnitThatHasACapOrNobody() {
        // Given
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.AT_MOST_ONE_WITH_REASON);

        // When
        var four = Groups.check(rule, null, 4, 0, 0).allowances().getFirst();
        var none = Groups.check(rule, null, 0, 0, 0).allowances().getFirst();

        // Then
        assertThat(four.allowed()).isEqualTo(1);
        assertThat(four.bySmallUnitPolicy()).isFalse();
        assertThat(none.allowed()).isZero();
    }

    @Test
    void shouldCountASmallUnitWithItsPool() {
        // Given: 3 people alone have none, with the 30 above 9 together.
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.POOL_WITH_PARENT);
        var people = new ArrayList<>(Groups.people("small", 3, 0, 0));
        people.addAll(Groups.people("parent", 8, 0, 22));
        var groups = List.of(new QuotaGroup("small", Kind.UNIT, "parent"), Groups.unit("parent"));
        var check = new QuotaCheck(rule, new QuotaCase(groups, people, null));

        // When
        var verdict = check.judge(Groups.picks(
                "smalla0",
                "smalla1",
                "smalla2",
                "parenta0",
                "parenta1",
                "parenta2",
                "parenta3",
                "parenta4",
                "parenta5",
                "parenta6"));

        // Then
        assertThat(check.allowances()).hasSize(1);
        assertThat(check.allowances().getFirst().groups()).containsExactly("parent", "small");
        assertThat(verdict.breaches())
                .containsExactly(
                        new CapExceeded("T/cap", "parent", QuotaBasis.RATED, new BigDecimal("0.30"), 33, 9, 10));
    }

    @Test
    void shouldPoolFromTheBottomUpAndNoFurtherThanNeeded() {
        // Given: the lowest two have none alone; with both of them the middle one has its own cap.
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.POOL_WITH_PARENT);
        var people = new ArrayList<QuotaMember>();
        for (var id : List.of("low1", "low2", "middle")) {
            people.addAll(Groups.people(id, 1, 1, 0));
        }
        people.addAll(Groups.people("top", 5, 5, 0));
        var groups = new ArrayList<>(List.of(
                Groups.unit("top"),
                new QuotaGroup("middle", Kind.UNIT, "top"),
                new QuotaGroup("low1", Kind.UNIT, "middle"),
                new QuotaGroup("low2", Kind.UNIT, "middle")));

        // When
        var forward = new QuotaCheck(rule, new QuotaCase(groups, people, null)).allowances();
        var backward = new QuotaCheck(rule, new QuotaCase(groups.reversed(), people.reversed(), null)).allowances();

        // Then
        assertThat(forward).isEqualTo(backward);
        assertThat(forward.stream().map(Allowance::groups))
                .containsExactly(List.of("middle", "low1", "low2"), List.of("top"));
        assertThat(forward.stream().map(Allowance::allowed)).containsExactly(1, 3);
    }

    @Test
    void shouldStandGroupsThatNameEachOther() {
        // Given
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.POOL_WITH_PARENT);
        var groups = List.of(new QuotaGroup("a", Kind.UNIT, "b"), new QuotaGroup("b", Kind.UNIT, "a"));
        var people = new ArrayList<>(Groups.people("a", 2, 0, 0));
        people.addAll(Groups.people("b", 2, 0, 0));

        // When
        var allowances = new QuotaCheck(rule, new QuotaCase(groups, people, null)).allowances();

        // Then
        assertThat(allowances).hasSize(1);
        assertThat(allowances.getFirst().allowed()).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatCannotBeCounted() {
        var unit = List.of(Groups.unit("u"));
        var twice = List.of(Groups.candidate("a", "91", "u"), Groups.candidate("a", "92", "u"));
        var lost = List.of(Groups.candidate("a", "91", "v"));
        var poolUnknown = List.of(new QuotaGroup("u", Kind.UNIT, "v"));
        assertThatThrownBy(() -> new QuotaCase(unit, twice, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaCase(unit, lost, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaCase(unit, List.of(), " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaCase(poolUnknown, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaCase(List.of(Groups.unit("u"), Groups.unit("u")), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuotaMember("a", Standing.EXCELLENT, null, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Groups.rule(QuotaBasis.RATED, "0", null, SmallUnitPolicy.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Groups.rule(QuotaBasis.RATED, "0.4", "0.3", SmallUnitPolicy.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Groups.rule(QuotaBasis.RATED, "0.4", "1.1", SmallUnitPolicy.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
