package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.monthly.ClosingBulkApi.BulkClosingsRequest;
import vn.gov.hanoi.evaluation.monthly.ClosingBulkApi.BulkRow;
import vn.gov.hanoi.evaluation.monthly.PublishClosing.Ready;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Publishes the closings of many units, each by its own row and as if one after the other, but with a few statements for all. A row that is
 * refused changes nothing.
 */
@ApplicationScoped
class PublishClosings {
    private static final int DONE = 200;

    private final ClosingDesk desk;
    private final ClosingSheetRepository sheets;
    private final ExcellenceCheck cap;
    private final PublishClosing single;
    private final Problems problems;

    PublishClosings(
            ClosingDesk desk,
            ClosingSheetRepository sheets,
            ExcellenceCheck cap,
            PublishClosing single,
            Problems problems) {
        this.desk = desk;
        this.sheets = sheets;
        this.cap = cap;
        this.single = single;
        this.problems = problems;
    }

    /** Refusals of the rows: resource.not-found, those of {@link PublishClosing#publish}, and bulk.other-row-refused of an atomic request. */
    @Transactional
    Answer publish(BulkClosingsRequest request, Caller caller, Locale locale) {
        var guards =
                desk
                        .holdToPublish(request.rows().stream().map(BulkRow::id).collect(Collectors.toSet()), caller)
                        .stream()
                        .collect(Collectors.toMap(guard -> guard.closing().id(), guard -> guard));
        var open = guards.values().stream()
                .filter(guard ->
                        guard.refusals(ClosingGuard.Act.PUBLISH, caller).isEmpty())
                .map(ClosingGuard::closing)
                .toList();
        var results = sheets.results(open.stream().map(Closing::id).toList());
        var judgement = cap.judgement(open, results);
        var ready = new LinkedHashMap<UUID, Ready>();
        var verdicts = new BulkVerdicts(request.atomic());
        for (var row : request.rows()) {
            try {
                var closing = open(row, guards, ready, caller);
                ready.put(closing.id(), single.judged(closing, row.body(), results, judgement));
                verdicts.done(row.rowId(), row.id(), DONE, closing.rowVersion() + 1);
            } catch (Refused refused) {
                verdicts.refused(row.rowId(), row.id(), refused.refusals());
            }
        }
        if (verdicts.areKept()) {
            single.tell(List.copyOf(ready.values()), results, caller);
        }
        return verdicts.answer("/evaluation/v1/closings", problems, locale);
    }

    private static Closing open(BulkRow row, Map<UUID, ClosingGuard> guards, Map<UUID, Ready> ready, Caller caller) {
        var guard = guards.get(row.id());
        if (guard == null) {
            throw SheetVisibilityQueries.notFound();
        }
        var closing = guard.closing();
        // An earlier row may have published it.
        Etags.require(row.ifMatch(), closing.rowVersion() + (ready.containsKey(row.id()) ? 1 : 0));
        Refused.ifAny(guard.refusals(ClosingGuard.Act.PUBLISH, caller));
        if (ready.containsKey(row.id())) {
            throw new Refused(ClosingGuard.notOpen(ClosingState.PUBLISHED));
        }
        return closing;
    }
}
