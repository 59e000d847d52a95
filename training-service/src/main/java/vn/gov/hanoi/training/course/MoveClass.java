package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.directory.KnownUnit;

/** Door for classes that go on with another unit, line or commitment; every method belongs to the caller's transaction. */
@ApplicationScoped
public class MoveClass {
    private final ClassRepository classes;
    private final MoveClassRepository moves;
    private final ClassJournal journal;

    MoveClass(ClassRepository classes, MoveClassRepository moves, ClassJournal journal) {
        this.classes = classes;
        this.moves = moves;
        this.journal = journal;
    }

    /** Holds classes until the transaction ends; taken in the order of their ids, before plans and accounts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<UUID> ids) {
        moves.hold(ids);
    }

    /** Classes whose money was committed by the first commitment go on with the second one, also those that are over. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOn(Map<UUID, UUID> commitments) {
        commitments.forEach(moves::goOn);
    }

    /** Units that were invited to classes of the plan that are not over are joined by others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void invite(UUID planId, UUID invited, Collection<UUID> others) {
        moves.invite(planId, invited, others);
    }

    /**
     * Moves a class; learners, sessions and places stay.
     *
     * @param unit that goes on with it; null if nobody else does
     * @param lineId line whose quota it has from now on; null for the same
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(UUID id, @Nullable KnownUnit unit, @Nullable UUID lineId, Caller caller) {
        var held = classes.hold(id);
        var before = Map.of("fromUnitId", held.unitId(), "fromLineId", held.planLineId());
        if (unit != null) {
            held.handOver(unit);
        }
        if (lineId != null) {
            held.follow(lineId);
        }
        classes.flush();
        journal.record(held, ClassEvent.Fact.CHANGED, "class.move", before, caller);
    }
}
