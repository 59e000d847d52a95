package vn.gov.hanoi.training.plan;

import static vn.gov.hanoi.training.plan.PlanStanding.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.AccountState;
import vn.gov.hanoi.training.ledger.Ledger;
import vn.gov.hanoi.training.ledger.NewAccount;
import vn.gov.hanoi.training.plan.MovedPlan.LineKey;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.SignedDecisionRequest;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;

/** Door for decisions that move what units hold in a plan; both methods belong to the caller's transaction. */
@ApplicationScoped
public class MovePlan {
    private final Directory directory;
    private final ChangePlan changePlan;
    private final VersionRepository versions;
    private final MoveRepository moves;
    private final Ledger ledger;
    private final Clock clock;

    MovePlan(
            Directory directory,
            ChangePlan changePlan,
            VersionRepository versions,
            MoveRepository moves,
            Ledger ledger,
            Clock clock) {
        this.directory = directory;
        this.changePlan = changePlan;
        this.versions = versions;
        this.moves = moves;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Holds the plan of the year, its lines and its accounts until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(int year) {
        versions.lock(year);
    }

    /**
     * Records the decision as an adjustment: new versions of lines and budgets, and their money by transfer entries. A unit gets one
     * line for each line it takes from, and one account in each block.
     *
     * <p>Refusals: training.issuer-not-city, -unit-unknown, -unit-not-in-force, -plan-missing, -plan-closed, -decision-out-of-order,
     * -decision-number-exists, -budget-exceeded.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public MovedPlan move(PlanMove move, Caller caller) {
        var signed = new SignedDecisionRequest(
                move.signed().number(), move.signed().signedOn(), move.signed().issuer());
        var request = new PlanDecisionRequest(move.year(), DecisionKind.ADJUST, signed, move.legalBasis(), null, null);
        var issuer = directory.inForce(signed.issuer(), signed.signedOn(), "/decision/issuer");
        var plan = changePlan.lock(request, issuer);
        var takers = takers(move);
        var decision = PlanDecision.change(plan.id(), request, issuer, new Recorded(clock.instant(), caller.subject()));
        versions.add(decision);
        var touched = new HashSet<UUID>();
        var lines = new HashMap<LineKey, UUID>();
        for (var quota : move.quotas()) {
            var to = known(takers, quota.to());
            var line = moves.line(quota, to);
            lines.put(new LineKey(quota.lineId(), to.id()), line);
            touched.addAll(List.of(quota.lineId(), line));
        }
        touched.forEach(line -> moves.version(line, decision));
        var books = new Books(plan, decision, caller);
        move.money().forEach(money -> books.move(money, known(takers, money.to())));
        books.close();
        changePlan.tell(plan, decision, fact(plan, decision, touched, books), caller);
        return new MovedPlan(decision.id(), Map.copyOf(books.commitments), Map.copyOf(lines));
    }

    private Map<UUID, KnownUnit> takers(PlanMove move) {
        var takers = new HashMap<UUID, KnownUnit>();
        var day = move.signed().signedOn();
        move.money().forEach(money -> takers.computeIfAbsent(money.to(), id -> directory.known(id, day, "/decision")));
        move.quotas().forEach(quota -> takers.computeIfAbsent(quota.to(), id -> directory.known(id, day, "/decision")));
        return takers;
    }

    private PlanChanged fact(LockedPlan plan, PlanDecision decision, Set<UUID> lines, Books books) {
        return new PlanChanged(
                plan.id(),
                plan.version(),
                plan.year(),
                plan.unitId(),
                decision.kind(),
                new PlanAssigned.Decision(decision.id(), decision.number(), decision.signedOn()),
                moves.lines(lines),
                books.told());
    }

    /** The money of one decision; budgets follow it as far as they go, since money that was carried from the year before is in none. */
    private final class Books {
        private final LockedPlan plan;
        private final PlanDecision decision;
        private final Caller caller;
        private final String description;
        private final Map<BudgetKey, UUID> accounts;
        private final Map<BudgetKey, Long> budgets = new HashMap<>();
        private final Set<BudgetKey> changed = new HashSet<>();
        private final Map<UUID, UUID> commitments = new HashMap<>();

        Books(LockedPlan plan, PlanDecision decision, Caller caller) {
            this.plan = plan;
            this.decision = decision;
            this.caller = caller;
            this.description = "Chuyển theo sắp xếp đơn vị, quyết định " + decision.number();
            this.accounts = new HashMap<>(plan.accounts());
            plan.standing().budgets().forEach((key, budget) -> budgets.put(key, budget.budgetVnd()));
        }

        void move(PlanMove.Money money, KnownUnit unit) {
            var from = new BudgetKey(money.block(), money.from());
            var to = new BudgetKey(money.block(), unit.id());
            var gives = known(accounts, from);
            var takes = accounts.computeIfAbsent(to, key -> open(key, unit));
            if (money.freeVnd() > 0) {
                ledger.transfer(gives, takes, new Money(money.freeVnd()), decision.id(), description, caller);
            }
            long moved = money.freeVnd();
            for (var commitment : money.commitments()) {
                var entry = ledger.move(commitment, takes, decision.id(), description, caller);
                commitments.put(commitment, entry.commitmentId());
                moved = Math.addExact(moved, entry.amount().dong());
            }
            long had = budgets.getOrDefault(from, 0L);
            long by = Math.min(had, moved);
            budgets.put(from, had - by);
            budgets.merge(to, by, Math::addExact);
            changed.addAll(List.of(from, to));
        }

        private UUID open(BudgetKey key, KnownUnit unit) {
            var block = known(plan.standing().blocks(), key.block());
            var blockId = known(plan.blocks(), key.block());
            var state = block.status() == AssignmentStatus.ASSIGNED ? AccountState.OPEN : AccountState.PENDING_APPROVAL;
            var account = ledger.open(
                    new NewAccount(
                            plan.id(), blockId, block.code(), unit.id(), plan.year(), block.fundingSource(), state),
                    caller);
            versions.addBudget(plan.id(), blockId, unit, account);
            return account;
        }

        void close() {
            changed.forEach(key ->
                    versions.setBudget(known(plan.blocks(), key.block()), key.unitId(), known(budgets, key), decision));
            versions.sumBlocks(plan.id());
        }

        List<PlanChanged.Budget> told() {
            var told = new ArrayList<PlanChanged.Budget>();
            changed.forEach(key -> told.add(new PlanChanged.Budget(
                    key.block(), plan.standing().source(key.block()), key.unitId(), known(budgets, key))));
            return told;
        }
    }
}
