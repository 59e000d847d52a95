package vn.gov.hanoi.evaluation.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Decided;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Kept;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetHeader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.ruleset.RuleSets;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.evaluation.simulation.Rescored.Compared;
import vn.gov.hanoi.evaluation.simulation.Rescored.Reason;
import vn.gov.hanoi.evaluation.simulation.Rescored.Shift;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Scores decided sheets by another rule set, as if it had been in force. Months before its first day are rated as on that day, months
 * after its last as on the last one. Pure: the sheets stay what they are.
 */
final class Rescoring {
    private static final String INSUFFICIENT = Score.Outcome.INSUFFICIENT_DATA.name();
    /** Parts of a sheet whose entries have codes of a rule set; what people name themselves would be told without end. */
    private static final Set<String> CODED = Set.of("marks", "deductions", "groups");

    private final RuleSet inForce;
    private final RuleSet alone;
    private final Map<SheetKind, SheetTemplate> templates = new EnumMap<>(SheetKind.class);
    private final Map<UUID, SheetTemplate> ofUnits = new HashMap<>();
    private final Map<Question, Boolean> subjects = new HashMap<>();

    /** @param ruleSet rates months; a draft too */
    Rescoring(RuleSet ruleSet) {
        var header = ruleSet.header();
        this.alone = ruleSet.standing(RuleSetStatus.PILOT, header.legalCheck());
        this.inForce = new RuleSet(always(alone.header()), ruleSet.periodic(), ruleSet.content(), ruleSet.digest());
    }

    private record Question(RuleSubject subject, LocalDate day) {}

    private static RuleSetHeader always(RuleSetHeader header) {
        return new RuleSetHeader(
                header.id(),
                header.version(),
                header.kind(),
                header.title(),
                header.status(),
                header.legalBasis(),
                header.legalCheck(),
                LocalDate.MIN,
                null,
                header.appliesTo(),
                header.periods());
    }

    /** Whether the last day of some month of these lies outside the time in which the rule set is in force. */
    static boolean isStretched(RuleSetHeader header, LocalDate from, LocalDate last) {
        return YearMonth.from(from).atEndOfMonth().isBefore(header.effectiveFrom())
                || header.effectiveTo() != null && !last.isBefore(header.effectiveTo());
    }

    Rescored rescore(Kept sheet, Period period) {
        var question = new Question(RuleSubject.of(sheet.category(), sheet.unitType()), nearestDay(period));
        if (!subjects.computeIfAbsent(question, this::rates)) {
            return new Rescored.NotSubject();
        }
        var decided = sheet.decided();
        if (decided == null) {
            return new Rescored.Undecided();
        }
        var input = decided.input();
        try {
            return compared(sheet, decided, Scoring.score(inForce, template(sheet), input));
        } catch (Refused refused) {
            return new Rescored.Rejected(refused.refusals().stream()
                    .map(Rescoring::reason)
                    .distinct()
                    .toList());
        }
    }

    /** Criteria that a unit made its own stay, as far as the tried rules let them. */
    private SheetTemplate template(Kept sheet) {
        var template = sheet.template();
        var origin = template.origin();
        return origin == null
                ? templates.computeIfAbsent(template.kind(), kind -> SheetTemplate.of(inForce, kind))
                : ofUnits.computeIfAbsent(origin.id(), _ -> template.under(inForce, sheet.ruleSet()));
    }

    /** The last day of the period, or the nearest on which the rule set is in force. */
    private LocalDate nearestDay(Period period) {
        var header = alone.header();
        var end = header.effectiveTo();
        var day = end != null && !period.last().isBefore(end) ? end.minusDays(1) : period.last();
        return day.isBefore(header.effectiveFrom()) ? header.effectiveFrom() : day;
    }

    private boolean rates(Question question) {
        try {
            var day = new Period(PeriodType.MONTH, question.day(), question.day());
            var _ = RuleSets.of(List.of(alone)).select(question.subject(), day);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private static Compared compared(Kept sheet, Decided old, Score score) {
        var value = score.value();
        var computed = value == null ? null : value.grade();
        var kept = computed != null && isLowered(sheet, old)
                ? computed.atMost(Objects.requireNonNull(old.grade()))
                : computed;
        var points = old.points();
        return new Compared(
                new Shift(
                        Result.of(old.outcome(), old.gradeByPoints()),
                        Result.of(score.outcome(), value == null ? null : value.gradeByPoints())),
                new Shift(Result.of(old.outcome(), old.grade()), Result.of(score.outcome(), kept)),
                value == null || points == null ? null : value.points().subtract(points),
                score.missing().stream()
                        .map(code -> new Reason(INSUFFICIENT, "/" + code))
                        .toList());
    }

    /** Whether the decider lowered what the old rules gave. The computed grade is not stored, so it is computed where it may differ. */
    private static boolean isLowered(Kept sheet, Decided old) {
        var grade = old.grade();
        if (grade == null || grade == old.gradeByPoints()) {
            return false;
        }
        try {
            var value = Scoring.score(sheet.ruleSet(), sheet.template(), old.input())
                    .value();
            return value != null && value.grade().isBetterThan(grade);
        } catch (Refused _) {
            // What its own rules no longer take cannot be asked; the grade that was told stays the best there is.
            return true;
        }
    }

    private static Reason reason(Refusal refusal) {
        var steps = String.valueOf(refusal.pointer()).split("/", -1);
        var part = steps.length > 1 ? steps[1] : "";
        var place = CODED.contains(part) && steps.length > 2 ? "/" + part + "/" + steps[2] : "/" + part;
        return new Reason(refusal.code().code(), place);
    }
}
