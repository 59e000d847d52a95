package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.codelist.CodeListName;
import vn.gov.hanoi.training.codelist.CodeListQueries;
import vn.gov.hanoi.training.need.NeedApi.NeedRequest;

/** States needs by hand, and confirms or refuses them. */
@ApplicationScoped
class StateNeed {
    private final StatedNeedRepository needs;
    private final CodeListQueries codes;
    private final Scopes scopes;
    private final AuditTrail audit;

    StateNeed(StatedNeedRepository needs, CodeListQueries codes, Scopes scopes, AuditTrail audit) {
        this.needs = needs;
        this.codes = codes;
        this.scopes = scopes;
        this.audit = audit;
    }

    /** Refusal: scope.unit-unknown. */
    void authorise(Caller caller) {
        scopes.of(caller);
    }

    /** Refusals: training.officer-unknown, -code-not-in-force, -need-exists; request.invalid-value for other origins. */
    @Transactional
    UUID state(NeedRequest request, Caller caller) {
        if (!request.origin().isAskedFor()) {
            throw new Refused(Refusal.of(KernelProblem.INVALID_VALUE, "rule", "origin", "expected", "PERSON or MANAGER")
                    .at("/origin"));
        }
        var unit = needs.unitOf(request.officerId(), scopes.of(caller))
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.OFFICER_UNKNOWN).at("/officerId")));
        int year = request.year();
        codes.refusal(
                        CodeListName.TRAINING_CONTENTS,
                        request.content(),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        "/content")
                .ifPresent(refusal -> {
                    throw new Refused(refusal);
                });
        var id = needs.add(request, unit, caller.subject());
        record("training-need.state", id, unit, Map.of("year", year), caller);
        return id;
    }

    /** Confirms it. Refusals: precondition.*, training.need-decided, authority.own-act. */
    @Transactional
    long confirm(UUID id, @Nullable String ifMatch, Caller caller) {
        var need = decidable(id, ifMatch, caller);
        needs.decide(id, NeedState.OPEN, null, caller.subject());
        record("training-need.approve", id, need.unitId(), Map.of(), caller);
        return need.version() + 1;
    }

    /** Refuses it with a reason. Refusals: precondition.*, training.need-decided, authority.own-act. */
    @Transactional
    long refuse(UUID id, @Nullable String ifMatch, String reason, Caller caller) {
        var need = decidable(id, ifMatch, caller);
        needs.decide(id, NeedState.REFUSED, PlainText.of(reason), caller.subject());
        record("training-need.reject", id, need.unitId(), Map.of(), caller);
        return need.version() + 1;
    }

    /** Neither who asked nor whose need it is decides. */
    private StatedNeedRepository.Stated decidable(UUID id, @Nullable String ifMatch, Caller caller) {
        var need = needs.forChange(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, need.version());
        if (need.state() != NeedState.PROPOSED) {
            throw new Refused(Refusal.of(
                    TrainingProblem.NEED_DECIDED, "state", need.state().name()));
        }
        if (caller.subject().equals(need.requestedBy()) || need.officerCode().equals(caller.officerCode())) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        return need;
    }

    private void record(String action, UUID id, UUID unitId, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act(action, "training-needs", id, unitId, details));
    }
}
