package vn.gov.hanoi.evaluation.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What a schema cannot say: that a rule set does not contradict itself. Refusals: rule-set.contradictory with the rule that is broken. */
final class RuleSetChecks {
    private final JsonNode document;
    private final RuleSet ruleSet;
    private final List<Refusal> faults = new ArrayList<>();

    RuleSetChecks(JsonNode document, RuleSet ruleSet) {
        this.document = document;
        this.ruleSet = ruleSet;
    }

    List<Refusal> faults() {
        dates();
        bases();
        applications();
        var rules = ruleSet.periodic();
        if (rules != null) {
            groupsFillTheScale(rules);
            criteriaFitTheirGroups(rules);
            deductionsNameGroups(rules);
            bandsCoverTheScale(rules);
            formulaNamesAGroup(rules);
            capGrows(rules);
            oneDeciderEach(rules);
            periodsAreRated(rules);
        }
        return List.copyOf(faults);
    }

    private void dates() {
        var header = ruleSet.header();
        unless(isAfter(header.effectiveTo(), header.effectiveFrom()), "ends-after-it-begins", "/effectiveTo");
    }

    private static boolean isAfter(@Nullable LocalDate to, LocalDate from) {
        return to == null || to.isAfter(from);
    }

    private void bases() {
        var keys = new HashSet<String>();
        for (int i = 0; i < ruleSet.header().legalBasis().size(); i++) {
            var key = ruleSet.header().legalBasis().get(i).key();
            unless(keys.add(key), "basis-is-named-once", "/legalBasis/" + i + "/key");
        }
        sources(document, "", keys);
    }

    /** Every parameter names a basis that the document lists, in the parts of the other kind too. */
    private void sources(JsonNode node, String pointer, Set<String> keys) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                sources(node.get(i), pointer + "/" + i, keys);
            }
        }
        for (var member : node.properties()) {
            var place = pointer + "/" + member.getKey();
            if (member.getKey().equals("source") && member.getValue().has("basis")) {
                var basis = member.getValue().get("basis").asText();
                unless(keys.contains(basis), "source-names-a-basis", place + "/basis");
            } else {
                sources(member.getValue(), place, keys);
            }
        }
    }

    private void applications() {
        var header = ruleSet.header();
        var all = header.appliesTo();
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            var place = "/appliesTo/" + i;
            unless(isAfter(one.effectiveTo(), one.effectiveFrom()), "ends-after-it-begins", place + "/effectiveTo");
            boolean early = one.effectiveFrom().isBefore(header.effectiveFrom());
            boolean late = header.effectiveTo() != null
                    && (one.effectiveTo() == null || one.effectiveTo().isAfter(header.effectiveTo()));
            unless(!early && !late, "applies-within-the-rule-set", place);
            unless(all.subList(0, i).stream().noneMatch(one::meets), "applies-once", place);
        }
    }

    private void groupsFillTheScale(PeriodicRules rules) {
        var codes = rules.groups().stream().map(Group::code).toList();
        unless(new HashSet<>(codes).size() == codes.size(), "group-is-named-once", "/rules/groups");
        var sum = sum(rules.groups().stream().map(Group::maximum).toList());
        var bonus = rules.bonus() == null ? BigDecimal.ZERO : rules.bonus().maximum();
        unless(sum.add(bonus).compareTo(rules.scale().maximum()) == 0, "groups-fill-the-scale", "/rules/groups");
    }

    private void criteriaFitTheirGroups(PeriodicRules rules) {
        var codes = new HashSet<String>();
        for (int i = 0; i < rules.groups().size(); i++) {
            var group = rules.groups().get(i);
            for (int j = 0; j < group.criteria().size(); j++) {
                var place = "/rules/groups/" + i + "/criteria/" + j + "/code";
                unless(codes.add(group.criteria().get(j).code()), "criterion-is-named-once", place);
            }
            for (var kind : SheetKind.values()) {
                var sum = sum(group.criteria().stream()
                        .map(criterion -> criterion.maxima().getOrDefault(kind, BigDecimal.ZERO))
                        .toList());
                unless(sum.compareTo(group.maximum()) <= 0, "criteria-fit-their-group", "/rules/groups/" + i);
            }
        }
    }

    private void deductionsNameGroups(PeriodicRules rules) {
        var codes = new HashSet<String>();
        for (int i = 0; i < rules.deductions().size(); i++) {
            var rule = rules.deductions().get(i);
            var place = "/rules/deductions/" + i;
            unless(rules.group(rule.group()).isPresent(), "deduction-names-a-group", place + "/group");
            unless(codes.add(rule.code()), "deduction-is-named-once", place + "/code");
        }
    }

    private void bandsCoverTheScale(PeriodicRules rules) {
        var bands = rules.bands();
        var grades = bands.stream().map(Band::grade).toList();
        unless(grades.equals(Arrays.asList(Grade.values())), "every-grade-has-a-band", "/rules/bands");
        for (int i = 1; i < bands.size(); i++) {
            boolean lower = bands.get(i).from().compareTo(bands.get(i - 1).from()) < 0;
            unless(lower, "bands-descend", "/rules/bands/" + i + "/from");
        }
        unless(
                bands.getLast().from().signum() == 0,
                "bands-begin-at-zero",
                "/rules/bands/" + (bands.size() - 1) + "/from");
        boolean reachable = bands.getFirst().from().compareTo(rules.scale().maximum()) <= 0;
        unless(reachable, "best-band-is-on-the-scale", "/rules/bands/0/from");
    }

    private void formulaNamesAGroup(PeriodicRules rules) {
        var products = rules.formula().products();
        if (products != null) {
            var group = rules.group(products.group());
            unless(group.isPresent(), "formula-names-a-group", "/rules/formula/products/group");
            boolean free = group.isEmpty() || group.get().criteria().isEmpty();
            unless(free, "formula-fills-an-empty-group", "/rules/formula/products/group");
        }
    }

    private void capGrows(PeriodicRules rules) {
        var cap = rules.excellenceCap();
        if (cap != null && cap.raisedShare() != null) {
            boolean grows = cap.raisedShare().compareTo(cap.share()) >= 0;
            unless(grows, "raised-share-is-not-lower", "/rules/excellenceCap/raisedShare");
        }
    }

    /** On each day that the rule set is in force, each subject has exactly one decider. */
    private void oneDeciderEach(PeriodicRules rules) {
        var header = ruleSet.header();
        var subjects = rules.evaluators().stream().map(Evaluator::subject).collect(Collectors.toSet());
        for (var subject : subjects) {
            var deciders = rules.evaluators().stream()
                    .filter(row -> row.subject().equals(subject) && row.role() == Evaluator.Role.DECIDER)
                    .toList();
            // Between two of these days nothing changes.
            var days = rules.evaluators().stream()
                    .filter(row -> row.subject().equals(subject))
                    .flatMap(row -> java.util.stream.Stream.of(row.effectiveFrom(), row.effectiveTo()))
                    .filter(java.util.Objects::nonNull)
                    .filter(day -> !day.isBefore(header.effectiveFrom()))
                    .filter(day -> header.effectiveTo() == null || day.isBefore(header.effectiveTo()))
                    .collect(Collectors.toSet());
            days.add(header.effectiveFrom());
            boolean one = days.stream()
                    .filter(day -> rules.evaluators().stream()
                            .anyMatch(row -> row.subject().equals(subject) && row.isInForce(day)))
                    .allMatch(day ->
                            deciders.stream().filter(row -> row.isInForce(day)).count() == 1);
            unless(one, "one-decider-on-each-day", "/rules/evaluators");
        }
        for (int i = 0; i < rules.evaluators().size(); i++) {
            var row = rules.evaluators().get(i);
            boolean weighs = row.weight().signum() > 0 && row.role() != Evaluator.Role.ADVISORY_CHANNEL;
            unless(!weighs, "only-channels-have-weight", "/rules/evaluators/" + i + "/weight");
        }
    }

    private void periodsAreRated(PeriodicRules rules) {
        var rated = ruleSet.header().periods();
        for (int i = 0; i < rules.calendars().size(); i++) {
            var period = rules.calendars().get(i).period();
            unless(rated.contains(period), "period-is-rated", "/rules/calendars/" + i + "/period");
        }
        if (rules.aggregation() != null) {
            unless(rated.containsAll(rules.aggregation().periods()), "period-is-rated", "/rules/aggregation/periods");
        }
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void unless(boolean holds, String rule, String pointer) {
        var fault = Refusal.of(EvaluationProblem.RULE_SET_CONTRADICTORY, "rule", rule)
                .at(pointer);
        if (!holds && !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
