package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels.Body;

/** Takes in a script under a code that nobody is told, the board for codes included: who knew it would open the code alone. */
@ApplicationScoped
class TakeScript {
    private final PaperDesk desk;
    private final ExamDesk exams;
    private final SheetRepository scripts;
    private final Envelopes envelopes;
    private final RecordPaper papers;

    TakeScript(PaperDesk desk, ExamDesk exams, SheetRepository scripts, Envelopes envelopes, RecordPaper papers) {
        this.desk = desk;
        this.exams = exams;
        this.scripts = scripts;
        this.envelopes = envelopes;
        this.papers = papers;
    }

    /** Refusals: selection.not-this-board, selection.exam-stage, selection.round-state, selection.not-sitting, selection.script-exists. */
    List<Refusal> refusals(PaperDesk.Laid laid) {
        if (!laid.exam().place().sits().contains(Body.CODING)) {
            return List.of(ExamGuard.notThisBoard("CODING"));
        }
        var wrong = exams.guard(laid.exam()).stage(ExamStage.HELD);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (laid.paper().attendance() != Attendance.PRESENT || papers.isExcluded(laid)) {
            return List.of(Refusal.of(SelectionProblem.NOT_SITTING));
        }
        return laid.paper().handedIn() ? List.of(Refusal.of(SelectionProblem.SCRIPT_EXISTS)) : List.of();
    }

    /** Refusals: those of {@link #refusals}, selection.script-too-large, selection.script-unreadable. */
    @Transactional
    PaperDesk.Laid take(UUID paperId, @Nullable String ifMatch, byte[] scan, Caller caller) {
        var laid = desk.hold(paperId, ifMatch, caller);
        Refused.ifAny(refusals(laid));
        var id = UUID.randomUUID();
        scripts.add(Script.coded(
                id,
                laid.paper().examId(),
                Codes.next(),
                envelopes.owner(paperId, id),
                envelopes.bytes(ScriptPages.plain(scan), "script", id)));
        laid.paper().handIn();
        papers.kept("hand-in", laid, Map.of(), caller);
        return laid;
    }
}
