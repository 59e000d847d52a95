package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.Flow;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PreviewView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ServiceImpact;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.Totals;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.Warning;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Tries a plan out: the same facts, placements and checks as the act, and nothing written. */
@ApplicationScoped
class PreviewQueries {
    private static final int MOST_FLOWS = 5_000;
    private static final int MOST_WARNINGS = 1_000;
    private static final String DELEGATIONS = """
            select count(*) from delegations where superseded_at is null and unit_id = any (?) and (valid_to is null or valid_to > ?)""";

    private static final String OPEN_SHEETS = """
            select count(*) from sheets where unit_id = any (?) and superseded_at is null and state not in ('PUBLISHED', 'LOCKED')""";

    private final DataSource database;
    private final ReorganisationQueries plans;
    private final PlanFactsQueries factsQueries;
    private final ImpactRepository impacts;
    private final Scopes scopes;
    private final Problems problems;

    PreviewQueries(
            DataSource database,
            ReorganisationQueries plans,
            PlanFactsQueries factsQueries,
            ImpactRepository impacts,
            Scopes scopes,
            Problems problems) {
        this.database = database;
        this.plans = plans;
        this.factsQueries = factsQueries;
        this.impacts = impacts;
        this.scopes = scopes;
        this.problems = problems;
    }

    /** Refusals: resource.not-found, scope.unit-unknown. What speaks against the plan is part of the answer. */
    @Transactional
    PreviewView preview(UUID id, Caller caller, Locale locale) {
        var plan = plans.get(id, caller);
        var content = plan.content();
        var day = plan.head().effectiveOn();
        var facts = factsQueries.of(content, day, plan.refs(), scopes.of(caller));
        var moves = new Placements(content, plan.refs()).of(facts.posts());
        var refusals = new ArrayList<Refusal>();
        if (plan.state() != Plan.State.DRAFT) {
            refusals.add(Refusal.of(
                    EvaluationProblem.PLAN_NOT_DRAFT, "state", plan.state().name()));
        }
        refusals.addAll(PlanCheck.faults(content, day, facts, moves));
        var other = impacts.of(id, plan.contentVersion());
        return new PreviewView(
                id,
                plan.version(),
                day,
                refusals.isEmpty(),
                refusals.isEmpty()
                        ? null
                        : problems.problem(refusals, "/evaluation/v1/reorganisations/" + id + "/actions/apply", locale),
                totals(plan, moves),
                flows(plan, facts, moves),
                warnings(plan, moves, other),
                other);
    }

    private Totals totals(Plan plan, List<Move> moves) {
        var kinds = plan.content().units().stream()
                .collect(Collectors.groupingBy(PlanContent.UnitChange::change, Collectors.counting()));
        int ended = (int) moves.stream().filter(move -> move.to() == null).count();
        var people = moves.stream().map(move -> move.post().officerId()).collect(Collectors.toSet());
        return new Totals(
                kinds.getOrDefault(Kind.CREATE, 0L).intValue(),
                kinds.getOrDefault(Kind.ALTER, 0L).intValue(),
                kinds.getOrDefault(Kind.DISSOLVE, 0L).intValue(),
                people.size(),
                moves.size() - ended,
                ended,
                (int) moves.stream()
                        .filter(move -> move.to() == null
                                && move.post().main()
                                && move.post()
                                        .validity()
                                        .from()
                                        .isBefore(plan.head().effectiveOn()))
                        .count(),
                count(DELEGATIONS, dissolved(plan), plan.head().effectiveOn()),
                count(OPEN_SHEETS, dissolved(plan)));
    }

    private int count(String sql, Set<UUID> units, Object... others) {
        var values = new ArrayList<Object>(List.of((Object) units.toArray(UUID[]::new)));
        values.addAll(List.of(others));
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("what a plan touches cannot be counted", e);
        }
    }

    private static Set<UUID> dissolved(Plan plan) {
        return plan.content().units().stream()
                .filter(change -> change.change() == Kind.DISSOLVE)
                .map(change -> Objects.requireNonNull(change.unitId()))
                .collect(Collectors.toSet());
    }

    private record Way(UUID from, @Nullable UUID to) {}

    private static List<Flow> flows(Plan plan, PlanFacts facts, List<Move> moves) {
        var names = names(plan, facts);
        var byWay = new HashMap<Way, List<Move>>();
        moves.forEach(move -> byWay.computeIfAbsent(new Way(move.post().unitId(), move.to()), _ -> new ArrayList<>())
                .add(move));
        return byWay.entrySet().stream()
                .map(entry -> new Flow(
                        name(names, entry.getKey().from()),
                        entry.getKey().to() == null
                                ? null
                                : name(names, entry.getKey().to()),
                        entry.getValue().size(),
                        (int) entry.getValue().stream()
                                .filter(move -> move.post().main())
                                .count()))
                .sorted(Comparator.comparingInt(Flow::posts)
                        .reversed()
                        .thenComparing(flow -> flow.from().code())
                        .thenComparing(
                                flow -> flow.to() == null ? "" : flow.to().code()))
                .limit(MOST_FLOWS)
                .toList();
    }

    private static UnitReference name(Map<UUID, UnitReference> names, UUID id) {
        return names.getOrDefault(id, new UnitReference(id, "", ""));
    }

    private static Map<UUID, UnitReference> names(Plan plan, PlanFacts facts) {
        var day = plan.head().effectiveOn();
        var names = new HashMap<UUID, UnitReference>();
        facts.units()
                .forEach((id, unit) -> names.put(
                        id,
                        new UnitReference(
                                id,
                                unit.code(day),
                                unit.states().nearest(day).orElseThrow().name())));
        for (var change : plan.content().units()) {
            var id = change.ref() == null ? null : plan.refs().get(change.ref());
            if (id != null && change.code() != null && change.name() != null) {
                names.put(id, new UnitReference(id, change.code(), change.name()));
            }
        }
        return names;
    }

    /** A dissolved unit whose open work nobody is named for, and a new unit that would have no head. */
    private static List<Warning> warnings(Plan plan, List<Move> moves, List<ServiceImpact> other) {
        var warnings = new ArrayList<Warning>();
        var handedOver = plan.content().handovers().stream()
                .map(PlanContent.Handover::fromUnitId)
                .collect(Collectors.toSet());
        var open = new HashMap<UUID, Integer>();
        other.forEach(service -> service.counts()
                .forEach(count -> open.merge(count.unitId(), Math.toIntExact(count.number()), Integer::sum)));
        for (var unit : dissolved(plan)) {
            var number = open.getOrDefault(unit, 0);
            if (number > 0 && !handedOver.contains(unit)) {
                warnings.add(new Warning("reorganisation.handover-missing", unit, number));
            }
        }
        var headed = new HashSet<UUID>();
        moves.stream()
                .filter(move -> move.to() != null && move.position() == PlanContent.Rank.HEAD)
                .forEach(move -> headed.add(Objects.requireNonNull(move.to())));
        plan.refs().values().stream()
                .filter(unit -> !headed.contains(unit))
                .forEach(unit -> warnings.add(new Warning("reorganisation.head-missing", unit, null)));
        return warnings.stream()
                .sorted(Comparator.comparing(Warning::code).thenComparing(warning -> String.valueOf(warning.unitId())))
                .limit(MOST_WARNINGS)
                .toList();
    }
}
