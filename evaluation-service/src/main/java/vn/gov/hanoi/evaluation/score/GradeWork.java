package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Ceiling;
import vn.gov.hanoi.evaluation.ruleset.Evaluator;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;

/** From a total to a grade: channels with weight, the clamp, the band from the exact value, the ceilings in order, the rounding. */
final class GradeWork {
    private final PeriodicRules rules;
    private final Period period;
    private final Subject subject;
    private final Circumstances circumstances;
    private final Steps steps;

    GradeWork(PeriodicRules rules, Period period, Subject subject, Circumstances circumstances, Steps steps) {
        this.rules = rules;
        this.period = period;
        this.subject = subject;
        this.circumstances = circumstances;
        this.steps = steps;
    }

    /** The row of the matrix for a supporting channel, on the last day of the period. */
    static Optional<Evaluator> channel(PeriodicRules rules, Sheet.Advice advice, Period period) {
        return rules.evaluators().stream()
                .filter(row -> row.role() == Evaluator.Role.ADVISORY_CHANNEL)
                .filter(row ->
                        row.subject().equals(advice.subject()) && row.holder().equals(advice.channel()))
                .filter(row -> row.isInForce(period.last()))
                .findFirst();
    }

    Score.Value value(Fraction total, List<Sheet.Advice> advice) {
        var exact = clamped(advised(total, advice));
        var byPoints = band(exact);
        var grade = byPoints;
        for (int i = 0; i < rules.ceilings().size(); i++) {
            grade = under(rules.ceilings().get(i), "/rules/ceilings/" + i, grade);
        }
        return rounded(exact, byPoints, grade);
    }

    private Fraction advised(Fraction total, List<Sheet.Advice> advice) {
        var change = Fraction.ZERO;
        for (var each : advice) {
            var row = channel(rules, each, period).orElseThrow();
            var part = Fraction.of(each.points()).minus(total).times(Fraction.of(row.weight()));
            change = change.plus(part);
            steps.take(
                            Step.Code.ADVICE,
                            "/rules/evaluators/" + rules.evaluators().indexOf(row),
                            row.source())
                    .with("subject", each.subject())
                    .with("channel", each.channel())
                    .with("points", each.points())
                    .with("weight", row.weight())
                    .gives(part);
        }
        return total.plus(change);
    }

    private Fraction clamped(Fraction total) {
        var maximum = rules.scale().maximum();
        var result = total.within(Fraction.ZERO, Fraction.of(maximum));
        steps.take(Step.Code.CLAMP, "/rules/scale/maximum", rules.scale().source())
                .with("total", total)
                .with("maximum", maximum)
                .gives(result);
        return result;
    }

    private Grade band(Fraction exact) {
        var below = rules.scale().maximum();
        for (int i = 0; i < rules.bands().size(); i++) {
            var band = rules.bands().get(i);
            if (exact.compareTo(Fraction.of(band.from())) >= 0) {
                steps.take(Step.Code.BAND, "/rules/bands/" + i, band.source())
                        .with("exact", exact)
                        .with("from", band.from())
                        .with("to", below)
                        .gives(band.grade());
                return band.grade();
            }
            below = band.from();
        }
        throw new IllegalStateException("the bands of a checked rule set begin at zero");
    }

    private Grade under(Ceiling ceiling, String path, Grade grade) {
        return switch (ceiling.code()) {
            case LITTLE_PRESENCE -> littlePresence(ceiling, path, grade);
            case DISCIPLINE -> discipline(ceiling, path, grade);
            case HEAD_NOT_ABOVE_UNIT -> headNotAboveUnit(ceiling, path, grade);
        };
    }

    /** Real working time that does not exceed the share: the boundary itself is under the ceiling. */
    private Grade littlePresence(Ceiling ceiling, String path, Grade grade) {
        var presence = circumstances.presence();
        var share = java.util.Objects.requireNonNull(ceiling.share());
        boolean little = presence.days().compareTo(share.multiply(BigDecimal.valueOf(presence.workingDays()))) <= 0;
        var result = ceiling.enabled() && little ? atMost(ceiling, grade) : grade;
        steps.take(Step.Code.LITTLE_PRESENCE, path, ceiling.source())
                .with("enabled", ceiling.enabled())
                .with("days", presence.days())
                .with("workingDays", presence.workingDays())
                .with("share", share)
                .with("before", grade)
                .gives(result);
        return result;
    }

    private Grade discipline(Ceiling ceiling, String path, Grade grade) {
        var inEffect = circumstances.disciplines().stream()
                .filter(discipline -> !discipline.partyOnly() && period.contains(discipline.effectiveOn()))
                .toList();
        var flagged = circumstances.disciplines().stream()
                .filter(discipline -> !inEffect.contains(discipline))
                .toList();
        var result = ceiling.enabled() && !inEffect.isEmpty() ? atMost(ceiling, grade) : grade;
        steps.take(Step.Code.DISCIPLINE, path, ceiling.source())
                .with("enabled", ceiling.enabled())
                .with("decisions", told(inEffect))
                .with("flagged", told(flagged))
                .with("before", grade)
                .gives(result);
        return result;
    }

    private static String told(List<Circumstances.Discipline> disciplines) {
        return disciplines.isEmpty()
                ? Steps.ABSENT
                : String.join(
                        "; ",
                        disciplines.stream()
                                .map(each ->
                                        each.decision() + " " + each.effectiveOn() + (each.partyOnly() ? " PARTY" : ""))
                                .toList());
    }

    private Grade headNotAboveUnit(Ceiling ceiling, String path, Grade grade) {
        boolean deputy = subject.position() == Position.DEPUTY_HEAD && Boolean.TRUE.equals(ceiling.includesDeputies());
        boolean bound = ceiling.enabled() && (subject.position() == Position.HEAD || deputy);
        var unit = circumstances.unitGrade();
        var result = bound && unit != null ? grade.atMost(unit) : grade;
        steps.take(Step.Code.HEAD_NOT_ABOVE_UNIT, path, ceiling.source())
                .with("enabled", ceiling.enabled())
                .with("position", subject.position())
                .with("unit", unit)
                .with("before", grade)
                .gives(result);
        return result;
    }

    private static Grade atMost(Ceiling ceiling, Grade grade) {
        return ceiling.grade() == null ? grade : grade.atMost(ceiling.grade());
    }

    private Score.Value rounded(Fraction exact, Grade byPoints, Grade grade) {
        var scale = rules.scale();
        var points = exact.rounded(scale.decimals(), scale.rounding());
        var shown = exact.rounded(scale.shownDecimals(), scale.rounding());
        steps.take(Step.Code.ROUNDING, "/rules/scale/rounding", scale.source())
                .with("exact", exact)
                .with("points", points.toPlainString())
                .with("rounding", scale.rounding())
                .gives(shown.toPlainString());
        steps.take(Step.Code.RESULT, "/rules/bands", scale.source())
                .with("gradeByPoints", byPoints)
                .with("points", points.toPlainString())
                .gives(grade);
        return new Score.Value(exact, points, shown, byPoints, grade);
    }
}
