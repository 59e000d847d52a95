package vn.gov.hanoi.evaluation.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue.Written;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.SimulationRequest;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Accepts a simulation: rules, months and scope are settled, and the operation is queued, before the answer leaves. */
@ApplicationScoped
class AcceptSimulation {
    static final int MOST_MONTHS = 12;

    private final RuleSetReader reader = new RuleSetReader();
    private final SimulationRepository simulations;
    private final OperationRepository operations;
    private final OperationQueries operationQueries;
    private final RuleSetCatalogue catalogue;
    private final SimulationAccess access;
    private final AuditTrail audit;

    AcceptSimulation(
            SimulationRepository simulations,
            OperationRepository operations,
            OperationQueries operationQueries,
            RuleSetCatalogue catalogue,
            SimulationAccess access,
            AuditTrail audit) {
        this.simulations = simulations;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.catalogue = catalogue;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Accepts a simulation.
     *
     * <p>Refusals: scope.unit-unknown, scope.outside, validity.empty, simulation.too-many-months, simulation.month-not-over,
     * simulation.rule-set-unknown, simulation.months-not-rated.
     */
    @Transactional
    Answer accept(SimulationRequest request, Caller caller) {
        var root = access.root(request.unitId(), caller);
        var faults = new ArrayList<>(faults(request, access.today()));
        var written = catalogue.written(request.ruleSetId());
        written.ifPresentOrElse(
                rules -> faults.addAll(faults(rules)),
                () -> faults.add(Refusal.of(EvaluationProblem.SIMULATION_RULE_SET_UNKNOWN)
                        .at("/ruleSetId")));
        Refused.ifAny(faults);
        var job = new Simulation(
                Ids.next(),
                Ids.next(),
                rules(written.orElseThrow()),
                YearMonth.parse(request.from()).atDay(1),
                YearMonth.parse(request.to()).atEndOfMonth(),
                root,
                access.scope(caller).rootUnitId(),
                access.smallestGroup(caller),
                caller,
                Trace.parent());
        operations.queue(
                new OperationRepository.Draft(
                        job.operationId(), "RULE_SET_SIMULATION", 0, "SHEET", SimulationApi.PATH + job.id()),
                caller);
        simulations.add(job);
        audit.record(caller, act(job, request));
        var view = operationQueries.get(job.operationId(), caller, Locale.of("vi"));
        return Answer.accepted("/evaluation/v1/operations/" + job.operationId(), view);
    }

    private static AuditTrail.Act act(Simulation job, SimulationRequest request) {
        return new AuditTrail.Act(
                "rule-set-simulation.accept",
                "rule-set-simulations",
                job.id(),
                job.rootUnitId(),
                Map.of(
                        "ruleSet", job.rules().code(),
                        "version", job.rules().version(),
                        "digest", job.rules().digest(),
                        "from", request.from(),
                        "to", request.to()));
    }

    private static List<Refusal> faults(SimulationRequest request, LocalDate today) {
        var from = YearMonth.parse(request.from());
        var to = YearMonth.parse(request.to());
        var faults = new ArrayList<Refusal>();
        if (to.isBefore(from)) {
            faults.add(Refusal.of(EvaluationProblem.VALIDITY_EMPTY).at("/to"));
        }
        var months = from.until(to, ChronoUnit.MONTHS) + 1;
        if (months > MOST_MONTHS) {
            faults.add(Refusal.of(EvaluationProblem.SIMULATION_TOO_MANY_MONTHS, "months", months, "most", MOST_MONTHS)
                    .at("/to"));
        }
        if (!to.atEndOfMonth().isBefore(today)) {
            faults.add(Refusal.of(
                            EvaluationProblem.SIMULATION_MONTH_NOT_OVER,
                            "month",
                            request.to(),
                            "last",
                            YearMonth.from(today).minusMonths(1).toString())
                    .at("/to"));
        }
        return faults;
    }

    private static List<Refusal> faults(Written rules) {
        var header = RuleSetReader.header(rules.document());
        return header.kind() == RuleSetKind.PERIODIC && header.periods().contains(PeriodType.MONTH)
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.SIMULATION_MONTHS_NOT_RATED, "ruleSet", header.id())
                        .at("/ruleSetId"));
    }

    private Simulation.Rules rules(Written written) {
        var ruleSet = reader.read(written.document());
        return new Simulation.Rules(
                written.id(), ruleSet.id(), ruleSet.version(), written.status(), ruleSet.digest(), written.document());
    }
}
