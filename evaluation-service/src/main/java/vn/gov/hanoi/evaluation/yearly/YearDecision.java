package vn.gov.hanoi.evaluation.yearly;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualDecision;
import vn.gov.hanoi.evaluation.annual.AnnualFinding;
import vn.gov.hanoi.evaluation.annual.AnnualFlag;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.annual.AnnualRating;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.annual.DecisionFault;
import vn.gov.hanoi.evaluation.annual.Explanation;
import vn.gov.hanoi.evaluation.annual.Fact;
import vn.gov.hanoi.evaluation.annual.Outcome;
import vn.gov.hanoi.evaluation.discipline.RecordedSanction;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.yearly.Classification.Decided;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;
import vn.gov.hanoi.evaluation.yearly.YearRequests.LevelData;
import vn.gov.hanoi.evaluation.yearly.YearRequests.SanctionRequest;
import vn.gov.hanoi.evaluation.yearly.YearRequests.StatementRequest;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** What an authority decides on a year, laid before the rules with the facts that it states. */
record YearDecision(Facts facts, Suggestion suggestion, Decided decided) {
    /**
     * What is asked for besides the row.
     *
     * @param mark who decides when
     * @param recorded every revision of the sanctions of the person
     */
    record Asked(
            LevelData data,
            Decision decision,
            @Nullable Reason reason,
            YearClosing.Mark mark,
            List<RecordedSanction> recorded) {}

    /** Steps that may set the limit, whose result is - where they set none. */
    private static final Set<String> CEILINGS = Set.of("ABSENCE", "HEAD_NOT_ABOVE_UNIT");

    /**
     * Refusals: those of the decision's texts, text.control-character, annual.fact-refused, evaluation.unit-grade-differs and those of
     * {@link #refusals}.
     */
    static YearDecision of(YearGuard at, Asked asked) {
        var data = asked.data();
        var decision = asked.decision().kept();
        var collective = text(data.collective());
        var minutes = text(data.minutes());
        var found = new ArrayList<>(decision.faults("/decision"));
        found.addAll(faults(data));
        found.addAll(unitLevelFaults(data.unitLevel(), at.row().career().unitLevel()));
        Refused.ifAny(found);
        var facts = RecordedFacts.of(facts(data), at.row().year(), asked.recorded());
        var finding = YearCase.find(at.ruleSet(), at.row(), facts);
        var officer = Objects.requireNonNull(at.relation().officerId());
        var wanted = new AnnualDecision(
                data.level(),
                decision.number(),
                decision.signedOn(),
                officer,
                // Who the collective is stands in words; the rules only ask for its minutes.
                collective == null ? null : at.row().person().decidingUnitId(),
                minutes,
                asked.reason() == null ? "" : asked.reason().text());
        Refused.ifAny(refusals(at.ruleSet(), finding, wanted));
        return new YearDecision(
                facts,
                YearCase.kept(finding),
                new Decided(
                        data.level(),
                        asked.mark().by(),
                        asked.mark().at(),
                        officer,
                        at.relation().delegation(),
                        decision,
                        collective,
                        minutes,
                        asked.reason()));
    }

    /**
     * Refusals: rule-set.not-official, authority.own-act, evaluation.minutes-missing, annual.opinion-missing, annual.year-not-rated,
     * annual.level-missing, annual.level-above-limit with the rules that set the limit, evaluation.reason-missing,
     * annual.unit-level-missing.
     */
    private static List<Refusal> refusals(AnnualRuleSet ruleSet, AnnualFinding finding, AnnualDecision wanted) {
        var found = new ArrayList<Refusal>();
        for (var fault : AnnualRating.suggested(finding).faults(wanted)) {
            found.addAll(refusal(ruleSet, finding, wanted, fault));
        }
        if (wanted.grade() != null && finding.flags().contains(AnnualFlag.UNIT_LEVEL_UNKNOWN)) {
            found.add(Refusal.of(EvaluationProblem.ANNUAL_UNIT_LEVEL_MISSING).at("/data/unitLevel"));
        }
        return found;
    }

    private static List<Refusal> refusal(
            AnnualRuleSet ruleSet, AnnualFinding finding, AnnualDecision wanted, DecisionFault fault) {
        return switch (fault) {
            case RULE_SET_NOT_OFFICIAL -> ruleSet.header().ratingBlockers();
            // The guard and the form of the request have refused these before.
            case ALREADY_DECIDED, DECIDER_IS_SUBJECT, NUMBER_MISSING ->
                throw new IllegalStateException("not refused before: " + fault);
            case MINUTES_MISSING ->
                List.of(Refusal.of(EvaluationProblem.EVALUATION_MINUTES_MISSING).at("/data/minutes"));
            case OPINION_MISSING ->
                List.of(Refusal.of(
                                EvaluationProblem.ANNUAL_OPINION_MISSING,
                                "units",
                                String.join(
                                        ", ",
                                        finding.missingOpinions().stream()
                                                .map(UUID::toString)
                                                .toList()))
                        .at("/data/opinions"));
            case YEAR_NOT_RATED -> List.of(notRated(finding));
            case LEVEL_MISSING ->
                List.of(Refusal.of(EvaluationProblem.ANNUAL_LEVEL_MISSING).at("/data/level"));
            case ABOVE_LIMIT -> List.of(aboveLimit(ruleSet, finding, wanted));
            case REASON_MISSING ->
                List.of(Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING).at("/reason"));
        };
    }

    private static Refusal notRated(AnnualFinding finding) {
        var reason = finding.level() instanceof NotRated(var why) ? why.name() : "-";
        return Refusal.of(EvaluationProblem.ANNUAL_YEAR_NOT_RATED, "reason", reason)
                .at("/data/level");
    }

    private static Refusal aboveLimit(AnnualRuleSet ruleSet, AnnualFinding finding, AnnualDecision wanted) {
        var limit = finding.level() instanceof Rated rated ? rated.limit().name() : "-";
        return Refusal.of(
                        EvaluationProblem.ANNUAL_LEVEL_ABOVE_LIMIT,
                        "level",
                        String.valueOf(wanted.grade()),
                        "limit",
                        limit,
                        "ruleSet",
                        ruleSet.header().id(),
                        "rules",
                        String.join(", ", limiting(finding)))
                .at("/data/level");
    }

    /** The binding conditions that bar better levels, and the ceilings. */
    private static List<String> limiting(AnnualFinding finding) {
        var rules = new TreeSet<String>();
        finding.conditions().stream()
                .filter(each ->
                        each.binding() && each.outcome() == (each.level() == Grade.D ? Outcome.MET : Outcome.NOT_MET))
                .forEach(each -> rules.add(each.code()));
        finding.explanation().steps().stream()
                .filter(step -> CEILINGS.contains(step.code()) && !step.result().equals("-"))
                .map(Explanation.Step::code)
                .forEach(rules::add);
        return List.copyOf(rules);
    }

    private static List<Refusal> faults(LevelData data) {
        var found = new ArrayList<Refusal>();
        var told = EnumSet.noneOf(Fact.class);
        var statements = orNone(data.facts());
        for (int i = 0; i < statements.size(); i++) {
            var each = statements.get(i);
            boolean statement = each.holds() != null && each.part() == null && each.whole() == null;
            boolean share = each.holds() == null
                    && each.part() != null
                    && each.whole() != null
                    && each.part().compareTo(each.whole()) <= 0;
            boolean fits = each.fact().isStatement() ? statement : share;
            if (!told.add(each.fact()) || each.fact().isCounted() || !fits) {
                found.add(Refusal.of(
                                EvaluationProblem.ANNUAL_FACT_REFUSED,
                                "fact",
                                each.fact().name())
                        .at("/data/facts/" + i));
            }
            found.addAll(hidden(each.source(), "/data/facts/" + i + "/source"));
        }
        var sanctions = orNone(data.sanctions());
        for (int i = 0; i < sanctions.size(); i++) {
            found.addAll(hidden(sanctions.get(i).source(), "/data/sanctions/" + i + "/source"));
        }
        found.addAll(hidden(data.collective(), "/data/collective"));
        found.addAll(hidden(data.minutes(), "/data/minutes"));
        return found;
    }

    /** The level that an authority decided for the unit stands, whatever the decider of its head knows. */
    private static List<Refusal> unitLevelFaults(@Nullable Grade given, @Nullable Grade decided) {
        return given == null || decided == null || given == decided
                ? List.of()
                : List.of(Refusal.of(
                                EvaluationProblem.EVALUATION_UNIT_GRADE_DIFFERS,
                                "grade",
                                given.name(),
                                "decided",
                                decided.name())
                        .at("/data/unitLevel"));
    }

    private static List<Refusal> hidden(@Nullable String text, String pointer) {
        boolean clean = text == null
                || text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE);
        return clean
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER).at(pointer));
    }

    private static @Nullable String text(@Nullable String given) {
        var kept = given == null ? "" : VietnameseText.nfc(given.strip());
        return kept.isEmpty() ? null : kept;
    }

    private static Facts facts(LevelData data) {
        var sanctions = data.sanctions();
        return new Facts(
                orNone(data.facts()).stream().map(StatementRequest::kept).toList(),
                sanctions == null
                        ? null
                        : sanctions.stream().map(SanctionRequest::kept).toList(),
                orNone(data.opinions()),
                data.unitLevel());
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
