package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Sends a sheet back to where its last step came from, with the marks of then. */
@ApplicationScoped
class ReturnSheet {
    private final SheetDesk desk;
    private final SheetEntryRepository entries;
    private final SheetJournal journal;

    ReturnSheet(SheetDesk desk, SheetEntryRepository entries, SheetJournal journal) {
        this.desk = desk;
        this.entries = entries;
        this.journal = journal;
    }

    /** Refusals: those of {@link SheetDesk#hold}. */
    @Transactional
    Answer giveBack(UUID id, @Nullable String ifMatch, Reason reason, Caller caller) {
        var at = desk.hold(id, ifMatch, Act.RETURN, caller);
        var history = entries.of(id);
        var back = origin(history, at);
        var details = Details.of(null).because(reason, null);
        var left = content(history, back).advised(at.sheet().content().advice());
        return journal.keep(
                at, at.sheet().at(back, left), new SheetJournal.Step(Act.RETURN, Kind.RETURN, left, details), caller);
    }

    /** The state from which the present one was first reached, however often the step was repeated since. */
    private static SheetState origin(List<SheetEntry> history, SheetCase at) {
        var now = at.sheet().state();
        return history.reversed().stream()
                .filter(entry -> entry.kind() != Kind.RETURN && entry.after() == now && entry.before() != now)
                .map(SheetEntry::before)
                .findFirst()
                .orElse(at.workflow().before(now));
    }

    /** The marks as they stood when the sheet was last in that state. */
    private static Content content(List<SheetEntry> history, SheetState back) {
        return history.reversed().stream()
                .filter(entry -> entry.after().compareTo(back) <= 0 && entry.content() != null)
                .map(SheetEntry::content)
                .findFirst()
                .orElse(Content.NONE);
    }
}
