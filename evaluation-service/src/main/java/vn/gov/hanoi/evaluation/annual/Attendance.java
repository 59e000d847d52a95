package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Whether the person served long enough, and what absence costs. The law speaks of 3 to under 6 months of absence; who is absent
 * longer and still served six months keeps the same ceiling (assumed; legal_check).
 *
 * @param longEnough whether the year is rated
 * @param ceiling best level in spite of absence; null if it has no effect
 */
record Attendance(boolean longEnough, @Nullable Grade ceiling) {

    static Attendance of(AnnualCase given, AnnualRules rules, Steps steps) {
        var served = Spans.of(
                given.year(),
                given.career().service().stream().map(Stay::validity).toList());
        return new Attendance(
                servesLongEnough(given, served, rules.situations().minimumService(), steps),
                ceiling(given, served, rules.situations().absence(), steps));
    }

    private static boolean servesLongEnough(
            AnnualCase given, Spans served, Situations.MinimumService rule, Steps steps) {
        var absent = leaves(given, !rule.maternityCounts());
        boolean enough = served.without(absent).reach(rule.months());
        steps.add(
                "MINIMUM_SERVICE",
                "situations/minimumService/months",
                rule.source(),
                Map.of("served", served.text(), "absent", absent.text(), "months", Integer.toString(rule.months())),
                enough);
        return enough;
    }

    private static @Nullable Grade ceiling(AnnualCase given, Spans served, Situations.Absence rule, Steps steps) {
        var others = leaves(given, rule.maternityCounts());
        // Absence before a post began or after it ended is none.
        var absent = others.without(others.without(served));
        var ceiling = absent.reach(rule.fromMonths()) ? rule.ceiling() : null;
        steps.add(
                "ABSENCE",
                "situations/absence/fromMonths",
                rule.source(),
                Map.of("absent", absent.text(), "fromMonths", Integer.toString(rule.fromMonths())),
                ceiling == null ? "-" : ceiling.name());
        return ceiling;
    }

    /** @param withMaternity whether maternity leave is among them; without it, its days are no absence even if others cover them */
    private static Spans leaves(AnnualCase given, boolean withMaternity) {
        var all = Spans.of(given.year(), validities(given, Leave.Kind.values()));
        return withMaternity ? all : all.without(Spans.of(given.year(), validities(given, Leave.Kind.MATERNITY)));
    }

    private static List<Validity> validities(AnnualCase given, Leave.Kind... kinds) {
        var wanted = List.of(kinds);
        return given.career().leaves().stream()
                .filter(leave -> wanted.contains(leave.kind()))
                .map(Leave::validity)
                .toList();
    }
}
