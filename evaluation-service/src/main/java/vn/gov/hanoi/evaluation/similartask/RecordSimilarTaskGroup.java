package vn.gov.hanoi.evaluation.similartask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.CreateGroupRequest;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records which units have similar tasks. The City decides it, so its keeper alone records it. */
@ApplicationScoped
class RecordSimilarTaskGroup {
    private final SimilarTaskGroupRepository groups;
    private final SimilarTaskGroupQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    RecordSimilarTaskGroup(
            SimilarTaskGroupRepository groups, SimilarTaskGroupQueries queries, AuditTrail audit, Clock clock) {
        this.groups = groups;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, scope.outside for the scope of a part of the City, date.out-of-range, validity.empty, those of the name
     * and the document, similar-task-group.unit-twice, similar-task-group.unit-not-in-force, evaluation.not-a-rating-unit,
     * similar-task-group.months-told, similar-task-group.overlaps.
     */
    @Transactional
    Answer record(CreateGroupRequest request, Caller caller) {
        var scope = queries.requireCity(caller);
        var group = new SimilarTaskGroup(
                Ids.next(),
                VietnameseText.nfc(request.name().strip()),
                request.unitIds(),
                new Validity(request.validFrom(), request.validTo()),
                request.decision().kept(),
                1);
        Refused.ifAny(new Faults()
                .add("/name", TextRule.UNIT_NAME.fault(group.name()))
                .date("/validFrom", request.validFrom())
                .date("/validTo", request.validTo())
                .add("/validTo", group.validity().fault())
                .addAll(group.decision().faults("/decision"))
                .all());
        Refused.ifAny(faults(request.unitIds(), group));
        groups.holdAll();
        if (groups.toldIn(group.unitIds(), group.validity())) {
            throw new Refused(Refusal.of(EvaluationProblem.GROUP_MONTHS_TOLD).at("/validFrom"));
        }
        groups.insert(group, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                caller,
                new AuditTrail.Act(
                        "similar-task-group.record",
                        "similar-task-groups",
                        group.id(),
                        scope.rootUnitId(),
                        Map.of(
                                "units", group.unitIds().size(),
                                "validFrom", group.validity().from().toString(),
                                "decisionNumber", group.decision().number())));
        return Answer.created(SimilarTaskGroupQueries.PATH + group.id(), queries.view(group), group.rowVersion());
    }

    private List<Refusal> faults(List<UUID> units, SimilarTaskGroup group) {
        var day = group.validity().from();
        var types = groups.types(units, day);
        var found = new ArrayList<Refusal>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < units.size(); i++) {
            var place = "/unitIds/" + i;
            var type = types.get(units.get(i));
            if (!seen.add(units.get(i))) {
                found.add(Refusal.of(EvaluationProblem.GROUP_UNIT_TWICE).at(place));
            } else if (type == null) {
                found.add(Refusal.of(EvaluationProblem.GROUP_UNIT_NOT_IN_FORCE, "day", day.toString())
                        .at(place));
            } else if (type == UnitType.DIVISION) {
                found.add(Refusal.of(EvaluationProblem.EVALUATION_NOT_A_RATING_UNIT)
                        .at(place));
            }
        }
        return found;
    }
}
