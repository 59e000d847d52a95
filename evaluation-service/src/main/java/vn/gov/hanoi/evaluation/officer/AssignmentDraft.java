package vn.gov.hanoi.evaluation.officer;

import java.util.List;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.kernel.problem.Refusal;

/** A post somebody wants recorded, apart from its unit. */
record AssignmentDraft(
        Position position, String title, boolean leader, boolean main, Validity validity, String decisionNumber) {
    /** Refusals: those of the texts, date.out-of-range, validity.empty. */
    List<Refusal> faults(String pointer) {
        return new Faults()
                .add(pointer + "/title", TextRule.TITLE.fault(title))
                .date(pointer + "/validFrom", validity.from())
                .date(pointer + "/validTo", validity.to())
                .add(pointer + "/validTo", validity.fault())
                .add(pointer + "/decisionNumber", TextRule.DECISION_NUMBER.fault(decisionNumber))
                .all();
    }
}
