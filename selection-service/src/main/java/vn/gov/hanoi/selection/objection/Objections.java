package vn.gov.hanoi.selection.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.selection.paper.Remarking;

/** The door of this room. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Objections {
    private final ObjectionRepository objections;
    private final Remarking remarking;

    Objections(ObjectionRepository objections, Remarking remarking) {
        this.objections = objections;
        this.remarking = remarking;
    }

    /** Whether no objection can change a written mark of the round any more: the time is over and none waits for its end. */
    public boolean areSettled(UUID roundId) {
        return remarking.isTimeOver(roundId) && objections.open(roundId).isEmpty();
    }
}
