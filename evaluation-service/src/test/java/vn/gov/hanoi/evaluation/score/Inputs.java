package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;

/** Inputs of one sheet for tests: a full sheet of staff, altered step by step. */
public final class Inputs {
    private final RuleSet ruleSet;
    private Period period;
    private Subject subject = new Subject(Category.CIVIL_SERVANT, Position.STAFF, false);
    private final List<Sheet.Mark> marks = new ArrayList<>();
    private final List<Sheet.Bonus> bonuses = new ArrayList<>();
    private final List<Sheet.Deduction> deductions = new ArrayList<>();
    private final List<Sheet.Advice> advice = new ArrayList<>();
    private final List<Tasks.Product> products = new ArrayList<>();
    private Tasks.@Nullable LeaderFactors factors;
    private @Nullable NotRatedReason notRated;
    private Circumstances.Presence presence = new Circumstances.Presence(BigDecimal.valueOf(22), 22);
    private @Nullable Grade unitGrade;
    private final List<Circumstances.Discipline> disciplines = new ArrayList<>();
    private @Nullable SheetTemplate template;

    private Inputs(RuleSet ruleSet, YearMonth month) {
        this.ruleSet = ruleSet;
        this.period = Period.month(month);
    }

    /** A sheet in the first whole month of a shipped rule set. */
    public static Inputs of(String id) {
        var ruleSet = RuleSetDocuments.shipped(id);
        return of(ruleSet);
    }

    public static Inputs of(RuleSet ruleSet) {
        return new Inputs(ruleSet, YearMonth.from(ruleSet.header().effectiveFrom()));
    }

    public Inputs in(YearMonth month) {
        period = Period.month(month);
        return this;
    }

    Inputs in(Period other) {
        period = other;
        return this;
    }

    Inputs subject(Category category, Position position, boolean leader) {
        subject = new Subject(category, position, leader);
        return this;
    }

    public Inputs head() {
        return subject(Category.CIVIL_SERVANT, Position.HEAD, true);
    }

    /** Points given to the criteria of a group in order, each up to its maximum; the last one gets what is beyond. */
    public Inputs group(String code, String points) {
        var left = new BigDecimal(points);
        for (var item : template().items(code)) {
            var part = left.min(item.maximum()).max(BigDecimal.ZERO);
            marks.add(new Sheet.Mark(item.code(), part));
            left = left.subtract(part);
        }
        if (left.signum() != 0) {
            var last = marks.removeLast();
            marks.add(new Sheet.Mark(last.criterion(), last.points().add(left)));
        }
        return this;
    }

    public Inputs mark(String criterion, @Nullable String points) {
        marks.removeIf(mark -> mark.criterion().equals(criterion));
        marks.add(new Sheet.Mark(criterion, points == null ? null : new BigDecimal(points)));
        return this;
    }

    public Inputs unmarked(String criterion) {
        marks.removeIf(mark -> mark.criterion().equals(criterion));
        return this;
    }

    Inputs bonus(String code, String points) {
        return bonus(new Sheet.Bonus(code, new BigDecimal(points), List.of("evidence/" + code), "approver/1"));
    }

    Inputs bonus(Sheet.Bonus bonus) {
        bonuses.add(bonus);
        return this;
    }

    Inputs deduction(String rule, String violation) {
        deductions.add(new Sheet.Deduction(rule, violation));
        return this;
    }

    /** @param waived null if it is taken off */
    Inputs charge(String type, String group, String points, @Nullable String waived) {
        var entry = java.util.UUID.nameUUIDFromBytes(type.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        deductions.add(new Sheet.Deduction(
                type,
                "findings/" + entry,
                new Sheet.Charge(entry, group, new BigDecimal(points), "FINDING-TYPES v1", waived)));
        return this;
    }

    Inputs advice(String who, String channel, String points) {
        advice.add(new Sheet.Advice(who, channel, new BigDecimal(points)));
        return this;
    }

    /** Products of factor 1 with errors that count. */
    public Inputs product(String code, int assigned, int completed, int qualityErrors, int delays) {
        var errors = new ArrayList<Tasks.ProductError>();
        for (int i = 0; i < qualityErrors; i++) {
            errors.add(new Tasks.ProductError(Tasks.ProductError.Kind.QUALITY, "check/" + i, null));
        }
        for (int i = 0; i < delays; i++) {
            errors.add(new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "delay/" + i, null));
        }
        return product(new Tasks.Product(
                code, BigDecimal.ONE, BigDecimal.valueOf(assigned), BigDecimal.valueOf(completed), errors));
    }

    Inputs product(Tasks.Product product) {
        products.add(product);
        return this;
    }

    public Inputs factors(Map<Grade, Integer> grades, String organisation, String unity) {
        return factors(new Tasks.LeaderFactors(
                new Tasks.UnitGrades(grades, null), new BigDecimal(organisation), new BigDecimal(unity)));
    }

    Inputs factors(Tasks.LeaderFactors given) {
        factors = given;
        return this;
    }

    public Inputs notRated(NotRatedReason reason) {
        notRated = reason;
        return this;
    }

    public Inputs present(String days, int workingDays) {
        presence = new Circumstances.Presence(new BigDecimal(days), workingDays);
        return this;
    }

    public Inputs unit(Grade grade) {
        unitGrade = grade;
        return this;
    }

    public Inputs discipline(String decision, LocalDate effectiveOn, boolean partyOnly) {
        disciplines.add(new Circumstances.Discipline(decision, effectiveOn, partyOnly));
        return this;
    }

    Inputs template(SheetTemplate other) {
        template = other;
        return this;
    }

    public SheetTemplate template() {
        return template == null ? SheetTemplate.of(ruleSet, subject.sheetKind()) : template;
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    public ScoreInput input() {
        return new ScoreInput(
                period,
                subject,
                new Sheet(marks, bonuses, deductions, advice),
                new Tasks(products, factors),
                circumstances());
    }

    Circumstances circumstances() {
        return new Circumstances(notRated, presence, unitGrade, disciplines);
    }

    QuarterInput.Month month() {
        return new QuarterInput.Month(template(), input());
    }

    public Score score() {
        return Scoring.score(ruleSet, template(), input());
    }
}
