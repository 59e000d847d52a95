package vn.gov.hanoi.evaluation.fairness;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessCoverage;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessFlag;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessLimits;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessReport;
import vn.gov.hanoi.evaluation.fairness.FairnessQueries.Span;
import vn.gov.hanoi.evaluation.fairness.FairnessQueries.Sum;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Compares the raters and agencies of a unit with each other. That somebody looked is audited. */
@ApplicationScoped
class ReadFairness {
    /** A year of the whole City takes some ten seconds where two cores are busy with other things too. */
    private static final int LONGEST_SECONDS = 60;

    private static final int SCALE = 4;
    private static final int SCALE_OF_PROBABILITIES = 10;
    /** A mean is told so coarsely that the correction of one result does not show in it. */
    private static final int DECIMALS_OF_POINTS = 1;

    private static final int DECIMALS_OF_SHARES = 2;

    private final FairnessRules rules;
    private final FairnessQueries queries;
    private final FairnessConfig config;
    private final Scopes scopes;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;
    private final FairnessTexts texts = new FairnessTexts();

    ReadFairness(
            FairnessRules rules,
            FairnessQueries queries,
            FairnessConfig config,
            Scopes scopes,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.rules = rules;
        this.queries = queries;
        this.config = config;
        this.scopes = scopes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found also for a unit outside the scope, fairness.span-backwards, fairness.span-too-long.
     *
     * @param unitId null for the caller's own unit
     * @param kinds what is looked for; none for everything
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    FairnessReport read(@Nullable UUID unitId, YearMonth from, YearMonth to, Set<FlagKind> kinds, Caller caller) {
        var scope = scopes.of(caller);
        var unit = unitId == null ? scope.rootUnitId() : unitId;
        scopes.requireVisible(scope, unit);
        var span = new Span(unit, from, to);
        check(span);
        var findings = findings(span, kinds.isEmpty() ? EnumSet.allOf(FlagKind.class) : kinds);
        var details = Map.of(
                "from",
                from.toString(),
                "to",
                to.toString(),
                "kinds",
                kinds.stream().map(Enum::name).sorted().toList());
        audit.record(caller, new AuditTrail.Act("fairness-flag.read", "fairness-flags", unit, unit, details));
        return report(span, findings);
    }

    private void check(Span span) {
        if (span.months() < 1) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.FAIRNESS_SPAN_BACKWARDS,
                    "from",
                    span.from().toString(),
                    "to",
                    span.to().toString()));
        }
        if (span.months() > config.months()) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.FAIRNESS_SPAN_TOO_LONG, "months", span.months(), "most", config.months()));
        }
    }

    private List<Findings> findings(Span span, Set<FlagKind> kinds) {
        var limits = new Limits(config.peers(), config.results(), config.probability());
        var sums = queries.sums(span);
        var raters = new RaterCheck(sums.stream().map(Sum::cell).toList(), limits);
        var found = new ArrayList<Findings>();
        for (var kind : FlagKind.values()) {
            if (kinds.contains(kind)) {
                found.add(
                        switch (kind) {
                            case LENIENCY -> raters.leniency();
                            case DRIFT -> raters.drift(span.from(), span.months());
                            case BUNCHING -> new BunchingCheck(limits, config.fairShare()).check(rules.strips(sums));
                            case CAP_EXHAUSTED -> new CapCheck(limits, config.closings()).check(rules.uses(sums));
                        });
            }
        }
        return found;
    }

    private FairnessReport report(Span span, List<Findings> findings) {
        var flags = findings.stream()
                .flatMap(each -> each.flags().stream())
                .sorted(Comparator.comparing(Flag::kind)
                        .thenComparing(
                                flag -> flag.numbers().probability(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Flag::unitId))
                .toList();
        var moment = clock.moment(null, null);
        var officers = queries.officers(
                flags.stream().map(Flag::officerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        var units = queries.units(
                Stream.concat(Stream.of(span.rootUnitId()), flags.stream().map(Flag::unitId))
                        .collect(Collectors.toSet()),
                moment.asOf());
        return new FairnessReport(
                flags.stream().map(flag -> view(flag, units, officers)).toList(),
                findings.stream()
                        .map(each -> new FairnessCoverage(each.kind(), each.tested(), each.suppressed()))
                        .toList(),
                Objects.requireNonNull(units.get(span.rootUnitId())),
                span.from().toString(),
                span.to().toString(),
                new FairnessLimits(
                        config.peers(),
                        config.results(),
                        config.probability().setScale(SCALE_OF_PROBABILITIES, RoundingMode.HALF_UP)),
                PageQueries.time(moment));
    }

    private FairnessFlag view(Flag flag, Map<UUID, UnitReference> units, Map<UUID, OfficerReference> officers) {
        var numbers = flag.numbers();
        int decimals = flag.kind() == FlagKind.BUNCHING ? DECIMALS_OF_SHARES : DECIMALS_OF_POINTS;
        var observed = coarse(numbers.observed(), decimals);
        var expected = coarse(numbers.expected(), decimals);
        var statistic = coarse(numbers.statistic(), DECIMALS_OF_SHARES);
        var probability = numbers.probability() == null
                ? null
                : numbers.probability().setScale(SCALE_OF_PROBABILITIES, RoundingMode.UP);
        var kin = flag.kin();
        var standard = flag.standard();
        var told = new HashMap<String, BigDecimal>();
        told.put("observed", observed);
        told.put("expected", expected);
        told.put("statistic", statistic);
        told.put("results", BigDecimal.valueOf(numbers.results()));
        told.put("peers", BigDecimal.valueOf(numbers.peers()));
        told.put("probability", probability == null ? BigDecimal.ONE : probability);
        told.put("threshold", standard == null ? BigDecimal.ZERO : standard.threshold());
        return new FairnessFlag(
                flag.kind(),
                Objects.requireNonNull(units.get(flag.unitId())),
                flag.officerId() == null ? null : officers.get(flag.officerId()),
                kin == null ? null : kin.unitType(),
                kin == null ? null : kin.category(),
                standard == null ? null : standard.ruleSet(),
                standard == null ? null : standard.grade(),
                standard == null ? null : standard.threshold().setScale(SCALE),
                flag.months().stream().map(YearMonth::toString).toList(),
                numbers.results(),
                numbers.peers(),
                observed,
                expected,
                statistic,
                probability,
                texts.tell(flag.kind(), told));
    }

    private static BigDecimal coarse(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).setScale(SCALE);
    }
}
