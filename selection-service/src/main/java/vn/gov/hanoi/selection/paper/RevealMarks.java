package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.paper.ExamGuard.Act;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Opens the codes by two persons, and tells the marks. Each act refuses what {@link ExamDesk#hold} refuses. */
@ApplicationScoped
class RevealMarks {
    private final ExamDesk desk;
    private final Marks marks;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;

    RevealMarks(ExamDesk desk, Marks marks, Rounds rounds, SelectionDefaultQueries defaults) {
        this.desk = desk;
        this.marks = marks;
        this.rounds = rounds;
        this.defaults = defaults;
    }

    /**
     * Turns one of the two keys; with the second one every script gets its paper and its mark.
     *
     * <p>Refusals: selection.marks-missing; authority.own-act for the person of the first key, whichever officer or token it comes with.
     */
    @Transactional
    ExamDesk.Laid reveal(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.REVEAL, caller);
        var exam = laid.exam();
        marks.requireComplete(exam, Phase.MARKING);
        boolean open = exam.turnKey(Objects.requireNonNull(laid.place().officer()), rounds.stamp(caller));
        if (open) {
            marks.write(exam, Phase.MARKING);
            rounds.advance(laid.round(), RoundState.ROUND1_MARKED, caller);
        }
        desk.kept("reveal", laid, Map.of("key", open ? 2 : 1), caller);
        return laid;
    }

    /** Refusal: selection.decision-not-signed-yet. */
    @Transactional
    ExamDesk.Laid publish(UUID id, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.PUBLISH, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        var today = rounds.today();
        var rules = marks.rules(laid.exam());
        var daysOff = defaults.roundsOn(today).daysOff();
        laid.exam()
                .publish(
                        decision.tidy(),
                        today,
                        rules.objectionsUntil(today, daysOff),
                        rules.remarkUntil(today, daysOff),
                        rounds.stamp(caller));
        rounds.advance(laid.round(), RoundState.ROUND1_PUBLISHED, caller);
        desk.kept("publish", laid, Map.of("decision", decision.number()), caller);
        return laid;
    }
}
