package vn.gov.hanoi.training.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.ChangeApi.BudgetChange;
import vn.gov.hanoi.training.plan.ChangeApi.BudgetPlace;
import vn.gov.hanoi.training.plan.ChangeApi.ChangesRequest;
import vn.gov.hanoi.training.plan.ChangeApi.LineChange;
import vn.gov.hanoi.training.plan.ChangeApi.MoneyTransfer;
import vn.gov.hanoi.training.plan.ChangeApi.NewLine;
import vn.gov.hanoi.training.plan.ChangeApi.QuotaTransfer;
import vn.gov.hanoi.training.plan.ChangeApi.Release;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;
import vn.gov.hanoi.training.plan.PlanStanding.Block;
import vn.gov.hanoi.training.plan.PlanStanding.Budget;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;
import vn.gov.hanoi.training.plan.PlanStanding.Line;

/** Any sequence of decisions does to quota and money what a bookkeeper with pencil and paper would do. */
class PlanChangeTest {
    private static final UUID CITY = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID OFFICE = UUID.nameUUIDFromBytes(new byte[] {2});

    /** City blocks C and P, district block D; P pending. Nothing of the code under test. */
    private static final class Paper {
        private final Map<String, int[]> quota =
                new HashMap<>(Map.of("C-1", new int[] {10, 300}, "C-2", new int[] {5, 100}, "D-1", new int[] {8, 900}));
        private final Map<String, int[]> taken =
                new HashMap<>(Map.of("C-1", new int[] {3, 90}, "C-2", new int[] {0, 0}, "D-1", new int[] {8, 100}));
        private final Map<String, Long> money = new HashMap<>(Map.of("C/city", 1000L, "D/city", 500L, "P/city", 700L));
        private final Map<String, Long> bound = Map.of("C/city", 400L);
        private boolean pending = true;

        boolean source(String from, String to) {
            return (from.charAt(0) == 'D') == (to.charAt(0) == 'D');
        }

        boolean shift(String line, int classes, int places) {
            var now = quota.get(line);
            var used = taken.getOrDefault(line, new int[] {0, 0});
            if (now == null || now[0] + classes < used[0] || now[1] + places < used[1]) {
                return false;
            }
            quota.put(line, new int[] {now[0] + classes, now[1] + places});
            return true;
        }

        boolean pay(String place, long by) {
            long now = money.getOrDefault(place, 0L);
            if (by < 0 && now + by < bound.getOrDefault(place, 0L)) {
                return false;
            }
            money.put(place, now + by);
            return true;
        }
    }

    /** One thing that a decision can do, as the request says it and as paper does it. */
    private record Step(ChangesRequest request, java.util.function.Predicate<Paper> onPaper) {}

    private static Arbitrary<String> line() {
        return Arbitraries.of("C-1", "C-2", "D-1", "P-1", "X-9");
    }

    private static Arbitrary<BudgetPlace> place() {
        return Combinators.combine(Arbitraries.of("C", "D", "P"), Arbitraries.of(CITY, OFFICE))
                .as(BudgetPlace::new);
    }

    private static String name(BudgetPlace place) {
        return place.block() + (CITY.equals(place.unitId()) ? "/city" : "/office");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var count = Arbitraries.integers().between(-6, 6);
        var people = Arbitraries.integers().between(-200, 200);
        var amount = Arbitraries.longs().between(-600, 600);
        Arbitrary<Step> change = Combinators.combine(line(), count, people)
                .as((line, classes, places) -> new Step(
                        lines(new LineChange(line, classes, places)), paper -> paper.shift(line, classes, places)));
        Arbitrary<Step> move = Combinators.combine(line(), line(), count, people)
                .as((from, to, classes, places) -> moved(from, to, Math.abs(classes), Math.abs(places)));
        Arbitrary<Step> money = Combinators.combine(place(), amount)
                .as((place, by) -> new Step(
                        budgets(new BudgetChange(place.block(), place.unitId(), by)),
                        paper -> paper.pay(name(place), by)));
        Arbitrary<Step> transfer = Combinators.combine(
                        place(), place(), Arbitraries.longs().between(1, 600))
                .as(PlanChangeTest::paid);
        Arbitrary<Step> release = Combinators.combine(line(), count, people)
                .as((line, classes, places) -> released(line, Math.abs(classes), Math.abs(places)));
        return Arbitraries.oneOf(change, move, money, transfer, release)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Step moved(String from, String to, int classes, int places) {
        var request =
                new ChangesRequest(null, null, null, List.of(new QuotaTransfer(from, to, classes, places)), null, null);
        return new Step(request, paper -> {
            if (!paper.quota.containsKey(from) || !paper.quota.containsKey(to) || !paper.source(from, to)) {
                return false;
            }
            return paper.shift(from, -classes, -places) && paper.shift(to, classes, places);
        });
    }

    private static Step paid(BudgetPlace from, BudgetPlace to, long amount) {
        var request = new ChangesRequest(null, null, null, null, List.of(new MoneyTransfer(from, to, amount)), null);
        return new Step(
                request,
                paper -> !from.equals(to)
                        && paper.source(from.block(), to.block())
                        && paper.pay(name(from), -amount)
                        && paper.pay(name(to), amount));
    }

    private static Step released(String line, int classes, int places) {
        var request = new ChangesRequest(null, null, null, null, null, List.of(new Release(line, classes, places)));
        return new Step(request, paper -> {
            boolean can = line.equals("P-1") && paper.pending;
            if (can) {
                paper.pending = false;
                paper.quota.put(line, new int[] {classes, places});
            }
            return can;
        });
    }

    @Property(tries = 10_000)
    void shouldDoWithQuotaAndMoneyWhatPaperDoes(@ForAll("steps") List<Step> steps) {
        // Given
        var paper = new Paper();
        var standing = standing();

        for (var step : steps) {
            // When
            var change = PlanChange.of(standing, step.request());

            // Then
            assertThat(change.refusals().isEmpty()).isEqualTo(step.onPaper().test(paper));
            if (!change.refusals().isEmpty()) {
                assertThat(change.after()).isEqualTo(standing);
                assertThat(change.postings()).isEmpty();
            }
            long posted = change.postings().stream()
                    .mapToLong(each ->
                            (each.to() == null ? 0 : each.amountVnd()) - (each.from() == null ? 0 : each.amountVnd()))
                    .sum();
            assertThat(total(change.after()) - total(standing)).isEqualTo(posted);
            standing = change.after();
            same(standing, paper);
        }
    }

    private static void same(PlanStanding standing, Paper paper) {
        standing.lines().values().stream()
                .filter(line -> line.classes() != null)
                .forEach(line -> {
                    assertThat(new int[] {line.classes(), line.places()}).isEqualTo(paper.quota.get(line.code()));
                    assertThat(line.classes()).isGreaterThanOrEqualTo(line.openedClasses());
                    assertThat(line.places()).isGreaterThanOrEqualTo(line.openedPlaces());
                });
        var money = standing.budgets().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> name(new BudgetPlace(
                                each.getKey().block(), each.getKey().unitId())),
                        each -> each.getValue().budgetVnd()));
        money.values().removeIf(each -> each == 0);
        var expected = new HashMap<>(paper.money);
        expected.values().removeIf(each -> each == 0);
        assertThat(money).isEqualTo(expected);
        assertThat(standing.blocks().get("P").status() == AssignmentStatus.PENDING_APPROVAL)
                .isEqualTo(paper.pending);
    }

    private static long total(PlanStanding standing) {
        return standing.budgets().values().stream().mapToLong(Budget::budgetVnd).sum();
    }

    private static PlanStanding standing() {
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put("C", new Block("C", FundingSource.CITY_BUDGET, AssignmentStatus.ASSIGNED));
        blocks.put("D", new Block("D", FundingSource.DISTRICT_BUDGETS, AssignmentStatus.ASSIGNED));
        blocks.put("P", new Block("P", FundingSource.CITY_BUDGET, AssignmentStatus.PENDING_APPROVAL));
        var lines = new LinkedHashMap<String, Line>();
        lines.put("C-1", new Line("C-1", "C", AssignmentStatus.ASSIGNED, 10, 300, 3, 90));
        lines.put("C-2", new Line("C-2", "C", AssignmentStatus.ASSIGNED, 5, 100, 0, 0));
        lines.put("D-1", new Line("D-1", "D", AssignmentStatus.ASSIGNED, 8, 900, 8, 100));
        lines.put("P-1", new Line("P-1", "P", AssignmentStatus.PENDING_APPROVAL, null, null, 0, 0));
        var budgets = new LinkedHashMap<BudgetKey, Budget>();
        budgets.put(new BudgetKey("C", CITY), new Budget(1000, 400));
        budgets.put(new BudgetKey("D", CITY), new Budget(500, 0));
        budgets.put(new BudgetKey("P", CITY), new Budget(700, 0));
        return new PlanStanding(CITY, blocks, lines, budgets);
    }

    private static ChangesRequest lines(LineChange... changes) {
        return new ChangesRequest(List.of(changes), null, null, null, null, null);
    }

    private static ChangesRequest budgets(BudgetChange... changes) {
        return new ChangesRequest(null, null, List.of(changes), null, null, null);
    }

    @Example
    void shouldNameEveryReasonAtItsPlace() {
        // Given
        var request = new ChangesRequest(
                List.of(new LineChange("C-1", -8, 0), new LineChange("C-1", 1, 1), new LineChange("P-1", 1, 1)),
                List.of(
                        new NewLine("C", new LineRequest("C-1", "Chỉ tiêu", 1, 1, null)),
                        new NewLine("C", new LineRequest("C-9", "Chỉ tiêu", 1, null, null)),
                        new NewLine("P", new LineRequest("P-9", "Chỉ tiêu", 1, 1, null)),
                        new NewLine("Z", new LineRequest("Z-9", "Chỉ tiêu", 1, 1, null))),
                List.of(new BudgetChange("C", null, -601L), new BudgetChange("Z", null, 1L)),
                List.of(new QuotaTransfer("C-1", "D-1", 1, 1)),
                List.of(new MoneyTransfer(new BudgetPlace("C", null), new BudgetPlace("D", null), 1L)),
                List.of(new Release("C-1", 1, 1), new Release("X-1", 1, 1)));

        // When
        var found = PlanChange.of(standing(), request).refusals();

        // Then
        assertThat(told(found))
                .containsExactly(
                        TrainingProblem.LINE_NOT_PENDING + " /changes/releases/0/line",
                        TrainingProblem.LINE_UNKNOWN + " /changes/releases/1/line",
                        TrainingProblem.CODE_REPEATED + " /changes/newLines/0/line/code",
                        TrainingProblem.LINE_QUOTA_MISSING + " /changes/newLines/1/line",
                        TrainingProblem.LINE_PENDING_APPROVAL + " /changes/newLines/2/block",
                        TrainingProblem.BLOCK_UNKNOWN + " /changes/newLines/3/block",
                        TrainingProblem.QUOTA_BELOW_USE + " /changes/lines/0",
                        TrainingProblem.CODE_REPEATED + " /changes/lines/1/line",
                        TrainingProblem.LINE_PENDING_APPROVAL + " /changes/lines/2/line",
                        TrainingProblem.FUNDING_SOURCE_MIXED + " /changes/quotaTransfers/0/toLine",
                        TrainingProblem.BUDGET_EXCEEDED + " /changes/budgets/0/amountByVnd",
                        TrainingProblem.BLOCK_UNKNOWN + " /changes/budgets/1/block",
                        TrainingProblem.FUNDING_SOURCE_MIXED + " /changes/moneyTransfers/0/to");
    }

    private static List<String> told(List<Refusal> refusals) {
        var told = new ArrayList<String>();
        refusals.forEach(each -> told.add(each.code() + " " + each.pointer()));
        return told;
    }

    @Example
    void shouldKeepSumsThatEveryReaderCanHold() {
        // When
        var most = PlanChange.of(standing(), budgets(new BudgetChange("C", null, PlanRules.LARGEST_SUM - 2200)));
        var more = PlanChange.of(standing(), budgets(new BudgetChange("C", null, PlanRules.LARGEST_SUM - 2199)));
        var quota = PlanChange.of(standing(), lines(new LineChange("C-1", 0, Integer.MAX_VALUE)));

        // Then
        assertThat(most.refusals()).isEmpty();
        assertThat(told(more.refusals()))
                .containsExactly(TrainingProblem.TOTAL_TOO_LARGE + " /changes/budgets/0/amountByVnd");
        assertThat(told(quota.refusals())).containsExactly(TrainingProblem.TOTAL_TOO_LARGE + " /changes/lines/0");
    }
}
