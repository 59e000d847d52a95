package vn.gov.hanoi.training.norm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.norm.CostSheet.Finding;
import vn.gov.hanoi.training.norm.CostSheetRequest.Item;

/**
 * Makes cost sheets: a plain function of prices and norms, exact in đồng. The share of managing a class is taken of the sum of the
 * other items, which is the stricter reading.
 */
final class Costing {
    static final String ROUNDING = "HALF_UP_TO_DONG";
    private static final long LARGEST = (1L << 53) - 1;
    private static final long MOST_DAYS = 366;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<CostNorm> norms;

    Costing(List<CostNorm> norms) {
        this.norms = List.copyOf(norms);
    }

    /**
     * The sheet with what is above the norms. Refusals: training.cost-days-wrong, training.cost-item-unknown,
     * training.total-too-large, training.cost-above-norm for norms that block; places are below the pointer.
     */
    CostSheet sheet(CostSheetRequest request, String pointer) {
        Refused.ifAny(unreadable(request, pointer));
        var items = new ArrayList<CostSheet.Item>();
        var total = BigInteger.ZERO;
        for (var item : request.items()) {
            var amount = amount(item);
            total = total.add(amount);
            if (total.compareTo(BigInteger.valueOf(LARGEST)) > 0) {
                throw new Refused(Refusal.of(TrainingProblem.TOTAL_TOO_LARGE, "figure", "totalVnd", "most", LARGEST)
                        .at(pointer + "/items"));
            }
            items.add(new CostSheet.Item(
                    item.item(),
                    item.from(),
                    item.last(),
                    days(item),
                    item.quantityPerDay(),
                    item.unitPriceVnd(),
                    amount.longValueExact()));
        }
        var findings = findings(request, items);
        Refused.ifAny(findings.stream()
                .filter(Finding::blocks)
                .map(finding -> refusal(finding, pointer))
                .toList());
        var sum = new BigDecimal(total);
        return new CostSheet(
                request.places(),
                request.hours(),
                items,
                total.longValueExact(),
                sum.divide(BigDecimal.valueOf(request.places()), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                sum.divide(request.hours(), 0, RoundingMode.HALF_UP).longValueExact(),
                ROUNDING,
                findings);
    }

    private List<Refusal> unreadable(CostSheetRequest request, String pointer) {
        var found = new ArrayList<Refusal>();
        for (int i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            var place = pointer + "/items/" + i;
            if (item.last().isBefore(item.from()) || days(item) > MOST_DAYS) {
                found.add(Refusal.of(TrainingProblem.COST_DAYS_WRONG, "most", MOST_DAYS)
                        .at(place + "/to"));
                continue;
            }
            for (var day = item.from(); !day.isAfter(item.last()); day = day.plusDays(1)) {
                if (norm(item.item(), day).isEmpty()) {
                    found.add(Refusal.of(TrainingProblem.COST_ITEM_UNKNOWN, "item", item.item(), "day", day.toString())
                            .at(place + "/item"));
                    break;
                }
            }
        }
        return found;
    }

    private List<Finding> findings(CostSheetRequest request, List<CostSheet.Item> items) {
        var found = new ArrayList<Finding>();
        for (int i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            var from = item.from();
            while (!from.isAfter(item.last())) {
                var norm = norm(item.item(), from).orElseThrow();
                var to = lastDay(norm, item);
                above(norm, item, i, from, to, items).ifPresent(found::add);
                from = to.plusDays(1);
            }
        }
        return found;
    }

    /** The last of the item's days on which the same norm holds. */
    private static LocalDate lastDay(CostNorm norm, Item item) {
        var end = norm.validTo();
        return end == null || item.last().isBefore(end) ? item.last() : end.minusDays(1);
    }

    private static Optional<Finding> above(
            CostNorm norm, Item item, int index, LocalDate from, LocalDate to, List<CostSheet.Item> items) {
        var percent = norm.ceilingPercent();
        long asked = item.unitPriceVnd();
        var ceiling = norm.ceilingVnd();
        if (percent != null) {
            asked = sum(items, item.item(), true);
            ceiling = percent.multiply(BigDecimal.valueOf(sum(items, item.item(), false)))
                    .divide(HUNDRED, 0, RoundingMode.FLOOR)
                    .longValueExact();
        }
        return ceiling == null || asked <= ceiling
                ? Optional.empty()
                : Optional.of(new Finding(
                        TrainingProblem.COST_ABOVE_NORM.code(),
                        item.item(),
                        index,
                        from,
                        to,
                        norm.ruleSet(),
                        ceiling,
                        asked,
                        percent,
                        norm.blocks()));
    }

    private static long sum(List<CostSheet.Item> items, String item, boolean same) {
        return items.stream()
                .filter(each -> each.item().equals(item) == same)
                .mapToLong(CostSheet.Item::amountVnd)
                .sum();
    }

    private Optional<CostNorm> norm(String item, LocalDate day) {
        return norms.stream()
                .filter(norm -> norm.item().equals(item) && norm.isInForce(day))
                .findFirst();
    }

    private static long days(Item item) {
        return ChronoUnit.DAYS.between(item.from(), item.last()) + 1;
    }

    private static BigInteger amount(Item item) {
        return BigInteger.valueOf(days(item))
                .multiply(BigInteger.valueOf(item.quantityPerDay()))
                .multiply(BigInteger.valueOf(item.unitPriceVnd()));
    }

    private static Refusal refusal(Finding finding, String pointer) {
        return Refusal.of(
                        TrainingProblem.COST_ABOVE_NORM,
                        "item",
                        finding.item(),
                        "askedVnd",
                        finding.askedVnd(),
                        "ceilingVnd",
                        finding.ceilingVnd(),
                        "ruleSet",
                        finding.ruleSet())
                .at(pointer + "/items/" + finding.index());
    }
}
