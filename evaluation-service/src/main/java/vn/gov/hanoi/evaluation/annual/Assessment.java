package vn.gov.hanoi.evaluation.annual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** One case under one rule set, step by step: who rates, service, roll-up, conditions, ceilings, level. */
final class Assessment {
    private final AnnualRuleSet ruleSet;
    private final AnnualRules rules;
    private final AnnualCase given;
    private final Steps steps;
    private final Place place;
    private final Attendance attendance;
    private final RollUp rollUp;
    private final List<ConditionOutcome> conditions = new ArrayList<>();

    Assessment(AnnualRuleSet ruleSet, AnnualCase given) {
        this.ruleSet = ruleSet;
        this.rules = ruleSet.rules();
        this.given = given;
        this.steps = new Steps(ruleSet);
        this.place = Place.of(given, rules, steps);
        this.attendance = Attendance.of(given, rules, steps);
        this.rollUp = RollUp.of(given.year(), given.records().periods());
    }

    AnnualFinding finding() {
        explainRollUp();
        var level = level();
        return new AnnualFinding(
                given.officerId(),
                given.year(),
                ruleSet.header().status(),
                place.post().isLeading(),
                place.ratingUnit(),
                place.missingOpinions(),
                rollUp,
                List.copyOf(conditions),
                level,
                flags(level),
                steps.explained(given));
    }

    private AnnualLevel level() {
        if (!attendance.longEnough()) {
            return notRated(NotRated.Reason.SERVICE_TOO_SHORT);
        }
        if (rollUp.rated() == 0) {
            return notRated(NotRated.Reason.NO_RATED_PERIOD);
        }
        askAll();
        return rated(new LevelSearch(conditions));
    }

    private AnnualLevel notRated(NotRated.Reason reason) {
        steps.add(
                "LEVEL",
                "situations/minimumService",
                rules.situations().minimumService().source(),
                Map.of("reason", reason.name()),
                "NOT_RATED");
        return new NotRated(reason);
    }

    private void explainRollUp() {
        var inputs = new TreeMap<String, String>();
        for (var result : given.records().periods()) {
            inputs.put(Texts.period(result.period()), result.text() + " " + result.unitId());
        }
        var mean = rollUp.mean();
        var result = mean == null
                ? "NOT_RATED"
                : "A%d B%d C%d D%d mean %s %s"
                        .formatted(
                                rollUp.count(Grade.A),
                                rollUp.count(Grade.B),
                                rollUp.count(Grade.C),
                                rollUp.count(Grade.D),
                                mean.text(),
                                rules.rollUp().gradeOf(mean));
        steps.add("ROLL_UP", "rollUp", rules.rollUp().source(), inputs, result);
    }

    private void askAll() {
        var facts = new FactSheet(given.year(), given.records(), rollUp);
        var all = rules.conditions();
        boolean leading = place.post().isLeading();
        for (int i = 0; i < all.size(); i++) {
            var condition = all.get(i);
            if (!condition.audience().includes(leading)) {
                continue;
            }
            var evidence = facts.about(condition.fact()).orElse(null);
            var outcome = condition.ask(evidence);
            conditions.add(new ConditionOutcome(
                    condition.code(), condition.level(), condition.isBinding(), outcome, evidence));
            steps.add(condition.code(), "conditions/" + i, condition.source(), inputs(condition, evidence), outcome);
        }
    }

    private Map<String, String> inputs(Condition condition, @Nullable Evidence evidence) {
        var inputs = new TreeMap<String, String>();
        inputs.put("level", condition.level().name());
        inputs.put("effect", condition.effect().name());
        inputs.put("asks", condition.fact() + " " + condition.comparison() + " " + condition.value());
        if (evidence != null) {
            inputs.put("evidence", evidence.value().text());
            inputs.put("source", evidence.source());
            inputs.put("version", evidence.version());
        }
        if (condition.fact() == Fact.DISCIPLINED_IN_DUTY) {
            inputs.put("sanctions", sanctions());
        }
        return inputs;
    }

    private String sanctions() {
        if (given.records().sanctions() == null) {
            return "NOT_RECORDED";
        }
        return String.join(
                ", ",
                given.records().recorded().stream().map(Sanction::text).sorted().toList());
    }

    private AnnualLevel rated(LevelSearch search) {
        var ceilings = ceilings();
        // In a gap the better levels are ruled out and nothing is failed: C and D are left to the authority.
        var limit = ceilings.stream().reduce(search.attainable().orElse(Grade.C), Grade::atMost);
        var found = search.found().map(grade -> grade.atMost(limit)).orElse(null);
        var byMean = rules.rollUp().gradeOf(Objects.requireNonNull(rollUp.mean()));
        var suggestion =
                switch (rules.rollUp().use()) {
                    case SCORE -> found;
                    case SUGGESTION -> search.attainable().isEmpty() ? null : byMean.atMost(limit);
                };
        var inputs = Map.of(
                "use", rules.rollUp().use().name(),
                "byMean", byMean.name(),
                "attainable", text(search.attainable().orElse(null)),
                "ceilings", ceilings.stream().map(Grade::name).sorted().toList().toString(),
                "limit", limit.name(),
                "found", text(found));
        steps.add("LEVEL", "rollUp/use", rules.rollUp().source(), inputs, text(suggestion));
        return new Rated(found, suggestion, limit);
    }

    private List<Grade> ceilings() {
        var ceilings = new ArrayList<Grade>();
        var byAbsence = attendance.ceiling();
        if (byAbsence != null) {
            ceilings.add(byAbsence);
        }
        headCeiling().ifPresent(ceilings::add);
        return ceilings;
    }

    private Optional<Grade> headCeiling() {
        var rule = rules.situations().headCeiling();
        var unitLevel = given.records().unitLevel();
        boolean holds = rule.enabled() && place.post().role() == Post.Role.HEAD;
        var ceiling = holds ? unitLevel : null;
        var inputs = Map.of(
                "enabled", Boolean.toString(rule.enabled()),
                "role", place.post().role().name(),
                "unitLevel", text(unitLevel));
        steps.add("HEAD_NOT_ABOVE_UNIT", "situations/headCeiling/enabled", rule.source(), inputs, text(ceiling));
        return Optional.ofNullable(ceiling);
    }

    private Set<AnnualFlag> flags(AnnualLevel level) {
        var flags = EnumSet.noneOf(AnnualFlag.class);
        if (level instanceof NotRated) {
            flags.add(AnnualFlag.REVIEW_WITHOUT_RATING);
        } else if (new LevelSearch(conditions).attainable().isEmpty()) {
            flags.add(AnnualFlag.NO_LEVEL_NAMED);
        }
        if (conditions.stream().anyMatch(each -> each.binding() && each.outcome() == Outcome.UNKNOWN)) {
            flags.add(AnnualFlag.CONDITIONS_UNKNOWN);
        }
        if (rules.situations().headCeiling().enabled()
                && place.post().role() == Post.Role.HEAD
                && given.records().unitLevel() == null) {
            flags.add(AnnualFlag.UNIT_LEVEL_UNKNOWN);
        }
        if (!place.missingOpinions().isEmpty()) {
            flags.add(AnnualFlag.OPINION_MISSING);
        }
        if (given.records().recorded().stream()
                .anyMatch(each -> each.partyOnly() && each.decidedOn().getYear() == given.year())) {
            flags.add(AnnualFlag.PARTY_DISCIPLINE);
        }
        return Collections.unmodifiableSet(flags);
    }

    private static String text(@Nullable Grade grade) {
        return grade == null ? "-" : grade.name();
    }
}
