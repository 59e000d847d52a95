package vn.gov.hanoi.training.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.plan.ChangeApi.BudgetPlace;
import vn.gov.hanoi.training.plan.ChangeApi.ChangesRequest;
import vn.gov.hanoi.training.plan.PlanStanding.Block;
import vn.gov.hanoi.training.plan.PlanStanding.Budget;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;
import vn.gov.hanoi.training.plan.PlanStanding.Line;

/**
 * What a decision makes of a plan: a pure step from one standing to the next, with every reason against it in rule order.
 * Releases come first, then new lines, quota, money. A refused part changes nothing, so that later parts are judged by what holds.
 */
final class PlanChange {
    private static final String NEW_LINES = "/changes/newLines/";

    private final PlanStanding before;
    private final Map<String, Block> blocks;
    private final Map<String, Line> lines;
    private final Map<BudgetKey, Budget> budgets;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<MoneyMove> postings = new ArrayList<>();
    private final Set<String> opened = new LinkedHashSet<>();

    private PlanChange(PlanStanding before) {
        this.before = before;
        this.blocks = new LinkedHashMap<>(before.blocks());
        this.lines = new LinkedHashMap<>(before.lines());
        this.budgets = new LinkedHashMap<>(before.budgets());
    }

    /**
     * Refusals: training.line-unknown, -block-unknown, -code-repeated, -line-not-pending, -line-pending-approval,
     * -line-quota-missing, -quota-below-use, -funding-source-mixed, -budget-exceeded, -total-too-large.
     */
    static PlanChange of(PlanStanding before, ChangesRequest changes) {
        var change = new PlanChange(before);
        change.release(changes);
        change.addLines(changes);
        change.changeQuota(changes);
        change.transferQuota(changes);
        change.changeMoney(changes);
        change.transferMoney(changes);
        return change;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    PlanStanding after() {
        return new PlanStanding(before.unitId(), blocks, lines, budgets);
    }

    List<MoneyMove> postings() {
        return List.copyOf(postings);
    }

    /** Codes of the blocks that were pending and are assigned now. */
    Set<String> opened() {
        return Set.copyOf(opened);
    }

    /** Lines that have another quota or status than before, new ones too. */
    List<Line> changedLines() {
        return lines.values().stream()
                .filter(line -> !line.equals(before.lines().get(line.code())))
                .toList();
    }

    /** Budgets that have another amount than before, new ones too. */
    List<BudgetKey> changedBudgets() {
        return budgets.keySet().stream()
                .filter(key -> !PlanStanding.known(budgets, key)
                        .equals(before.budgets().get(key)))
                .toList();
    }

    private void release(ChangesRequest changes) {
        for (int i = 0; i < changes.releases().size(); i++) {
            var asked = changes.releases().get(i);
            var place = "/changes/releases/" + i;
            var line = line(asked.line(), place + "/line");
            if (line == null) {
                continue;
            }
            if (line.status() != AssignmentStatus.PENDING_APPROVAL) {
                refuse(Refusal.of(TrainingProblem.LINE_NOT_PENDING, "line", line.code()), place + "/line");
                continue;
            }
            put(line, asked.classes(), asked.places());
            var block = PlanStanding.known(blocks, line.block());
            if (block.status() == AssignmentStatus.PENDING_APPROVAL) {
                blocks.put(block.code(), new Block(block.code(), block.fundingSource(), AssignmentStatus.ASSIGNED));
                opened.add(block.code());
            }
        }
    }

    private void addLines(ChangesRequest changes) {
        for (int i = 0; i < changes.newLines().size(); i++) {
            var asked = changes.newLines().get(i);
            var place = NEW_LINES + i;
            var block = block(asked.block(), place + "/block");
            var line = asked.line();
            var classes = line.classes();
            var places = line.places();
            if (block == null) {
                continue;
            }
            if (block.status() == AssignmentStatus.PENDING_APPROVAL) {
                refuse(Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL), place + "/block");
            } else if (lines.containsKey(line.code())) {
                refuse(Refusal.of(TrainingProblem.CODE_REPEATED, "value", line.code()), place + "/line/code");
            } else if (classes == null || places == null) {
                refuse(Refusal.of(TrainingProblem.LINE_QUOTA_MISSING, "line", line.code()), place + "/line");
            } else {
                lines.put(
                        line.code(),
                        new Line(line.code(), block.code(), AssignmentStatus.ASSIGNED, classes, places, 0, 0));
            }
        }
    }

    private void changeQuota(ChangesRequest changes) {
        var named = new HashSet<String>();
        for (int i = 0; i < changes.lines().size(); i++) {
            var asked = changes.lines().get(i);
            var place = "/changes/lines/" + i;
            if (!named.add(asked.line())) {
                refuse(Refusal.of(TrainingProblem.CODE_REPEATED, "value", asked.line()), place + "/line");
                continue;
            }
            var line = usable(asked.line(), place + "/line");
            if (line != null) {
                quota(line, asked.classesBy(), asked.placesBy(), place);
            }
        }
    }

    private void transferQuota(ChangesRequest changes) {
        for (int i = 0; i < changes.quotaTransfers().size(); i++) {
            var asked = changes.quotaTransfers().get(i);
            var place = "/changes/quotaTransfers/" + i;
            var from = usable(asked.fromLine(), place + "/fromLine");
            var to = usable(asked.toLine(), place + "/toLine");
            if (from == null || to == null) {
                continue;
            }
            if (mixed(from.block(), to.block(), place + "/toLine")
                    || !quota(from, -asked.classes(), -asked.places(), place)) {
                continue;
            }
            if (!quota(PlanStanding.known(lines, to.code()), asked.classes(), asked.places(), place)) {
                lines.put(from.code(), from);
            }
        }
    }

    private void changeMoney(ChangesRequest changes) {
        for (int i = 0; i < changes.budgets().size(); i++) {
            var asked = changes.budgets().get(i);
            var place = "/changes/budgets/" + i;
            if (block(asked.block(), place + "/block") == null || asked.amountByVnd() == 0) {
                continue;
            }
            var key = key(asked.block(), asked.unitId());
            long by = asked.amountByVnd();
            if (money(key, by, place + "/amountByVnd")) {
                postings.add(by > 0 ? new MoneyMove(null, key, by, place) : new MoneyMove(key, null, -by, place));
            }
        }
    }

    private void transferMoney(ChangesRequest changes) {
        for (int i = 0; i < changes.moneyTransfers().size(); i++) {
            var asked = changes.moneyTransfers().get(i);
            var place = "/changes/moneyTransfers/" + i;
            if (block(asked.from().block(), place + "/from/block") == null
                    || block(asked.to().block(), place + "/to/block") == null
                    || mixed(asked.from().block(), asked.to().block(), place + "/to")) {
                continue;
            }
            var from = key(asked.from());
            var to = key(asked.to());
            long amount = asked.amountVnd();
            if (from.equals(to)) {
                refuse(Refusal.of(TrainingProblem.CODE_REPEATED, "value", to.block()), place + "/to");
            } else if (money(from, -amount, place + "/amountVnd")) {
                money(to, amount, place + "/amountVnd");
                postings.add(new MoneyMove(from, to, amount, place));
            }
        }
    }

    private @Nullable Line line(String code, String pointer) {
        var line = lines.get(code);
        if (line == null) {
            refuse(Refusal.of(TrainingProblem.LINE_UNKNOWN), pointer);
        }
        return line;
    }

    private @Nullable Line usable(String code, String pointer) {
        var line = line(code, pointer);
        if (line != null && line.status() == AssignmentStatus.PENDING_APPROVAL) {
            refuse(Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL), pointer);
            return null;
        }
        return line;
    }

    private @Nullable Block block(String code, String pointer) {
        var block = blocks.get(code);
        if (block == null) {
            refuse(Refusal.of(TrainingProblem.BLOCK_UNKNOWN, "block", code), pointer);
        }
        return block;
    }

    private boolean mixed(String from, String to, String pointer) {
        var gives = before.source(from);
        var gets = before.source(to);
        if (gives != gets) {
            refuse(Refusal.of(TrainingProblem.FUNDING_SOURCE_MIXED), pointer);
        }
        return gives != gets;
    }

    /** Whether it could be done; a quota is never below what classes have taken. */
    private boolean quota(Line line, int classesBy, int placesBy, String pointer) {
        long classes = (long) Objects.requireNonNull(line.classes()) + classesBy;
        long places = (long) Objects.requireNonNull(line.places()) + placesBy;
        if (classes < line.openedClasses() || places < line.openedPlaces()) {
            refuse(line.belowUse(classes, places), pointer);
            return false;
        }
        if (classes > Integer.MAX_VALUE || places > Integer.MAX_VALUE) {
            refuse(Refusal.of(TrainingProblem.TOTAL_TOO_LARGE, "figure", "places", "most", Integer.MAX_VALUE), pointer);
            return false;
        }
        put(line, (int) classes, (int) places);
        return true;
    }

    private void put(Line line, int classes, int places) {
        lines.put(line.code(), line.with(classes, places));
    }

    /** Whether it could be done; a budget is never below what is committed or spent of it. */
    private boolean money(BudgetKey key, long by, String pointer) {
        var budget = budgets.getOrDefault(key, Budget.NONE);
        if (by < 0 && budget.freeVnd() < -by) {
            refuse(
                    Refusal.of(TrainingProblem.BUDGET_EXCEEDED, "availableVnd", budget.freeVnd(), "requestedVnd", -by),
                    pointer);
            return false;
        }
        long total = budgets.values().stream().mapToLong(Budget::budgetVnd).sum();
        if (by > PlanRules.LARGEST_SUM - total) {
            refuse(
                    Refusal.of(TrainingProblem.TOTAL_TOO_LARGE, "figure", "budgetVnd", "most", PlanRules.LARGEST_SUM),
                    pointer);
            return false;
        }
        budgets.put(key, new Budget(budget.budgetVnd() + by, budget.boundVnd()));
        return true;
    }

    private BudgetKey key(BudgetPlace place) {
        return key(place.block(), place.unitId());
    }

    private BudgetKey key(String block, @Nullable UUID unitId) {
        return new BudgetKey(block, Objects.requireNonNullElse(unitId, before.unitId()));
    }

    private void refuse(Refusal refusal, String pointer) {
        refusals.add(refusal.at(pointer));
    }
}
