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

/** Tells what is weak, in the transaction that tells the results. */
@ApplicationScoped
class TellWeaknesses {
    private final WeaknessQueries queries;
    private final RuleSetCatalogue catalogue;
    private final OutboxWriter outbox;

    TellWeaknesses(WeaknessQueries queries, RuleSetCatalogue catalogue, OutboxWriter outbox) {
        this.queries = queries;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    void tell(@Observes ResultsTold told) {
        var rules = WeaknessRules.shipped();
        outbox.writeAll(queries.ofClosings(told.closingIds(), rules.belowShare()).stream()
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
        var weak = queries.ofSheets(List.of(replaced.before(), replaced.after()), rules.belowShare());
        if (!weak.isEmpty()) {
            var now = weak.stream()
                    .filter(each -> each.evaluationId().equals(replaced.after()))
                    .findFirst()
                    .orElseGet(() -> nothing(weak.getFirst(), replaced.after(), replaced.revision()));
            outbox.write(draft(now, rules));
        }
    }

    private static Weakness nothing(Weakness before, UUID after, int revision) {
        return new Weakness(
                after, before.officerId(), before.unitId(), before.month(), revision, before.ruleSetId(), List.of());
    }

    private EventDraft draft(Weakness weakness, WeaknessRules rules) {
        return WeaknessEvent.of(weakness, catalogue.version(weakness.ruleSetId()), rules.cited());
    }
}
