package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.paper.ExamGuard.Act;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** From the marking scheme to the last script. Each act refuses what {@link ExamDesk#hold} refuses. */
@ApplicationScoped
class ActOnExam {
    private final ExamDesk desk;
    private final ExamRepository exams;
    private final Rounds rounds;
    private final Envelopes envelopes;
    private final SelectionDefaultQueries defaults;
    private final PlanExam plans;

    ActOnExam(
            ExamDesk desk,
            ExamRepository exams,
            Rounds rounds,
            Envelopes envelopes,
            SelectionDefaultQueries defaults,
            PlanExam plans) {
        this.desk = desk;
        this.exams = exams;
        this.rounds = rounds;
        this.envelopes = envelopes;
        this.defaults = defaults;
        this.plans = plans;
    }

    /** Refusals: selection.criterion-twice, selection.scheme-sum. */
    @Transactional
    ExamDesk.Laid write(UUID id, @Nullable String ifMatch, Scheme scheme, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.SCHEME, caller);
        Refused.ifAny(scheme.refusals(defaults.writtenOn(laid.exam().rulesOn()).maximum()));
        var digest = CanonicalJson.digest(scheme);
        laid.exam().write(envelopes.seal(scheme, "written-scheme", id), digest, rounds.stamp(caller));
        desk.kept("scheme", laid, Map.of("digest", digest), caller);
        return laid;
    }

    /** The papers are collected. Refusals: selection.attendance-missing, selection.too-few-to-sit. */
    @Transactional
    ExamDesk.Laid close(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.CLOSE, caller);
        var refusals = new ArrayList<>(missing(
                SelectionProblem.ATTENDANCE_MISSING,
                exams.papers(id).stream()
                        .filter(each -> each.attendance() == Attendance.EXPECTED)
                        .count()));
        refusals.addAll(plans.tooFew(laid.round()));
        Refused.ifAny(refusals);
        laid.exam().reach(ExamStage.HELD, rounds.stamp(caller));
        rounds.advance(laid.round(), RoundState.ROUND1_HELD, caller);
        desk.kept("close", laid, Map.of(), caller);
        return laid;
    }

    /** All scripts are in. Refusal: selection.script-missing. */
    @Transactional
    ExamDesk.Laid lock(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.LOCK, caller);
        var rules = defaults.writtenOn(laid.exam().rulesOn());
        Refused.ifAny(missing(
                SelectionProblem.SCRIPT_MISSING,
                exams.papers(id).stream()
                        .filter(each -> each.attendance() == Attendance.PRESENT && !each.handedIn())
                        .filter(each -> !rules.excludes(exams.incidents(each.id()).stream()
                                .map(Incident::kind)
                                .toList()))
                        .count()));
        laid.exam().reach(ExamStage.CODED, rounds.stamp(caller));
        desk.kept("lock", laid, Map.of(), caller);
        return laid;
    }

    private static List<Refusal> missing(SelectionProblem problem, long many) {
        return many == 0 ? List.of() : List.of(Refusal.of(problem, "missing", many));
    }
}
