package vn.gov.hanoi.evaluation.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;

/** Caps are whole, exact, never exceeded, and grow with what they are taken of. */
@Tag("late")
class QuotaPropertyTest {
    private static BigDecimal share(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    @Property(tries = 10_000)
    void shouldAllowTheGreatestWholeNumberThatKeepsTheShare(
            @ForAll @IntRange(max = 20_000) int rated,
            @ForAll @IntRange(max = 20_000) int goodOrBetter,
            @ForAll @IntRange(min = 1, max = 10_000) int share,
            @ForAll QuotaBasis basis) {
        var people = new Headcount(Math.max(rated, goodOrBetter), Math.min(rated, goodOrBetter));
        int allowed = basis.allowed(people, share(share));

        assertThat(keeps(basis, people, share, allowed)).isTrue();
        assertThat(keeps(basis, people, share, allowed + 1)).isFalse();
        assertThat(allowed).isBetween(0, basis.base(people));
    }

    /** The law's own inequality, in whole ten thousandths. */
    private static boolean keeps(QuotaBasis basis, Headcount people, int share, long excellent) {
        long others = people.goodOrBetter() - excellent;
        return switch (basis) {
            case RATED -> excellent * 10_000 <= (long) share * people.rated();
            case GOOD_ONLY -> excellent * 10_000 <= share * others;
            case GOOD_OR_BETTER -> excellent * 10_000 <= (long) share * people.goodOrBetter();
        };
    }

    @Property(tries = 10_000)
    void shouldNeverAllowLessWhenThereAreMorePeopleOrAGreaterShare(
            @ForAll @IntRange(max = 5_000) int people,
            @ForAll @IntRange(max = 50) int more,
            @ForAll @IntRange(min = 1, max = 9_000) int share,
            @ForAll @IntRange(max = 1_000) int greater,
            @ForAll QuotaBasis basis) {
        int allowed = basis.allowed(new Headcount(people, people), share(share));

        assertThat(basis.allowed(new Headcount(people + more, people + more), share(share)))
                .isGreaterThanOrEqualTo(allowed);
        assertThat(basis.allowed(new Headcount(people, people), share(share + greater)))
                .isGreaterThanOrEqualTo(allowed);
    }

    @Property(tries = 10_000)
    void shouldKeepTheStricterReadingBelowTheOther(
            @ForAll @IntRange(max = 5_000) int people, @ForAll @IntRange(min = 1, max = 10_000) int share) {
        var headcount = new Headcount(people, people);

        assertThat(QuotaBasis.GOOD_ONLY.allowed(headcount, share(share)))
                .isLessThanOrEqualTo(QuotaBasis.GOOD_OR_BETTER.allowed(headcount, share(share)));
    }

    @Property(tries = 10_000)
    void shouldAcceptPicksExactlyIfEveryGroupKeepsItsCap(@ForAll long seed, @ForAll SmallUnitPolicy policy) {
        var random = new Random(seed);
        var check = new QuotaCheck(Groups.rule(QuotaBasis.RATED, "0.30", "0.40", policy), random(random));
        var picks = check.ranking().stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(candidate -> new Pick(candidate.memberId(), "reason"))
                .toList();

        var ids = picks.stream().map(Pick::memberId).toList();
        boolean kept = check.allowances().stream()
                .allMatch(allowance ->
                        allowance.candidates().stream().filter(ids::contains).count() <= allowance.allowed());
        assertThat(check.judge(picks).fits()).isEqualTo(kept);
        for (var allowance : check.allowances()) {
            int cap = allowance.bySmallUnitPolicy() ? 1 : allowance.rated() * 4 / 10;
            assertThat(allowance.allowed()).isBetween(0, cap);
        }
    }

    @Property(tries = 10_000)
    void shouldGiveTheSameAnswerInWhateverOrderPeopleAreGiven(@ForAll long seed, @ForAll SmallUnitPolicy policy) {
        var people = random(new Random(seed));
        var rule = Groups.rule(QuotaBasis.GOOD_OR_BETTER, "0.20", "0.25", policy);
        var turned = new QuotaCase(people.groups().reversed(), people.members().reversed(), people.raisingDecision());

        var one = new QuotaCheck(rule, people);
        var other = new QuotaCheck(rule, turned);
        assertThat(other.allowances()).isEqualTo(one.allowances());
        assertThat(other.ranking()).isEqualTo(one.ranking());
    }

    @Property(tries = 10_000)
    void shouldCountEveryCandidateOnceInTheRanking(@ForAll long seed) {
        var people = random(new Random(seed));
        var ranking = new QuotaCheck(Groups.MONTHLY, people).ranking();

        assertThat(ranking.stream().map(RankedCandidate::memberId))
                .containsExactlyInAnyOrderElementsOf(people.members().stream()
                        .filter(QuotaMember::isCandidate)
                        .map(QuotaMember::id)
                        .toList());
        for (var candidate : ranking) {
            long above = ranking.stream()
                    .filter(other -> other.score().compareTo(candidate.score()) > 0)
                    .count();
            assertThat(candidate.rank()).isEqualTo((int) above + 1);
        }
    }

    /** A tree of five groups, people in one or two of them, points with many ties. */
    private static QuotaCase random(Random random) {
        var groups = new ArrayList<QuotaGroup>();
        for (int i = 0; i < 5; i++) {
            var pool = i == 0 || random.nextInt(4) == 0 ? null : "g" + random.nextInt(i);
            groups.add(new QuotaGroup("g" + i, QuotaGroup.Kind.UNIT, pool));
        }
        var members = new ArrayList<QuotaMember>();
        for (int i = random.nextInt(40); i > 0; i--) {
            var standing = Standing.values()[random.nextInt(4)];
            members.add(new QuotaMember(
                    "m" + i,
                    standing,
                    standing == Standing.EXCELLENT ? BigDecimal.valueOf(900 + random.nextInt(20), 1) : null,
                    Set.copyOf(List.of("g" + random.nextInt(5), "g" + random.nextInt(5)))));
        }
        return new QuotaCase(groups, members, random.nextBoolean() ? "1/QĐ" : null);
    }
}
