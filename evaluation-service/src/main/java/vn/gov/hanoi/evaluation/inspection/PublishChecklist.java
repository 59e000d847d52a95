package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Publishes a draft as the next version of its code; it never changes again. */
@ApplicationScoped
class PublishChecklist {
    private final ChecklistRepository checklists;
    private final ChecklistQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    PublishChecklist(ChecklistRepository checklists, ChecklistQueries queries, AuditTrail audit, Clock clock) {
        this.checklists = checklists;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown, resource.not-found, precondition.required, precondition.failed, checklist.published. */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, Caller caller) {
        queries.get(id, caller);
        var draft = checklists.hold(id).orElseThrow();
        Etags.require(ifMatch, draft.rowVersion());
        if (draft.isPublished()) {
            throw new Refused(EvaluationProblem.CHECKLIST_PUBLISHED);
        }
        checklists.publish(id, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var kept = checklists.find(id).orElseThrow();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "checklist.publish",
                        "checklists",
                        id,
                        null,
                        Map.of("code", kept.code(), "version", Objects.requireNonNull(kept.version()))));
        return Answer.ok(queries.view(kept, caller), kept.rowVersion());
    }
}
