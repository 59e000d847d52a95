package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;

/** Lays a written round on the table for those who have something to do with it. Locks are taken in one order: round, written round, row. */
@ApplicationScoped
class ExamDesk {
    private final ExamRepository exams;
    private final Rounds rounds;
    private final Places places;
    private final AuditTrail audit;

    ExamDesk(ExamRepository exams, Rounds rounds, Places places, AuditTrail audit) {
        this.exams = exams;
        this.rounds = rounds;
        this.places = places;
        this.audit = audit;
    }

    /** A written round with its round, and what the caller has to do with it. */
    record Laid(Exam exam, Round round, Place place) {}

    Optional<Exam> exam(UUID id) {
        return exams.findByIdOptional(id);
    }

    /** Refusal: resource.not-found for none and for everybody who has nothing to do with it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        var laid = look(id, caller);
        if (!laid.place().knows()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return laid;
    }

    void unread() {
        exams.unread();
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(UUID id, Caller caller) {
        see(id, caller);
        exams.unread();
    }

    /** For papers and sheets, which ask on their own who may know of them. Refusal: resource.not-found for none. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid look(UUID id, Caller caller) {
        return laid(exams.findByIdOptional(id).orElse(null), rounds.find(id).orElse(null), caller);
    }

    /** Refusals: resource.not-found, those of {@link ExamGuard}, precondition.required, precondition.failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, @Nullable String ifMatch, ExamGuard.Act act, Caller caller) {
        var round = rounds.alone(id);
        var laid = laid(exams.forChange(id).orElse(null), round, caller);
        if (!laid.place().knows()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var guard = guard(laid);
        Refused.ifAny(guard.authority(act));
        Etags.require(ifMatch, laid.exam().version());
        Refused.ifAny(guard.state(act));
        return laid;
    }

    /** For acts on papers and sheets: neither round nor written round changes its state before the end. It asks for nothing else. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid use(UUID id, Caller caller) {
        var round = rounds.forUse(id);
        return laid(exams.forUse(id).orElse(null), round, caller);
    }

    /** For acts that change the written round without an act of the guard. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid alone(UUID id, Caller caller) {
        var round = rounds.alone(id);
        return laid(exams.forChange(id).orElse(null), round, caller);
    }

    private Laid laid(@Nullable Exam exam, @Nullable Round round, Caller caller) {
        if (exam == null || round == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return new Laid(exam, round, places.of(round, exam.stage() == ExamStage.PUBLISHED, caller));
    }

    ExamGuard guard(Laid laid) {
        return new ExamGuard(laid.exam(), laid.round().stateOn(rounds.today()), laid.place(), rounds.today());
    }

    /** Keeps an act on the written round together with its entry in the audit. */
    void kept(String act, Laid laid, Map<String, ?> details, Caller caller) {
        exams.flush();
        record("written-exam." + act, "written-exams", laid.exam().id(), laid, details, caller);
    }

    void record(String action, String resource, UUID id, Laid laid, Map<String, ?> details, Caller caller) {
        audit.record(
                caller, new AuditTrail.Act(action, resource, id, laid.round().unitId(), details));
    }
}
