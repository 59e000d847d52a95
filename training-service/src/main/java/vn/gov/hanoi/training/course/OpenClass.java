package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassApi.ClassRequest;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.ledger.Ledger;
import vn.gov.hanoi.training.plan.AssignmentStatus;
import vn.gov.hanoi.training.plan.PlanLines;

/** Opens a class: takes quota, commits money, records the class. */
@ApplicationScoped
class OpenClass {
    private final Directory directory;
    private final PlanLines lines;
    private final Ledger ledger;
    private final ClassRepository classes;
    private final ClassSetups setups;
    private final WriteCostSheet costs;
    private final ClassJournal journal;

    OpenClass(
            Directory directory,
            PlanLines lines,
            Ledger ledger,
            ClassRepository classes,
            ClassSetups setups,
            WriteCostSheet costs,
            ClassJournal journal) {
        this.directory = directory;
        this.lines = lines;
        this.ledger = ledger;
        this.classes = classes;
        this.setups = setups;
        this.costs = costs;
        this.journal = journal;
    }

    /**
     * Opens the class. The line is locked before the account, always, so that openings cannot deadlock.
     *
     * <p>Refusals: training.unit-unknown, training.unit-not-in-force, training.line-unknown,
     * training.line-pending-approval, training.class-dates-reversed, training.class-outside-plan-year,
     * training.funding-source-differs, training.quota-classes-exceeded, training.quota-places-exceeded,
     * training.budget-exceeded, and those of {@link ClassSetups#store} and {@link WriteCostSheet#store}.
     */
    @Transactional
    TrainingClass open(ClassRequest request, Caller caller) {
        var unit = directory.inForce(request.unitId(), request.startsOn(), "/unitId");
        var line = lines.find(request.planLineId(), caller);
        if (line.status() == AssignmentStatus.PENDING_APPROVAL) {
            throw new Refused(Refusal.of(TrainingProblem.LINE_PENDING_APPROVAL).at("/planLineId"));
        }
        Refused.ifAny(TrainingClass.refusals(line, unit, request));
        lines.take(line.id(), request.places(), caller);
        var commitment = ledger.commit(
                line.accountId(),
                new Money(request.amountVnd()),
                null,
                "Mở lớp: " + PlainText.of(request.title()),
                caller);
        var opened = TrainingClass.open(line, unit, request, commitment, caller.subject());
        classes.add(opened);
        var setup = request.setup();
        if (setup != null) {
            setups.store(opened, setup);
            classes.flush();
        }
        var costSheet = request.costSheet();
        if (costSheet != null) {
            costs.store(opened, costSheet, "/costSheet", caller);
        }
        var details = Map.of("planLineId", line.id(), "places", request.places(), "amountVnd", request.amountVnd());
        journal.record(opened, ClassEvent.Fact.OPENED, "class.open", details, caller);
        return opened;
    }
}
