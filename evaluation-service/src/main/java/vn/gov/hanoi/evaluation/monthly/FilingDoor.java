package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Contested;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What speaks against an objection to a result; said by the room of objections, which stands above this one and knows it. */
public interface FilingDoor {
    /** As filing it today by the subject would be refused; empty if it would be received. */
    List<Refusal> refusals(Contested result);
}
