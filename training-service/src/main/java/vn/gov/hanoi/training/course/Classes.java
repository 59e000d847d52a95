package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.ledger.Ledger;

/** Door to the classes; every method belongs to the caller's transaction. */
@ApplicationScoped
public class Classes {
    private final ClassFactsQueries facts;
    private final ClassRepository classes;
    private final ClassDesk desk;
    private final ClassJournal journal;
    private final Scopes scopes;
    private final Ledger ledger;
    private final Event<ClassDelivered> delivered;
    private final Clock clock;

    Classes(
            ClassFactsQueries facts,
            ClassRepository classes,
            ClassDesk desk,
            ClassJournal journal,
            Scopes scopes,
            Ledger ledger,
            Event<ClassDelivered> delivered,
            Clock clock) {
        this.facts = facts;
        this.classes = classes;
        this.desk = desk;
        this.journal = journal;
        this.scopes = scopes;
        this.ledger = ledger;
        this.delivered = delivered;
        this.clock = clock;
    }

    /** A class of the caller's units, or to which they are invited. Refusal: scope.unit-unknown. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ClassFacts> find(UUID id, Caller caller) {
        return facts.find(id, scopes.of(caller));
    }

    /**
     * The same, held until the end of the transaction: nothing happens to its learners and its sessions meanwhile. Whoever needs
     * several takes them in the order of their ids.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ClassFacts> hold(UUID id, Caller caller) {
        if (find(id, caller).isEmpty()) {
            return Optional.empty();
        }
        classes.hold(id);
        return find(id, caller);
    }

    /** What speaks against closing the class, apart from its learners: see {@link ClassGuard#refusals}. */
    public List<Refusal> refusalsOfClosing(ClassFacts of, Caller caller) {
        return desk.guard(of, caller).refusals(ClassGuard.Act.CLOSE);
    }

    /** All learners have an outcome: the class is over, and what is left of its money is given back by hand once the bills are in. Refusals: those of {@link #refusalsOfClosing}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deliver(ClassFacts of, Caller caller) {
        Refused.ifAny(refusalsOfClosing(of, caller));
        var held = classes.hold(of.id());
        held.deliver(clock.instant());
        ledger.handOver(held.commitmentEntryId());
        classes.flush();
        journal.record(held, ClassEvent.Fact.DELIVERED, "class.close", Map.of(), caller);
        delivered.fire(
                new ClassDelivered(of.id(), of.unitId(), of.timetable().days().getLast()));
    }
}
