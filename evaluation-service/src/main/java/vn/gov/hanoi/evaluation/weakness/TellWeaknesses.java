package vn.gov.hanoi.evaluation.weakness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.monthly.ResultReplaced;
import vn.gov.hanoi.evaluation.monthly.ResultsTold;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** Tells what is weak, and how what was weak stands now, in the transaction that tells the results. */
@ApplicationScoped
class TellWeaknesses {
    private final WeaknessQueries queries;
    private final WeakCriterionRepository remembered;
    private final RuleSetCatalogue catalogue;
    private final OutboxWriter outbox;

    TellWeaknesses(
            WeaknessQueries queries,
            WeakCriterionRepository remembered,
            RuleSetCatalogue catalogue,
            OutboxWriter outbox) {
        this.queries = queries;
        this.remembered = remembered;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    void tell(@Observes ResultsTold told) {
        var rules = WeaknessRules.shipped();
        var weak = queries.ofClosings(told.closingIds(), rules.belowShare()).stream()
                .filter(each -> rules.holdsOn(each.month()))
                .toList();
        outbox.writeAll(weak.stream().map(each -> draft(each, rules)).toList());
        remembered.remember(told.closingIds(), weak);
        outbox.writeAll(queries.measuredOfClosings(told.closingIds(), rules.measuredMonths()).stream()
                .filter(each -> rules.holdsOn(each.month()))
                .map(each -> draft(each, rules))
                .toList());
    }

    /** Also when nothing is weak any more: a need may rest on what was. */
    void tellAgain(@Observes ResultReplaced replaced) {
        var rules = WeaknessRules.shipped();
        if (!rules.holdsOn(replaced.month())) {
            return;
        }
        var sheets = List.of(replaced.before(), replaced.after());
        var measuredBefore = queries.measuredOfSheets(sheets, rules.measuredMonths());
        var weak = queries.ofSheets(sheets, rules.belowShare());
        if (weak.isEmpty()) {
            measureAgain(measuredBefore, replaced, rules);
            return;
        }
        var now = weak.stream()
                .filter(each -> each.evaluationId().equals(replaced.after()))
                .findFirst()
                .orElseGet(() -> nothing(weak.getFirst(), replaced.after(), replaced.revision()));
        outbox.write(draft(now, rules));
        remembered.replace(now);
        measureAgain(measuredBefore, replaced, rules);
    }

    /** Also when nothing is measured any more: what was told of the month is not so. */
    private void measureAgain(List<Measure> before, ResultReplaced replaced, WeaknessRules rules) {
        queries.measuredOfSheets(List.of(replaced.after()), rules.measuredMonths()).stream()
                .findFirst()
                .or(() -> before.stream().findFirst().map(each -> each.without(replaced.after(), replaced.revision())))
                .ifPresent(each -> outbox.write(draft(each, rules)));
    }

    private static Weakness nothing(Weakness before, UUID after, int revision) {
        return new Weakness(
                after, before.officerId(), before.unitId(), before.month(), revision, before.ruleSetId(), List.of());
    }

    private EventDraft draft(Weakness weakness, WeaknessRules rules) {
        return WeaknessEvent.of(weakness, catalogue.version(weakness.ruleSetId()), rules.cited());
    }

    private EventDraft draft(Measure measure, WeaknessRules rules) {
        return MeasureEvent.of(measure, catalogue.version(measure.ruleSetId()), rules.cited());
    }
}
