package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.FindingApi.ReInspectRequest;
import vn.gov.hanoi.evaluation.inspection.FindingGuard.Act;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.Window;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Sends a team again to look at the remedy of a finding (tái kiểm tra): on order, or because its last day has passed. */
@ApplicationScoped
class ReInspect {
    private final FindingDesk desk;
    private final InspectionRepository inspections;
    private final InspectionJournal journal;
    private final FindingViews views;
    private final Clock clock;

    ReInspect(
            FindingDesk desk,
            InspectionRepository inspections,
            InspectionJournal journal,
            FindingViews views,
            Clock clock) {
        this.desk = desk;
        this.inspections = inspections;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /** Refusals: those of {@link FindingDesk#hold}, those of the document, date.out-of-range, validity.empty. */
    @Transactional
    Answer inspect(UUID id, @Nullable String ifMatch, ReInspectRequest request, Caller caller) {
        var finding = desk.hold(id, ifMatch, Act.RE_INSPECT, caller).finding();
        var data = request.data();
        Refused.ifAny(new Faults()
                .date("/data/windowFrom", data.windowFrom())
                .date("/data/windowTo", data.windowTo())
                .add("/data/windowTo", InspectionApi.window(data.windowFrom(), data.windowTo()))
                .addAll(data.mandate().kept().faults("/data/mandate"))
                .all());
        draft(
                finding,
                new Window(data.windowFrom(), data.windowTo()),
                data.mandate().kept(),
                caller);
        return views.answer(id, caller);
    }

    /** By the mandate of the inspection that found it, from the day after the last one on, or from today if that is later. */
    @Transactional(Transactional.TxType.MANDATORY)
    void overdue(Finding finding, LocalDate today, Caller job) {
        var rules = FindingRules.on(finding.happenedOn()).orElseThrow();
        var yesterday = today.minusDays(1);
        draft(finding, rules.again(yesterday.isAfter(finding.dueOn()) ? yesterday : finding.dueOn()), null, job);
    }

    /** With the team that found it, who may be replaced. @param mandate null for that of the first inspection */
    private void draft(Finding finding, Window window, @Nullable Decision mandate, Caller caller) {
        var first = inspections.find(finding.inspectionId()).orElseThrow();
        var again = new Inspection(
                Ids.next(),
                null,
                finding.id(),
                Kind.RE_INSPECTION,
                first.unitId(),
                Inspection.State.DRAFT,
                window,
                mandate == null ? first.mandate() : mandate,
                first.checklistId(),
                first.sitting(),
                null,
                null,
                1);
        inspections.insert(again, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        journal.record("create", again, Map.of("kind", Kind.RE_INSPECTION.name(), "findingId", finding.id()), caller);
    }
}
