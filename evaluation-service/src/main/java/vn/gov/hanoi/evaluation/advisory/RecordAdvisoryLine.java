package vn.gov.hanoi.evaluation.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.CreateLineRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Evaluator;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Records that the head of a unit advises on the head of another. The keeper of the other one says so. */
@ApplicationScoped
class RecordAdvisoryLine {
    private final AdvisoryLineRepository lines;
    private final AdvisoryLineQueries queries;
    private final RuleSetCatalogue catalogue;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    RecordAdvisoryLine(
            AdvisoryLineRepository lines,
            AdvisoryLineQueries queries,
            RuleSetCatalogue catalogue,
            Scopes scopes,
            AuditTrail audit,
            Clock clock) {
        this.lines = lines;
        this.queries = queries;
        this.catalogue = catalogue;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, scope.outside for the unit advised on, date.out-of-range, validity.empty, those of the document,
     * advisory-line.to-itself, advisory-line.channel-unknown, advisory-line.unit-not-in-force, advisory-line.overlaps.
     */
    @Transactional
    Answer record(CreateLineRequest request, Caller caller) {
        scopes.require(scopes.of(caller), request.advisedUnitId());
        var line = new AdvisoryLine(
                Ids.next(),
                request.channel(),
                request.adviserUnitId(),
                request.advisedUnitId(),
                new Validity(request.validFrom(), request.validTo()),
                request.decision().kept(),
                1);
        Refused.ifAny(new Faults()
                .date("/validFrom", request.validFrom())
                .date("/validTo", request.validTo())
                .add("/validTo", line.validity().fault())
                .addAll(line.decision().faults("/decision"))
                .all());
        Refused.ifAny(faults(line));
        lines.insert(line, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                caller,
                new AuditTrail.Act(
                        "advisory-line.record",
                        "advisory-lines",
                        line.id(),
                        line.advisedUnitId(),
                        Map.of(
                                "channel", line.channel(),
                                "adviserUnitId", line.adviserUnitId(),
                                "validFrom", line.validity().from().toString(),
                                "decisionNumber", line.decision().number())));
        return Answer.created(AdvisoryLineQueries.PATH + line.id(), queries.view(line), line.rowVersion());
    }

    private List<Refusal> faults(AdvisoryLine line) {
        var found = new ArrayList<Refusal>();
        if (line.adviserUnitId().equals(line.advisedUnitId())) {
            found.add(Refusal.of(EvaluationProblem.LINE_TO_ITSELF).at("/adviserUnitId"));
            return found;
        }
        if (!isKept(line.channel())) {
            found.add(Refusal.of(EvaluationProblem.LINE_CHANNEL_UNKNOWN, "channel", line.channel())
                    .at("/channel"));
        }
        var day = line.validity().from();
        if (!lines.inForce(line.adviserUnitId(), line.advisedUnitId(), day)) {
            found.add(Refusal.of(EvaluationProblem.LINE_UNIT_NOT_IN_FORCE, "day", day.toString())
                    .at("/validFrom"));
        }
        return found;
    }

    /** Whether a published rule set knows the channel, and it does not follow from the tree. */
    private boolean isKept(String channel) {
        return !channel.equals(AdviserQueries.DISTRICT_CHAIRMAN)
                && catalogue.periodic().stream()
                        .flatMap(ruleSet -> ruleSet.rules().evaluators().stream())
                        .anyMatch(row -> row.role() == Evaluator.Role.ADVISORY_CHANNEL
                                && row.holder().equals(channel));
    }
}
