package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.paper.SheetApi.PointsPart;
import vn.gov.hanoi.selection.paper.SheetApi.SheetRequest;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.round.Rounds;

/** What a marker does with a sheet: drafts, then seals it for good. */
@ApplicationScoped
class MarkScript {
    private final SheetDesk desk;
    private final ExamDesk exams;
    private final SheetRepository sheets;
    private final Markings markings;
    private final Envelopes envelopes;
    private final Rounds rounds;

    MarkScript(
            SheetDesk desk,
            ExamDesk exams,
            SheetRepository sheets,
            Markings markings,
            Envelopes envelopes,
            Rounds rounds) {
        this.desk = desk;
        this.exams = exams;
        this.sheets = sheets;
        this.markings = markings;
        this.envelopes = envelopes;
        this.rounds = rounds;
    }

    /** What speaks against writing. Refusals: selection.sheet-sealed, selection.exam-stage, selection.round-state. */
    List<Refusal> refusals(SheetDesk.Laid laid) {
        return laid.sheet().state() == MarkSheet.State.SEALED
                ? List.of(Refusal.of(SelectionProblem.SHEET_SEALED))
                : exams.guard(laid.exam()).marking(laid.sheet().phase());
    }

    /** What speaks against sealing. Refusals: those of {@link #refusals}, selection.points-missing. */
    List<Refusal> sealRefusals(SheetDesk.Laid laid) {
        var found = new ArrayList<>(refusals(laid));
        if (found.isEmpty()) {
            found.addAll(scheme(laid).missing(markings.open(laid.sheet()).points()));
        }
        return found;
    }

    private Scheme scheme(SheetDesk.Laid laid) {
        var exam = laid.exam().exam();
        return envelopes.open(exam.scheme(), "written-scheme", exam.id(), new TypeReference<Scheme>() {});
    }

    /** Refusals: those of {@link #refusals}, selection.criterion-unknown, selection.criterion-twice, selection.points-too-many. */
    @Transactional
    SheetDesk.Laid write(UUID id, @Nullable String ifMatch, SheetRequest request, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(refusals(laid));
        var points = request.points().stream().map(PointsPart::given).toList();
        Refused.ifAny(scheme(laid).refusalsOf(points));
        var note = PlainText.tidy(Objects.requireNonNullElse(request.note(), ""));
        laid.sheet().write(markings.seal(new Markings.Content(points, note, null), laid.sheet()));
        kept("draft", laid, Map.of(), caller);
        return laid;
    }

    /** The commitment stands in the audit, too. Refusals: those of {@link #sealRefusals}. */
    @Transactional
    SheetDesk.Laid seal(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(sealRefusals(laid));
        var sheet = laid.sheet();
        var draft = markings.open(sheet);
        var commitment =
                Commitment.to(Markings.Committed.of(sheet, laid.script().code(), draft.points()));
        sheet.seal(
                markings.seal(new Markings.Content(draft.points(), draft.note(), commitment.salt()), sheet),
                commitment.digest(),
                rounds.today());
        kept("seal", laid, Map.of("digest", commitment.digest()), caller);
        return laid;
    }

    private void kept(String act, SheetDesk.Laid laid, Map<String, ?> details, Caller caller) {
        sheets.flush();
        exams.record("mark-sheet." + act, "mark-sheets", laid.sheet().id(), laid.exam(), details, caller);
    }
}
