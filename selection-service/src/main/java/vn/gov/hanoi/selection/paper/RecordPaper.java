package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.paper.PaperApi.AttendanceRequest;
import vn.gov.hanoi.selection.paper.PaperApi.ViolationRequest;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.WrittenRules;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** What is recorded of a paper: who came, what happened in the room, and that a script was taken in. */
@ApplicationScoped
class RecordPaper {
    private final PaperDesk desk;
    private final ExamDesk exams;
    private final ExamRepository papers;
    private final Envelopes envelopes;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;

    RecordPaper(
            PaperDesk desk,
            ExamDesk exams,
            ExamRepository papers,
            Envelopes envelopes,
            Rounds rounds,
            SelectionDefaultQueries defaults) {
        this.desk = desk;
        this.exams = exams;
        this.papers = papers;
        this.envelopes = envelopes;
        this.rounds = rounds;
        this.defaults = defaults;
    }

    /** What speaks against recording in the room. Refusals: selection.not-this-board, selection.exam-stage, selection.round-state, selection.exam-not-begun. */
    List<Refusal> roomRefusals(PaperDesk.Laid laid) {
        if (!laid.exam().place().sits().contains(Body.SUPERVISION)) {
            return List.of(ExamGuard.notThisBoard("SUPERVISION"));
        }
        var found = new ArrayList<>(exams.guard(laid.exam()).stage(ExamStage.PLANNED));
        var begins = laid.exam().exam().startsOn();
        if (rounds.today().isBefore(begins)) {
            found.add(Refusal.of(SelectionProblem.EXAM_NOT_BEGUN, "startsOn", begins));
        }
        return found;
    }

    /** Recorded again, it stands in the place of what was recorded. Refusals: those of {@link #roomRefusals}. */
    @Transactional
    PaperDesk.Laid attend(UUID id, @Nullable String ifMatch, AttendanceRequest request, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(roomRefusals(laid));
        int late = Objects.requireNonNullElse(request.minutesLate(), 0);
        if (!request.came()) {
            laid.paper().attend(Attendance.ABSENT, null);
        } else {
            boolean tooLate = late > rules(laid).lateMinutes();
            laid.paper().attend(tooLate ? Attendance.TOO_LATE : Attendance.PRESENT, late);
        }
        kept("attend", laid, Map.of("attendance", laid.paper().attendance().name()), caller);
        return laid;
    }

    /** Refusals: those of {@link #roomRefusals}, selection.not-sitting. */
    @Transactional
    PaperDesk.Laid violate(UUID id, @Nullable String ifMatch, ViolationRequest request, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(roomRefusals(laid));
        if (laid.paper().attendance() != Attendance.PRESENT) {
            throw new Refused(SelectionProblem.NOT_SITTING);
        }
        var incident = Ids.next();
        var officer = Objects.requireNonNull(laid.exam().place().officer());
        var record = new Incident.Record(PlainText.tidy(request.text()), officer);
        papers.add(new Incident(
                incident,
                id,
                request.kind(),
                envelopes.seal(record, "paper-violation", incident),
                rounds.stamp(caller).at()));
        laid.paper().touch();
        kept("violation", laid, Map.of("kind", request.kind().name()), caller);
        return laid;
    }

    WrittenRules rules(PaperDesk.Laid laid) {
        return defaults.writtenOn(laid.exam().exam().rulesOn());
    }

    /** Whether what happened in the room excludes the person. */
    boolean isExcluded(PaperDesk.Laid laid) {
        return rules(laid)
                .excludes(papers.incidents(laid.paper().id()).stream()
                        .map(Incident::kind)
                        .toList());
    }

    void kept(String act, PaperDesk.Laid laid, Map<String, ?> details, Caller caller) {
        papers.flush();
        exams.record("paper." + act, "papers", laid.paper().id(), laid.exam(), details, caller);
    }
}
