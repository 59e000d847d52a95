package vn.gov.hanoi.training.plan;

import static vn.gov.hanoi.training.plan.PlanStanding.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.AccountState;
import vn.gov.hanoi.training.ledger.Ledger;
import vn.gov.hanoi.training.ledger.NewAccount;
import vn.gov.hanoi.training.plan.ChangeApi.ChangesRequest;
import vn.gov.hanoi.training.plan.LineTargets.Named;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;

/** Records a later decision of the City: new versions of lines and budgets and their money in one transaction. */
@ApplicationScoped
class ChangePlan {
    private final Directory directory;
    private final VersionRepository versions;
    private final LineTargets targets;
    private final Ledger ledger;
    private final OutboxWriter outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ChangePlan(
            Directory directory,
            VersionRepository versions,
            LineTargets targets,
            Ledger ledger,
            OutboxWriter outbox,
            AuditTrail audit,
            Clock clock) {
        this.directory = directory;
        this.versions = versions;
        this.targets = targets;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adjusts, transfers or releases. Decisions of a plan are recorded in the order of signing, so that a version holds from its day
     * of signing until the next.
     *
     * <p>Refusals: training.issuer-not-city, -unit-unknown, -unit-not-in-force, -plan-missing, -plan-closed,
     * -decision-out-of-order, -decision-number-exists, -code-not-in-force, -funding-source-differs, and those of {@link PlanChange}.
     */
    @Transactional
    PlanDecision change(PlanDecisionRequest request, Caller caller) {
        var signedOn = request.decision().signedOn();
        var issuer = directory.inForce(request.decision().issuer(), signedOn, "/decision/issuer");
        var plan = lock(request, issuer);
        var change = PlanChange.of(plan.standing(), request.changeList());
        Refused.ifAny(change.refusals());
        var units = targets.units(request, named(plan, request.changeList()), caller);
        var holders = holders(plan, request, change);
        var decision = PlanDecision.change(plan.id(), request, issuer, new Recorded(clock.instant(), caller.subject()));
        versions.add(decision);
        var lineIds = lines(plan, request.changeList(), change, units, decision);
        change.opened().stream().sorted().forEach(block -> versions.openBlock(known(plan.blocks(), block), decision));
        money(plan, change, holders, decision, caller);
        tell(plan, decision, PlanChanged.of(plan, decision, change, lineIds), caller);
        return decision;
    }

    /** The plan of the request's year, held. Refusals: those about issuer, plan and order. */
    LockedPlan lock(PlanDecisionRequest request, KnownUnit issuer) {
        if (!issuer.isCity()) {
            throw new Refused(Refusal.of(TrainingProblem.ISSUER_NOT_CITY, "unit", issuer.code())
                    .at("/decision/issuer"));
        }
        var plan = versions.lock(request.year())
                .orElseThrow(() -> new Refused(Refusal.of(TrainingProblem.PLAN_MISSING, "year", request.year())
                        .at("/year")));
        if (plan.closedBy() != null) {
            throw new Refused(Refusal.of(TrainingProblem.PLAN_CLOSED, "year", request.year()));
        }
        if (request.decision().signedOn().isBefore(plan.lastSignedOn())) {
            throw new Refused(Refusal.of(
                            TrainingProblem.DECISION_OUT_OF_ORDER,
                            "signedOn",
                            request.decision().signedOn().toString(),
                            "latest",
                            plan.lastSignedOn().toString())
                    .at("/decision/signedOn"));
        }
        return plan;
    }

    /** Says what a decision did, by event and audit entry. */
    void tell(LockedPlan plan, PlanDecision decision, PlanChanged fact, Caller caller) {
        outbox.write(new EventDraft("training.plan", "changed", 1, "plans", plan.id(), plan.unitId(), fact));
        var details = Map.of(
                "year",
                plan.year(),
                "number",
                decision.number(),
                "lines",
                fact.lines().size(),
                "budgets",
                fact.budgets().size());
        var action = "plan." + decision.kind().name().toLowerCase(Locale.ROOT);
        audit.record(caller, new AuditTrail.Act(action, "plan-decisions", decision.id(), plan.unitId(), details));
    }

    private static List<Named> named(LockedPlan plan, ChangesRequest changes) {
        var named = new ArrayList<Named>();
        for (int i = 0; i < changes.newLines().size(); i++) {
            var line = changes.newLines().get(i);
            named.add(new Named(line.line(), plan.standing().source(line.block()), "/changes/newLines/" + i + "/line"));
        }
        return named;
    }

    /** Units that get money of a block for the first time. */
    private Map<BudgetKey, KnownUnit> holders(LockedPlan plan, PlanDecisionRequest request, PlanChange change) {
        var holders = new HashMap<BudgetKey, KnownUnit>();
        for (var posting : change.postings()) {
            var key = posting.to();
            if (key != null && !plan.accounts().containsKey(key)) {
                var source = plan.standing().source(key.block());
                var pointer = posting.pointer() + (posting.from() == null ? "/unitId" : "/to/unitId");
                holders.put(key, targets.unit(key.unitId(), request.decision().signedOn(), source, pointer));
            }
        }
        return holders;
    }

    private Map<String, UUID> lines(
            LockedPlan plan,
            ChangesRequest changes,
            PlanChange change,
            Map<String, KnownUnit> units,
            PlanDecision decision) {
        var ids = new HashMap<>(plan.lines());
        int position = plan.lines().size();
        for (var added : changes.newLines()) {
            var line = added.line();
            var blockId = known(plan.blocks(), added.block());
            ids.put(line.code(), versions.addLine(position++, blockId, line, units.get(line.code())));
        }
        versions.addLines(decision);
        for (var line : change.changedLines()) {
            if (plan.lines().containsKey(line.code())) {
                versions.setLine(known(ids, line.code()), line, decision);
            }
        }
        return ids;
    }

    private void money(
            LockedPlan plan,
            PlanChange change,
            Map<BudgetKey, KnownUnit> holders,
            PlanDecision decision,
            Caller caller) {
        var accounts = new HashMap<>(plan.accounts());
        accounts.forEach((key, account) -> {
            if (change.opened().contains(key.block())) {
                ledger.activate(account, decision.id(), caller);
            }
        });
        holders.forEach((key, unit) -> accounts.put(key, open(plan, change, key, unit, caller)));
        var description = description(decision);
        for (var posting : change.postings()) {
            var amount = new Money(posting.amountVnd());
            var from = posting.from();
            var to = posting.to();
            if (from == null && to != null) {
                ledger.allocate(known(accounts, to), amount, decision.id(), description, caller);
            } else if (from != null && to == null) {
                ledger.reduce(known(accounts, from), amount, decision.id(), description, caller);
            } else if (from != null && to != null) {
                ledger.transfer(known(accounts, from), known(accounts, to), amount, decision.id(), description, caller);
            }
        }
        for (var key : change.changedBudgets()) {
            var amount = change.after().budget(key).budgetVnd();
            versions.setBudget(known(plan.blocks(), key.block()), key.unitId(), amount, decision);
        }
        versions.sumBlocks(plan.id());
    }

    private UUID open(LockedPlan plan, PlanChange change, BudgetKey key, KnownUnit unit, Caller caller) {
        var block = known(change.after().blocks(), key.block());
        var blockId = known(plan.blocks(), key.block());
        var state =
                switch (block.status()) {
                    case ASSIGNED -> AccountState.OPEN;
                    case PENDING_APPROVAL -> AccountState.PENDING_APPROVAL;
                };
        var account = ledger.open(
                new NewAccount(plan.id(), blockId, block.code(), unit.id(), plan.year(), block.fundingSource(), state),
                caller);
        versions.addBudget(plan.id(), blockId, unit, account);
        return account;
    }

    private static String description(PlanDecision decision) {
        var what =
                switch (decision.kind()) {
                    case ASSIGN -> "Giao";
                    case ADJUST -> "Điều chỉnh";
                    case TRANSFER -> "Điều chuyển";
                    case RELEASE -> "Giao chỉ tiêu chờ phê duyệt";
                    case CLOSE -> "Đóng";
                };
        return what + " dự toán theo quyết định " + decision.number();
    }
}
