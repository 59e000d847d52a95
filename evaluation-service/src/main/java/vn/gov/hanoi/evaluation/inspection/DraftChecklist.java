package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gov.hanoi.evaluation.inspection.Checklist.Item;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistRequest;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistTitle;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Writes down what inspections are to ask, as a draft. */
@ApplicationScoped
class DraftChecklist {
    private final ChecklistRepository checklists;
    private final ChecklistQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    DraftChecklist(ChecklistRepository checklists, ChecklistQueries queries, AuditTrail audit, Clock clock) {
        this.checklists = checklists;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: those of the texts, checklist.item-twice. */
    @Transactional
    Answer draft(ChecklistRequest request, Caller caller) {
        Refused.ifAny(faults(request));
        var checklist = new Checklist(
                Ids.next(),
                request.code(),
                null,
                title(request.title()),
                request.items().stream()
                        .map(item -> new Item(item.code(), item.area(), title(item.question())))
                        .toList(),
                null,
                1);
        checklists.insert(checklist, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                caller,
                new AuditTrail.Act(
                        "checklist.draft", "checklists", checklist.id(), null, Map.of("code", checklist.code())));
        return Answer.created(ChecklistQueries.PATH + checklist.id(), queries.view(checklist, caller), 1);
    }

    private static List<Refusal> faults(ChecklistRequest request) {
        var faults = new Faults();
        titles(faults, "/title", request.title());
        var seen = new HashSet<String>();
        for (int i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            titles(faults, "/items/" + i + "/question", item.question());
            if (!seen.add(item.code())) {
                faults.add(
                        "/items/" + i + "/code",
                        Optional.of(Refusal.of(EvaluationProblem.CHECKLIST_ITEM_TWICE, "item", item.code())));
            }
        }
        return faults.all();
    }

    private static void titles(Faults faults, String place, ChecklistTitle title) {
        faults.add(place + "/vi", TextRule.UNIT_NAME.fault(GivenText.kept(title.vi())))
                .add(place + "/en", TextRule.UNIT_NAME.fault(GivenText.kept(title.en())));
    }

    private static Title title(ChecklistTitle title) {
        return new Title(GivenText.kept(title.vi()), GivenText.kept(title.en()));
    }
}
