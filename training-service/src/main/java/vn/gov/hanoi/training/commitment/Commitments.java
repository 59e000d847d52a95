package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.DegreeRules.Rule;
import vn.gov.hanoi.training.decree.Trigger;

/** Door to commitments for who sends people to study; every method works inside the caller's transaction. */
@ApplicationScoped
public class Commitments {
    private final CommitmentRepository commitments;
    private final OpenCompensation openCompensation;
    private final AuditTrail audit;

    Commitments(CommitmentRepository commitments, OpenCompensation openCompensation, AuditTrail audit) {
        this.commitments = commitments;
        this.openCompensation = openCompensation;
        this.audit = audit;
    }

    /**
     * A study.
     *
     * @param rule of the day of sending
     * @param firstDay day of sending
     * @param lastDay inclusive; planned, or the real one once it is over
     * @param costVnd cost of the course in đồng
     */
    public record Study(UUID trainingId, Rule rule, LocalDate firstDay, LocalDate lastDay, long costVnd) {}

    /** The signed promise of who is sent, by the planned days. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sign(Study study, Learner learner, Document document, Caller caller) {
        var terms = study.rule().commitment();
        var fresh = new ServiceCommitment(
                Ids.next(),
                1,
                study.trainingId(),
                learner,
                study.rule().code(),
                terms.studied(study.firstDay(), study.lastDay()),
                terms.months(study.firstDay(), study.lastDay()),
                study.costVnd(),
                document,
                study.firstDay(),
                null,
                CommitmentState.SIGNED);
        commitments.insert(fresh);
        record("service-commitment.sign", fresh, caller);
    }

    /**
     * The study is completed: service begins on the day after, for as long as the real days ask for. A promise that was broken or exempted
     * meanwhile stays what it is.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(Study study, Caller caller) {
        var signed = commitments.ofTraining(study.trainingId()).orElseThrow();
        if (signed.stored() != CommitmentState.SIGNED) {
            return;
        }
        var terms = study.rule().commitment();
        var begun = signed.begun(
                terms.studied(study.firstDay(), study.lastDay()),
                terms.months(study.firstDay(), study.lastDay()),
                study.costVnd(),
                study.lastDay().plusDays(1));
        commitments.update(begun);
        record("service-commitment.begin", begun, caller);
    }

    /** The study was not completed: nothing is left to serve, and a case is proposed if the decree has one and there is none yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void fail(UUID trainingId, Trigger trigger, LocalDate on, long costVnd, Caller caller) {
        var signed = commitments.ofTraining(trainingId).orElseThrow();
        if (signed.stored() != CommitmentState.SIGNED) {
            return;
        }
        var failed = signed.ended(CommitmentState.VOID, costVnd);
        commitments.update(failed);
        record("service-commitment.void", failed, caller);
        openCompensation.propose(failed, trigger, on, CompensationCase.Source.TRAINING, caller);
    }

    private void record(String action, ServiceCommitment commitment, Caller caller) {
        var details = Map.of("months", commitment.months(), "rule", commitment.rule());
        audit.record(
                caller,
                new AuditTrail.Act(
                        action,
                        "service-commitments",
                        commitment.id(),
                        commitment.learner().unitId(),
                        details));
    }
}
