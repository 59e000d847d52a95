package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.InspectionEntryRepository.Entry;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Writes down what is done about inspections. While one is secret its entries stand beside it and the audit knows nothing of it; when it begins
 * they go into the audit, each with its own moment, before the entry of the beginning.
 */
@ApplicationScoped
class InspectionJournal {
    private final InspectionEntryRepository entries;
    private final AuditTrail audit;
    private final Clock clock;

    InspectionJournal(InspectionEntryRepository entries, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param after the inspection as the act left it
     * @param facts no personal data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void record(String verb, Inspection after, Map<String, Object> facts, Caller caller) {
        var action = "inspection." + verb;
        if (after.isSecret()) {
            entries.append(after.id(), new Entry(action, caller.subject(), caller.client(), clock.instant(), facts));
            return;
        }
        if (after.kind() == Kind.UNANNOUNCED && after.state() == State.STARTED && verb.equals("start")) {
            entries.of(after.id()).forEach(entry -> audit.record(before(entry), told(entry, after)));
        }
        audit.record(caller, new AuditTrail.Act(action, "inspections", after.id(), after.unitId(), facts));
    }

    private static Caller before(Entry entry) {
        return new Caller(entry.subject(), entry.client(), entry.subject(), null, Set.of());
    }

    private static AuditTrail.Act told(Entry entry, Inspection inspection) {
        var facts = new LinkedHashMap<>(entry.details());
        facts.put("doneAt", entry.at().toString());
        return new AuditTrail.Act(entry.action(), "inspections", inspection.id(), inspection.unitId(), facts);
    }
}
