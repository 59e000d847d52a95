package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.paper.PaperDesk.Relation;
import vn.gov.hanoi.selection.round.Rounds;

/** The second marking (phúc khảo), as the room of objections asks for it. Two members of another board mark; nobody who ever had the script, and nobody sees the first points. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Remarking {
    private final ExamDesk desk;
    private final PaperDesk papers;
    private final AssignMarkers markers;
    private final Marks marks;
    private final Rounds rounds;
    private final Event<WrittenMarksChanged> changed;

    Remarking(
            ExamDesk desk,
            PaperDesk papers,
            AssignMarkers markers,
            Marks marks,
            Rounds rounds,
            Event<WrittenMarksChanged> changed) {
        this.desk = desk;
        this.papers = papers;
        this.markers = markers;
        this.marks = marks;
        this.rounds = rounds;
        this.changed = changed;
    }

    /**
     * A paper that may be contested.
     *
     * @param marked whether it has a mark
     * @param until last day to object; null before the marks are told
     * @param open whether the second marking has not begun
     */
    public record Contestable(
            UUID paperId,
            UUID examId,
            UUID unitId,
            boolean marked,
            @Nullable LocalDate until,
            @Nullable LocalDate dueOn,
            boolean open) {}

    /** The caller's own paper, to be read only. */
    public Optional<Contestable> ownIfAny(UUID paperId, Caller caller) {
        return papers.find(paperId, caller)
                .filter(laid -> laid.relation() == Relation.OWN)
                .map(this::contestable);
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    public void requireOwn(UUID paperId, Caller caller) {
        if (ownIfAny(paperId, caller).isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        desk.unread();
    }

    /** The caller's own paper. Nothing of it and of the written round changes before the end. Refusal: resource.not-found. */
    public Contestable own(UUID paperId, Caller caller) {
        return papers.findHeld(paperId, caller)
                .filter(laid -> laid.relation() == Relation.OWN)
                .map(this::contestable)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private Contestable contestable(PaperDesk.Laid laid) {
        var paper = laid.paper();
        var exam = laid.exam().exam();
        return new Contestable(
                paper.id(),
                exam.id(),
                laid.exam().round().unitId(),
                exam.stage() == ExamStage.PUBLISHED && marks.byPaper(exam.id()).containsKey(paper.id()),
                exam.objectionsUntil(),
                exam.remarkUntil(),
                exam.remarkStage() == RemarkStage.NONE);
    }

    /** Last day to have marked again; the marks are told. */
    public LocalDate dueOn(UUID roundId) {
        return Objects.requireNonNull(desk.exam(roundId).orElseThrow().remarkUntil());
    }

    /** Whether the marks are told and the time to object is over. */
    public boolean isTimeOver(UUID roundId) {
        return desk.exam(roundId)
                .map(Exam::objectionsUntil)
                .filter(until -> rounds.today().isAfter(until))
                .isPresent();
    }

    /** Whether the caller may read whatever was objected in a round: who handles its applications, and who inspects it. */
    public boolean mayRead(UUID roundId, Caller caller) {
        var place = desk.look(roundId, caller).place();
        return place.personnel() || place.inspector();
    }

    /**
     * How far it has come.
     *
     * @param stage NONE, ASSIGNED or PUBLISHED
     */
    public record Standing(
            UUID examId,
            String etag,
            String stage,
            LocalDate objectionsUntil,
            LocalDate remarkUntil,
            @Nullable LocalDate remarkedOn,
            long version) {
        static Standing of(Exam exam) {
            return new Standing(
                    exam.id(),
                    Etags.of(exam.version()),
                    exam.remarkStage().name(),
                    Objects.requireNonNull(exam.objectionsUntil()),
                    Objects.requireNonNull(exam.remarkUntil()),
                    exam.remarkedOn(),
                    exam.version());
        }
    }

    /** For the head of the board and for who decides. Refusal: resource.not-found, also before the marks are told. */
    public Standing see(UUID examId, Caller caller) {
        var laid = desk.look(examId, caller);
        if (laid.exam().stage() != ExamStage.PUBLISHED
                || !(isHead(laid) || laid.place().approver())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return Standing.of(laid.exam());
    }

    /** For commands, before a stored answer is shown; leaves nothing read. Refusal: resource.not-found. */
    public void require(UUID examId, Caller caller) {
        see(examId, caller);
        desk.unread();
    }

    private static boolean isHead(ExamDesk.Laid laid) {
        return laid.place().heads().contains(Body.REMARKING);
    }

    /**
     * Draws markers for contested papers, also for those who left.
     *
     * @param contested reads the papers when no objection can come or go any more
     *
     * <p>Refusals: resource.not-found, selection.not-this-board, those of If-Match, selection.round-state, selection.exam-stage, selection.objections-open,
     * selection.no-objections, selection.markers-too-few.
     */
    public Standing assign(UUID examId, @Nullable String ifMatch, Supplier<Collection<UUID>> contested, Caller caller) {
        var laid = held(examId, ifMatch, caller, true);
        Refused.ifAny(ended(laid.exam()));
        if (laid.exam().remarkStage() == RemarkStage.PUBLISHED) {
            throw new Refused(wrongStage(laid.exam(), RemarkStage.ASSIGNED));
        }
        var paperIds = contested.get();
        if (paperIds.isEmpty()) {
            throw new Refused(SelectionProblem.NO_OBJECTIONS);
        }
        var scripts = paperIds.stream()
                .map(paper -> marks.scriptOf(examId, paper).orElseThrow())
                .toList();
        laid.exam().assignRemarking(rounds.stamp(caller));
        markers.draw(laid, Phase.REMARKING, scripts);
        desk.kept("remark-assign", laid, Map.of(), caller);
        return Standing.of(laid.exam());
    }

    /**
     * Keeps the new marks beside the first, and tells them.
     *
     * <p>Refusals: resource.not-found, auth.role-missing, those of If-Match, selection.round-state, selection.exam-stage, selection.marks-missing,
     * selection.decision-not-signed-yet.
     *
     * @return whether the exact mark is another one, by paper
     */
    public Map<UUID, Boolean> publish(UUID examId, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var laid = held(examId, ifMatch, caller, false);
        var exam = laid.exam();
        if (exam.remarkStage() != RemarkStage.ASSIGNED) {
            throw new Refused(wrongStage(exam, RemarkStage.ASSIGNED));
        }
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        marks.requireComplete(exam, Phase.REMARKING);
        marks.write(exam, Phase.REMARKING);
        exam.publishRemarking(rounds.today(), rounds.stamp(caller));
        desk.kept("remark-publish", laid, Map.of("decision", decision.number()), caller);
        changed.fire(new WrittenMarksChanged(examId));
        return differences(examId);
    }

    private Map<UUID, Boolean> differences(UUID examId) {
        var differ = new HashMap<UUID, Boolean>();
        marks.byPaper(examId).forEach((paper, all) -> {
            if (all.size() > 1) {
                differ.put(paper, !all.getLast().receipt().says(all.getFirst().receipt()));
            }
        });
        return differ;
    }

    private ExamDesk.Laid held(UUID examId, @Nullable String ifMatch, Caller caller, boolean byHead) {
        var laid = desk.alone(examId, caller);
        if (laid.exam().stage() != ExamStage.PUBLISHED
                || !(isHead(laid) || laid.place().approver())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        if (byHead && !isHead(laid)) {
            throw new Refused(ExamGuard.notThisBoard("HEAD REMARKING"));
        }
        if (!byHead && (!laid.place().approver() || laid.place().candidate())) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        Etags.require(ifMatch, laid.exam().version());
        Refused.ifAny(desk.guard(laid).beforeResult());
        return laid;
    }

    private List<Refusal> ended(Exam exam) {
        var found = new ArrayList<Refusal>();
        var until = exam.objectionsUntil();
        if (until != null && !rounds.today().isAfter(until)) {
            found.add(Refusal.of(SelectionProblem.OBJECTIONS_OPEN, "until", until));
        }
        return found;
    }

    private static Refusal wrongStage(Exam exam, RemarkStage needed) {
        return Refusal.of(
                SelectionProblem.EXAM_STAGE,
                "stage",
                "REMARKING_" + exam.remarkStage(),
                "needed",
                "REMARKING_" + needed);
    }
}
