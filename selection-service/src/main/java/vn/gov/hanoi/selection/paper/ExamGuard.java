package vn.gov.hanoi.selection.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.RoundState;

/** What speaks against an act on a written round. The acts ask it before they change anything, and {@code _actions} is what it answers. */
record ExamGuard(Exam exam, RoundState round, Place place, LocalDate today) {
    private static final Set<RoundState> BEFORE_RESULT =
            EnumSet.range(RoundState.ROUND1_PUBLISHED, RoundState.ROUND2_SCORED);

    /** Acts, each with the stage in which it can be. */
    enum Act {
        /** Writes the criteria; by the head of the board for questions. */
        SCHEME(ExamStage.PLANNED),
        /** The papers are collected; by the head of the board in the room. */
        CLOSE(ExamStage.PLANNED),
        /** All scripts are in; by the head of the board for codes. */
        LOCK(ExamStage.HELD),
        /** Draws the markers; by the head of the board for marking. */
        ASSIGN(ExamStage.CODED),
        /** Opens the codes; by two persons of the board for codes or of the one that watches. */
        REVEAL(ExamStage.CODED),
        /** Tells the marks; by the managing level. */
        PUBLISH(ExamStage.MARKED, "decision");

        private final ExamStage stage;
        private final List<String> needs;

        Act(ExamStage stage, String... needs) {
            this.stage = stage;
            this.needs = List.of(needs);
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> needs() {
            return needs;
        }
    }

    /** All refusals, those of authority first. */
    List<Refusal> refusals(Act act) {
        var found = new ArrayList<>(authority(act));
        found.addAll(state(act));
        return found;
    }

    /** Refusals: selection.not-this-board, auth.role-missing, authority.own-act (a candidate, or the second key by the person of the first). */
    List<Refusal> authority(Act act) {
        if (place.candidate()) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT));
        }
        return switch (act) {
            case SCHEME -> head(Body.QUESTION);
            case CLOSE -> head(Body.SUPERVISION);
            case LOCK -> head(Body.CODING);
            case ASSIGN -> head(Body.MARKING);
            case REVEAL -> key();
            case PUBLISH -> place.approver() ? List.of() : List.of(Refusal.of(KernelProblem.FORBIDDEN));
        };
    }

    private List<Refusal> head(Body body) {
        return place.heads().contains(body) ? List.of() : List.of(notThisBoard("HEAD " + body));
    }

    static Refusal notThisBoard(String needed) {
        return Refusal.of(SelectionProblem.NOT_THIS_BOARD, "needed", needed);
    }

    private List<Refusal> key() {
        var officer = place.officer();
        if (officer == null
                || !place.sits().contains(Body.CODING) && !place.sits().contains(Body.MONITORING)) {
            return List.of(notThisBoard(Body.CODING + ", " + Body.MONITORING));
        }
        var first = exam.firstKey();
        return first != null && first.isOf(officer, place.subject())
                ? List.of(Refusal.of(KernelProblem.OWN_ACT))
                : List.of();
    }

    /** Refusals: selection.exam-stage, selection.round-state, selection.scheme-missing, selection.exam-not-begun. */
    List<Refusal> state(Act act) {
        var wrong = stage(act.stage);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        var found = new ArrayList<Refusal>();
        if (act == Act.CLOSE && !exam.hasScheme()) {
            found.add(Refusal.of(SelectionProblem.SCHEME_MISSING));
        }
        if (act == Act.CLOSE && today.isBefore(exam.startsOn())) {
            found.add(Refusal.of(SelectionProblem.EXAM_NOT_BEGUN, "startsOn", exam.startsOn()));
        }
        return found;
    }

    /** Whether this marking is going on; the second one does as long as no result is approved. Refusals: selection.exam-stage, selection.round-state. */
    List<Refusal> marking(Phase phase) {
        if (phase == Phase.MARKING) {
            return stage(ExamStage.CODED);
        }
        if (exam.remarkStage() != RemarkStage.ASSIGNED) {
            return List.of(Refusal.of(
                    SelectionProblem.EXAM_STAGE,
                    "stage",
                    "REMARKING_" + exam.remarkStage(),
                    "needed",
                    "REMARKING_" + RemarkStage.ASSIGNED));
        }
        return beforeResult();
    }

    /** Refusal: selection.round-state once the result is approved, or the round is over. */
    List<Refusal> beforeResult() {
        return BEFORE_RESULT.contains(round)
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        round.name(),
                        "needed",
                        BEFORE_RESULT.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Refusals: selection.exam-stage; selection.round-state for a round that was cancelled or suspended. */
    List<Refusal> stage(ExamStage needed) {
        if (exam.stage() != needed) {
            return List.of(Refusal.of(
                    SelectionProblem.EXAM_STAGE, "stage", exam.stage().name(), "needed", needed.name()));
        }
        return round == needed.round()
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        round.name(),
                        "needed",
                        needed.round().name()));
    }
}
