package vn.gov.hanoi.training.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.PlanDecisionApi.BlockRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;

class PlanRulesTest {
    private static final long LARGEST = 9_007_199_254_740_991L;

    @Provide
    Arbitrary<List<BlockRequest>> blocks() {
        var figure = Arbitraries.integers().greaterOrEqual(0).injectNull(0.2);
        var line = Combinators.combine(code(), figure, figure)
                .as((code, classes, places) -> new LineRequest(code, "Chỉ tiêu", classes, places, null));
        return Combinators.combine(
                        code(),
                        Arbitraries.longs().between(0, LARGEST),
                        Arbitraries.of(AssignmentStatus.class),
                        line.list().ofMinSize(1).ofMaxSize(6))
                .as((code, budget, status, lines) ->
                        new BlockRequest(code, "Khối", FundingSource.CITY_BUDGET, budget, status, lines))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<String> code() {
        return Arbitraries.strings().withChars('A', 'B', 'C').ofMinLength(1).ofMaxLength(2);
    }

    @Property
    void shouldSumExactly(@ForAll("blocks") List<BlockRequest> blocks) {
        // When
        var totals = PlanRules.totals(blocks);

        // Then
        var lines = blocks.stream().flatMap(block -> block.lines().stream()).toList();
        assertThat(BigInteger.valueOf(totals.classes()))
                .isEqualTo(sum(lines.stream().map(LineRequest::classes).toList()));
        assertThat(BigInteger.valueOf(totals.places()))
                .isEqualTo(sum(lines.stream().map(LineRequest::places).toList()));
        assertThat(BigInteger.valueOf(totals.budgetVnd()))
                .isEqualTo(sum(blocks.stream().map(BlockRequest::budgetVnd).toList()));
    }

    private static BigInteger sum(List<? extends @Nullable Number> numbers) {
        return numbers.stream()
                .filter(Objects::nonNull)
                .map(number -> BigInteger.valueOf(number.longValue()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Property
    void shouldRefuseEveryRepeatedCodeAtItsPlaceAndNoOther(@ForAll("blocks") List<BlockRequest> blocks) {
        // Given
        var expected = new ArrayList<String>();
        var known = new HashSet<String>();
        var knownLines = new HashSet<String>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!known.add(blocks.get(i).code())) {
                expected.add("/blocks/" + i + "/code");
            }
            for (int j = 0; j < blocks.get(i).lines().size(); j++) {
                if (!knownLines.add(blocks.get(i).lines().get(j).code())) {
                    expected.add("/blocks/" + i + "/lines/" + j + "/code");
                }
            }
        }

        // Then
        assertThat(places(blocks, TrainingProblem.CODE_REPEATED)).isEqualTo(expected);
    }

    @Property
    void shouldWantQuotaOfAssignedLinesAndNoneOfPendingOnes(@ForAll("blocks") List<BlockRequest> blocks) {
        // Given
        var missing = new ArrayList<String>();
        var premature = new ArrayList<String>();
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < blocks.get(i).lines().size(); j++) {
                var line = blocks.get(i).lines().get(j);
                var place = "/blocks/" + i + "/lines/" + j;
                if (blocks.get(i).status() == AssignmentStatus.PENDING_APPROVAL) {
                    if (line.classes() != null || line.places() != null) {
                        premature.add(place);
                    }
                } else if (line.classes() == null || line.places() == null) {
                    missing.add(place);
                }
            }
        }

        // Then
        assertThat(places(blocks, TrainingProblem.LINE_QUOTA_MISSING)).isEqualTo(missing);
        assertThat(places(blocks, TrainingProblem.LINE_QUOTA_PREMATURE)).isEqualTo(premature);
    }

    @Property
    void shouldRefuseATotalThatJsonReadersCouldNotKeepExact(@ForAll("blocks") List<BlockRequest> blocks) {
        // Given
        var sum = sum(blocks.stream().map(BlockRequest::budgetVnd).toList());
        boolean tooLarge = sum.compareTo(BigInteger.valueOf(LARGEST)) > 0;

        // Then
        assertThat(places(blocks, TrainingProblem.TOTAL_TOO_LARGE))
                .isEqualTo(tooLarge ? List.of("/blocks") : List.of());
    }

    @Example
    void shouldTakeTheLargestTotalAndNotOneMore() {
        assertThat(PlanRules.refusals(List.of(block("A", LARGEST)))).isEmpty();
        assertThat(PlanRules.refusals(List.of(block("A", LARGEST), block("B", 0))))
                .isEmpty();
        assertThat(PlanRules.refusals(List.of(block("A", LARGEST), block("B", 1))))
                .extracting(Refusal::code)
                .containsExactly(TrainingProblem.TOTAL_TOO_LARGE);
    }

    private static BlockRequest block(String code, long budget) {
        return new BlockRequest(
                code,
                "Khối",
                FundingSource.CITY_BUDGET,
                budget,
                AssignmentStatus.ASSIGNED,
                List.of(new LineRequest(code + "-1", "Chỉ tiêu", 1, 1, null)));
    }

    @Property
    void shouldOpenAClassExactlyWhenClassAndPlacesAreLeft(
            @ForAll @IntRange(max = 3) int classes,
            @ForAll @IntRange(max = 3) int openedClasses,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int places,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int openedPlaces,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int requested) {
        // Given
        var line = line(new QuotaLine.Quota(classes, places), new QuotaLine.Taken(openedClasses, openedPlaces));
        var expected = new ArrayList<TrainingProblem>();
        if (openedClasses >= classes) {
            expected.add(TrainingProblem.QUOTA_CLASSES_EXCEEDED);
        }
        if (BigInteger.valueOf(openedPlaces).add(BigInteger.valueOf(requested)).compareTo(BigInteger.valueOf(places))
                > 0) {
            expected.add(TrainingProblem.QUOTA_PLACES_EXCEEDED);
        }

        // When
        var refusals = line.refusals(requested);

        // Then
        assertThat(refusals.stream().map(Refusal::code).toList()).isEqualTo(expected);
    }

    @Example
    void shouldOpenNothingOnALineWithoutQuota() {
        var pending = line(new QuotaLine.Quota(null, null), new QuotaLine.Taken(0, 0));
        assertThat(pending.refusals(1))
                .extracting(Refusal::code)
                .containsExactly(TrainingProblem.LINE_PENDING_APPROVAL);
    }

    private static QuotaLine line(QuotaLine.Quota quota, QuotaLine.Taken taken) {
        var status = quota.classes() == null ? AssignmentStatus.PENDING_APPROVAL : AssignmentStatus.ASSIGNED;
        return new QuotaLine(
                UUID.randomUUID(),
                UUID.randomUUID(),
                2020,
                UUID.randomUUID(),
                UUID.randomUUID(),
                false,
                FundingSource.CITY_BUDGET,
                status,
                null,
                false,
                quota,
                taken);
    }

    private static List<String> places(List<BlockRequest> blocks, TrainingProblem code) {
        return PlanRules.refusals(blocks).stream()
                .filter(refusal -> refusal.code() == code)
                .map(refusal -> String.valueOf(refusal.pointer()))
                .toList();
    }
}
