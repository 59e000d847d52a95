package vn.gov.hanoi.training.decree;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.decree.Condition.Code;
import vn.gov.hanoi.training.decree.DegreeRules.Rule;

/**
 * Whether somebody may be sent: each condition of the rule with what was found. Decree 101/2017, from 01/07/2025 Decree 171/2025, by the day
 * of sending; no training while a sanction has effect (Law 22/2008).
 */
public final class Eligibility {
    private final Rule rule;
    private final Person person;
    private final LocalDate sentOn;

    private Eligibility(Rule rule, Person person, LocalDate sentOn) {
        this.rule = rule;
        this.person = person;
        this.sentOn = sentOn;
    }

    /** In the order of the rule. */
    public static List<Condition> check(Rule rule, Person person, LocalDate sentOn) {
        var asked = new Eligibility(rule, person, sentOn);
        return rule.conditions().stream().map(asked::condition).toList();
    }

    private Condition condition(Code code) {
        return switch (code) {
            case IN_SERVICE -> Condition.of(code, person.inService(), Map.of("on", sentOn.toString()));
            case NO_TRAINING_BAN -> ban();
            case SENIORITY -> seniority();
            case EVALUATION -> evaluation();
            case AGE -> age();
            case FIELD_FITS -> stated(code, person.stated().fieldFits());
            case PROBATION_FINISHED -> probation();
            case PRIORITY_GROUP -> stated(code, person.stated().priorityGroup());
            case PROGRAMME_MET ->
                person.stated().treatyProgramme()
                        ? stated(code, person.stated().programmeMet())
                        : Condition.of(code, true, Map.of("treatyProgramme", false));
        };
    }

    private Condition ban() {
        var ban = person.ban();
        if (ban == null) {
            return Condition.of(Code.NO_TRAINING_BAN, true, Map.of());
        }
        var last = ban.lastDay();
        return Condition.of(
                Code.NO_TRAINING_BAN,
                false,
                last == null ? Map.of("form", ban.form()) : Map.of("form", ban.form(), "lastDay", last.toString()));
    }

    /** From the stated end of probation; else, at the least, from the first post and the longest probation. */
    private Condition seniority() {
        int least = rule.limits().seniorityMonths();
        var ended = person.stated().probationEndedOn();
        if (ended != null) {
            int months = MonthRounding.DOWN.months(ended, sentOn);
            return Condition.of(
                    Code.SENIORITY,
                    months >= least,
                    Map.of("months", months, "leastMonths", least, "probationEndedOn", ended.toString()));
        }
        var first = person.firstPostOn();
        if (first == null) {
            return Condition.unknown(Code.SENIORITY, Map.of("leastMonths", least));
        }
        int months = MonthRounding.DOWN.months(first.plusMonths(rule.limits().longestProbationMonths()), sentOn);
        var evidence = Map.<String, Object>of("months", months, "leastMonths", least, "firstPostOn", first.toString());
        // Service before the first known post, or a shorter probation, may still be shown.
        return months >= least
                ? Condition.of(Code.SENIORITY, true, evidence)
                : Condition.unknown(Code.SENIORITY, evidence);
    }

    private Condition evaluation() {
        var limits = rule.limits();
        var found = new LinkedHashMap<String, Object>();
        IntStream.rangeClosed(1, limits.goodYears())
                .map(back -> sentOn.getYear() - back)
                .forEach(year -> {
                    @Nullable String level = person.levels().get(year);
                    found.put(String.valueOf(year), level == null ? "NOT_TOLD" : level);
                });
        if (found.values().stream().anyMatch(level -> !level.equals("NOT_TOLD") && !isGood(level))) {
            return Condition.of(Code.EVALUATION, false, found);
        }
        return found.containsValue("NOT_TOLD")
                ? Condition.unknown(Code.EVALUATION, found)
                : Condition.of(Code.EVALUATION, true, found);
    }

    private boolean isGood(Object level) {
        return level instanceof String code && rule.limits().goodLevels().contains(code);
    }

    /** Full years on the day of the first sending; evidence is the age, never the birth date. */
    private Condition age() {
        int oldest = rule.limits().oldestAge();
        var born = person.stated().bornOn();
        var first =
                person.firstSentOn() != null && person.firstSentOn().isBefore(sentOn) ? person.firstSentOn() : sentOn;
        if (born == null) {
            return Condition.unknown(Code.AGE, Map.of("oldestAge", oldest));
        }
        long age = ChronoUnit.YEARS.between(born, first);
        return Condition.of(
                Code.AGE, age <= oldest, Map.of("age", age, "oldestAge", oldest, "firstSentOn", first.toString()));
    }

    private Condition probation() {
        var ended = person.stated().probationEndedOn();
        return ended == null
                ? Condition.unknown(Code.PROBATION_FINISHED, Map.of())
                : Condition.of(
                        Code.PROBATION_FINISHED, !ended.isAfter(sentOn), Map.of("probationEndedOn", ended.toString()));
    }

    private Condition stated(Code code, @Nullable Boolean said) {
        return said == null
                ? Condition.unknown(code, Map.of())
                : Condition.of(code, said, Map.of("evidence", person.stated().evidence()));
    }
}
